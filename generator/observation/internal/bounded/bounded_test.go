package bounded

import (
	"fmt"
	"strings"
	"testing"
	"tipscore/generator/diag"
)

func TestWarningsDoNotCrowdOutErrors(t *testing.T) {
	r := Report{Max: 10}
	for range 50 {
		r.Add(diag.Diagnostic{Rule: "w", Severity: diag.Warning})
	}
	r.Add(diag.Diagnostic{Rule: "e"})
	list := r.Close(diag.Pos{File: "f"})
	if list.Count(diag.Warning) != 5 || list.Count(diag.Error) != 2 || r.dropped != 45 {
		t.Errorf("%d warnings, %d errors, %d dropped", list.Count(diag.Warning), list.Count(diag.Error), r.dropped)
	}
}

func TestMemoIsBounded(t *testing.T) {
	m := Memo[int]{}
	for i := range MaxMemo + 100 {
		m.Put(fmt.Sprint(i), i)
	}
	m.Put(strings.Repeat("x", 5000), 1)
	if len(m) != MaxMemo {
		t.Errorf("%d texts are remembered", len(m))
	}
}
