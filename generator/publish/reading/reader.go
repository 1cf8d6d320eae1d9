// Package reading makes scores, answers, names and links readable on one page, in
// one language.
//
//	r := &reading.Reader{Edition: reading.NewEdition(public), Language: "en", Words: words, To: to}
//	r.Score(0, 3, r.Overall).Text // "58.3"
//	r.PlaceURL(0)                 // "../haiti/"
//
// Numbers are read from what passed the privacy gate, as they are published.
package reading

import (
	"tipscore/generator/indicator"
	"tipscore/generator/publish/plan"
	"tipscore/generator/publish/wording"
)

// Reader reads a programme for one page.
type Reader struct {
	*Edition
	Language string
	Words    wording.Words
	To       func(address string) string // the link to a page of the language
}

// Text returns a text in the page's language or the programme's first.
func (r *Reader) Text(t indicator.Text) string { return t.In(r.Language, r.Def.Languages[0]) }

// Word returns a string of the language by its key.
func (r *Reader) Word(key string) string { return r.Words[key] }

// Phrase fills the places of a string of the language.
func (r *Reader) Phrase(key string, pairs ...string) string { return r.Words.Phrase(key, pairs...) }

// Node returns the title of a node of the tree.
func (r *Reader) Node(n int) string {
	node := r.Public.Nodes()[n]
	if node.Indicator != nil {
		return r.Text(node.Indicator.Title)
	}
	return r.Text(node.Tree.Title)
}

// Name returns the name of a jurisdiction.
func (r *Reader) Name(j int) string { return r.Text(r.Def.Jurisdictions[j].Name) }

// PlaceURL returns the link to the page of a jurisdiction.
func (r *Reader) PlaceURL(j int) string { return r.To(r.ID + "/" + r.Def.Jurisdictions[j].Slug + "/") }

// IndicatorURL returns the link to the page of an indicator.
func (r *Reader) IndicatorURL(i *indicator.Indicator) string {
	return r.To(r.ID + "/" + plan.Indicators + string(i.ID) + "/")
}
