package typed

import (
	"strings"
	"testing"
)

func TestISODate(t *testing.T) {
	for in, want := range map[string]bool{
		"2008-02-05": true, "2008-02-29": true, "2000-02-29": true, "1999-12-31": true,
		"2007-02-29": false, "1900-02-29": false, "2008-13-01": false, "2008-04-31": false,
		"2008-00-10": false, "2008-01-00": false, "0000-01-01": false,
		"2008-2-5": false, "2008/02/05": false, "2008-02": false, "5/2/2008": false, "": false, "2008-02-0x": false,
	} {
		got, ok := ISODate(in)
		if ok != want || ok && got.String() != in {
			t.Errorf("ISODate(%q) = %v, %v", in, got, ok)
		}
	}
	a, b := Date{2008, 2, 5}, Date{2008, 10, 1}
	if a.Compare(b) != -1 || b.Compare(a) != 1 || a.Compare(a) != 0 || !(Date{}).IsZero() || (Date{}).String() != "" {
		t.Error("dates do not order")
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct {
		in, want  string // the dates, with a space between
		ambiguous bool
		hint      string
	}{
		{"25/12/2008", "2008-12-25", false, ""},
		{"2008-02-05 00:00:00", "2008-02-05", false, ""},
		{"2008-02-05T12:30Z", "2008-02-05", false, ""},
		{"12/25/2008", "2008-12-25", false, ""},
		{"2008/02/05", "2008-02-05", false, ""},
		{"2008.2.5", "2008-02-05", false, ""},
		{"5. 5. 2008", "2008-05-05", false, ""},
		{"05/02/2008", "2008-02-05 2008-05-02", true, "type 2008-02-05 if 5 February 2008 is meant, 2008-05-02 if 2 May 2008 is meant"},
		{"31/11/2008", "", false, "no such day"},
		{"2008-02-30", "", false, "no such day"},
		{"2008/13/05", "", false, "no such day"},
		{"5/2/08", "", true, "two digits"},
		{"2008-02", "", false, "the day is missing"},
		{"2/2008", "", false, "the day is missing"},
		{"2008", "", false, "a year alone"},
		{"soon", "", false, "type year, month and day"},
	} {
		var got []string
		for _, d := range Dates(test.in) {
			got = append(got, d.String())
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: %q", test.in, got)
		}
		if len(got) == 1 {
			continue
		}
		if hint, ambiguous := DateHint(test.in); ambiguous != test.ambiguous || !strings.Contains(hint, test.hint) {
			t.Errorf("%q: %v %q", test.in, ambiguous, hint)
		}
	}
}
