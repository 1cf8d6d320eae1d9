package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tipscore/generator/workbook"
)

// committed returns the rows of a committed workbook by jurisdiction, period
// and indicator, separated by spaces.
func committed(t *testing.T, name string) map[string]sheetRow {
	t.Helper()
	rows, err := readSheet(os.DirFS(filepath.Join(programmeDir, "workbooks")), name, "Data", dataHeader())
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[string]sheetRow{}
	for _, r := range rows {
		byKey[strings.Join(r.cells[:3], " ")] = r
	}
	if len(byKey) != len(rows) {
		t.Errorf("%s has %d rows for %d answers", name, len(rows), len(byKey))
	}
	return byKey
}

// Codes that were checked by hand against the published index, as
// prosecution, protection, prevention.
func TestCommittedIndex(t *testing.T) {
	rows := committed(t, "3p-index.xlsx")
	if len(rows) != 189*16*3-3*3 {
		t.Errorf("%d answers", len(rows)) // three states have no row for 1999
	}
	for key, want := range map[string][3]string{
		"CAN 2010": {"5", "4", "5"}, "NLD 2005": {"5", "5", "5"}, "NLD 2013": {"5", "3", "4"},
		"DOM 2000": {"4", "2", "2"}, "DOM 2005": {"4", "3", "4"}, "DOM 2006": {"4", "3", "3"},
		"DOM 2009": {"2", "3", "3"}, "DOM 2010": {"4", "4", "4"}, "DOM 2013": {"4", "3", "3"},
		"HTI 2010": {"1", "2", "2"}, "HTI 2009": {"2", "2", ""}, "CRI 2000": {"4", "2", ""},
		"NAM 2012": {"4", "3", "3"}, "KNA 2013": {"", "", ""}, "XKX 2013": {"5", "4", "4"},
	} {
		for i, pillar := range pillars() {
			r, ok := rows[key+" 3p-"+pillar]
			state := observed
			if want[i] == "" {
				state = notAssessed
			}
			if !ok || r.get("value") != want[i] || r.get("state") != state {
				t.Errorf("%s %s: %q, want %q %s", key, pillar, r.cells, want[i], state)
			}
		}
	}
}

func TestCommittedTiers(t *testing.T) {
	rows := committed(t, "us-tip-tier.xlsx")
	watch := "tier-2-watch-list"
	series := []string{"tier-2", "tier-2", "tier-3", watch, watch, "tier-2", watch, watch, watch, "tier-3", watch, "tier-2", "tier-2", "tier-2"}
	for i, want := range series { // the Dominican Republic from 2001 to 2014
		key := "DOM " + strconv.Itoa(2001+i) + " us-tip-tier"
		if r, ok := rows[key]; !ok || r.get("value") != want {
			t.Errorf("%s: %q, want %s", key, r.cells, want)
		}
	}
	for key := range rows {
		if strings.HasPrefix(key, "USA ") {
			t.Errorf("the United States does not stand in the source: %s", key)
		}
	}
}

func TestCommittedTreaties(t *testing.T) {
	rows := committed(t, "treaties.xlsx")
	if len(rows) != 4*197 {
		t.Errorf("%d answers", len(rows))
	}
	for key, want := range map[string][2]string{
		"DOM  palermo-protocol":     {"39483", observed}, // 2008-02-05
		"USA  palermo-protocol":     {"38659", observed}, // 2005-11-03
		"JPN  palermo-protocol":     {"", notAvailable},
		"USA  cedaw":                {"", notAvailable},
		"HKG  untoc":                {"", "not_applicable"},
		"DOM  crc-sale-of-children": {"39057", observed}, // 2006-12-06
	} {
		if r, ok := rows[key]; !ok || r.get("value") != want[0] || r.get("state") != want[1] {
			t.Errorf("%s: %q, want %q", key, r.cells, want)
		}
	}
}

func TestCommittedCounts(t *testing.T) {
	rows := committed(t, "unodc-counts.xlsx")
	for key, want := range map[string][2]string{
		"DOM 2011 detected-victims":   {"54", observed},
		"DOM 2012 persons-convicted":  {"", suppressed},
		"DOM 2014 persons-prosecuted": {"66", observed},
		"BFA 2011 detected-victims":   {"1282", observed}, // "1,282" in the source
	} {
		if r, ok := rows[key]; !ok || r.get("value") != want[0] || r.get("state") != want[1] {
			t.Errorf("%s: %q, want %q", key, r.cells, want)
		}
	}
	for key, r := range rows {
		if n, err := strconv.Atoi(r.get("value")); r.get("state") == observed && (err != nil || n < 5) {
			t.Errorf("%s publishes %q, which is under 5", key, r.get("value"))
		}
	}
}

// Every source that an answer names stands in the same workbook.
func TestCommittedWorkbooksNameSources(t *testing.T) {
	for _, name := range []string{"3p-index.xlsx", "us-tip-tier.xlsx", "treaties.xlsx", "unodc-counts.xlsx"} {
		fsys := os.DirFS(filepath.Join(programmeDir, "workbooks"))
		sources, err := readSheet(fsys, name, "Sources", sourcesHeader())
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{}
		for _, s := range sources {
			known[s.get("id")] = true
		}
		for key, r := range committed(t, name) {
			for _, id := range strings.Split(r.get("sources"), ";") {
				if !known[id] {
					t.Errorf("%s: %s names the source %q, which is not in the workbook", name, key, id)
				}
			}
		}
		book, findings, err := workbook.Open(fsys, name, workbook.Limits{})
		if err != nil || len(findings) > 0 {
			t.Fatalf("%s: %v, %v", name, findings, err)
		}
		if n := len(book.Sheets()); n != 2 {
			t.Errorf("%s has %d sheets", name, n)
		}
		book.Close()
	}
}
