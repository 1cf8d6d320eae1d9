package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestParseTier(t *testing.T) {
	for label, want := range map[string]string{
		"Tier 1    ": "tier-1", "Tier 2    ": "tier-2", "Watchlist    ": "tier-2-watch-list",
		"Tier 3": "tier-3", "NA": "",
	} {
		if got, err := parseTier(label); err != nil || got != want {
			t.Errorf("parseTier(%q) = %q, %v; want %q", label, got, err, want)
		}
	}
	for _, label := range []string{"", "2", "Tier 4", "tier 1", "Special Case"} {
		if got, err := parseTier(label); err == nil {
			t.Errorf("parseTier(%q) = %q; want an error", label, got)
		}
	}
}

func TestReadTiers(t *testing.T) {
	fsys := indexOf("Haiti,Haiti,HTI,2012,2.5,7,2,3,2\nKosovo,Kosovo,KOS,2009,3,10,4,4,2\nTaiwan,\"Taiwan, Province of China\",TWN,2009,NA,NA,NA,NA,NA\n")
	fsys[tiersFile] = mapFile("countryname,iso,year,ccode,tier\n" +
		"Haiti,HTI,2012,41,Watchlist    \n" +
		"Haiti,HTI,2009,41,NA\n" +
		"Haiti,HTI,2015,41,Tier 3\n" +
		"Kosovo,KOS,2009,1001,Tier 2    \n" +
		"Aruba,ABW,2015,NA,Tier 2    \n")
	answers, tally, err := readTiers(testWorld(t), fsys)
	if err != nil {
		t.Fatal(err)
	}
	if len(answers) != 2 || answers[0].value != "tier-2-watch-list" || answers[1].jurisdiction != "XKX" {
		t.Errorf("answers %v", answers)
	}
	if got := strings.Join(answers[0].sources, " "); got != "tip-report-2012 heiss-kelley-2017" {
		t.Errorf("sources %q", got)
	}
	if len(tally.dropped) != 3 {
		t.Errorf("left out: %v", tally.dropped)
	}
	if got := tally.notes[0]; !strings.Contains(got, "1 agree, 1 have no tier in either, 1 differ") {
		t.Errorf("comparison: %q", got)
	}
}

func mapFile(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
