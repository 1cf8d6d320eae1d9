package yamlnode

import (
	"fmt"
	"strconv"
	"strings"

	"tipscore/generator/diag"
)

// Checker holds values against a schema and collects what does not fit.
type Checker struct {
	// Languages are the languages that texts must have, the first being the
	// one that readers of the others fall back to. Without any, translations
	// are not checked.
	Languages []string
	Findings  *diag.List
}

// Check holds the value and everything below it against the mapping.
func (c *Checker) Check(v Value, m Mapping) {
	if !v.isMapping() {
		c.wrongType(v, "the "+m.Name, Map, "its keys are: "+strings.Join(m.Names(), ", "))
		return
	}
	seen, meant := map[string]Value{}, map[string]bool{}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		key, value := Value{file: v.file, node: v.node.Content[i]}, Value{file: v.file, node: v.node.Content[i+1]}
		name := key.node.Value
		if first, twice := seen[name]; twice {
			c.duplicateKey(key, first)
			continue
		}
		seen[name] = key
		k, known := m.find(name)
		if !known {
			c.unknownKey(key, m)
			meant[diag.Suggest(name, m.Names())] = true
			continue
		}
		c.value(value, k)
	}
	for _, k := range m.Keys {
		if _, written := seen[k.Name]; k.Required && !written && !meant[k.Name] {
			d := diag.Diagnostic{Rule: "missing-key", Pos: v.Pos()}
			d.Message = fmt.Sprintf("%q is missing from the %s", k.Name, m.Name)
			d.Expected = k.expected()
			c.Findings.Add(d)
		}
	}
}

// value holds a value against its key.
func (c *Checker) value(v Value, k Key) {
	if v.isNull() {
		d := v.Finding("empty-value", fmt.Sprintf("%q has no value", k.Name))
		d.Expected = k.expected()
		d.Hint = "write the value, or remove the key if it is not required"
		c.Findings.Add(d)
		return
	}
	switch k.Type {
	case Map:
		c.Check(v, k.Of())
	case Maps, IDs, Strings, Languages:
		c.list(v, k)
	case Title, Text:
		c.text(v, k)
	case Citation:
		if v.isMapping() {
			c.text(v, k)
		} else {
			c.scalar(v, k)
		}
	case Number, Integer:
		c.number(v, k)
	case Boolean:
		if !v.isPlain() || v.node.Value != "true" && v.node.Value != "false" {
			d := v.Finding("wrong-type", fmt.Sprintf("%q is %s instead of true or false", k.Name, v.describe()))
			d.Hint = "write true or false without quotes"
			c.Findings.Add(d)
		}
	default:
		c.scalar(v, k)
	}
}

// list holds a list against its key, and its values against each other.
func (c *Checker) list(v Value, k Key) {
	if !v.isList() {
		c.wrongType(v, strconv.Quote(k.Name), k.Type, "put the values between [ and ], or each on a line of its own after a hyphen")
		return
	}
	if len(v.node.Content) == 0 {
		d := v.Finding("empty-value", fmt.Sprintf("the list %q is empty", k.Name))
		d.Hint = "write at least one value, or remove the key if it is not required"
		c.Findings.Add(d)
	}
	if k.Type == Maps {
		for _, item := range v.Items() {
			c.Check(item, k.Of())
		}
		return
	}
	one := Key{Name: k.Name, Type: map[Type]Type{IDs: ID, Strings: String, Languages: language}[k.Type]}
	seen := map[string]Value{}
	for _, item := range v.Items() {
		c.value(item, one)
		first, twice := seen[item.String()]
		if twice {
			d := item.Finding("duplicate-value", fmt.Sprintf("%q stands twice in %q", item.String(), k.Name))
			d.Hint = "remove one of the two"
			d.Related = []diag.Related{{Pos: first.Pos(), Note: "first here"}}
			c.Findings.Add(d)
			continue
		}
		seen[item.String()] = item
	}
}

// number holds a number against its key.
func (c *Checker) number(v Value, k Key) {
	value, ok := v.Number(0), v.isPlain() && numberShape.MatchString(v.node.Value)
	if ok {
		_, err := strconv.ParseFloat(v.node.Value, 64)
		ok = err == nil
	}
	if ok && k.Type == Integer {
		ok = integerShape.MatchString(v.node.Value)
	}
	if !ok {
		c.wrongType(v, strconv.Quote(k.Name), k.Type, numberHint(v))
		return
	}
	if r := k.Range; r != nil && (value < r.Low || value > r.High || r.Above && value == r.Low) {
		d := v.Finding("out-of-range", fmt.Sprintf("%q is %s", k.Name, v.node.Value))
		d.Expected = r.String()
		c.Findings.Add(d)
	}
}

// numberHint says how a number is written that was meant as one.
func numberHint(v Value) string {
	switch {
	case !v.isScalar():
		return ""
	case numberShape.MatchString(v.node.Value) && !v.isPlain():
		return "remove the quotes"
	case strings.Contains(v.node.Value, ",") && numberShape.MatchString(strings.Replace(v.node.Value, ",", ".", 1)):
		return "write a decimal point instead of the comma"
	}
	return ""
}

func (c *Checker) duplicateKey(key, first Value) {
	d := key.Finding("duplicate-key", fmt.Sprintf("the key %q stands here a second time", key.node.Value))
	d.Hint = "remove one of the two"
	d.Related = []diag.Related{{Pos: first.Pos(), Note: "first here"}}
	c.Findings.Add(d)
}

func (c *Checker) unknownKey(key Value, m Mapping) {
	name := key.node.Value
	d := key.Finding("unknown-key", fmt.Sprintf("%q is not a key of the %s", name, m.Name))
	d.Expected = strings.Join(m.Names(), ", ")
	d.Hint = diag.DidYouMean(name, m.Names())
	if numberShape.MatchString(name) {
		d.Hint = "write a decimal point, as a comma begins the next key"
	}
	c.Findings.Add(d)
}

func (c *Checker) wrongType(v Value, what string, want Type, hint string) {
	d := v.Finding("wrong-type", fmt.Sprintf("%s is %s instead of a %s", what, v.describe(), want))
	d.Expected = string(want)
	d.Hint = hint
	c.Findings.Add(d)
}
