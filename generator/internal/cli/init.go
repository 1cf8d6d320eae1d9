package cli

import (
	"bytes"
	"context"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/workbook"
	"tipscore/indicators"
)

// starter is the programme of a new project. Its workbook is made when the
// project is, from two tables.
//
//go:embed starter
var starter embed.FS

// starterFramework is the framework that the starter's programme uses.
const starterFramework = "national-policy"

func (a *app) newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Make a new project with an invented example in it",
		Long: "Init makes a folder with a framework of indicators and a small example\n" +
			"programme, all of it invented. It passes check and builds a site.",
		Example: `  tipscore init my-project
  cd my-project && tipscore serve`,
		Args: exact("DIR"),
		RunE: func(c *cobra.Command, args []string) error { return a.runInit(c.Context(), args[0]) },
	}
}

func (a *app) runInit(ctx context.Context, dir string) error {
	if err := emptyFolder(dir); err != nil {
		return err
	}
	if err := atomicfile.MakeFolder(dir); err != nil {
		return err
	}
	framework, err := fs.Sub(indicators.FS, starterFramework)
	if err != nil {
		return fmt.Errorf("make project: %w", err)
	}
	if err := copyFiles(ctx, framework, filepath.Join(dir, "indicators", starterFramework)); err != nil {
		return err
	}
	for _, f := range []struct{ from, to string }{
		{"README.md", "README.md"},
		{"gitignore", ".gitignore"}, // embed leaves out names that begin with a dot
		{"programme.yaml", "data/example/programme.yaml"},
		{"jurisdictions.csv", "data/example/jurisdictions.csv"},
	} {
		data, err := starter.ReadFile("starter/" + f.from)
		if err != nil {
			return fmt.Errorf("make project: %w", err)
		}
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(f.to)), data); err != nil {
			return err
		}
	}
	answers, err := starterWorkbook()
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dir, "data", "example", "workbooks", "answers.xlsx"), answers); err != nil {
		return err
	}
	a.say("made the project "+dir+" with an invented example", "cd "+quoted(dir)+" && tipscore serve")
	return nil
}

// emptyFolder refuses a folder that has something in it.
func emptyFolder(dir string) error {
	if dir == "" {
		// An unset variable in a script; the files would land where one stands.
		return usagef("name a folder that does not exist yet", "the name of the folder is empty")
	}
	if err := atomicfile.Blocked(dir); err != nil {
		return err
	}
	have, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(have) == 0:
		return nil
	case err == nil:
		return usagef("name a folder that does not exist yet", "the folder %s is not empty", dir)
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return usagef("name a folder that does not exist yet", "%s is a file", dir)
	}
	return atomicfile.Refused(dir, err)
}

// copyFiles writes all files of a file system below a folder.
func copyFiles(ctx context.Context, from fs.FS, to string) error {
	return fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return fmt.Errorf("make project: %w", err)
		}
		return writeFile(filepath.Join(to, filepath.FromSlash(name)), data)
	})
}

func writeFile(name string, data []byte) error {
	if err := atomicfile.MakeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	return atomicfile.Write(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// starterWorkbook returns the example's workbook in the table layout.
func starterWorkbook() ([]byte, error) {
	var sheets []workbook.NewSheet
	for _, s := range []struct{ name, table string }{{"Data", "answers.csv"}, {"Sources", "sources.csv"}} {
		sheet, err := starterSheet(s.name, s.table)
		if err != nil {
			return nil, fmt.Errorf("make project: %w", err)
		}
		sheets = append(sheets, sheet)
	}
	var b bytes.Buffer
	if err := workbook.Write(&b, sheets); err != nil {
		return nil, fmt.Errorf("make project: %w", err)
	}
	return b.Bytes(), nil
}

// starterSheet turns a table into a sheet. Whole numbers become number cells,
// as they are when somebody types them.
func starterSheet(name, table string) (workbook.NewSheet, error) {
	f, err := starter.Open(path.Join("starter", table))
	if err != nil {
		return workbook.NewSheet{}, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return workbook.NewSheet{}, fmt.Errorf("read %s: %w", table, err)
	}
	sheet := workbook.NewSheet{Name: name, Header: rows[0]}
	for _, fields := range rows[1:] {
		values := make([]any, len(fields))
		for i, text := range fields {
			values[i] = text
			if n, err := strconv.Atoi(text); err == nil {
				values[i] = n
			}
		}
		sheet.Rows = append(sheet.Rows, values)
	}
	return sheet, nil
}
