package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"tipscore/generator/internal/bench/synthetic"
)

// specs are the invented projects by name. The quick ones have a tenth of the
// answers.
func specs(quick bool) map[string]synthetic.Spec {
	// Most workbooks come out of Excel, LibreOffice or Google Sheets.
	table := synthetic.Spec{Jurisdictions: 50, Indicators: 50, Quarters: 40, Languages: []string{"en"}, OneWorkbook: true, Shared: true}
	// The national deployment of the design: 458,400 answers. French is not
	// among the languages of the program; its words are a layer of the project.
	national := synthetic.Spec{Jurisdictions: 191, Indicators: 60, Quarters: 40, Languages: []string{"en", "es", "fr"}}
	if quick {
		table.Quarters = 4
		national.Jurisdictions, national.Quarters = 64, 12
	}
	return map[string]synthetic.Spec{"table": table, "national": national}
}

// makeInputs is what a process started by project does.
func makeInputs(o options, dir string) error {
	spec, known := specs(o.quick)[o.inputs]
	if !known {
		return fmt.Errorf("there is no project %q", o.inputs)
	}
	return spec.Write(dir)
}

// project makes the invented project with the name and returns its folder.
func (b *bench) project(ctx context.Context, name string) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find this program: %w", err)
	}
	dir := filepath.Join(b.dir, name)
	args := []string{"-inputs", name, dir}
	if b.quick {
		args = append([]string{"-quick"}, args...)
	}
	if _, err := measure(ctx, self, args...); err != nil {
		return "", fmt.Errorf("make the project %s: %w", name, err)
	}
	return dir, nil
}
