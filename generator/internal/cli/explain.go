package cli

import (
	"context"

	"github.com/spf13/cobra"

	"tipscore/generator/internal/project"
	"tipscore/generator/scorecard"
)

type explainOptions struct {
	programme, jurisdiction, period string
	format                          *choice
	lang                            string
}

func (a *app) newExplain() *cobra.Command {
	var o explainOptions
	c := &cobra.Command{
		Use:   "explain PROGRAMME JURISDICTION PERIOD",
		Short: "Show how a score came about, down to the cells",
		Long: "Explain prints the calculation of one jurisdiction's score in one period: the\n" +
			"answers with their cells and sources, the rules, the weights and the rounding.\n" +
			"A jurisdiction is named by its id, its name or its address.",
		Example: `  tipscore explain world DOM 2006
  tipscore explain world "Dominican Republic" 2006 --lang es
  tipscore explain world dominican-republic 2006 --format json`,
		Args:              exact("PROGRAMME", "JURISDICTION", "PERIOD"),
		ValidArgsFunction: a.completeExplain,
		RunE: func(c *cobra.Command, args []string) error {
			o.programme, o.jurisdiction, o.period = args[0], args[1], args[2]
			return a.runExplain(c.Context(), o)
		},
	}
	o.format = choiceFlag(c, "format", "how the calculation is written", "text", "json")
	c.Flags().StringVar(&o.lang, "lang", "", "language of titles and texts (`CODE`; default: the programme's first)")
	return c
}

func (a *app) runExplain(ctx context.Context, o explainOptions) error {
	p, err := a.loadOne(ctx, o.programme, "explanation")
	if err != nil {
		return err
	}
	j, err := findJurisdiction(p.Programme, o.jurisdiction)
	if err != nil {
		return err
	}
	t, err := findPeriod(p.Programme, o.period)
	if err != nil {
		return err
	}
	lang, err := findLanguage(p.Programme, o.lang)
	if err != nil {
		return err
	}
	trace := scorecard.Compute(p.Dataset).Explain(j, t)
	if o.format.value == "json" {
		return trace.WriteJSON(a.streams.Out)
	}
	return trace.WriteText(a.streams.Out, lang)
}

// completeExplain completes the three arguments.
func (a *app) completeExplain(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	const nothing = cobra.ShellCompDirectiveNoFileComp
	if len(args) == 0 {
		return a.completeProgramme(c, args, word)
	}
	p, err := project.Open(a.source)
	if err != nil {
		return nil, nothing
	}
	def, err := p.Definition(args[0])
	if err != nil || def == nil {
		return nil, nothing
	}
	var out []string
	switch len(args) {
	case 1:
		for i := range def.Jurisdictions {
			j := &def.Jurisdictions[i]
			out = append(out, string(j.ID)+"\t"+j.Name.In(def.Languages[0], def.Languages[0]))
		}
	case 2:
		for _, period := range def.Periods {
			out = append(out, period.String())
		}
	}
	return out, nothing
}
