package pages

import "gopkg.in/yaml.v3"

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
