// Package generator_test holds what is true of the code as a whole: which
// package may import which, and how large things may grow.
package generator_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const root = "tipscore/generator/"

// below lists, for every package, the packages that it may import. The order
// is that of the house: a package stands below all that it imports.
var below = []struct {
	name string
	may  string
}{
	{"diag", ""},
	{"internal/yamlnode", "diag"},
	{"indicator/doubt", "diag internal/yamlnode"},
	{"indicator/succession", "diag internal/yamlnode"},
	{"indicator/plausibility", "diag internal/yamlnode"},
	{"indicator", "diag internal/yamlnode indicator/doubt indicator/plausibility indicator/succession"},
	{"workbook", "diag"},
	{"workbook/form", "workbook"},
	{"workbook/annotate", "workbook"},
	{"programme", "diag indicator internal/yamlnode workbook"},
	{"observation", "diag indicator programme workbook"},
	{"observation/register", "diag indicator programme workbook observation"},
	{"observation/entry", "diag internal/yamlnode indicator programme workbook workbook/form observation observation/register"},
	{"dataset", "diag indicator indicator/plausibility programme observation observation/register"},
	{"scorecard/method", ""},
	{"scorecard/reliability", ""},
	{"scorecard/trace", "diag indicator programme observation scorecard/method"},
	{"scorecard", "indicator programme observation dataset scorecard/method scorecard/trace"},
	{"scorecard/uncertainty", "indicator indicator/doubt scorecard scorecard/method"},
	{"scorecard/agreement", "indicator observation dataset scorecard/reliability"},
	{"disclosure", "diag indicator indicator/doubt programme observation observation/register dataset scorecard scorecard/trace scorecard/uncertainty scorecard/agreement"},
	{"release", "diag indicator programme observation scorecard disclosure"},
	{"chart", "diag indicator programme scorecard"},
	{"publish/schemaorg", ""},
	{"publish/peers", "indicator programme observation disclosure"},
	{"publish/plan", "indicator publish/peers"},
	{"publish/wording", "observation scorecard"},
	{"publish/reading", "indicator programme observation disclosure release chart publish/peers publish/plan publish/wording"},
	{"publish/figures", "indicator scorecard chart publish/peers publish/reading publish/wording"},
	{"publish/community", "indicator observation disclosure publish/peers publish/wording"},
	{"publish/calculation", "indicator observation disclosure scorecard/method scorecard/trace publish/reading publish/wording"},
	{"publish/pages", "publish/calculation diag indicator programme observation scorecard disclosure release chart publish/schemaorg publish/peers publish/plan publish/wording publish/reading publish/figures publish/community scorecard/uncertainty scorecard/reliability"},
	{"internal/atomicfile", ""},
	{"publish", "release chart publish/pages publish/wording internal/atomicfile"},
	{"internal/project", "diag indicator programme workbook observation observation/register dataset"},
	{"internal/feedback", "diag observation/entry workbook/annotate"},
	{"internal/preview", "diag internal/project"},
	{"internal/starter", "diag indicator programme workbook observation observation/register observation/entry internal/atomicfile"},
	{"internal/cli", "diag indicator programme workbook observation observation/entry dataset scorecard disclosure release chart publish " +
		"workbook/annotate internal/feedback internal/atomicfile internal/project internal/preview internal/starter"},
	{"cmd/tipscore", "internal/cli"},
}

// workshop are packages for tests, measurements and the making of data. They
// may import anything, and nothing of the product may import them.
var workshop = []string{"internal/bench", "internal/browser", "internal/importworld", "internal/invent", "internal/sample", "internal/webtest", "internal/yamlnode/fixture"}

