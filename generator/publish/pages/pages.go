// Package pages says what stands on the pages of a site: which pages there are,
// at which address, and for each of them the finished texts, tables and drawings
// in one language. Templates lay them out; Hugo runs the templates; neither
// computes anything.
//
//	site, err := pages.New(pages.Input{Release: r, Manifest: m, Words: words})
//	for _, l := range site.Languages {
//		for answers := range l.Batches(1000) {
//			// one Hugo run, with answers as site.Params.tipscore
//		}
//	}
//
// A page's view is made when its template asks for it and dropped afterwards, so
// memory follows the page and not the site. Views of different pages may be made
// at the same time: what they share does not change after [New].
package pages

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/plan"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
	"tipscore/generator/release"
)

// Input is what a site is made of.
type Input struct {
	Release  *release.Release
	Manifest *release.Manifest
	BaseURL  string // public address of the site, "" if it is not known
	Explore  bool   // the library for exploring charts is there
	Words    func(language string) (wording.Words, error)
}

// Site is everything that is worked out once for a site.
type Site struct {
	Languages []*Language

	release    *release.Release
	manifest   *release.Manifest
	baseURL    string         // without a slash at the end, "" if not known
	fileAt     map[string]int // index in the manifest's files, by path
	explore    bool
	programmes []*reading.Edition
}

// Language is one language of the site.
type Language struct {
	Code string

	site  *Site
	words wording.Words
	pages []plan.Page
	byKey map[string]int // index in pages, by address
	order [][]int        // by programme: its jurisdictions by name
}

// New plans the pages of a site, in the languages of its programmes.
func New(in Input) (*Site, error) {
	s := &Site{
		release: in.Release, manifest: in.Manifest, explore: in.Explore,
		baseURL: strings.TrimSuffix(in.BaseURL, "/"), fileAt: map[string]int{},
	}
	for i, f := range s.manifest.Files {
		s.fileAt[f.Path] = i
	}
	var codes []string
	var editions []*peers.Edition
	for _, p := range s.release.Programmes {
		e := reading.NewEdition(p)
		s.programmes, editions = append(s.programmes, e), append(editions, e.Edition)
		for _, code := range p.Programme().Languages {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	all := plan.Pages(editions)
	for _, code := range codes {
		words, err := in.Words(code)
		if err != nil {
			return nil, err
		}
		l, err := s.newLanguage(code, words, all)
		if err != nil {
			return nil, err
		}
		s.Languages = append(s.Languages, l)
	}
	return s, nil
}

func (s *Site) newLanguage(code string, words wording.Words, all []plan.Page) (*Language, error) {
	l := &Language{Code: code, site: s, words: words, pages: all, byKey: map[string]int{}}
	for i, p := range all {
		if first, twice := l.byKey[p.Address]; twice {
			return nil, fmt.Errorf("two pages have the address %s: %s and %s", p.Address, all[first].Kind, p.Kind)
		}
		l.byKey[p.Address] = i
	}
	for _, e := range s.programmes {
		l.order = append(l.order, e.ByName(code))
	}
	return l, nil
}

// BaseURL returns the public address of the site without a slash at the end, ""
// if it is not known.
func (s *Site) BaseURL() string { return s.baseURL }

// Addresses returns the addresses of all pages that readers may be led to, from
// the folder of a language.
func (s *Site) Addresses() (list []string) {
	for _, p := range s.Languages[0].pages {
		if p.Kind != "missing" {
			list = append(list, p.Address)
		}
	}
	return list
}

// Only returns the id of the programme where there is a single one, else "".
func (s *Site) Only() string {
	if len(s.programmes) == 1 {
		return s.programmes[0].ID
	}
	return ""
}

// Invented reports whether all that the site shows is invented.
func (s *Site) Invented() bool {
	return !slices.ContainsFunc(s.programmes, func(e *reading.Edition) bool { return !e.Def.Invented })
}

// Label returns the language's own name.
func (l *Language) Label() string { return l.words["language"] }

// Word returns a string of the language by its key.
func (l *Language) Word(key string) string { return l.words[key] }

// Batches returns the pages of the language, at most size at a time, each batch
// as the object that its templates ask.
func (l *Language) Batches(size int) iter.Seq[*Answers] {
	return func(yield func(*Answers) bool) {
		for batch := range slices.Chunk(l.pages, size) {
			if !yield(&Answers{language: l, batch: batch}) {
				return
			}
		}
	}
}
