package identity

import (
	"slices"
	"strings"
)

// Renaming says which ids the sources of a workbook have in the programme.
type Renaming[ID ~string] map[ID]ID

// Of returns ids as the programme knows them. Equal lists share their memory
// through the memo, which may be nil.
func (r Renaming[ID]) Of(ids []ID, memo map[string][]ID) []ID {
	if len(r) == 0 || !slices.ContainsFunc(ids, func(id ID) bool { return r[id] != "" }) {
		return ids
	}
	var key strings.Builder
	for _, id := range ids {
		key.WriteString(string(id))
		key.WriteByte(0)
	}
	if out, ok := memo[key.String()]; ok {
		return out
	}
	out := slices.Clone(ids)
	for i, id := range out {
		if there, ok := r[id]; ok {
			out[i] = there
		}
	}
	if memo != nil {
		memo[key.String()] = out
	}
	return out
}
