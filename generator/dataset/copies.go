package dataset

import (
	"slices"
	"strings"

	"tipscore/generator/observation"
)

// inCopies reports whether the answers stand in two copies of an entry
// workbook, as they do when a monitor sends one in twice, or two monitors share
// the work on it.
func (p pair) inCopies() bool {
	return p.first.Copy > 0 && p.later.Copy > 0 && p.first.Pos.File != p.later.Pos.File
}

// copied reports whether the answers are one answer, sent in twice.
func (p pair) copied() bool { return p.inCopies() && p.equal() }

// JoinCopies returns an answer with what its equal in another copy of the
// workbook has beside it: more sources, another comment, the code of the coder.
// Whoever added one did so in one of the copies. The lists of both stay as they
// are, since others hold them.
func JoinCopies(o, other observation.Observation) observation.Observation {
	for _, id := range other.Sources {
		if !slices.Contains(o.Sources, id) {
			o.Sources = append(slices.Clip(o.Sources), id)
		}
	}
	switch {
	case o.Comment == "":
		o.Comment = other.Comment
	case !strings.Contains(o.Comment, other.Comment):
		o.Comment += "\n" + other.Comment
	}
	if o.Monitor == "" {
		o.Monitor = other.Monitor
	}
	return o
}

func sameNotes(a, b *observation.Observation) bool {
	return len(a.Sources) == len(b.Sources) && a.Comment == b.Comment && a.Monitor == b.Monitor
}
