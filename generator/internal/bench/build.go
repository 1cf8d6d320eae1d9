package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"tipscore/generator/internal/bench/synthetic"
)

// national measures an invented national deployment from the workbooks to the
// finished site, and a save in its preview.
func (b *bench) national(ctx context.Context) error {
	dir, err := b.project(ctx, "national")
	if err != nil {
		return err
	}
	spec := specs(b.quick)["national"]
	input, err := describe(spec, dir)
	if err != nil {
		return err
	}
	site := filepath.Join(b.dir, "national-site")
	for _, args := range [][]string{
		{"check", "-s", dir},
		{"score", "-s", dir, "-o", filepath.Join(b.dir, "scores.csv")},
		{"build", "-s", dir, "-d", site, "--base-url", "https://scores.example.org/"},
	} {
		c, err := measure(ctx, b.binary, args...)
		if err != nil {
			return err
		}
		b.report.add(line{Part: "national", Step: "`tipscore " + args[0] + "`, national deployment", Input: input, Cost: &c})
	}
	built, err := sizeOf(site)
	if err != nil {
		return err
	}
	last := &b.report.Lines[len(b.report.Lines)-1]
	last.Result, last.Site, last.Target = built.String(), &built, "memory under 2 GB"
	saves, err := b.play(ctx, scene{dir, spec.Workbooks()[0], "en/districts/"})
	if err != nil {
		return err
	}
	b.report.add(saved(line{
		Part: "national", Step: "`tipscore serve`, national deployment: from a save until an open page shows it",
		Input: input, Saves: saves,
	}))
	return nil
}

// describe tells the size of an invented project.
func describe(spec synthetic.Spec, dir string) (string, error) {
	var bytes int64
	for _, name := range spec.Workbooks() {
		info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return "", fmt.Errorf("look at the workbooks: %w", err)
		}
		bytes += info.Size()
	}
	return fmt.Sprintf("%d jurisdictions, %d indicators, %d quarters, %d languages: %s answers in %d workbooks of together %s",
		spec.Jurisdictions, spec.Indicators, spec.Quarters, len(spec.Languages), count(spec.Answers()), len(spec.Workbooks()), size(bytes)), nil
}
