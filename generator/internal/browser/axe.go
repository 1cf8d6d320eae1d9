package browser

import (
	"fmt"
	"strings"
)

// Violation is a rule of axe-core that a page breaks.
type Violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Nodes []string `json:"nodes"` // selector, and what to do
}

// String returns the violation with its first places.
func (v Violation) String() string {
	shown := v.Nodes
	more := ""
	if len(shown) > 3 {
		shown, more = shown[:3], fmt.Sprintf("\n  and %d more", len(v.Nodes)-3)
	}
	return v.ID + ": " + v.Help + "\n  " + strings.Join(shown, "\n  ") + more
}

// axeTags are the rules that are asked for: WCAG 2.2 up to level AA, and what
// axe-core calls best practice.
const axeTags = `["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]`

// LoadAxe puts axe-core into the page. The page's own Content-Security-Policy
// does not hold for what a debugger evaluates.
func (t *Tab) LoadAxe(source string) error {
	_, err := Eval[int](t, source+";0")
	return err
}

// Axe runs all rules, or only those named, and returns the violations.
func (t *Tab) Axe(rules ...string) ([]Violation, error) {
	only := `{type:"tag",values:` + axeTags + `}`
	if len(rules) > 0 {
		only = fmt.Sprintf(`{type:"rule",values:["%s"]}`, strings.Join(rules, `","`))
	}
	return Eval[[]Violation](t, `axe.run(document, {runOnly: `+only+`, resultTypes: ["violations"], iframes: false}).then((r) =>
		r.violations.map((v) => ({id: v.id, help: v.help, nodes: v.nodes.map((n) => n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " "))})))`)
}
