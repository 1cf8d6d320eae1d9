package main

import (
	"math"

	"tipscore/generator/indicator"
	"tipscore/generator/observation/entry"
	"tipscore/generator/observation/register"
	"tipscore/generator/workbook"
)

// registers makes up what the community effort keeps beside answers.
func (c *country) registers(j, t int) map[string][]entry.Entry {
	all := map[string][]entry.Entry{"commitments": c.commitments(j, t)}
	if c.Jurisdictions[j].Level == "country" {
		return all
	}
	all["meetings"] = c.meetings(j, t)
	all["trainings"] = c.trainings(j, t)
	all["campaigns"] = c.campaigns(j, t)
	return all
}

// say chooses between an English and a Spanish text by the language of the
// monitors.
func (c *country) say(j int, en, es string) string {
	if c.language(j) == "es" {
		return es
	}
	return en
}

// date returns a day in a month of period t, counted from 0.
func (c *country) date(t, month, day int) workbook.Date {
	first, _ := c.Periods[t].Months()
	m := first + month
	return workbook.Date{Year: m / 12, Month: m%12 + 1, Day: day}
}

// meetings are those of the working group: one a month, most of them held.
func (c *country) meetings(j, t int) []entry.Entry {
	x := c.average(j, t)
	var out []entry.Entry
	for month := range 3 {
		d := dice(c.id(j), c.Periods[t].String(), "meeting", string(rune('0'+month)))
		e := entry.Entry{"date": c.date(t, month, 5+d.IntN(20)), "held": "no", "sources": "s4"}
		if d.Float64() < 0.55+0.45*x {
			e["held"], e["minutes"], e["decision_maker"] = "yes", yes(d.Float64() < 0.8), yes(d.Float64() < x)
			due := 1 + d.IntN(4)
			e["actions_due"], e["actions_done"] = due, int(math.Round(float64(due)*x))
			e["decisions"] = c.say(j, "Invented: visit recruitment agencies before the harvest", "Inventado: visitar las agencias de contratación antes de la cosecha")
			e["follow_up"] = c.say(j, "Invented: two of three agencies were visited", "Inventado: se visitaron dos de las tres agencias")
			for _, sector := range indicator.TableSectors() {
				if d.Float64() < 0.3+0.7*x {
					e[register.SectorColumn+sector] = 1 + d.IntN(3)
				}
			}
		}
		out = append(out, e)
	}
	return out
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// trainings are one or two a quarter, for a sector each.
func (c *country) trainings(j, t int) []entry.Entry {
	var out []entry.Entry
	sectors := []string{"ngo", "police", "schools", "health", "prosecutors", "labour"}
	d := dice(c.id(j), c.Periods[t].String(), "training")
	for n := range 1 + d.IntN(2) {
		people := 11 + d.IntN(30)
		sat := people - d.IntN(4)
		out = append(out, entry.Entry{
			"date": c.date(t, n, 12), "sector": sectors[(t+n+j)%len(sectors)], "sessions": 1 + d.IntN(3), "organisations": 1 + d.IntN(6),
			"participants": people, "sat": sat, "passed": int(math.Round(float64(sat) * (0.55 + 0.4*d.Float64()))), "sources": "s4",
		})
	}
	return out
}

// campaigns run in every other quarter.
func (c *country) campaigns(j, t int) []entry.Entry {
	if (t+j)%2 == 1 {
		return nil
	}
	d := dice(c.id(j), c.Periods[t].String(), "campaign")
	places := [][2]string{{"Invented: harbour quarter", "Inventado: barrio del puerto"}, {"Invented: bus station", "Inventado: terminal de autobuses"}, {"Invented: market square", "Inventado: plaza del mercado"}}
	at := places[d.IntN(len(places))]
	return []entry.Entry{{
		"place": c.say(j, at[0], at[1]), "channel": c.say(j, "radio and posters", "radio y carteles"),
		"from": c.date(t, 0, 10), "to": c.date(t, 1, 20), "reach": 100 * (3 + d.IntN(90)), "sources": "s4",
		"alternatives": c.say(j, "Invented: list of checked job offers, scholarships", "Inventado: lista de ofertas de trabajo verificadas, becas"),
	}}
}

// commitments are what the government promised at the start, told anew with
// their status in every workbook.
func (c *country) commitments(j, t int) []entry.Entry {
	first := 0
	for !c.reports(j, first) {
		first++
	}
	made := c.date(first, 0, 20)
	body := c.say(j, "The council", "El ayuntamiento")
	if c.Jurisdictions[j].Level == "country" {
		body = "The Ministry of the Interior"
	}
	status := func(from int, kept bool) string {
		switch {
		case t < first+from:
			return "open"
		case t < first+from+2 || !kept && t < first+from+4:
			return "in-progress"
		case kept:
			return "fulfilled"
		}
		return "broken"
	}
	x := c.average(j, len(c.Periods)-1)
	inspectors := "in-progress"
	if t > first+5 && x < 0.45 {
		inspectors = "withdrawn"
	}
	all := []entry.Entry{
		{
			"id": "c1", "text": c.say(j, "Invented: open a place where victims can stay for thirty days", "Inventado: abrir un lugar donde las víctimas puedan quedarse treinta días"),
			"body": body, "made_on": made, "due": c.date(min(first+4, len(c.Periods)-1), 2, 28),
			"measure": c.say(j, "beds that are paid for", "camas pagadas"), "status": status(2, x > 0.5), "sources": "s1",
		},
		{
			"id": "c2", "text": c.say(j, "Invented: publish the figures of every quarter within two months", "Inventado: publicar las cifras de cada trimestre en un plazo de dos meses"),
			"body": body, "made_on": made, "due": c.date(len(c.Periods)-1, 2, 15), "status": status(3, x > 0.42), "sources": "s3",
		},
		{
			"id": "c3", "text": c.say(j, "Invented: train every labour inspector", "Inventado: capacitar a toda la inspección de trabajo"),
			"body": body, "made_on": made, "due": c.date(min(first+2, len(c.Periods)-1), 1, 15), "status": inspectors, "sources": "s2",
		},
	}
	if t == len(c.Periods)-1 {
		all = append(all, entry.Entry{
			"id": "c4", "text": c.say(j, "Invented: sign an agreement with two consulates", "Inventado: firmar un acuerdo con dos consulados"),
			"body": body, "made_on": c.date(t, 1, 9), "status": "open", "sources": "s3",
		})
	}
	return all
}
