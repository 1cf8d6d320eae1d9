package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// savedWorkbook is what is saved again and again: the largest workbook of the
// programme. openPage is what a reader looks at: the page with the most on it.
const (
	savedWorkbook = "data/world/workbooks/3p-index.xlsx"
	openPage      = "en/world/"
)

// patience is how long a preview may take altogether.
const patience = 5 * time.Minute

// serve measures how long it takes from saving a workbook until the open page
// has loaded its new state.
func (b *bench) serve(ctx context.Context) error {
	dir := filepath.Join(b.dir, "served")
	for _, part := range []string{"indicators", "data"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(b.source, part))); err != nil {
			return fmt.Errorf("copy the project: %w", err)
		}
	}
	name := filepath.Join(dir, filepath.FromSlash(savedWorkbook))
	versions, err := twoVersions(name)
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	r, err := startPreview(ctx, b.binary, dir)
	if err != nil {
		return err
	}
	defer r.close()
	if err := r.reload(ctx, 1, openPage); err != nil {
		return err
	}
	var saves []time.Duration
	for i := range runs {
		start := time.Now()
		if err := save(name, versions[(i+1)%2]); err != nil {
			return err
		}
		if err := r.reload(ctx, i+2, openPage); err != nil {
			return err
		}
		saves = append(saves, time.Since(start))
	}
	b.report.add(line{
		Part: "serve", Step: "`tipscore serve`: from the save of a workbook until an open page shows it",
		Input: "a copy of this repository's data; one answer changes in the largest workbook",
		Saves: saves, Target: "under 2 s",
		Result: fmt.Sprintf("%d saves, %s to %s", runs, seconds(slices.Min(saves)), seconds(slices.Max(saves))),
	})
	return nil
}

// save replaces a file as spreadsheet programs do: a new one is written beside
// it and takes its name.
func save(name string, data []byte) error {
	beside := filepath.Join(filepath.Dir(name), "~$save.tmp")
	if err := os.WriteFile(beside, data, 0o666); err != nil {
		return fmt.Errorf("save the workbook: %w", err)
	}
	if err := os.Rename(beside, name); err != nil {
		return fmt.Errorf("save the workbook: %w", err)
	}
	return nil
}
