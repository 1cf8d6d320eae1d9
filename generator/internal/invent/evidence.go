package main

import (
	"fmt"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

// sources describes the invented documents that the workbook of jurisdiction j
// cites in period t.
func (c *country) sources(j, t int) []observation.Source {
	at, period := c.Jurisdictions[j].Name[c.language(j)], c.Periods[t]
	titles := []string{"Quarterly report on trafficking in persons", "Budget execution report", "Answers to information requests", "Visit of the monitors"}
	mark, body := "invented", "Government of "+at
	if c.language(j) == "es" {
		titles = []string{"Informe trimestral sobre la trata de personas", "Informe de ejecución presupuestaria", "Respuestas a solicitudes de información", "Visita de los monitores"}
		mark, body = "inventado", "Gobierno de "+at
	}
	if c.id(j) == "XTV-N4" {
		titles[0] = "التقرير الفصلي عن الاتجار بالأشخاص"
	}
	_, last := period.Months()
	var out []observation.Source
	for n, title := range titles {
		out = append(out, observation.Source{
			ID: observation.SourceID(fmt.Sprintf("s%d", n+1)), Title: fmt.Sprintf("%s, %s (%s)", title, period, mark), Publisher: body,
			Date: fmt.Sprintf("%04d-%02d", last/12, last%12+1),
			URL:  fmt.Sprintf("https://example.org/tarvania/%s/%s/%d", c.id(j), period, n+1),
		})
	}
	return out
}

// cited returns the sources of an answer: one, or two that do not depend on
// each other where the indicator asks for it.
func (c *country) cited(j, t int, i *indicator.Indicator) []observation.SourceID {
	d := dice(c.id(j), c.Periods[t].String(), string(i.ID), "source")
	first := d.IntN(4) + 1
	ids := []observation.SourceID{observation.SourceID(fmt.Sprintf("s%d", first))}
	if i.Evidence.MinSources > 1 || d.Float64() < 0.2 {
		ids = append(ids, observation.SourceID(fmt.Sprintf("s%d", first%4+1)))
	}
	return ids
}
