// Package peers says who is compared with whom on the pages of a programme: the
// jurisdictions of one level of government, ranked in every period, with the
// middle of their scores.
//
//	e := peers.New(public)
//	group := e.Of[j]                    // those that j is compared with
//	if group.Comparable(t) {            // enough of them have a score
//		middle := group.Medians[t][e.Overall]
//	}
//
// It is made of what the privacy gate let out, and of nothing else.
package peers
