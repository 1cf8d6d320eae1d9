package webtest

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// checkParse holds that the page is written as the parser understood it. HTML
// never fails to parse: a div inside a p, a list entry that is not closed or a
// td without a table are silently mended into something else. So the start tags
// as written must be the elements of the tree, and every end tag must close the
// element that was opened last.
func (p *page) checkParse() {
	var open, written []string
	z := html.NewTokenizer(bytes.NewReader(p.raw))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		t := z.Token()
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			written = append(written, t.Data)
			if kind == html.SelfClosingTagToken && !void(t.Data) && !slices.Contains(open, "svg") {
				p.report("parse", "<%s/> is not closed: only drawings may write it so", t.Data)
			}
			if kind == html.StartTagToken && !void(t.Data) {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != t.Data {
				p.report("parse", "</%s> closes %s", t.Data, last(open))
				return
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		p.report("parse", "%s is not closed", last(open))
		return
	}
	for i, n := range p.elements {
		if i >= len(written) || written[i] != strings.ToLower(n.Data) {
			p.report("parse", "the parser had to mend the page at %s", tag(n))
			return
		}
	}
	if len(written) > len(p.elements) {
		p.report("parse", "the parser left out <%s>", written[len(p.elements)])
	}
}

func last(open []string) string {
	if len(open) == 0 {
		return "nothing"
	}
	return "<" + open[len(open)-1] + ">"
}

// void reports whether an element has no end tag (HTML standard, 13.1.2).
func void(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}
