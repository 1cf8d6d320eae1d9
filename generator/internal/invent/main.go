package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
	"tipscore/generator/programme"
	"tipscore/site"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stderr))
}

// run is main with its streams: 0 fine, 2 wrong usage, 3 failed.
func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("invent", flag.ContinueOnError)
	flags.SetOutput(stderr)
	source := flags.String("source", ".", "the project")
	if err := flags.Parse(args); err != nil || flags.NArg() > 0 {
		return 2
	}
	if err := invent(*source); err != nil {
		fmt.Fprintf(stderr, "invent: error: %v\n", err)
		return 3
	}
	return 0
}

// invent makes all workbooks and then writes them, so that a run that fails
// leaves the folder as it was.
func invent(source string) error {
	p, err := loadProgramme(source)
	if err != nil {
		return err
	}
	words := map[string]entry.Words{}
	for _, lang := range p.Languages {
		if words[lang], err = entry.ReadWords(lang, site.FS); err != nil {
			return err
		}
	}
	files, err := makeFiles(newCountry(p), words)
	if err != nil {
		return err
	}
	folder := filepath.Join(source, "data", p.ID)
	if err := os.RemoveAll(filepath.Join(folder, "workbooks")); err != nil {
		return fmt.Errorf("remove the workbooks of before: %w", err)
	}
	for _, f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return fmt.Errorf("make the folder: %w", err)
		}
		if err := os.WriteFile(name, f.data, 0o666); err != nil {
			return fmt.Errorf("write the workbook: %w", err)
		}
	}
	return nil
}

// loadProgramme reads the definitions that are kept by hand.
func loadProgramme(source string) (*programme.Programme, error) {
	fsys := os.DirFS(source)
	f, findings, err := indicator.Load(fsys, "indicators/community-response")
	if err != nil {
		return nil, err
	}
	p, more, err := programme.Load(fsys, "data/demonstration", func(string) *indicator.Framework { return f })
	if err != nil {
		return nil, err
	}
	if findings.HasErrors() || more.HasErrors() || p == nil {
		return nil, errors.New("the definitions have errors; tipscore check tells them")
	}
	return p, nil
}

// file is one output, with its name in the programme's folder.
type file struct {
	name string
	data []byte
}

// makeFiles fills in every workbook.
func makeFiles(c *country, words map[string]entry.Words) ([]file, error) {
	var files []file
	for j := range c.Jurisdictions {
		for t := range c.Periods {
			if !c.reports(j, t) {
				continue
			}
			for _, form := range c.forms(j, t) {
				form.Words = words[c.language(j)]
				name := fmt.Sprintf("workbooks/%s/%s%s.xlsx", c.id(j), c.Periods[t], copyName(form.Copy))
				data, err := write(form)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", name, err)
				}
				files = append(files, file{name, data})
			}
		}
	}
	return files, nil
}

// copyName tells the workbooks of one place and period apart.
func copyName(n int) string {
	return map[int]string{secondCoder: "_second", adjudicator: "_adjudicated"}[n]
}

// write writes a form with the sources that it cites.
func write(f entry.Form) ([]byte, error) {
	f.Sources = slices.DeleteFunc(slices.Clone(f.Sources), func(s observation.Source) bool { return !cites(f, s.ID) })
	var b bytes.Buffer
	err := entry.Write(&b, f)
	return b.Bytes(), err
}

// cites reports whether an answer or an entry of a register rests on a source.
func cites(f entry.Form, id observation.SourceID) bool {
	for _, o := range f.Answers {
		if slices.Contains(o.Sources, id) {
			return true
		}
	}
	for _, entries := range f.Registers {
		if slices.ContainsFunc(entries, func(e entry.Entry) bool { return e["sources"] == string(id) }) {
			return true
		}
	}
	return false
}
