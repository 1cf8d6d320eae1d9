package webtest

import (
	"strings"

	"golang.org/x/net/html"
)

// checkTables holds that a table says what it shows and that its heads are
// heads (WCAG 1.3.1).
func (p *page) checkTables() {
	p.each(func(n *html.Node) {
		if !has(n, "caption") && p.ariaName(n) == "" {
			p.report("table", "%s has neither a caption nor an aria-label", tag(n))
		}
		if !has(n, "th") {
			p.report("table", "%s has no th", tag(n))
		}
	}, "table")
	p.each(func(n *html.Node) {
		if value(n, "scope") == "" && value(n, "id") == "" {
			p.report("table", "%s %q has no scope", tag(n), text(n))
		}
	}, "th")
}

// ariaName is the name that ARIA attributes alone give.
func (p *page) ariaName(n *html.Node) string {
	if value(n, "aria-label") == "" && value(n, "aria-labelledby") == "" {
		return ""
	}
	return p.accessibleName(n)
}

// checkFigures holds that the data of every figure stand beside it as a table:
// the only form of a chart that everybody can read.
func (p *page) checkFigures() {
	p.each(func(n *html.Node) {
		if !has(n, "table") {
			p.report("figure", "%s has no table", tag(n))
		}
		if !has(n, "figcaption") {
			p.report("figure", "%s has no figcaption", tag(n))
		}
	}, "figure")
}

// checkNames holds that links, controls, images and regions have a name that
// can be read out (WCAG 1.1.1, 2.4.4, 4.1.2).
func (p *page) checkNames() {
	for _, n := range p.elements {
		switch {
		case unspoken(n):
			if focusable(n) {
				p.report("name", "%s is hidden from screen readers and can be focused", tag(n))
			}
		case p.needsName(n) && p.accessibleName(n) == "":
			p.report("name", "%s has no accessible name", tag(n))
		}
		if n.Data == "img" {
			for _, key := range []string{"alt", "width", "height"} {
				if _, ok := attribute(n, key); !ok {
					p.report("image", "%s has no %s", tag(n), key)
				}
			}
		}
	}
	navs := map[string]bool{}
	p.each(func(n *html.Node) {
		name := p.ariaName(n)
		if navs[name] {
			p.report("name", "two nav have the name %q", name)
		}
		navs[name] = true
	}, "nav")
}

// unspoken reports whether an element is taken away from assistive technology.
func unspoken(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if value(n, "aria-hidden") == "true" {
			return true
		}
	}
	return false
}

func focusable(n *html.Node) bool {
	if at, ok := attribute(n, "tabindex"); ok {
		return !strings.HasPrefix(at, "-")
	}
	_, link := attribute(n, "href")
	switch n.Data {
	case "a", "area":
		return link
	case "button", "input", "select", "textarea", "summary", "iframe":
		return true
	}
	return false
}

func (p *page) needsName(n *html.Node) bool {
	switch n.Data {
	case "a", "button", "select", "textarea", "iframe", "summary":
		return true
	case "input":
		return value(n, "type") != "hidden"
	case "img":
		return value(n, "role") == "img" // an empty alt makes a decoration
	}
	switch value(n, "role") {
	case "img", "region", "button", "link":
		return true
	}
	return false
}

// checkEmpty holds that what should say something does: an empty heading or
// paragraph is mostly a text that was not found.
func (p *page) checkEmpty() {
	p.each(func(n *html.Node) {
		if p.contentName(n) == "" && !has(n, "img") && !has(n, "svg") && !has(n, "input") {
			p.report("empty", "%s is empty", tag(n))
		}
	}, "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "th", "caption", "figcaption", "summary", "label", "button", "option")
}
