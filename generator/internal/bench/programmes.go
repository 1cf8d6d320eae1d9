package main

import (
	"context"
	"fmt"
	"path/filepath"

	"tipscore/generator/internal/project"
)

// maxShare is the most that all programmes of the repository may cost together,
// as a multiple of the programme world alone.
const maxShare = 3

// programmes measures check, score and build of the whole repository beside
// those of the programme world, in turn.
func (b *bench) programmes(ctx context.Context) error {
	p, err := project.Open(b.source)
	if err != nil {
		return err
	}
	ids, err := p.Programmes()
	if err != nil {
		return err
	}
	all, world := filepath.Join(b.dir, "all-site"), filepath.Join(b.dir, "world-site")
	scores := filepath.Join(b.dir, "scores.csv")
	for _, step := range []struct {
		name       string
		all, world []string
	}{
		{"check", []string{"check", "-s", b.source}, []string{"check", "-s", b.source, "--programme", "world"}},
		{"score", []string{"score", "-s", b.source, "-o", scores}, []string{"score", "-s", b.source, "--programme", "world", "-o", scores}},
		{"build", []string{"build", "-s", b.source, "-d", all}, []string{"build", "-s", b.source, "-d", world, "--programme", "world"}},
	} {
		var whole, part []cost
		for range runs {
			c, err := measure(ctx, b.binary, step.all...)
			if err != nil {
				return err
			}
			whole = append(whole, c)
			if c, err = measure(ctx, b.binary, step.world...); err != nil {
				return err
			}
			part = append(part, c)
		}
		a, w := middle(whole), middle(part)
		ratio := a.wall.Seconds() / w.wall.Seconds()
		b.report.add(line{Part: "programmes", Step: "`tipscore " + step.name + "`, programme `world` alone", Input: "the data of this repository", Cost: &w})
		b.report.add(line{
			Part: "programmes", Step: fmt.Sprintf("`tipscore %s`, all %d programmes", step.name, len(ids)), Input: "the data of this repository", Cost: &a,
			Result: fmt.Sprintf("%.2f times the time of the line above", ratio), Ratio: ratio, Target: fmt.Sprintf("at most %d times", maxShare),
		})
	}
	return nil
}
