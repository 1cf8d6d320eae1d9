package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"tipscore/generator/indicator"
	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/internal/project"
	"tipscore/generator/observation/entry"
	"tipscore/site"
)

type workbookOptions struct {
	programme, jurisdiction, period, language string
	copy                                      int
	output                                    string
}

func (a *app) newWorkbook() *cobra.Command {
	var o workbookOptions
	c := &cobra.Command{
		Use:   "workbook",
		Short: "Make empty workbooks for monitors to fill in",
		Long: "Workbook makes a spreadsheet for every place of a programme and one period, out\n" +
			"of the definitions: a sheet for each pillar with a row for each question, the\n" +
			"possible answers as drop-downs, the last answers beside them, and sheets for\n" +
			"sources, commitments, meetings, trainings and campaigns. A workbook that is\n" +
			"there already is never overwritten.",
		Example: `  tipscore workbook
  tipscore workbook --jurisdiction town-1 --period 2025-Q1 --language es
  tipscore workbook --copy 2 -o second-coders`,
		Args: exact(),
		RunE: func(c *cobra.Command, _ []string) error { return a.runWorkbook(c.Context(), o) },
	}
	a.programmeFlag(c, &o.programme, "the programme; not needed if there is one")
	c.Flags().StringVar(&o.jurisdiction, "jurisdiction", "", "only for this `JURISDICTION`: its id, name or address")
	c.Flags().StringVar(&o.period, "period", "", "for this `PERIOD`; the last one if absent")
	c.Flags().StringVar(&o.language, "language", "", "in this `LANGUAGE`; the first one if absent")
	c.Flags().IntVar(&o.copy, "copy", 0, "`N` from 2 on: for another coder of the same questions")
	c.Flags().StringVarP(&o.output, "output", "o", "forms", "write into the folder `DIR`")
	return c
}

func (a *app) runWorkbook(ctx context.Context, o workbookOptions) error {
	if o.copy == 1 || o.copy < 0 || o.copy > 9 {
		return usagef("leave it out for the first coder; use 2 for the second", "--copy is %d, and must be from 2 to 9", o.copy)
	}
	id, err := a.theProgramme(o.programme)
	if err != nil {
		return err
	}
	loaded, err := a.load(ctx, id)
	if err != nil {
		return err
	}
	p := loaded.Programme(id)
	if p == nil { // without sound definitions there is nothing to ask
		return a.refuse(loaded, "workbooks")
	}
	forms, err := o.forms(p, a.source)
	if err != nil {
		return err
	}
	fresh, kept := []formFile{}, 0
	for _, f := range forms {
		name := filepath.Join(o.output, formName(f))
		switch _, err := os.Stat(name); {
		case err == nil:
			kept++
			continue
		case !errors.Is(err, fs.ErrNotExist):
			return atomicfile.Refused(name, err)
		}
		fresh = append(fresh, formFile{name, f})
	}
	if err := a.writeForms(ctx, o.output, fresh); err != nil {
		return err
	}
	made := len(fresh)
	a.say(fmt.Sprintf("made %s in %s", counted(made, "workbook"), o.output), "send them out; what comes back belongs in data/"+id+"/workbooks")
	if kept > 0 {
		a.say(fmt.Sprintf("left %s alone, since somebody may have filled them in", counted(kept, "workbook")), "delete those that may go, or choose another folder with -o")
	}
	return nil
}

// formFile is a form with the file it becomes.
type formFile struct {
	name string
	form entry.Form
}

// writeForms writes the forms on all cores. Of several errors the first in
// their order is told.
func (a *app) writeForms(ctx context.Context, dir string, forms []formFile) error {
	if len(forms) == 0 {
		return nil
	}
	if err := atomicfile.MakeFolder(dir); err != nil {
		return err
	}
	bar := a.progress(patient, "making workbooks")
	defer bar.stop()
	queue, errs := make(chan int), make([]error, len(forms))
	var writers sync.WaitGroup
	var done atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(forms)) {
		writers.Go(func() {
			for k := range queue {
				errs[k] = atomicfile.Write(forms[k].name, func(w io.Writer) error { return entry.Write(w, forms[k].form) })
				bar.set("made %d of %d workbooks", int(done.Add(1)), len(forms))
			}
		})
	}
	for k := range forms {
		if ctx.Err() != nil {
			break
		}
		queue <- k
	}
	close(queue)
	writers.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// counted writes a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// formName is the name of a form's file. Monitors may change it.
func formName(f entry.Form) string {
	name := string(f.Programme.Jurisdictions[f.Jurisdiction].ID) + "_" + f.Programme.Periods[f.Period].String()
	if f.Copy > 0 {
		name += fmt.Sprintf("_%d", f.Copy)
	}
	return name + ".xlsx"
}

// forms returns the forms that the options ask for.
func (o workbookOptions) forms(p *project.Programme, source string) ([]entry.Form, error) {
	if len(p.Periods) == 0 {
		return nil, usagef("name its periods in programme.yaml", "the programme %s has no period", p.ID)
	}
	t := len(p.Periods) - 1
	if o.period != "" {
		i, err := findPeriod(p.Programme, o.period)
		if err != nil {
			return nil, err
		}
		t = i
	}
	lang := p.Languages[0]
	if o.language != "" {
		if lang = o.language; !slices.Contains(p.Languages, lang) {
			return nil, usagef("it has: "+strings.Join(p.Languages, ", "), "the programme %s has no texts in %q", p.ID, lang)
		}
	}
	words, err := entry.ReadWords(lang, os.DirFS(filepath.Join(source, "site")), site.FS)
	if err != nil {
		return nil, err
	}
	only := -1
	if o.jurisdiction != "" {
		if only, err = findJurisdiction(p.Programme, o.jurisdiction); err != nil {
			return nil, err
		}
	}
	var out []entry.Form
	for j := range p.Jurisdictions {
		if only >= 0 && j != only || only < 0 && !p.Exists(j, t) {
			continue
		}
		out = append(out, entry.Form{
			Programme: p.Programme, Jurisdiction: j, Period: t, Words: words, Copy: o.copy,
			Standing: !answeredOnce(p, j), Before: before(p, j, t, o.copy),
		})
	}
	return out, nil
}

// answeredOnce reports whether a place has an answer to a question that is
// asked once for all periods.
func answeredOnce(p *project.Programme, j int) bool {
	return slices.ContainsFunc(p.Framework.All, func(i *indicator.Indicator) bool {
		return i.Timing == indicator.Standing && p.Dataset.Answer(j, 0, i) != nil
	})
}

// before returns the answers of the period before, to be seen beside the new
// ones. A second coder must not see them: they are the first coder's.
func before(p *project.Programme, j, t, copy int) map[indicator.ID]string {
	out := map[indicator.ID]string{}
	if t == 0 || copy > 0 {
		return out
	}
	for _, i := range p.Framework.All {
		if o := p.Dataset.Answer(j, t-1, i); o != nil && i.Timing != indicator.Standing {
			out[i.ID] = o.Typed()
		}
	}
	return out
}
