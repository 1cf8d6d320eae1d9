package main

import (
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/workbook"
)

const (
	palermoFile   = "palermo_protocol_parties_2015-03.csv"
	palermoHeader = "Participant,Signature,\"Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)\"\n"
)

// otherTreaties holds the lists of a test that is about one of them.
func otherTreaties(palermo string) fstest.MapFS {
	fsys := fstest.MapFS{palermoFile: {Data: []byte(palermo)}}
	for _, name := range []string{"untoc", "cedaw", "crc_op_sale_of_children"} {
		fsys[name+"_parties_2015-03.csv"] = &fstest.MapFile{Data: []byte("Participant,Signature,Party\n")}
	}
	return fsys
}

func TestReadTreaties(t *testing.T) {
	answers, tally, err := readTreaties(testWorld(t), otherTreaties(palermoHeader+
		"European Union,12 Dec 2000,6 Sep 2006 AA\n"+
		"Dominican Republic,15 Dec 2000,5 Feb 2008\n"+
		"Haiti,13 Dec 2000,\n"+
		"St. Lucia,,16 Jul 2013 a\n"))
	if err != nil {
		t.Fatal(err)
	}
	date := func(y, m, d int) any { return workbook.Date{Year: y, Month: m, Day: d} }
	want := map[string]answer{
		"DOM": {value: date(2008, 2, 5), state: observed, comment: "Ratification; signed 2000-12-15."},
		"LCA": {value: date(2013, 7, 16), state: observed, comment: "Accession."},
		"HTI": {state: notAvailable, comment: "Not a party in the list used, whose latest act is of 2013-07-16; signed 2000-12-13."},
		"NAM": {state: notAvailable, comment: "Not a party in the list used, whose latest act is of 2013-07-16; not a participant in it."},
		"HKG": {state: "not_applicable", comment: "Only states can be parties, and the list does not name this region."},
	}
	seen := 0
	for _, a := range answers {
		w, ok := want[a.jurisdiction]
		if !ok || a.indicator != "palermo-protocol" {
			continue
		}
		seen++
		if a.value != w.value || a.state != w.state || a.comment != w.comment || a.period != 0 {
			t.Errorf("%s: %v %q %q, want %v %q %q", a.jurisdiction, a.value, a.state, a.comment, w.value, w.state, w.comment)
		}
	}
	if seen != len(want) {
		t.Errorf("%d of %d jurisdictions have an answer", seen, len(want))
	}
	if n := tally.dropped["European Union: organisation of states"]; n != 1 {
		t.Errorf("the European Union is counted %d times among what is left out", n)
	}
}

func TestReadTreatiesRefuses(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{"Atlantis,,5 Feb 2008\n", `parties_2015-03.csv:2: "Atlantis"`},
		{"Haiti,,5 Feb 2008 x\n", "suffixes a, A, AA, d"},
		{"Haiti,5 Feb 2008 a,\n", "not the date of a signature"},
		{"Haiti,,5 Feb 2008\nHaiti,,6 Feb 2008\n", ":3: HTI is in the list twice"},
	} {
		_, _, err := readTreaties(testWorld(t), otherTreaties(palermoHeader+c.rows))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.rows, err, c.want)
		}
	}
}
