package register

// Columns returns the names of a register's columns, in order, those that every
// row needs, and the words that a column takes.
func Columns(register string) (names, required []string, words map[string][]string) {
	words = map[string][]string{}
	for _, c := range columns(register) {
		names = append(names, c.name)
		if c.required {
			required = append(required, c.name)
		}
		switch c.kind {
		case word:
			words[c.name] = c.words
		case yesno:
			words[c.name] = []string{"yes", "no"}
		}
	}
	return names, required, words
}
