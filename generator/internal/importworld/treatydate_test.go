package main

import (
	"testing"
	"time"

	"tipscore/generator/workbook"
)

func TestParseTreatyDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want workbook.Date
		kind string
	}{
		{"5 Feb 2008", workbook.Date{Year: 2008, Month: 2, Day: 5}, "ratification"},
		{"19 Sep 2002 a", workbook.Date{Year: 2002, Month: 9, Day: 19}, "accession"},
		{"7 Sep 2006 A", workbook.Date{Year: 2006, Month: 9, Day: 7}, "acceptance"},
		{"6 Sep 2006 AA", workbook.Date{Year: 2006, Month: 9, Day: 6}, "approval"},
		{"23 Oct 2006 d", workbook.Date{Year: 2006, Month: 10, Day: 23}, "succession"},
		{" 12 Mar  2001  d ", workbook.Date{Year: 2001, Month: 3, Day: 12}, "succession"},
		{"29 Feb 2000", workbook.Date{Year: 2000, Month: 2, Day: 29}, "ratification"},
	} {
		got, suffix, err := parseTreatyDate(c.in)
		if err != nil || got != c.want || kindOf(suffix) != c.kind {
			t.Errorf("parseTreatyDate(%q) = %v, %q, %v; want %v, %s", c.in, got, suffix, err, c.want, c.kind)
		}
	}
	for _, in := range []string{"", "2008", "5 February 2008 a x", "30 Feb 2000", "5 Feb 2008 b", "5 Feb 2008 aa", "Feb 5 2008", "5/2/2008", "5 Feb 08"} {
		if d, suffix, err := parseTreatyDate(in); err == nil {
			t.Errorf("parseTreatyDate(%q) = %v, %q; want an error", in, d, suffix)
		}
	}
}

func FuzzParseTreatyDate(f *testing.F) {
	f.Add("5 Feb 2008 AA")
	f.Add("30 Feb 2000")
	f.Add("\u00a05 Feb 2008 a")
	f.Fuzz(func(t *testing.T, s string) {
		d, suffix, err := parseTreatyDate(s)
		if err != nil {
			return
		}
		day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
		if day.Day() != d.Day || int(day.Month()) != d.Month {
			t.Errorf("parseTreatyDate(%q) = %v, which is no day", s, d)
		}
		if kindOf(suffix) == "" {
			t.Errorf("parseTreatyDate(%q) accepts the suffix %q", s, suffix)
		}
	})
}
