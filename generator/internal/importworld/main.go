package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is main with its streams: 0 fine, 2 wrong usage, 3 failed.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("importworld", flag.ContinueOnError)
	flags.SetOutput(stderr)
	from := flags.String("from", "", "folder with the files of the sources")
	to := flags.String("to", "data/world", "folder of the programme")
	atlas := flags.String("atlas", "", "countries-50m.json of world-atlas; without it the map stays as it is")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *from == "" || flags.NArg() > 0 {
		fmt.Fprintln(stderr, "importworld: -from is needed, and no other arguments")
		flags.Usage()
		return 2
	}
	if err := importAll(*from, *to, *atlas, stdout); err != nil {
		fmt.Fprintf(stderr, "importworld: error: %v\n", err)
		return 3
	}
	return 0
}

// importAll makes all files and then writes them, so that a run that fails
// leaves the folder as it was.
func importAll(from, to, atlas string, report io.Writer) error {
	files, tallies, err := makeData(os.DirFS(from), os.DirFS(to))
	if err != nil {
		return err
	}
	if atlas != "" {
		outlines, t, err := makeMap(os.DirFS(filepath.Dir(atlas)), filepath.Base(atlas), os.DirFS(to))
		if err != nil {
			return err
		}
		files, tallies = append(files, outlines), append(tallies, t)
	}
	for _, f := range files {
		if err := writeFile(filepath.Join(to, filepath.FromSlash(f.name)), f.data); err != nil {
			return err
		}
	}
	for _, t := range tallies {
		if _, err := io.WriteString(report, t.String()); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
	}
	return nil
}

// file is one output, with its name in the programme's folder.
type file struct {
	name string
	data []byte
}

// makeData makes everything but the map, and the tallies of what was done.
func makeData(sources, programme fs.FS) ([]file, []tally, error) {
	w, err := loadWorld(programme)
	if err != nil {
		return nil, nil, err
	}
	var files []file
	var tallies []tally
	for _, step := range []struct {
		workbook string
		read     func(*world, fs.FS) ([]answer, tally, error)
	}{
		{"workbooks/3p-index.xlsx", readIndex},
		{"workbooks/us-tip-tier.xlsx", readTiers},
		{"workbooks/treaties.xlsx", readTreaties},
		{"workbooks/unodc-counts.xlsx", readCounts},
	} {
		answers, t, err := step.read(w, sources)
		if err != nil {
			return nil, nil, err
		}
		t.workbook = step.workbook
		t.count(answers)
		data, err := writeWorkbook(w, answers)
		if err != nil {
			return nil, nil, fmt.Errorf("make %s: %w", step.workbook, err)
		}
		files, tallies = append(files, file{step.workbook, data}), append(tallies, t)
	}
	published, err := makePublished(w, sources)
	if err != nil {
		return nil, nil, err
	}
	return append(files, published), tallies, nil
}

// writeFile writes the file unless it holds these bytes already, so that a
// watcher of the folder is not woken for nothing.
func writeFile(name string, data []byte) error {
	if have, err := os.ReadFile(name); err == nil && slices.Equal(have, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("make the folder of %s: %w", name, err)
	}
	if err := os.WriteFile(name, bytes.Clone(data), 0o666); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
