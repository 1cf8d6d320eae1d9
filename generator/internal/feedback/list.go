package feedback

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// mark begins a list, so that spreadsheet programs read it as UTF-8.
const mark = "\ufeff"

// header is the first line of a list.
func (l Letter) header() []string {
	var out []string
	for _, key := range []string{"line", "column", "severity", "what", "typed", "expected", "todo"} {
		out = append(out, l.Words.Text("problems_"+key))
	}
	return out
}

// WriteList writes the findings as a table, for a file that cannot be marked.
func (l Letter) WriteList(w io.Writer) error {
	if _, err := io.WriteString(w, mark); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Write(l.header())
	for _, d := range l.Findings {
		t, line, column := l.tell(d), "", ""
		switch {
		case d.Pos.Line > 0:
			line = fmt.Sprint(d.Pos.Line)
		case d.Pos.Sheet != "":
			line = l.place(d.Pos).Label
		}
		if d.Pos.Line > 0 && d.Pos.Column > 0 {
			column = fmt.Sprint(d.Pos.Column)
		}
		row := []string{line, column, l.severity(d), t.what, t.typed, t.expected, t.todo}
		for i, s := range row {
			if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
				row[i] = "'" + s // text, whatever it looks like
			}
		}
		c.Write(row)
	}
	c.Flush()
	return c.Error()
}

// IsList reports whether a file is a list that was written for such a letter.
func (l Letter) IsList(data []byte) bool {
	var b bytes.Buffer
	c := csv.NewWriter(&b)
	c.Write(l.header())
	c.Flush()
	return bytes.HasPrefix(data, append([]byte(mark), b.Bytes()...))
}
