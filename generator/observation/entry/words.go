package entry

import (
	"fmt"
	"io/fs"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// Words are the words of entry workbooks in one language.
type Words struct {
	Language string
	roots    []yamlnode.Value
}

// ReadWords reads the words of a language from the files workbook/<language>.yaml
// of some site folders. The first that has a word wins. The error is for a
// language of which no folder has a file, and for a file that cannot be read.
func ReadWords(lang string, sites ...fs.FS) (Words, error) {
	words := Words{Language: lang}
	name := "workbook/" + lang + ".yaml"
	for _, site := range sites {
		if site == nil {
			continue
		}
		if _, err := fs.Stat(site, name); err != nil {
			continue
		}
		var findings diag.List
		root, err := yamlnode.Read(site, name, &findings)
		if err != nil {
			return words, fmt.Errorf("read the words of workbooks: %w", err)
		}
		if len(findings) > 0 {
			return words, fmt.Errorf("read the words of workbooks: %s: %s", findings[0].Pos, findings[0].Message)
		}
		words.roots = append(words.roots, root)
	}
	if len(words.roots) == 0 {
		return words, fmt.Errorf("there are no words for workbooks in the language %q; write site/%s", lang, name)
	}
	return words, nil
}

// text returns a word, or its key where no file has it.
func (w Words) text(key string) string {
	for _, root := range w.roots {
		if v := root.Get(key); v.Exists() {
			return v.String()
		}
	}
	return key
}
