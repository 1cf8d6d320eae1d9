package pages

import (
	"fmt"
	"html/template"
	"strings"

	"tipscore/generator/publish/plan"
)

// Answers is the object that templates ask, as site.Params.tipscore. It knows
// one language and one batch of pages.
type Answers struct {
	language *Language
	batch    []plan.Page
}

// Language returns the language of the answers.
func (a *Answers) Language() *Language { return a.language }

// AnswersFor returns the answers for the one page that is written to a file of
// the site, such as "en/world/index.html", or nil if none is.
func (s *Site) AnswersFor(file string) *Answers {
	for _, l := range s.Languages {
		for i := range l.pages {
			if l.file(l.pages[i]) == file {
				return &Answers{language: l, batch: l.pages[i : i+1]}
			}
		}
	}
	return nil
}

// Files returns where the pages of all languages are written.
func (s *Site) Files() []string {
	var files []string
	for _, l := range s.Languages {
		for _, p := range l.pages {
			files = append(files, l.file(p))
		}
	}
	return files
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
		if p.Kind == "about" {
			continue
		}
		url := "/" + strings.TrimSuffix(a.language.file(p), "index.html")
		out = append(out, Entry{Path: "/page-" + strings.Trim(strings.ReplaceAll(p.Address, "/", "."), "."), URL: url, Kind: p.Kind, Key: p.Address})
	}
	return out
}

// file returns where a page is written. Servers look for the page that answers
// wrong addresses at the root; that one is in the first language.
func (l *Language) file(p plan.Page) string {
	switch {
	case p.Kind != "missing":
		return l.Code + "/" + p.Address + "index.html"
	case l == l.site.Languages[0]:
		return "404.html"
	}
	return l.Code + "/404.html"
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
