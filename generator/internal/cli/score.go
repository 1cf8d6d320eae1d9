package cli

import (
	"context"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/internal/project"
	"tipscore/generator/scorecard"
)

type scoreOptions struct {
	programme, jurisdiction, period string
	format                          *choice
	output                          string
}

func (a *app) newScore() *cobra.Command {
	var o scoreOptions
	c := &cobra.Command{
		Use:   "score",
		Short: "Print the scores of all programmes, or of one, as a table",
		Long: "Score prints one row for every jurisdiction, period and node of the scoring\n" +
			"tree (overall, pillars, themes and indicators), in full precision. It refuses\n" +
			"data with errors. The table is for your own work: what the privacy gate keeps\n" +
			"back from the site is still in it.",
		Example: `  tipscore score
  tipscore score --programme world --period 2006 --format json
  tipscore score --programme world --jurisdiction DOM -o dom.csv`,
		Args: exact(),
		RunE: func(c *cobra.Command, _ []string) error { return a.runScore(c.Context(), o) },
	}
	a.programmeFlag(c, &o.programme, "only this programme")
	o.format = choiceFlag(c, "format", "how the table is written", "csv", "json")
	c.Flags().StringVar(&o.period, "period", "", "only this `PERIOD`, such as 2006 or 2006-Q3")
	c.Flags().StringVar(&o.jurisdiction, "jurisdiction", "", "only this `JURISDICTION`: its id, name or address")
	c.Flags().StringVarP(&o.output, "output", "o", "-", "write to `FILE`; - is standard output")
	return c
}

func (a *app) runScore(ctx context.Context, o scoreOptions) error {
	if o.output != "-" { // say so before the work, not after it
		if err := atomicfile.Check(o.output); err != nil {
			return err
		}
	}
	rows, err := a.scoreRows(ctx, o)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return scorecard.WriteCSV(w, rows) }
	if o.format.value == "json" {
		write = func(w io.Writer) error { return scorecard.WriteJSON(w, rows) }
	}
	if o.output == "-" {
		return write(a.streams.Out)
	}
	if err := atomicfile.Write(o.output, write); err != nil {
		return err
	}
	a.say("wrote "+o.output, "")
	return nil
}

// scoreRows returns the rows of one programme, or of all where none is named and
// no part of one is asked for.
func (a *app) scoreRows(ctx context.Context, o scoreOptions) (iter.Seq[scorecard.Row], error) {
	if o.programme == "" && o.jurisdiction == "" && o.period == "" {
		loaded, err := a.load(ctx)
		if err != nil {
			return nil, err
		}
		if len(loaded.Programmes) > 1 || loaded.Findings.HasErrors() {
			return allRows(loaded.Programmes), a.refuse(loaded, "scores")
		}
	}
	id, err := a.theProgramme(o.programme)
	if err != nil {
		return nil, err
	}
	p, err := a.loadOne(ctx, id, "scores")
	if err != nil {
		return nil, err
	}
	keep, err := o.filter(p)
	if err != nil {
		return nil, err
	}
	return filtered(scorecard.Compute(p.Dataset).Rows(), keep), nil
}

// allRows returns the rows of programmes one after the other.
func allRows(programmes []*project.Programme) iter.Seq[scorecard.Row] {
	return func(yield func(scorecard.Row) bool) {
		for _, p := range programmes {
			for r := range scorecard.Compute(p.Dataset).Rows() {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// filter returns the rule by which rows are kept.
func (o scoreOptions) filter(p *project.Programme) (func(scorecard.Row) bool, error) {
	var jurisdiction, period string
	if o.jurisdiction != "" {
		j, err := findJurisdiction(p.Programme, o.jurisdiction)
		if err != nil {
			return nil, err
		}
		jurisdiction = string(p.Jurisdictions[j].ID)
	}
	if o.period != "" {
		t, err := findPeriod(p.Programme, o.period)
		if err != nil {
			return nil, err
		}
		period = p.Periods[t].String()
	}
	return func(r scorecard.Row) bool {
		return (jurisdiction == "" || r.Jurisdiction == jurisdiction) && (period == "" || r.Period == period)
	}, nil
}

func filtered(rows iter.Seq[scorecard.Row], keep func(scorecard.Row) bool) iter.Seq[scorecard.Row] {
	return func(yield func(scorecard.Row) bool) {
		for r := range rows {
			if keep(r) && !yield(r) {
				return
			}
		}
	}
}
