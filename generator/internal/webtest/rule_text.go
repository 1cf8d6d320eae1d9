package webtest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// Marks in the bytes of a page that say a text was escaped twice.
var twice = regexp.MustCompile(`&amp;(lt|gt|amp|quot|nbsp|#\d+|#x[0-9a-fA-F]+);`)

// Marks in texts and attributes that a program left behind: html/template's and
// Hugo's own, those of package fmt, of numbers that are none, of JavaScript.
var leftover = regexp.MustCompile(`<no value>|ZgotmplZ|%!|\bNaN\b|[+-]Inf\b|\bmap\[|\[i18n\]|<nil>|\bundefined\b|\[object |HAHAHUGO|__h_pp_l1`)

// checkEscapes sweeps the page for texts that came out wrong.
func (p *page) checkEscapes() {
	for _, hit := range twice.FindAll(p.raw, -1) {
		p.report("escape", "%s: escaped twice", hit)
	}
	for _, n := range p.elements {
		for _, a := range n.Attr {
			p.sweep(n, a.Key+"=", a.Val)
		}
		if n.Data == "script" && !isData(n) || n.Data == "style" {
			continue
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				p.sweep(n, "", c.Data)
			}
		}
	}
}

func (p *page) sweep(n *html.Node, where, s string) {
	var at []int
	if suspicious(s) {
		at = leftover.FindStringIndex(s)
	}
	if at == nil && !isData(n) {
		at = brackets(s)
	}
	if at == nil {
		return
	}
	from, to := max(0, at[0]-20), min(len(s), at[1]+20)
	p.report("escape", "%s%s holds %q", where, tag(n), strings.ToValidUTF8(s[from:to], ""))
}

// suspicious reports whether a text has any of the marks, perhaps inside a
// word. It is many times faster than the pattern, and nearly always false.
func suspicious(s string) bool {
	for _, mark := range []string{"<n", "ZgotmplZ", "%!", "NaN", "Inf", "map[", "[i18n]", "undefined", "[object ", "HAHAHUGO", "__h_pp_l1"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// brackets finds the marks of a template that was not run. JSON may end in two
// brackets.
func brackets(s string) []int {
	for _, mark := range []string{"{{", "}}"} {
		if i := strings.Index(s, mark); i >= 0 {
			return []int{i, i + len(mark)}
		}
	}
	return nil
}
