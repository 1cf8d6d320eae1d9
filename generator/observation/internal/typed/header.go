package typed

import "tipscore/generator/diag"

// Header returns the table's column with the header, or else the one that
// was probably meant.
func Header(text string, names []string) (exact, near int) {
	k := Key(text)
	for i, name := range names {
		if i > 0 && k == name {
			return i, 0
		}
	}
	if s := diag.Suggest(k, names[1:]); s != "" {
		for i, name := range names {
			if name == s {
				return 0, i
			}
		}
	}
	return 0, 0
}