// owners lists the packages that may import a module. A module that can be
// replaced in a day has one owner.
var owners = map[string]string{
	"github.com/spf13/cobra":       "internal/cli",
	"github.com/spf13/pflag":       "internal/cli",
	"github.com/mattn/go-isatty":   "internal/cli",
	"github.com/fsnotify/fsnotify": "internal/preview",
	"github.com/gohugoio/hugo":     "publish",
	"github.com/spf13/afero":       "publish",
	"github.com/bep":               "publish",
	"github.com/xuri/excelize/v2":  "workbook internal/bench",
	"github.com/go-echarts":        "chart",
	"gopkg.in/yaml.v3":             "internal/yamlnode publish/wording internal/importworld internal/bench",
}

// listed is what go list says of a package.
type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	list := exec.Command("go", "list", "-json=ImportPath,Imports", root+"...")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// home returns the package of the table that a package belongs to: itself, or
// the one whose private part it is (chart/internal/svg belongs to chart).
func home(name string) string {
	if owner, _, private := strings.Cut(name, "/internal/"); private {
		return owner
	}
	return name
}

func isWorkshop(name string) bool {
	return slices.ContainsFunc(workshop, func(w string) bool { return name == w || strings.HasPrefix(name, w+"/") })
}

func TestImportsRunOnlyDownwards(t *testing.T) {
	may := map[string][]string{}
	for _, p := range below {
		for _, name := range strings.Fields(p.may) {
			if _, stands := may[name]; !stands {
				t.Errorf("%s may import %s, which does not stand above it in the table", p.name, name)
			}
		}
		may[p.name] = strings.Fields(p.may)
	}
	for _, p := range packages(t) {
		name, below := strings.CutPrefix(p.ImportPath, root)
		if !below || isWorkshop(name) {
			continue
		}
		allowed, known := may[home(name)]
		if !known {
			t.Errorf("the package %s is not in the table of imports_test.go", name)
			continue
		}
		for _, imported := range p.Imports {
			other, ours := strings.CutPrefix(imported, root)
			if ours && home(other) != home(name) && !slices.Contains(allowed, home(other)) {
				t.Errorf("%s must not import %s", name, other)
			}
		}
	}
}

// What is made public is made from what passed the privacy gate, so nothing
// after the gate may know how to get at an answer.
func TestNothingAfterTheGateReachesAnswers(t *testing.T) {
	for _, p := range below {
		switch p.name {
		case "release", "chart", "publish/peers", "publish/plan", "publish/wording", "publish/reading", "publish/figures", "publish/calculation", "publish/community", "publish/pages", "publish":
			for _, private := range []string{"workbook", "dataset"} {
				if slices.Contains(strings.Fields(p.may), private) {
					t.Errorf("%s may import %s", p.name, private)
				}
			}
		}
	}
}

func TestModulesHaveOwners(t *testing.T) {
	used := map[string]bool{}
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, root)
		for _, imported := range p.Imports {
			for module, allowed := range owners {
				if imported != module && !strings.HasPrefix(imported, module+"/") {
					continue
				}
				used[module] = true
				if !slices.ContainsFunc(strings.Fields(allowed), func(o string) bool { return name == o || strings.HasPrefix(name, o+"/") }) {
					t.Errorf("%s must not import %s, which belongs to %s", name, imported, allowed)
				}
			}
		}
	}
	for module := range owners {
		if !used[module] {
			t.Errorf("nobody imports %s any more", module)
		}
	}
}

// The page about the architecture has the packages in the order of the table,
// but for three that have nothing to explain.
func TestArchitecturePageIsComplete(t *testing.T) {
	page, err := os.ReadFile(path.Join("..", "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	for _, p := range below {
		switch p.name {
		case "internal/yamlnode", "internal/atomicfile", "cmd/tipscore":
			continue
		}
		at := strings.Index(string(page), "| `"+p.name+"` |")
		if at < 0 {
			t.Errorf("docs/architecture.md does not describe %s", p.name)
		} else if at < last {
			t.Errorf("docs/architecture.md has %s above a package that it may import", p.name)
		}
		last = max(last, at)
	}
}
