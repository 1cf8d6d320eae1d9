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

// AxeOptions narrow what axe-core looks at.
type AxeOptions struct {
	Rules   []string // only these; all of WCAG 2.2 AA and best practice if empty
	Exclude string   // selector of parts to pass over
}

// Axe runs the rules and returns the violations.
func (t *Tab) Axe(o AxeOptions) ([]Violation, error) {
	only := `{type:"tag",values:` + axeTags + `}`
	if len(o.Rules) > 0 {
		only = fmt.Sprintf(`{type:"rule",values:["%s"]}`, strings.Join(o.Rules, `","`))
	}
	context := "document"
	if o.Exclude != "" {
		context = fmt.Sprintf("{exclude:[%q]}", o.Exclude)
	}
	return Eval[[]Violation](t, `axe.run(`+context+`, {runOnly: `+only+`, resultTypes: ["violations"], iframes: false}).then((r) =>
		r.violations.map((v) => ({id: v.id, help: v.help, nodes: v.nodes.map((n) => n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " "))})))`)
}
