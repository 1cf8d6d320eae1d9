package main

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func example() *report {
	r := &report{}
	r.add(line{
		Part: "check", Step: "`tipscore check`", Input: "10 rows", Target: "at most 1.25 times", Ratio: 0.5, Result: "0.50 times",
		Cost: &cost{wall: 1500 * time.Millisecond, cpu: 1250 * time.Millisecond, peak: 84_200_000},
	})
	r.add(line{Part: "serve", Step: "save", Input: "10 rows", Saves: []time.Duration{3 * time.Second, time.Second, 2 * time.Second}})
	return r
}

func TestTable(t *testing.T) {
	var b strings.Builder
	if err := example().writeTable(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	for i, want := range []string{
		"| step | input | time | CPU | peak memory | result | target |",
		"|---|---|--:|--:|--:|---|---|",
		"| `tipscore check` | 10 rows | 1.50 s | 1.25 s | 84 MB | 0.50 times | at most 1.25 times |",
		"| save | the same | 2.00 s |  |  |  |  |",
		"",
	} {
		if lines[i] != want {
			t.Errorf("line %d is\n%s\nwant\n%s", i+1, lines[i], want)
		}
	}
	if !strings.Contains(lines[5], " cores, ") {
		t.Errorf("the machine is told as %q", lines[5])
	}
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := example().writeJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Lines []map[string]any
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Lines) != 2 {
		t.Fatalf("%d lines, want 2", len(got.Lines))
	}
	for key, want := range map[string]float64{"wall_seconds": 1.5, "cpu_seconds": 1.25, "peak_bytes": 84_200_000, "ratio": 0.5} {
		if got.Lines[0][key] != want {
			t.Errorf("%s is %v, want %v", key, got.Lines[0][key], want)
		}
	}
	if saves, _ := got.Lines[1]["save_to_reload_seconds"].([]any); len(saves) != 3 || saves[0] != 3.0 {
		t.Errorf("the saves are %v, in another order than measured", saves)
	}
}

func TestNumbersForReaders(t *testing.T) {
	for got, want := range map[string]string{
		count(7): "7", count(999): "999", count(458400): "458,400", count(1000000): "1,000,000",
		seconds(1234 * time.Millisecond): "1.23 s", seconds(83400 * time.Millisecond): "83 s",
		size(0): "", size(2_650_000): "2.6 MB", size(487_000_000): "487 MB", size(348_985): "349 kB",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestMiddleTakesEachFigureByItself(t *testing.T) {
	got := middle([]cost{{1, 30, 200}, {3, 10, 300}, {2, 20, 100}})
	if want := (cost{2, 20, 200}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
