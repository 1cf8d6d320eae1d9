// Package wording turns numbers and keys into what a reader sees, in one
// language:
//
//	wording.Decimals(26.25, 1)  // "26.3", rounded as scores are
//	wording.Grouped(12345)      // "12 345" with a thin space
//	words.Phrase("period-sentence", "period", "2013")
//
// Texts come from site/i18n; none stands in the program.
package wording

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Words are a language's strings by key, from site/i18n/<language>.yaml. Hugo
// reads the same file for the templates; charts are drawn before a template
// runs and take theirs from here. Plural forms are the templates' alone and are
// left out.
type Words map[string]string

// ParseWords reads the content of a language's file.
func ParseWords(data []byte) (Words, error) {
	var all map[string]any
	if err := yaml.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	w := Words{}
	for key, value := range all {
		if s, ok := value.(string); ok {
			w[key] = s
		}
	}
	return w, nil
}

// Phrase fills the places "{{ .key }}" of a string with the values that follow
// their keys. Templates use Hugo's own translation for that; charts are drawn
// before a template runs.
func (w Words) Phrase(key string, pairs ...string) string {
	text := w[key]
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{{ ."+pairs[i]+" }}", pairs[i+1])
	}
	return text
}
