package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// patience is how long a preview may take altogether.
const patience = 5 * time.Minute

// scene is what happens in a preview: a workbook is saved again and again while
// a page is open.
type scene struct {
	dir, workbook, page string
}

// serve measures the preview of this repository's data: the largest workbook
// is saved, and the page with the most on it is open.
func (b *bench) serve(ctx context.Context) error {
	dir := filepath.Join(b.dir, "served")
	for _, part := range []string{"indicators", "data"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(b.source, part))); err != nil {
			return fmt.Errorf("copy the project: %w", err)
		}
	}
	saves, err := b.play(ctx, scene{dir, "data/world/workbooks/3p-index.xlsx", "en/world/"})
	if err != nil {
		return err
	}
	b.report.add(saved(line{
		Part: "serve", Step: "`tipscore serve`: from the save of a workbook until an open page shows it",
		Input: "a copy of this repository's data", Saves: saves, Target: "under 2 s",
	}))
	return nil
}

// saved tells the spread of the saves.
func saved(l line) line {
	l.Result = fmt.Sprintf("median of %d saves, %s to %s", len(l.Saves), seconds(slices.Min(l.Saves)), seconds(slices.Max(l.Saves)))
	return l
}

// play runs a preview and returns how long it takes, each time, from the save
// until the open page has loaded its new state.
func (b *bench) play(ctx context.Context, s scene) ([]time.Duration, error) {
	name := filepath.Join(s.dir, filepath.FromSlash(s.workbook))
	versions, err := b.twoVersions(ctx, name)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	r, err := startPreview(ctx, b.binary, s.dir)
	if err != nil {
		return nil, err
	}
	defer r.close()
	if err := r.reload(ctx, 1, s.page); err != nil {
		return nil, err
	}
	var saves []time.Duration
	for i := range runs {
		start := time.Now()
		if err := save(name, versions[(i+1)%2]); err != nil {
			return nil, err
		}
		if err := r.reload(ctx, i+2, s.page); err != nil {
			return nil, err
		}
		saves = append(saves, time.Since(start))
	}
	return saves, nil
}

// twoVersions returns a workbook as it is and with another answer.
func (b *bench) twoVersions(ctx context.Context, name string) (out [2][]byte, err error) {
	self, err := os.Executable()
	if err != nil {
		return out, fmt.Errorf("find this program: %w", err)
	}
	changed := filepath.Join(b.dir, "changed.xlsx")
	if _, err := measure(ctx, self, "-change", name, changed); err != nil {
		return out, err
	}
	for i, file := range []string{name, changed} {
		if out[i], err = os.ReadFile(file); err != nil {
			return out, fmt.Errorf("read the workbook: %w", err)
		}
	}
	return out, nil
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
