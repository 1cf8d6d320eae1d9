package chart

import (
	"flag"
	"os"
	"path/filepath"
	"sort"
	"testing"
)

var update = flag.Bool("update", false, "write testdata anew")

// TestGolden compares every drawing with the one that somebody has looked at.
func TestGolden(t *testing.T) {
	for _, name := range names() {
		f := figures()[name]
		golden(t, name+".svg", f.SVG()+"\n")
	}
	golden(t, "map-legend.svg", sampleMap().Legend()+"\n")
	golden(t, "tiles-file.svg", Standalone(sampleTiles()))
	golden(t, "timeline-file.svg", Standalone(sampleTimeline()))
	golden(t, "map-file.svg", Standalone(sampleMap()))
	golden(t, "charts.css", Stylesheet())
	for name, e := range explorables() {
		option, err := e.Option()
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".json", string(option)+"\n")
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run go test -update ./generator/chart and look at the drawing", err)
	}
	if string(want) != got {
		t.Errorf("%s has changed; run go test -update ./generator/chart and look at the drawing", path)
	}
}

func names() []string {
	var out []string
	for name := range figures() {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

func explorables() map[string]Explorable {
	return map[string]Explorable{
		"timeline": sampleTimeline(), "bars": sampleBars(), "strip": sampleStrip(), "columns": sampleColumns(), "heat": sampleHeat(),
		"states": sampleStates(), "map": sampleMap(),
	}
}
