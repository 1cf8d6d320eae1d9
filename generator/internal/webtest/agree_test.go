package webtest_test

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"
	"testing"

	"tipscore/generator/internal/webtest"
)

// The pages and the files to download are made apart from one release. These
// tests hold them together.

// readTable returns the rows of a CSV file, each by its column names.
func readTable(t *testing.T, site fs.FS, name string) (rows []map[string]string) {
	t.Helper()
	f, err := site.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, column := range all[0] {
			row[column] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// slugs returns the jurisdictions' ids by their name in addresses.
func slugs(t *testing.T, site fs.FS) map[string]string {
	t.Helper()
	ids := map[string]string{}
	for _, row := range readTable(t, site, "data/world/jurisdictions.csv") {
		ids[row["slug"]] = row["jurisdiction"]
	}
	return ids
}

func rowsOf(t *testing.T, site fs.FS, page, id string) [][]webtest.Cell {
	t.Helper()
	rows, err := webtest.Rows(site, page, id)
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// same reports whether a page and a file say the same number, or both none.
func same(shown, written string) bool {
	if written == "" {
		return shown == "–"
	}
	a, errA := strconv.ParseFloat(shown, 64)
	b, errB := strconv.ParseFloat(written, 64)
	return errA == nil && errB == nil && math.Abs(a-b) < 1e-9
}

func TestRankingsAgreeWithScores(t *testing.T) {
	world := buildWorld(t)
	ids := slugs(t, world)
	scores := map[[2]string]map[string]string{} // by period and jurisdiction
	scored := map[string]int{}
	for _, row := range readTable(t, world, "data/world/scores.csv") {
		if row["node"] == "overall" && row["score"] != "" {
			scores[[2]string{row["period"], row["jurisdiction"]}] = row
			scored[row["period"]]++
		}
	}
	for _, period := range []string{"2000", "2006", "2009", "2013"} {
		for _, lang := range []string{"en", "es"} {
			page := lang + "/world/" + period + "/index.html"
			rows := rowsOf(t, world, page, "ranking")
			if len(rows) != scored[period] {
				t.Errorf("%s ranks %d; the file has %d scores", page, len(rows), scored[period])
			}
			last := math.Inf(1)
			for _, row := range rows {
				want := scores[[2]string{period, ids[path.Base(row[1].Link)]}]
				if !same(row[0].Text, want["rank"]) || !same(row[2].Text, want["score"]) {
					t.Errorf("%s: %v; the file has rank %s, score %s", page, row, want["rank"], want["score"])
				}
				if score, _ := strconv.ParseFloat(row[2].Text, 64); score > last {
					t.Errorf("%s: %v comes after a lower score", page, row)
				} else {
					last = score
				}
			}
		}
	}
}

func TestHeatTableAgreesWithScores(t *testing.T) {
	world := buildWorld(t)
	ids := slugs(t, world)
	scores := map[[2]string]string{}
	for _, row := range readTable(t, world, "data/world/scores.csv") {
		if row["node"] == "overall" {
			scores[[2]string{row["period"], row["jurisdiction"]}] = row["score"]
		}
	}
	all, err := webtest.Rows(world, "en/world/index.html", "heat")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1+len(ids) {
		t.Errorf("the table has %d rows for %d jurisdictions", len(all)-1, len(ids))
	}
	for _, row := range all[1:] {
		for i, cell := range row[1:] {
			period := all[0][1+i].Text
			if want := scores[[2]string{period, ids[path.Base(row[0].Link)]}]; !same(cell.Text, want) {
				t.Errorf("%s in %s is %q; the file has %q", row[0].Text, period, cell.Text, want)
			}
		}
	}
}

// The table of all scores on a jurisdiction's page says what its own file says,
// and the file says what the files of all jurisdictions say.
func TestJurisdictionsAgreeWithTheirFiles(t *testing.T) {
	world := buildWorld(t)
	columns := []string{"overall", "prosecution", "protection", "prevention"}
	inScores := map[[3]string]string{}
	for _, row := range readTable(t, world, "data/world/scores.csv") {
		inScores[[3]string{row["jurisdiction"], row["period"], row["node"]}] = row["score"]
	}
	for slug, id := range slugs(t, world) {
		file := "data/world/jurisdictions/" + slug + ".csv"
		own := map[[2]string]map[string]string{}
		for _, row := range readTable(t, world, file) {
			own[[2]string{row["period"], row["node"]}] = row
			if row["period"] == "" {
				continue // a treaty, with no score and no year
			}
			if all, scored := inScores[[3]string{id, row["period"], row["node"]}]; scored && all != row["score"] {
				t.Errorf("%s: %v; scores.csv has %q", file, row, all)
			}
		}
		page := "en/world/" + slug + "/index.html"
		if !anyScore(own) {
			if raw, err := fs.ReadFile(world, page); err != nil || bytes.Contains(raw, []byte(`id="history"`)) {
				t.Errorf("%s: a table of scores without any score in %s, %v", page, file, err)
			}
			continue
		}
		for _, row := range rowsOf(t, world, page, "history") {
			for i, column := range columns {
				if want := own[[2]string{row[0].Text, column}]; !same(row[1+i].Text, want["score"]) {
					t.Errorf("%s: %s in %s is %q; the file has %q", page, column, row[0].Text, row[1+i].Text, want["score"])
				}
			}
			rank, _, _ := strings.Cut(row[1+len(columns)].Text, " ")
			if want := own[[2]string{row[0].Text, "overall"}]; !same(rank, want["rank"]) {
				t.Errorf("%s: the rank in %s is %q; the file has %q", page, row[0].Text, rank, want["rank"])
			}
		}
	}
}

// anyScore reports whether a jurisdiction's file has a score in any period.
func anyScore(rows map[[2]string]map[string]string) bool {
	for _, row := range rows {
		if row["score"] != "" {
			return true
		}
	}
	return false
}
