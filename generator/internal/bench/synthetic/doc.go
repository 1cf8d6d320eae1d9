// Package synthetic writes invented projects of any size, as input for
// measuring:
//
//	spec := synthetic.Spec{Jurisdictions: 191, Indicators: 60, Quarters: 40, Languages: []string{"en", "es", "fr"}}
//	err := spec.Write(dir) // indicators/, data/, site/
//
// A project has one framework of up to four pillars with three themes each and
// questions of many types, one programme of districts with a map, and one
// table workbook for every four quarters.
//
// Invariants: the same spec gives the same bytes; tipscore check finds nothing
// in them; everything is invented and marked so, with names that no place has
// and sources at example.org.
package synthetic
