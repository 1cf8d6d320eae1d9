package observation

import (
	"io/fs"
	"os"
	"path"
	"testing"

	"tipscore/generator/diag"
	"tipscore/generator/workbook"
)

// Other people's spreadsheets, many of them broken or hostile, are no answers
// to the invented programme: each says so with an error, and none panics.
func TestOddWorkbooks(t *testing.T) {
	if testing.Short() {
		t.Skip("489 files")
	}
	folder := "../../../shared/data/odd-workbooks"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the odd workbooks are not there: ", err)
	}
	fsys, p := os.DirFS(folder), Demo(t)
	count := 0
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) == ".md" || name == "MANIFEST.csv" {
			return err
		}
		count++
		b, findings, err := workbook.Open(fsys, name, workbook.Limits{})
		if err != nil {
			return err
		}
		if b != nil {
			_, more, err := Decode(b, p)
			if err != nil {
				return err
			}
			findings.Add(more...)
			if err := b.Close(); err != nil {
				return err
			}
		}
		if findings.Count(diag.Error) == 0 {
			t.Errorf("%s: no error", name)
		}
		return nil
	})
	if err != nil || count < 100 {
		t.Fatal(count, err)
	}
}
