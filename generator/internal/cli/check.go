package cli

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tipscore/generator/diag"
	"tipscore/generator/internal/project"
)

type checkOptions struct {
	files     []string
	programme string
	format    *choice
	strict    bool
	all       bool
	annotate  string
}

func (a *app) newCheck() *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check [FILE...]",
		Short: "Find everything that is wrong in definitions and workbooks",
		Long: "Check reads all definitions and workbooks of the project and lists every\n" +
			"problem with its file, sheet and cell, what was typed and what to do.\n" +
			"With files it reads only these workbooks; they may lie outside the project.",
		Example: `  tipscore check
  tipscore check data/world/workbooks/3p-index.xlsx
  tipscore check --programme world ~/Downloads/from-maria.xlsx
  tipscore check --strict --format sarif > findings.sarif`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			o.files = args
			return a.runCheck(c.Context(), o)
		},
	}
	o.format = choiceFlag(c, "format", "how the findings are written", "text", "json", "sarif")
	a.programmeFlag(c, &o.programme, "the programme to check, or that the files belong to")
	c.Flags().BoolVar(&o.strict, "strict", false, "warnings count as problems, too; questions never do")
	c.Flags().BoolVar(&o.all, "all", false, "list every finding; the text folds many of one kind in a sheet")
	c.Flags().StringVar(&o.annotate, "annotate", "", "write copies with the wrong cells marked into the folder `DIR`")
	return c
}

func (a *app) runCheck(ctx context.Context, o checkOptions) error {
	loaded, err := a.loadToCheck(ctx, o)
	if err != nil {
		return err
	}
	gate(loaded)
	if o.annotate != "" {
		if err := a.annotate(loaded, o.annotate); err != nil {
			return err
		}
	}
	switch o.format.value {
	case "json":
		err = diag.WriteJSON(a.streams.Out, loaded.Findings, loaded.Scope)
	case "sarif":
		err = diag.WriteSARIF(a.streams.Out, loaded.Findings, diag.SARIFOptions{
			Version: buildVersion().Version,
			Path:    func(file string) string { return fromHere(loaded.Path(file)) },
		})
	default:
		options := a.outOptions(loaded.Scope)
		if o.all {
			options.MaxPerRule = -1
		}
		err = diag.WriteText(a.streams.Out, loaded.Findings, options)
	}
	if err != nil {
		return err
	}
	if loaded.Findings.HasErrors() || o.strict && loaded.Findings.Count(diag.Warning) > 0 {
		return &problemsError{}
	}
	return nil
}

// fromHere returns a path relative to the folder the program was started in. It
// is left as it is where there is no such path, between two disks of Windows.
func fromHere(path string) string {
	if !filepath.IsAbs(path) {
		return path
	}
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	relative, err := filepath.Rel(here, path)
	if err != nil {
		return path
	}
	return relative
}

func (a *app) loadToCheck(ctx context.Context, o checkOptions) (*project.Loaded, error) {
	if len(o.files) == 0 && o.programme == "" {
		return a.load(ctx)
	}
	if len(o.files) == 0 {
		return a.load(ctx, o.programme)
	}
	p, err := project.Open(a.source)
	if err != nil {
		return nil, err
	}
	bar := a.progress(patient, "reading definitions")
	defer bar.stop()
	l := project.Loader{Project: p, Progress: bar.workbooks}
	return l.LoadFiles(ctx, o.programme, o.files)
}

// programmeFlag adds --programme, which completes to the project's programmes.
func (a *app) programmeFlag(c *cobra.Command, value *string, usage string) {
	c.Flags().StringVar(value, "programme", "", usage+" (`ID`)")
	c.RegisterFlagCompletionFunc("programme", a.completeProgramme)
}

func (a *app) completeProgramme(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	p, err := project.Open(a.source)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, err := p.Programmes()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
