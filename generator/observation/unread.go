package observation

import (
	"cmp"
	"maps"

	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/bounded"
)

// Unread is what a workbook seems to say in cells that gave findings. It gives
// no answer and no source, but it keeps others from claiming that nobody said
// it: who mistypes the value of an answer has cited its source all the same.
type Unread struct {
	Cited         map[SourceID]bool // in rows that gave no answer
	Described     map[SourceID]bool // in rows that gave no source
	Jurisdictions map[int]bool      // in rows that gave no answer
	Indicators    map[int]bool      // by indicator.Indicator.Index
	Citations     bool              // a column of citations is not read: every source may be cited
	Descriptions  bool              // a column of ids is not read: every source may be described
	Rows          bool              // whole rows are not read: anything may stand in them
}

// Add joins what two workbooks say.
func (u *Unread) Add(v Unread) {
	u.Cited = union(u.Cited, v.Cited)
	u.Described = union(u.Described, v.Described)
	u.Jurisdictions = union(u.Jurisdictions, v.Jurisdictions)
	u.Indicators = union(u.Indicators, v.Indicators)
	u.Citations = u.Citations || v.Citations
	u.Descriptions = u.Descriptions || v.Descriptions
	u.Rows = u.Rows || v.Rows
}

func union[K comparable](a, b map[K]bool) map[K]bool {
	if len(b) == 0 {
		return a
	}
	out := make(map[K]bool, len(a)+len(b))
	maps.Copy(out, a)
	maps.Copy(out, b)
	return out
}

// rename gives sources other ids.
func (u *Unread) rename(ids map[SourceID]SourceID) {
	for _, set := range []*map[SourceID]bool{&u.Cited, &u.Described} {
		renamed := make(map[SourceID]bool, len(*set))
		for id := range *set {
			renamed[cmp.Or(ids[id], id)] = true
		}
		*set = renamed
	}
}

// row notes a row that gives no answer.
func (u *Unread) row(j int, i *indicator.Indicator, sources []SourceID) {
	u.jurisdiction(j)
	if i != nil {
		u.indicator(i.Index)
	}
	for _, id := range sources {
		u.cite(id)
	}
}

func (u *Unread) jurisdiction(j int) {
	if j >= 0 {
		note(&u.Jurisdictions, j)
	}
}

func (u *Unread) indicator(i int) {
	if i >= 0 {
		note(&u.Indicators, i)
	}
}

// cite notes a source that is cited. A hostile column cites a million.
func (u *Unread) cite(id SourceID) {
	if len(u.Cited) >= bounded.MaxMemo {
		u.Citations = true
		return
	}
	note(&u.Cited, id)
}

func (u *Unread) describe(id SourceID) {
	if len(u.Described) >= bounded.MaxMemo {
		u.Descriptions = true
		return
	}
	note(&u.Described, id)
}

func note[K comparable](set *map[K]bool, k K) {
	if *set == nil {
		*set = map[K]bool{}
	}
	(*set)[k] = true
}
