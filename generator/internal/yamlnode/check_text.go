package yamlnode

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tipscore/generator/diag"
)

// text holds a text in several languages against its key. A title must be
// there in every language. A longer text may lack a translation, which is a
// warning, as readers then see it in the first language; that one must exist.
func (c *Checker) text(v Value, k Key) {
	if !v.isMapping() {
		c.wrongType(v, strconv.Quote(k.Name), k.Type, c.textHint(v))
		return
	}
	seen := map[string]Value{}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		key, value := Value{file: v.file, node: v.node.Content[i]}, Value{file: v.file, node: v.node.Content[i+1]}
		lang := key.node.Value
		if first, twice := seen[lang]; twice {
			c.duplicateKey(key, first)
			continue
		}
		seen[lang] = key
		if len(c.Languages) > 0 && !slices.Contains(c.Languages, lang) {
			d := key.Finding("unknown-language", fmt.Sprintf("%q is not a language of this file", lang))
			d.Expected = strings.Join(c.Languages, ", ")
			d.Hint = diag.DidYouMean(lang, c.Languages)
			c.Findings.Add(d)
		}
		c.translation(value, k, lang)
	}
	c.missing(v, k, seen)
}

// translation holds the text of one language against its key.
func (c *Checker) translation(v Value, k Key, lang string) {
	name := k.Name + "." + lang
	switch {
	case !v.isScalar():
		c.wrongType(v, strconv.Quote(name), String, "")
	case v.String() == "":
		d := v.Finding("empty-text", fmt.Sprintf("%q is empty", name))
		d.Hint = "write the text, or remove the language"
		c.Findings.Add(d)
	default:
		c.control(v, name, k.Type == Text)
	}
}

// missing finds the languages that a text lacks.
func (c *Checker) missing(v Value, k Key, seen map[string]Value) {
	var missing []string
	for _, lang := range c.Languages {
		if _, ok := seen[lang]; !ok {
			missing = append(missing, lang)
		}
	}
	if len(missing) == 0 {
		return
	}
	d := v.Finding("missing-translation", fmt.Sprintf("%q has no text in %s", k.Name, strings.Join(missing, ", ")))
	d.Expected = "a text in " + strings.Join(c.Languages, ", ")
	if k.Type == Text && missing[0] != c.Languages[0] {
		d.Severity = diag.Warning
		d.Hint = fmt.Sprintf("readers will see it in %q", c.Languages[0])
	}
	c.Findings.Add(d)
}

// textHint shows how a text in several languages is written.
func (c *Checker) textHint(v Value) string {
	if len(c.Languages) == 0 || !v.isScalar() {
		return ""
	}
	return fmt.Sprintf("write the language before it: {%s: ...}", strings.Join(c.Languages, ": ..., "))
}
