package webtest_test

import (
	"testing"

	"tipscore/generator/internal/webtest"
)

func TestWorldPassesTheChecks(t *testing.T) {
	world := buildWorld(t)
	findings, err := webtest.Check(world, webtest.Options{BaseURL: world.baseURL})
	if err != nil {
		t.Fatal(err)
	}
	show(t, findings)
}

// show prints findings, the first of each rule in full.
func show(t *testing.T, findings []webtest.Finding) {
	t.Helper()
	count := map[string]int{}
	for _, f := range findings {
		if count[f.Rule]++; count[f.Rule] <= 5 {
			t.Error(f)
		}
	}
	for rule, n := range count {
		if n > 5 {
			t.Errorf("%s: %d findings in all", rule, n)
		}
	}
}
