package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// runs is how often a short thing is measured, an odd number.
const runs = 5

// maxRatio is the most that a check may cost, as a multiple of reading the same
// rows with excelize.
const maxRatio = 1.25

// check measures the check of one big workbook beside the bare reading of its
// rows, in turn, so that what else the machine does meets both.
func (b *bench) check(ctx context.Context) error {
	dir, err := b.project(ctx, "table")
	if err != nil {
		return err
	}
	spec := specs(b.quick)["table"]
	book := filepath.Join(dir, filepath.FromSlash(spec.Workbooks()[0]))
	info, err := os.Stat(book)
	if err != nil {
		return fmt.Errorf("look at the workbook: %w", err)
	}
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find this program: %w", err)
	}
	var bare, checked []cost
	for range runs {
		c, err := measure(ctx, self, "-bare", book)
		if err != nil {
			return err
		}
		bare = append(bare, c)
		if c, err = measure(ctx, b.binary, "check", "-s", dir); err != nil {
			return err
		}
		checked = append(checked, c)
	}
	input := fmt.Sprintf("%s rows, 8 columns, %s", count(spec.Answers()), size(info.Size()))
	read, whole := middle(bare), middle(checked)
	ratio := whole.cpu.Seconds() / read.cpu.Seconds()
	b.report.add(line{Part: "check", Step: "read the rows with excelize and do nothing", Input: input, Cost: &read})
	b.report.add(line{
		Part: "check", Step: "`tipscore check` of the same workbook", Input: input, Cost: &whole,
		Result: fmt.Sprintf("%.2f times the CPU time of the line above", ratio), Ratio: ratio,
		Target: fmt.Sprintf("at most %.2f times", maxRatio),
	})
	return nil
}

// middle returns the median of each figure by itself.
func middle(costs []cost) cost {
	var wall, cpu []time.Duration
	var peak []int64
	for _, c := range costs {
		wall, cpu, peak = append(wall, c.wall), append(cpu, c.cpu), append(peak, c.peak)
	}
	return cost{median(wall), median(cpu), median(peak)}
}

// median returns the middle one of an odd number of values.
func median[T int64 | time.Duration](values []T) T {
	slices.Sort(values)
	return values[len(values)/2]
}
