// Package starter makes new projects out of what is embedded in the program: a
// small one to change into one's own, or the full demonstration.
//
//	err := starter.Small("my-project", starter.Quarter(time.Now()))
//
// The small project has one country with two towns and a single period, the
// quarter in which it is made. Its workbooks are entry workbooks, filled in from
// tables of invented answers. The same period gives the same bytes.
package starter

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"tipscore/data"
	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/programme"
	"tipscore/indicators"
)

//go:embed project
var project embed.FS

// framework is the framework of both projects.
const framework = "community-response"

// placeholder stands in the embedded files for the period.
const placeholder = "PERIOD"

// Examples returns the programmes that [Example] can make.
func Examples() []string { return []string{"demonstration"} }

// Small makes a small project in an empty folder, for one period.
func Small(dir string, period programme.Period) error {
	if err := copyFramework(dir); err != nil {
		return err
	}
	for _, f := range []struct{ from, to string }{
		{"README.md", "README.md"}, {"gitignore", ".gitignore"}, // embed leaves out names that begin with a dot
		{"programme.yaml", "data/example/programme.yaml"}, {"jurisdictions.csv", "data/example/jurisdictions.csv"},
	} {
		if err := copyFile(dir, f.from, f.to, period); err != nil {
			return err
		}
	}
	workbooks, err := fill(os.DirFS(dir))
	if err != nil {
		return fmt.Errorf("make project: %w", err)
	}
	for _, w := range workbooks {
		if err := writeFile(dir, "data/example/workbooks/"+w.name, w.data); err != nil {
			return err
		}
	}
	return nil
}

// Example makes a project in an empty folder with one of the programmes that
// ship with the program.
func Example(dir, name string) error {
	if err := copyFramework(dir); err != nil {
		return err
	}
	for _, f := range []struct{ from, to string }{{"demonstration.md", "README.md"}, {"gitignore", ".gitignore"}} {
		if err := copyFile(dir, f.from, f.to, programme.Period{}); err != nil {
			return err
		}
	}
	return copyTree(data.FS, name, dir, "data")
}

// Quarter returns the quarter of a day.
func Quarter(now time.Time) programme.Period {
	return programme.Period{Frequency: programme.Quarter, Year: now.Year(), Part: (int(now.Month())-1)/3 + 1}
}

func copyFramework(dir string) error { return copyTree(indicators.FS, framework, dir, "indicators") }

// copyTree writes all files below a folder of a file system below one of the
// project.
func copyTree(from fs.FS, folder, dir, to string) error {
	return fs.WalkDir(from, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(from, name)
		if err != nil {
			return fmt.Errorf("make project: %w", err)
		}
		return writeFile(dir, path.Join(to, name), content)
	})
}

func copyFile(dir, from, to string, period programme.Period) error {
	content, err := embedded(from, period)
	if err != nil {
		return fmt.Errorf("make project: %w", err)
	}
	return writeFile(dir, to, content)
}

// embedded returns an embedded file with the period in its place.
func embedded(name string, period programme.Period) ([]byte, error) {
	content, err := project.ReadFile("project/" + name)
	return bytes.ReplaceAll(content, []byte(placeholder), []byte(period.String())), err
}

func writeFile(dir, name string, content []byte) error {
	target := filepath.Join(dir, filepath.FromSlash(name))
	if err := atomicfile.MakeFolder(filepath.Dir(target)); err != nil {
		return err
	}
	return atomicfile.Write(target, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}
