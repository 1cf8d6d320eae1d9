package webtest

import (
	"fmt"
	"path"
)

// siteMap is all files and pages of a site with their links.
type siteMap struct {
	files    map[string]bool
	notes    []notes
	pages    map[string]*notes
	findings []Finding
}

func newSiteMap(files []string, list []notes) *siteMap {
	m := &siteMap{files: map[string]bool{}, notes: list, pages: map[string]*notes{}}
	for _, name := range files {
		m.files[name] = true
	}
	for i := range list {
		m.pages[list[i].page] = &list[i]
	}
	return m
}

func (m *siteMap) report(page, rule, format string, args ...any) {
	m.findings = append(m.findings, Finding{page, rule, fmt.Sprintf(format, args...)})
}

func (m *siteMap) check() []Finding {
	for i := range m.notes {
		m.checkLinks(&m.notes[i])
		m.checkLanguages(&m.notes[i])
	}
	m.checkTitles()
	m.checkReach()
	return m.findings
}

// checkLinks holds that every link meets a file, and every fragment an id.
func (m *siteMap) checkLinks(n *notes) {
	for _, l := range n.links {
		switch target := m.pages[l.target]; {
		case !m.files[l.target]:
			m.report(n.page, "link", "%s leads nowhere", l.element)
		case l.slash:
			m.report(n.page, "link", "%s lacks the slash at its end", l.element)
		case l.fragment != "" && target != nil && !target.ids[l.fragment]:
			m.report(n.page, "fragment", "%s: %s has no id %q", l.element, l.target, l.fragment)
		}
	}
}

// checkLanguages holds that a link to a page in another language (hreflang)
// meets a page of that language which links back. Pages that belong to no
// language, such as the door at the root, and pages for errors need no link back.
func (m *siteMap) checkLanguages(n *notes) {
	for _, l := range n.links {
		to := m.pages[l.target]
		if l.lang == "" || l.lang == "x-default" || to == nil || to == n {
			continue
		}
		if to.lang != l.lang {
			m.report(n.page, "hreflang", "%s: %s has lang=%q", l.element, to.page, to.lang)
			continue
		}
		back := path.Dir(n.page) == "." || path.Base(n.page) == "404.html"
		for _, other := range to.links {
			back = back || other.target == n.page && other.lang == n.lang
		}
		if !back {
			m.report(n.page, "hreflang", "%s: %s does not link back", l.element, to.page)
		}
	}
}

// checkTitles holds that no two pages of a language have the same title, which
// is all that a list of open windows shows (WCAG 2.4.2).
func (m *siteMap) checkTitles() {
	type key struct{ lang, title string }
	first := map[key]string{}
	for _, n := range m.notes {
		k := key{n.lang, n.title}
		if other, ok := first[k]; ok && path.Dir(n.page) != "." && path.Dir(other) != "." {
			m.report(n.page, "title", "%q is the title of %s too", n.title, other)
			continue
		}
		first[k] = n.page
	}
}

// checkReach holds that links lead from the first page to every other one. A
// page for errors is shown by the server and needs none.
func (m *siteMap) checkReach() {
	seen := map[string]bool{index: true}
	queue := []string{index}
	for len(queue) > 0 {
		n := m.pages[queue[0]]
		queue = queue[1:]
		if n == nil {
			continue
		}
		for _, l := range n.links {
			if !seen[l.target] {
				seen[l.target] = true
				queue = append(queue, l.target)
			}
		}
	}
	for _, n := range m.notes {
		if !seen[n.page] && path.Base(n.page) != "404.html" {
			m.report(n.page, "reach", "no way leads here from the first page")
		}
	}
}
