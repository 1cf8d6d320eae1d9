// Package release freezes what is to be published: the programmes as the
// privacy gate let them through, the data files made from them, and a manifest
// with the checksum of each file.
//
//	r := release.Freeze(publics, release.Info{Tool: "tipscore 0.1"})
//	manifest, err := r.WriteFiles(create, notice) // data/world/scores.csv, ...
//
// A release has no clock in it. Its id is made from the content of its data
// files, so the same data always have the same id, on every machine.
package release

import (
	"cmp"
	"slices"

	"tipscore/generator/disclosure"
)

// Info says what made the release.
type Info struct {
	Tool string // name and version, such as "tipscore 0.1.0"
}

// Release is a frozen, publishable state of one or more programmes.
type Release struct {
	Info       Info
	Programmes []*disclosure.Public // ascending by id
}

// Freeze puts programmes into a release.
func Freeze(programmes []*disclosure.Public, info Info) *Release {
	r := &Release{Info: info, Programmes: slices.Clone(programmes)}
	slices.SortFunc(r.Programmes, func(a, b *disclosure.Public) int {
		return cmp.Compare(a.Programme().ID, b.Programme().ID)
	})
	return r
}
