package pages

import (
	"fmt"
	"html/template"
	"strings"
)

// Answers is the object that templates ask, as site.Params.tipscore. It knows
// one language and one batch of pages.
type Answers struct {
	language *Language
	batch    []page
}

// Entry is a page as the content adapter adds it to Hugo.
type Entry struct {
	Path, URL, Kind, Key string
}

// Index lists the pages of the batch that come from data. Pages with editorial
// content are Markdown files and list themselves.
func (a *Answers) Index() []Entry {
	out := make([]Entry, 0, len(a.batch))
	for _, p := range a.batch {
		if p.kind == "about" {
			continue
		}
		url := "/" + a.language.Code + "/" + p.address
		if p.kind == "missing" {
			url = missingFile(a.language)
		}
		out = append(out, Entry{Path: "/page-" + strings.Trim(strings.ReplaceAll(p.address, "/", "."), "."), URL: url, Kind: p.kind, Key: p.address})
	}
	return out
}

// missingFile returns where the page for wrong addresses goes. Servers look for
// one at the root, which is in the first language.
func missingFile(l *Language) string {
	if l == l.site.Languages[0] {
		return "/404.html"
	}
	return "/" + l.Code + "/404.html"
}

// View returns what a template shows, for the page with the key. The content is
// the rendered Markdown of pages that have some.
func (a *Answers) View(key string, content template.HTML) (*View, error) {
	i, ok := a.language.byKey[key]
	if !ok {
		return nil, fmt.Errorf("no page has the key %q", key)
	}
	v := newView(a.language, a.language.pages[i])
	v.Content = content
	return v, nil
}
