package annotate

import (
	"archive/zip"
	"bytes"
	"io"

	"tipscore/generator/workbook/internal/marks"
	"tipscore/generator/workbook/internal/packer"
)

// Fresh reports whether a file is a marked copy that nobody has saved since it
// was written, so that nothing is lost with it. Every spreadsheet program writes
// its own name into a file, and ours has none.
func Fresh(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	holds := func(name string, is func(string) bool) bool {
		f, err := z.Open(name)
		if err != nil {
			return false
		}
		defer f.Close()
		content, err := io.ReadAll(io.LimitReader(f, 1<<20))
		return err == nil && is(string(content))
	}
	return packer.Unsigned(holds) && holds("xl/workbook.xml", func(s string) bool {
		return bytes.Contains([]byte(s), []byte(`name="`+marks.SheetName+`"`))
	})
}
