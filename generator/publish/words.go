package publish

import (
	"fmt"

	"github.com/spf13/afero"
	"gopkg.in/yaml.v3"
)

// words are a language's strings by key, from site/i18n/<language>.yaml. Hugo
// reads the same file for the templates; charts are drawn before a template
// runs and take theirs from here. Plural forms are the templates' alone and are
// left out.
type words map[string]string

func readWords(tree afero.Fs, lang string) (words, error) {
	name := sourceDir + "/i18n/" + lang + ".yaml"
	data, err := afero.ReadFile(tree, name)
	if err != nil {
		return nil, fmt.Errorf("the words of the language %q: %w", lang, err)
	}
	var all map[string]any
	if err := yaml.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("the words of the language %q: %w", lang, err)
	}
	w := words{}
	for key, value := range all {
		if s, ok := value.(string); ok {
			w[key] = s
		}
	}
	return w, nil
}
