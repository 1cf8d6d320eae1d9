package webtest

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// page is one HTML file, parsed.
type page struct {
	name     string // path of the file in the site
	raw      []byte
	elements []*html.Node // in the order of the document
	byID     map[string]*html.Node
	findings []Finding
}

func parsePage(name string, raw []byte) (*page, error) {
	// With scripting off the content of noscript is parsed as what it is.
	root, err := html.ParseWithOptions(bytes.NewReader(raw), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("parse %s: %w", name, err)
	}
	p := &page{name: name, raw: raw, byID: map[string]*html.Node{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		p.elements = append(p.elements, n)
		if id, ok := attribute(n, "id"); ok && p.byID[id] == nil {
			p.byID[id] = n
		}
	}
	return p, nil
}

func (p *page) report(rule, format string, args ...any) {
	p.findings = append(p.findings, Finding{p.name, rule, fmt.Sprintf(format, args...)})
}

// each calls f for the elements of the names.
func (p *page) each(f func(n *html.Node), names ...string) {
	for _, n := range p.elements {
		for _, name := range names {
			if n.Data == name {
				f(n)
			}
		}
	}
}

// all returns the elements of a name.
func (p *page) all(name string) (out []*html.Node) {
	p.each(func(n *html.Node) { out = append(out, n) }, name)
	return out
}

// address returns the page's address on a server: its folder, for an index.
func (p *page) address() string {
	if path.Base(p.name) == index {
		return "/" + strings.TrimSuffix(p.name, index)
	}
	return "/" + p.name
}

const index = "index.html"

// attribute returns the value of an attribute. Attributes of another namespace,
// such as xlink:href, have their full name as key.
func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		name := a.Key
		if a.Namespace != "" {
			name = a.Namespace + ":" + a.Key
		}
		if name == key {
			return a.Val, true
		}
	}
	return "", false
}

func value(n *html.Node, key string) string {
	v, _ := attribute(n, key)
	return v
}

// within returns the nearest ancestor of a name, or nil.
func within(n *html.Node, name string) *html.Node {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.Type == html.ElementNode && up.Data == name {
			return up
		}
	}
	return nil
}

// has reports whether an element of a name lies below n.
func has(n *html.Node, name string) bool { return find(n, name) != nil }

// tag returns the start tag of an element, for messages. Long values are cut.
func tag(n *html.Node) string {
	var b strings.Builder
	b.WriteString("<" + n.Data)
	for _, a := range n.Attr {
		v := a.Val
		if len(v) > 60 {
			v = strings.ToValidUTF8(v[:60], "") + "..."
		}
		fmt.Fprintf(&b, " %s=%q", a.Key, v)
		if b.Len() > 160 {
			b.WriteString(" ...")
			break
		}
	}
	return b.String() + ">"
}
