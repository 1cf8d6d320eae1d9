package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

const indexHeader = "countryname,country_name,iso,year,tier,p,prosecution,prevention,protection\n"

func indexOf(rows string) fstest.MapFS {
	return fstest.MapFS{indexFile: {Data: []byte(indexHeader + rows)}}
}

func TestReadIndex(t *testing.T) {
	answers, tally, err := readIndex(testWorld(t), indexOf(
		"Dominican Republic,Dominican Republic,DOM,2006,2,10,4,3,3\n"+
			"Haiti,Haiti,HTI,2009,NA,4,2,NA,2\n"+
			"Namibia,Namibia,NAM,2012,2.5,10,4,3,3\n"+
			"Dominica,NA,NA,2012,NA,NA,NA,NA,NA\n"+
			"Canada,Canada,CAN,2020,1,15,5,5,5\n"))
	if err != nil {
		t.Fatal(err)
	}
	if tally.read != 5 || tally.dropped["not in the programme"] != 1 || len(answers) != 12 {
		t.Errorf("%d rows read, dropped %v, %d answers", tally.read, tally.dropped, len(answers))
	}
	got := map[answerKey]answer{}
	for _, a := range answers {
		got[a.answerKey] = a
	}
	for key, value := range map[answerKey]any{
		{"DOM", 2006, "3p-prosecution"}: 4.0,
		{"DOM", 2006, "3p-protection"}:  3.0,
		{"HTI", 2009, "3p-protection"}:  2.0,
		{"HTI", 2009, "3p-prevention"}:  nil,
		{"NAM", 2012, "3p-prosecution"}: 4.0,
		{"DMA", 2012, "3p-prosecution"}: nil,
	} {
		a, ok := got[key]
		want := observed
		if value == nil {
			want = notAssessed
		}
		if !ok || a.value != value || a.state != want {
			t.Errorf("%v: %v %q, want %v %q", key, a.value, a.state, value, want)
		}
	}
	if c := got[answerKey{"HTI", 2009, "3p-prevention"}].comment; !strings.Contains(c, "total of 4") {
		t.Errorf("the missing code of Haiti 2009 has the comment %q", c)
	}
}

func TestReadIndexRefuses(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"Haiti,Haiti,HTI,2010,NA,6,1,2,2\n", "policy_index.csv:2: the total 6 is not the sum 5"},
		{"Haiti,Haiti,HTI,2010,NA,NA,1,2,2\n", "the total 0 is not the sum 5"},
		{"Haiti,Haiti,HTI,2010,NA,4,2,NA,2\n", "stands over a missing code"},
		{"Haiti,Haiti,HTI,2010,NA,8,6,1,1\n", `"6" is not a whole number from 1 to 5`},
		{"Haiti,Haiti,HTI,2010,NA,8,2.5,1,1\n", `"2.5" is not a whole number`},
		{"Haiti,Haiti,HTI,2010,NA,,1,1,1\n", `"" is not a whole number from 3 to 15`},
		{"Haiti,Haiti,HTI,MMX,NA,3,1,1,1\n", `"MMX" is no year`},
		{"Atlantis,NA,NA,2010,NA,3,1,1,1\n", `"Atlantis"`},
	} {
		if _, _, err := readIndex(testWorld(t), indexOf(c.row)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.row, err, c.want)
		}
	}
}

func TestMakePublished(t *testing.T) {
	f, err := makePublished(testWorld(t), indexOf(
		"Haiti,Haiti,HTI,2009,NA,4,2,NA,2\n"+
			"CostaRica,Costa Rica,CRI,2000,NA,NA,4,NA,2\n"+
			"Canada,Canada,CAN,2010,1,14,5,5,4\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := "jurisdiction,period,prosecution,protection,prevention,p,note\n" +
		"CAN,2010,5,4,5,14,\n" +
		"HTI,2009,2,2,,4,\"The source has no code for prevention. It gives a total of 4, which is only the sum of the other two.\"\n"
	if string(f.data) != want {
		t.Errorf("got\n%swant\n%s", f.data, want)
	}
}
