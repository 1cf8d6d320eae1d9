package cli

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"tipscore/generator/diag"
	"tipscore/generator/internal/preview"
)

// While a workbook is saved slowly, it is looked at several times, and is damaged
// each time. The terminal says so once.
func TestSameTroubleIsToldOnce(t *testing.T) {
	damaged := diag.List{{Rule: "not-a-workbook", Message: "the file is cut off", Pos: diag.Pos{File: "data/p/a.xlsx"}}}
	other := diag.List{{Rule: "unknown-option", Message: "no such answer", Pos: diag.Pos{File: "data/p/a.xlsx"}}}
	files := []string{"data/p/a.xlsx"}
	broken := errors.New("the template is broken")
	steps := []struct {
		event preview.Event
		want  string // a part of what is said, "" for nothing
	}{
		{preview.Event{Findings: damaged}, "there is no site yet"},
		{preview.Event{}, "built in"},
		{preview.Event{Changed: files, Findings: damaged}, "the file is cut off"},
		{preview.Event{Changed: files, Findings: damaged, Again: true}, ""},
		{preview.Event{Changed: files, Findings: damaged, Again: true}, ""},
		{preview.Event{Changed: files, Findings: other, Again: true}, "no such answer"},
		{preview.Event{Changed: files, Findings: other}, "a.xlsx changed: the same problems as before, the site stays as it was"},
		{preview.Event{Changed: files, Again: true}, "a.xlsx changed: built in"},
		{preview.Event{Changed: files, Findings: damaged, Again: true}, "the file is cut off"},
		{preview.Event{Changed: files, Failure: broken}, "a.xlsx changed: the template is broken"},
		{preview.Event{Changed: files, Failure: broken, Again: true}, ""},
	}
	var said bytes.Buffer
	a := &app{streams: Streams{Err: &said, Getenv: func(string) string { return "" }}}
	r := &reporter{app: a, address: "http://localhost:1313/"}
	for i, step := range steps {
		said.Reset()
		r.report(step.event)
		if got := said.String(); (got == "") != (step.want == "") || !strings.Contains(got, step.want) {
			t.Errorf("step %d says %q, want %q", i+1, got, step.want)
		}
	}
}
