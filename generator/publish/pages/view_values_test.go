package pages

import (
	"slices"
	"testing"
)

func TestGrouped(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 7: "7", 1234: "1234", 12345: "12\u202f345", 1234567.25: "1\u202f234\u202f567.25",
		-12345: "−12\u202f345", 0.1234: "0.123", 2.0 / 3: "0.667",
	} {
		if got := grouped(x); got != want {
			t.Errorf("grouped(%v) = %q, want %q", x, got, want)
		}
	}
}

func TestChangeView(t *testing.T) {
	for d, want := range map[float64]ChangeView{
		8.34: {Known: true, Text: "+8.3", Way: "up"},
		-5:   {Known: true, Text: "−5.0", Way: "down"},
		0:    {Known: true, Text: "0.0", Way: "level"},
	} {
		if got := changeView(d, 1); got != want {
			t.Errorf("changeView(%v) = %+v, want %+v", d, got, want)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, test := range []struct {
		values []float64
		want   float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 2, 3}, 2.5}} {
		if got := median(test.values); got != test.want {
			t.Errorf("median(%v) = %v, want %v", test.values, got, test.want)
		}
	}
}

func TestBasePath(t *testing.T) {
	for base, want := range map[string]string{
		"": "/", "https://example.org": "/", "https://example.org/tip": "/tip/", "https://example.org/a/b": "/a/b/",
	} {
		if got := basePath(base); got != want {
			t.Errorf("basePath(%q) = %q, want %q", base, got, want)
		}
	}
}

func TestFoldSortsNamesWhereReadersLook(t *testing.T) {
	for name, want := range map[string]string{"Åland": "aland", "México": "mexico", "Côte d'Ivoire": "cote d'ivoire", "España": "espana"} {
		if got := fold(name); got != want {
			t.Errorf("fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestAnchorIsSafe(t *testing.T) {
	if got := anchor(`a"><script>`); got != "source-a___script_" {
		t.Errorf("anchor = %q", got)
	}
}

func TestDatesComeBeforeMissingOnes(t *testing.T) {
	row := func(date string) AnswerRow { return AnswerRow{Answer: AnswerView{ISODate: date}} }
	rows := []AnswerRow{row(""), row("2008-02-05"), row(""), row("1999-12-31")}
	slices.SortStableFunc(rows, byDate)
	for i, want := range []string{"1999-12-31", "2008-02-05", "", ""} {
		if got := rows[i].Answer.ISODate; got != want {
			t.Errorf("row %d has the date %q, want %q", i, got, want)
		}
	}
}

// Medians and points are rounded as scores are: half away from zero. The
// standard library would write 26.2, because 26.25 is exact in binary.
func TestDecimalsRoundAsScoresDo(t *testing.T) {
	for x, want := range map[float64]string{26.25: "26.3", 86.25: "86.3", 58.0 + 1.0/3: "58.3", 50: "50.0", -26.25: "-26.3"} {
		if got := decimals(x, 1); got != want {
			t.Errorf("decimals(%v) = %q, want %q", x, got, want)
		}
	}
}
