package scorecard

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"tipscore/generator/observation"
	"tipscore/generator/scorecard/method"
)

// small has two jurisdictions, two years, three rubrics in two pillars.
func small(t *testing.T) *Scorecard {
	t.Helper()
	a, b, c := rubric("a1", 1), rubric("a2", 2), rubric("b1", 1)
	f := framework(overall(node("pillar", "one", a, b), node("pillar", "two", c)))
	return compute(t, world(f, 2, 2), []observation.Observation{
		chosen(0, 0, a, "5"), chosen(0, 0, b, "2"), chosen(0, 0, c, "1"),
		chosen(0, 1, a, "5"), empty(0, 1, b, observation.NotApplicable), empty(0, 1, c, observation.Withheld),
		chosen(1, 0, a, "5"), chosen(1, 0, b, "3"), chosen(1, 0, c, "5"),
	})
}

const smallCSV = `jurisdiction,period,node,score,coverage,rank,band,filled,programme
a,2001,overall,25,1,2,limited,,small
a,2001,one,50,1,2,substantial,,small
a,2001,a1,100,1,1,strong,,small
a,2001,a2,25,1,2,limited,,small
a,2001,two,0,1,2,little,,small
a,2001,b1,0,1,2,little,,small
a,2002,overall,,0.5,,,,small
a,2002,one,100,1,,strong,,small
a,2002,a1,100,1,,strong,,small
a,2002,a2,,,,,,small
a,2002,two,,0,,,,small
a,2002,b1,,0,,,,small
b,2001,overall,83.3333333333,1,1,strong,,small
b,2001,one,66.6666666667,1,1,substantial,,small
b,2001,a1,100,1,1,strong,,small
b,2001,a2,50,1,1,substantial,,small
b,2001,two,100,1,1,strong,,small
b,2001,b1,100,1,1,strong,,small
b,2002,overall,,0,,,,small
b,2002,one,,0,,,,small
b,2002,a1,,0,,,,small
b,2002,a2,,0,,,,small
b,2002,two,,0,,,,small
b,2002,b1,,0,,,,small
`

func TestWriteCSV(t *testing.T) {
	var out bytes.Buffer
	if err := WriteCSV(&out, small(t).Rows()); err != nil {
		t.Fatal(err)
	}
	if out.String() != smallCSV {
		t.Errorf("got\n%s\nwant\n%s", out.String(), smallCSV)
	}
}

func TestWriteJSONSaysTheSame(t *testing.T) {
	var out bytes.Buffer
	if err := WriteJSON(&out, small(t).Rows()); err != nil {
		t.Fatal(err)
	}
	if first := "[\n" + `{"jurisdiction":"a","period":"2001","node":"overall","score":25,"coverage":1,"rank":2,"band":"limited","filled":false,"programme":"small"}` + ",\n"; !strings.HasPrefix(out.String(), first) {
		t.Errorf("starts with\n%.200s", out.String())
	}
	var rows []map[string]any
	d := json.NewDecoder(&out)
	d.UseNumber()
	if err := d.Decode(&rows); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(Columns(), ",") + "\n"
	for _, row := range rows {
		if len(row) != len(Columns()) {
			t.Fatalf("%d fields: %v", len(row), row)
		}
		for k, column := range Columns() {
			v, ok := row[column]
			if !ok {
				t.Fatalf("no field %q", column)
			}
			switch v := v.(type) {
			case string:
				text += v
			case json.Number:
				text += v.String()
			}
			text += string(",,,,,,,,\n"[k])
		}
	}
	if text != smallCSV {
		t.Errorf("as CSV the objects are\n%s\nwant\n%s", text, smallCSV)
	}
}

func TestTablesWithoutJurisdictions(t *testing.T) {
	s := compute(t, world(framework(overall(node("pillar", "one", rubric("a1", 1)))), 0, 1), nil)
	var out bytes.Buffer
	if err := WriteJSON(&out, s.Rows()); err != nil || !json.Valid(out.Bytes()) {
		t.Errorf("%q, %v", out.String(), err)
	}
}

func TestNumber(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 1: "1", 100: "100", 10: "10", 58.333333333333336: "58.3333333333", 0.1 + 0.2: "0.3",
		2.0 / 3: "0.6666666667", 0.0000000001: "0.0000000001", 12.5: "12.5", -16.6: "-16.6", -0.00000000001: "0",
	} {
		if got := method.Number(x); got != want {
			t.Errorf("number(%v) = %q, want %q", x, got, want)
		}
	}
}

// full is a writer that accepts so many bytes.
type full int

var errFull = errors.New("disk full")

func (f *full) Write(p []byte) (int, error) {
	if *f -= full(len(p)); *f < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrorsAreReported(t *testing.T) {
	s := small(t)
	for name, write := range map[string]func(*full) error{
		"csv":        func(w *full) error { return WriteCSV(w, s.Rows()) },
		"json":       func(w *full) error { return WriteJSON(w, s.Rows()) },
		"trace":      func(w *full) error { return s.Explain(0, 0).WriteText(w, "en") },
		"trace json": func(w *full) error { return s.Explain(0, 0).WriteJSON(w) },
	} {
		w := full(10)
		if err := write(&w); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want %v", name, err, errFull)
		}
	}
}
