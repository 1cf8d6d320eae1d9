package webtest

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// checkHead holds what every page says about itself: its language and the
// direction of its writing, one title, its encoding, one main part.
func (p *page) checkHead() {
	root := p.elements[0] // the parser adds html where a page has none
	lang, dir := value(root, "lang"), value(root, "dir")
	if !languageTag.MatchString(lang) {
		p.report("language", "html has lang=%q", lang)
	}
	if dir != "ltr" && dir != "rtl" {
		p.report("language", "html has dir=%q; it is ltr or rtl", dir)
	}
	if folder, _, nested := strings.Cut(p.name, "/"); nested && lang != folder {
		p.report("language", "html has lang=%q in the folder %s/", lang, folder)
	}
	titles := 0
	p.each(func(n *html.Node) {
		if n.Namespace != "" {
			return // the name of a drawing
		}
		titles++
		if text(n) == "" {
			p.report("title", "the title is empty")
		}
	}, "title")
	if titles != 1 {
		p.report("title", "the page has %d titles", titles)
	}
	if !bytes.HasPrefix(bytes.ToLower(bytes.TrimSpace(p.raw)), []byte("<!doctype html>")) {
		p.report("head", "the page does not begin with <!doctype html>")
	}
	if !bytes.Contains(p.raw[:min(len(p.raw), 1024)], []byte(`charset="utf-8"`)) {
		p.report("head", "the first 1024 bytes do not say charset=\"utf-8\"")
	}
	if p.meta("viewport") == "" {
		p.report("head", "there is no viewport for narrow screens")
	}
	if !p.hasIcon() {
		p.report("head", "there is no icon; browsers will ask the server for favicon.ico")
	}
	if count := len(p.all("main")); count != 1 {
		p.report("main", "the page has %d main parts", count)
	}
}

// meta returns the content of the meta element with a name.
func (p *page) meta(name string) string {
	for _, n := range p.all("meta") {
		if value(n, "name") == name {
			return value(n, "content")
		}
	}
	return ""
}

func (p *page) hasIcon() bool {
	for _, n := range p.all("link") {
		if slices.Contains(strings.Fields(value(n, "rel")), "icon") {
			return true
		}
	}
	return false
}

// checkHeadings holds that a page has one h1, that it comes first, and that no
// level is left out on the way down (WCAG 1.3.1, technique H42).
func (p *page) checkHeadings() {
	last, first := 0, 0
	p.each(func(n *html.Node) {
		level := int(n.Data[1] - '0')
		if level == 1 {
			first++
		}
		if level > last+1 {
			p.report("heading", "%s %q comes after level %d", tag(n), text(n), last)
		}
		last = level
	}, "h1", "h2", "h3", "h4", "h5", "h6")
	if first != 1 {
		p.report("heading", "the page has %d headings of level 1", first)
	}
}

// checkIDs holds that ids are unique and that attributes which refer to an id
// find one.
func (p *page) checkIDs() {
	for _, n := range p.elements {
		if id, ok := attribute(n, "id"); ok {
			switch {
			case id == "" || strings.ContainsAny(id, " \t\n"):
				p.report("id", "%s has an unusable id", tag(n))
			case p.byID[id] != n:
				p.report("id", "the id %q is there twice", id)
			}
		}
		for _, key := range []string{"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"} {
			for _, id := range strings.Fields(value(n, key)) {
				if p.byID[id] == nil {
					p.report("id", "%s refers to the id %q, which is not there", tag(n), id)
				}
			}
		}
	}
}
