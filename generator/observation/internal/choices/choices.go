// Package choices tells which answer option a text names: by its id, by its
// title in any language, or as it stands in the drop-down of an entry workbook.
//
//	q := choices.New(indicator)
//	q.Find("4")                        // the option 4
//	q.Find("Most of it")               // the same, by its title
//	q.Find("4: Most of it is in force") // the same, by the choice that Choice wrote
package choices

import (
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/typed"
)

// Options are the answer options of one indicator.
type Options struct {
	list   []indicator.Option
	titles map[string]int // by folded id and title; -1 for a title of two options
}

// New returns the options of an indicator.
func New(i *indicator.Indicator) *Options { return &Options{list: i.Options} }

// named returns the options by folded id and title. Most answers need it not.
func (o *Options) named() map[string]int {
	if o.titles != nil {
		return o.titles
	}
	o.titles = map[string]int{}
	for k := range o.list {
		names.NameAll(o.titles, o.list[k].Title, k)
	}
	for k := range o.list { // an id goes before a title
		o.titles[typed.Fold(o.list[k].ID)] = k
	}
	return o.titles
}

// mark stands between the id and the words of a choice.
const mark = ": "

// Choice returns an answer option as it stands in the drop-down of an entry
// workbook, in a language of the framework: "3: Most of it is in force", with
// the anchor of a rubric, or "Yes", the title alone.
func Choice(i *indicator.Indicator, o *indicator.Option, lang string) string {
	words := o.Title.In(lang, "")
	switch {
	case i.Type == indicator.YesNo:
		return words
	case o.Text.In(lang, "") != "":
		words = o.Text.In(lang, "")
	}
	return Joined(o.ID, words)
}

// Joined returns a word of the program with what it means, as drop-downs show
// it: "withheld: the authority refused". Where both are the same, one will do.
func Joined(id, words string) string {
	if typed.Fold(id) == typed.Fold(words) {
		return words
	}
	return id + mark + words
}

// ID returns the word of the program at the head of a choice, in whatever
// language the rest is.
func ID(choice string) string {
	id, _, _ := strings.Cut(choice, mark)
	return id
}

// Find returns the option that a tidy text names. What a spreadsheet program
// made of the text is understood: "4.0" is 4.
func (o *Options) Find(s string) (int, bool) {
	if i, ok := o.chosen(s); ok {
		return i, true
	}
	if i, ok := o.exact(s); ok {
		return i, true
	}
	if n := typed.ParseNumeral(s); n.Rule == "" {
		return o.exact(typed.Shortest(n.Value))
	}
	return 0, false
}

// Truth returns the option that a truth value stands for, which spreadsheet
// programs make of "yes".
func (o *Options) Truth(s string) (int, bool) {
	return o.exact(map[string]string{"TRUE": "yes", "1": "yes", "FALSE": "no", "0": "no"}[strings.ToUpper(s)])
}

func (o *Options) exact(s string) (int, bool) {
	for i := range o.list {
		if o.list[i].ID == s {
			return i, true
		}
	}
	i, ok := o.named()[typed.Fold(s)]
	return i, ok && i >= 0
}

// chosen returns the option that a choice names, in any language.
func (o *Options) chosen(s string) (int, bool) {
	id, words, ok := strings.Cut(s, mark)
	if !ok {
		return 0, false
	}
	i, ok := o.exact(id)
	if !ok {
		return 0, false
	}
	for _, t := range []indicator.Text{o.list[i].Title, o.list[i].Text} {
		for _, have := range t {
			if have == words || typed.Fold(have) == typed.Fold(words) {
				return i, true
			}
		}
	}
	return 0, false
}

// Meant sets the hint of a finding about a text that names no option.
func (o *Options) Meant(f *diag.Diagnostic, s string, mayCompare func() bool) {
	typed.Guess{ByID: o.named(), ByName: o.named(), MayCompare: mayCompare, IDs: o.ids}.Meant(f, s)
}

func (o *Options) ids() []string {
	ids := make([]string, len(o.list))
	for i := range o.list {
		ids[i] = o.list[i].ID
	}
	return ids
}
