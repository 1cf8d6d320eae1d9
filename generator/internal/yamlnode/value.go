package yamlnode

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"tipscore/generator/diag"
)

// Value is a place in a YAML document. The zero value is absent, and all
// getters of an absent or malformed value return their zero or default.
type Value struct {
	file string
	node *yaml.Node
}

var (
	numberShape  = regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$`)
	integerShape = regexp.MustCompile(`^[-+]?[0-9]{1,9}$`)
)

// Exists reports whether the value is written in the file.
func (v Value) Exists() bool { return v.node != nil }

// Pos returns where the value begins.
func (v Value) Pos() diag.Pos {
	if v.node == nil {
		return diag.Pos{File: v.file}
	}
	return diag.Pos{File: v.file, Line: v.node.Line, Column: v.node.Column}
}

// Finding returns an error at the value, with what is written there.
func (v Value) Finding(rule, message string) diag.Diagnostic {
	d := diag.Diagnostic{Rule: rule, Pos: v.Pos(), Message: message}
	if v.isScalar() {
		d.Got = v.node.Value
	}
	return d
}

// Get returns the value of the key, absent if there is none. Of a key that is
// written twice it returns the first.
func (v Value) Get(key string) Value {
	_, value := v.find(key)
	return value
}

// Key returns the place of the key itself, absent if it is not written.
func (v Value) Key(key string) Value {
	k, _ := v.find(key)
	return k
}

func (v Value) find(key string) (k, value Value) {
	k, value = Value{file: v.file}, Value{file: v.file}
	if !v.isMapping() {
		return k, value
	}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		if v.node.Content[i].Value == key {
			k.node, value.node = v.node.Content[i], v.node.Content[i+1]
			return k, value
		}
	}
	return k, value
}

// Items returns the values of a list.
func (v Value) Items() []Value {
	if v.node == nil || v.node.Kind != yaml.SequenceNode {
		return nil
	}
	items := make([]Value, len(v.node.Content))
	for i, n := range v.node.Content {
		items[i] = Value{file: v.file, node: n}
	}
	return items
}

// String returns a scalar as it is spelled, without surrounding space.
func (v Value) String() string {
	if !v.isScalar() || v.isNull() {
		return ""
	}
	return strings.TrimSpace(v.node.Value)
}

// Strings returns the scalars of a list.
func (v Value) Strings() []string {
	var out []string
	for _, item := range v.Items() {
		out = append(out, item.String())
	}
	return out
}

// Languages returns the codes of a list of languages, or nil where one of them
// is none: what a text lacks cannot be said then.
func (v Value) Languages() []string {
	list := v.Strings()
	for _, s := range list {
		if !languageShape.MatchString(s) {
			return nil
		}
	}
	return list
}

// Number returns a number, or the fallback.
func (v Value) Number(fallback float64) float64 {
	if !v.isPlain() || !numberShape.MatchString(v.node.Value) {
		return fallback
	}
	n, err := strconv.ParseFloat(v.node.Value, 64)
	if err != nil {
		return fallback
	}
	return n
}

// Integer returns a whole number, or the fallback.
func (v Value) Integer(fallback int) int {
	if !v.isPlain() || !integerShape.MatchString(v.node.Value) {
		return fallback
	}
	n, err := strconv.Atoi(v.node.Value)
	if err != nil {
		return fallback
	}
	return n
}

// Boolean returns true for the word true.
func (v Value) Boolean() bool { return v.isPlain() && v.node.Value == "true" }

// Text returns the text in every language, or nil.
func (v Value) Text() map[string]string {
	if !v.isMapping() {
		return nil
	}
	text := make(map[string]string, len(v.node.Content)/2)
	for i := len(v.node.Content) - 2; i >= 0; i -= 2 {
		text[v.node.Content[i].Value] = Value{node: v.node.Content[i+1]}.String()
	}
	return text
}

// Citation returns a text in every language, or the one that stands for all
// under the language "".
func (v Value) Citation() map[string]string {
	if v.isScalar() {
		return map[string]string{"": v.String()}
	}
	return v.Text()
}

// IsControl reports whether the rune is a control character, or one that
// turns the direction of the text after it and so can disguise what it says.
func IsControl(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}

func (v Value) isScalar() bool  { return v.node != nil && v.node.Kind == yaml.ScalarNode }
func (v Value) isMapping() bool { return v.node != nil && v.node.Kind == yaml.MappingNode }
func (v Value) isList() bool    { return v.node != nil && v.node.Kind == yaml.SequenceNode }
func (v Value) isNull() bool    { return v.isScalar() && v.node.ShortTag() == "!!null" }

// isPlain reports whether the scalar is written without quotes.
func (v Value) isPlain() bool { return v.isScalar() && v.node.Style == 0 }
