package webtest

import (
	"strings"

	"golang.org/x/net/html"
)

// text returns what a reader sees of an element, with white space collapsed.
// Scripts and styles are not text; a line of a table or a list ends a word.
func text(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style" || n.Data == "template"):
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && !inline(n.Data) {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return collapse(b.String())
}

// inline reports whether an element does not end a word.
func inline(name string) bool {
	switch name {
	case "a", "abbr", "b", "button", "cite", "code", "dfn", "em", "i", "label", "q", "small", "span", "strong", "sub", "sup", "time", "tspan":
		return true
	}
	return false
}

func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// accessibleName returns the name that assistive technology says for an
// element: a shortened form of the W3C's accname 1.2, enough for what the pages
// of a static site use.
func (p *page) accessibleName(n *html.Node) string {
	if ids := value(n, "aria-labelledby"); ids != "" {
		var names []string
		for _, id := range strings.Fields(ids) {
			if other := p.byID[id]; other != nil {
				names = append(names, text(other))
			}
		}
		return collapse(strings.Join(names, " "))
	}
	if label := collapse(value(n, "aria-label")); label != "" {
		return label
	}
	switch n.Data {
	case "img":
		return collapse(value(n, "alt"))
	case "svg":
		return childTitle(n)
	case "input", "select", "textarea":
		return p.labelOf(n)
	case "iframe":
		return collapse(value(n, "title"))
	}
	if name := p.contentName(n); name != "" {
		return name
	}
	return collapse(value(n, "title"))
}

// contentName is the name from what is inside an element.
func (p *page) contentName(n *html.Node) string {
	var parts []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			parts = append(parts, c.Data)
		case c.Type != html.ElementNode || value(c, "aria-hidden") == "true":
		case c.Data == "img" || c.Data == "svg":
			parts = append(parts, p.accessibleName(c))
		default:
			parts = append(parts, p.contentName(c))
		}
	}
	return collapse(strings.Join(parts, ""))
}

func (p *page) labelOf(n *html.Node) string {
	if value(n, "type") == "submit" || value(n, "type") == "button" {
		return collapse(value(n, "value"))
	}
	if label := within(n, "label"); label != nil {
		return text(label)
	}
	if id := value(n, "id"); id != "" {
		for _, label := range p.all("label") {
			if value(label, "for") == id {
				return text(label)
			}
		}
	}
	return collapse(value(n, "title"))
}

func childTitle(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == "title" {
			return text(c)
		}
	}
	return ""
}
