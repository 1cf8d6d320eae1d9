package entry

import (
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/workbook"
)

// Language returns the language that an entry workbook is written in, "" for a
// workbook of another kind. The error is for a file that can no longer be read.
func Language(b *workbook.Book) (string, error) {
	id, err := identity.Read(b)
	if err != nil || id == nil {
		return "", err
	}
	return id.Language, nil
}

// Text returns the word with the key, "" where no file has it.
func (w Words) Text(key string) string {
	for _, root := range w.roots {
		if v := root.Get(key); v.Exists() {
			return v.String()
		}
	}
	return ""
}
