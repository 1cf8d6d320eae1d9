package main

import (
	"context"
	"fmt"
	"path/filepath"
)

// world measures the build of the repository's own site.
func (b *bench) world(ctx context.Context) error {
	const times = 3
	site := filepath.Join(b.dir, "world-site")
	var costs []cost
	for range times {
		c, err := measure(ctx, b.binary, "build", "-s", b.source, "-d", site)
		if err != nil {
			return err
		}
		costs = append(costs, c)
	}
	size, err := sizeOf(site)
	if err != nil {
		return err
	}
	c := middle(costs)
	b.report.add(line{
		Part: "world", Step: "`tipscore build` of this repository", Input: "the data in `data/`",
		Cost: &c, Result: size.String(), Site: &size, Target: "under 3 s",
	})
	return nil
}

// national measures an invented national deployment from the workbooks to the
// finished site.
func (b *bench) national(ctx context.Context) error {
	dir, err := b.project(ctx, "national")
	if err != nil {
		return err
	}
	spec := specs(b.quick)["national"]
	input := fmt.Sprintf("%d jurisdictions, %d indicators, %d quarters, %d languages: %s answers in %d workbooks",
		spec.Jurisdictions, spec.Indicators, spec.Quarters, len(spec.Languages), count(spec.Answers()), len(spec.Workbooks()))
	site := filepath.Join(b.dir, "national-site")
	for _, step := range []struct {
		name, target string
		args         []string
	}{
		{"check", "", []string{"check", "-s", dir}},
		{"score", "", []string{"score", "-s", dir, "-o", filepath.Join(b.dir, "scores.csv")}},
		{"build", "under 2 GB", []string{"build", "-s", dir, "-d", site, "--base-url", "https://scores.example.org/"}},
	} {
		c, err := measure(ctx, b.binary, step.args...)
		if err != nil {
			return err
		}
		b.report.add(line{Part: "national", Step: "`tipscore " + step.name + "`, national deployment", Input: input, Cost: &c, Target: step.target})
	}
	size, err := sizeOf(site)
	if err != nil {
		return err
	}
	last := &b.report.Lines[len(b.report.Lines)-1]
	last.Result, last.Site = size.String(), &size
	saves, err := b.play(ctx, scene{dir, spec.Workbooks()[0], "en/districts/"})
	if err != nil {
		return err
	}
	b.report.add(saved(line{
		Part: "national", Step: "`tipscore serve`, national deployment: from a save until an open page shows it",
		Input: "the same; one of the workbooks is saved", Saves: saves,
	}))
	return nil
}
