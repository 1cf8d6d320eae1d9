package peers

import "testing"

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

func TestFoldSortsNamesWhereReadersLook(t *testing.T) {
	for name, want := range map[string]string{"Åland": "aland", "México": "mexico", "Côte d'Ivoire": "cote d'ivoire", "España": "espana"} {
		if got := Fold(name); got != want {
			t.Errorf("fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSpans(t *testing.T) {
	e := &Edition{Periods: []string{"2001", "2002", "2003", "2004", "2005"}}
	for want, periods := range map[string][]int{
		"": nil, "2002": {1}, "2001–2002": {0, 1}, "2001–2003, 2005": {0, 1, 2, 4}, "2001, 2003, 2005": {0, 2, 4},
	} {
		if got := e.Spans(periods); got != want {
			t.Errorf("Spans(%v) = %q, want %q", periods, got, want)
		}
	}
}
