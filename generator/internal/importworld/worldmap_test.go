package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestMakeMapRefuses(t *testing.T) {
	_, _, err := makeMap(atlasOf(smallAtlas), "a.json", os.DirFS(programmeDir))
	if err == nil || !strings.Contains(err.Error(), `the atlas has no feature "Russia"`) {
		t.Errorf("an atlas of other lands: error %v", err)
	}
}

func TestCutAndPick(t *testing.T) {
	both := []polygon{{square(0, 0, 4)}, {square(10, 0, 2)}}
	taken, left := cut(both, 3)
	if len(taken) != 1 || len(left) != 2 || area(taken[0][0]) != 4 || area(left[0][0]) != 12 {
		t.Errorf("cut at 3: %v and %v", taken, left)
	}
	if taken, left = pick(both, point{11, 1}); len(taken) != 1 || len(left) != 1 || taken[0][0][0] != (point{10, 0}) {
		t.Errorf("picked %v, left %v", taken, left)
	}
}

// mapRow is one row of the committed map.
type mapRow struct {
	x, y float64
	path string
}

func committedMap(t *testing.T) (places map[string]mapRow, others int, size int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(programmeDir, "map.csv"))
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	places = map[string]mapRow{}
	for i, r := range records[1:] {
		x, err1 := strconv.ParseFloat(r[1], 64)
		y, err2 := strconv.ParseFloat(r[2], 64)
		if err1 != nil || err2 != nil || x < 0 || x > 1000 || y < 0 || y > 500 {
			t.Errorf("map.csv:%d: the point %s, %s is not on the plane", i+2, r[1], r[2])
		}
		size += len(r[3])
		if r[0] == "" {
			others++
			continue
		}
		if _, twice := places[r[0]]; twice {
			t.Errorf("map.csv:%d: %s stands there twice", i+2, r[0])
		}
		places[r[0]] = mapRow{x, y, r[3]}
	}
	return places, others, size
}

func TestMapHasEveryJurisdiction(t *testing.T) {
	places, others, size := committedMap(t)
	w := testWorld(t)
	for _, id := range w.members {
		if _, ok := places[id]; !ok {
			t.Errorf("%s is not on the map", id)
		}
	}
	if len(places) != len(w.members) || others == 0 {
		t.Errorf("%d places for %d jurisdictions, and %d pieces of other land", len(places), len(w.members), others)
	}
	if size > 90_000 {
		t.Errorf("the outlines take %d bytes", size)
	}
	shape := regexp.MustCompile(`^(M[0-9.]+ [0-9.]+l[-0-9. ]+z)+$`)
	for _, id := range w.members {
		if p := places[id].path; p != "" && !shape.MatchString(p) {
			t.Errorf("the path of %s is not of points and steps", id)
		}
	}
}

// Places lie where a reader looks for them.
func TestMapIsTheRightWayUp(t *testing.T) {
	places, _, _ := committedMap(t)
	for _, c := range []struct{ west, east string }{
		{"HTI", "DOM"}, {"CUB", "HTI"}, {"USA", "DOM"}, {"PRT", "ESP"}, {"CHN", "JPN"}, {"AUS", "FJI"}, {"GBR", "RUS"},
	} {
		if places[c.west].x >= places[c.east].x {
			t.Errorf("%s is not west of %s", c.west, c.east)
		}
	}
	for _, c := range []struct{ north, south string }{
		{"CAN", "USA"}, {"DOM", "BRA"}, {"NAM", "ZAF"}, {"ISL", "GBR"}, {"MAR", "MRT"}, {"JPN", "AUS"},
	} {
		if places[c.north].y >= places[c.south].y {
			t.Errorf("%s is not north of %s", c.north, c.south)
		}
	}
	for _, id := range []string{"DOM", "USA", "HTI", "NAM", "XKX", "RUS"} {
		if places[id].path == "" {
			t.Errorf("%s is only a dot", id)
		}
	}
}
