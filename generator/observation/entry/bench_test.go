package entry_test

import (
	"testing"
	"testing/fstest"

	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
	"tipscore/generator/observation/register"
	"tipscore/generator/workbook"
)

// A coordinator reads some hundreds of these at every check.
func BenchmarkReadForm(b *testing.B) {
	p := towns(b)
	fsys := fstest.MapFS{"a.xlsx": {Data: write(b, entry.Form{Programme: p, Jurisdiction: 1, Words: words(b, "es"), Standing: true})}}
	b.ReportAllocs()
	for b.Loop() {
		book, _, err := workbook.Open(fsys, "a.xlsx", workbook.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		answers, _, err := observation.Decode(book, p)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := register.Decode(book, answers.Reading); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteForm(b *testing.B) {
	p, w := towns(b), words(b, "es")
	b.ReportAllocs()
	for b.Loop() {
		write(b, entry.Form{Programme: p, Jurisdiction: 1, Words: w, Standing: true})
	}
}
