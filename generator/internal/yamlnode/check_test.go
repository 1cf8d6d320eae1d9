package yamlnode_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
	"tipscore/generator/internal/yamlnode/fixture"
)

// tree is a schema with every type, which holds itself.
func tree() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "tree", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "word", Type: yamlnode.String, Values: []string{"one", "three"}},
		{Name: "url", Type: yamlnode.URL},
		{Name: "contact", Type: yamlnode.Contact},
		{Name: "title", Type: yamlnode.Title},
		{Name: "text", Type: yamlnode.Text},
		{Name: "number", Type: yamlnode.Number, Range: &yamlnode.Range{High: 1, Above: true}},
		{Name: "whole", Type: yamlnode.Integer},
		{Name: "truth", Type: yamlnode.Boolean},
		{Name: "ids", Type: yamlnode.IDs},
		{Name: "strings", Type: yamlnode.Strings},
		{Name: "languages", Type: yamlnode.Languages},
		{Name: "map", Type: yamlnode.Map, Of: tree},
		{Name: "maps", Type: yamlnode.Maps, Of: tree},
	}}
}

// check holds a text against the tree, in English and Spanish.
func check(t testing.TB, text string) diag.List {
	t.Helper()
	v, findings := read(t, text)
	c := yamlnode.Checker{Languages: []string{"en", "es"}, Findings: &findings}
	if v.Exists() {
		c.Check(v, tree())
	}
	return findings
}

func TestCheckAccepts(t *testing.T) {
	for _, text := range []string{
		"id: a",
		"id: 9-lives\nword: three",
		"id: no\nurl: ''",
		"id: a\nurl: https://example.org/?a=b&c=%20#d",
		"id: a\ncontact: https://example.org/contact?about=data",
		"id: a\ncontact: errors+data@mail.example.org",
		"id: a\ntitle: {en: 1999, es: true}", // texts that YAML takes for something else
		"id: a\ntext: {en: \"two\\nlines\\tand a tab\", es: x}",
		"id: a\nnumber: 1\nwhole: -3\ntruth: false",
		"id: a\nids: [a, b]\nstrings: ['*.x', y]\nlanguages: [en, zh-hant]",
		"id: a\nmap: {id: b, maps: [{id: c}, {id: d}]}",
	} {
		if findings := check(t, text); len(findings) > 0 {
			t.Errorf("%q:\n%s", text, fixture.Render(findings))
		}
	}
}

func TestCheckFinds(t *testing.T) {
	for _, c := range []struct{ text, rule, pos string }{
		{"id: A", "id-shape", "1:5"},
		{"id: -a", "id-shape", "1:5"},
		{"id: a/b", "id-shape", "1:5"},
		{"id: " + strings.Repeat("a", yamlnode.MaxID+1), "id-shape", "1:5"},
		{"{}", "missing-key", "1:1"},
		{"id: a\nwrod: one", "unknown-key", "2:1"},
		{"id: a\nword: two", "unknown-value", "2:7"},
		{"id: a\nword: ~", "empty-value", "2:7"},
		{"id: a\nurl: 'javascript:alert(1)'", "address", "2:6"},
		{"id: a\nurl: '//example.org'", "address", "2:6"},
		{"id: a\nurl: https://user:word@example.org", "address", "2:6"},
		{"id: a\nurl: 'https://example.org/ x'", "address", "2:6"},
		{"id: a\nurl: 'HTTPS:example.org'", "address", "2:6"},
		{"id: a\ncontact: http://example.org/", "address", "2:10"},
		{"id: a\ncontact: mailto:a@example.org", "address", "2:10"},
		{"id: a\ncontact: a@example.org?bcc=b@example.org", "address", "2:10"},
		{"id: a\ncontact: 'a@example.org,b@example.org'", "address", "2:10"},
		{"id: a\ncontact: a@localhost", "address", "2:10"},
		{"id: a\ncontact: 'javascript:alert(1)'", "address", "2:10"},
		{"id: a\ncontact: ~", "empty-value", "2:10"},
		{"id: a\nnumber: 0", "out-of-range", "2:9"},
		{"id: a\nnumber: 0x1", "wrong-type", "2:9"},
		{"id: a\nnumber: 1_0", "wrong-type", "2:9"},
		{"id: a\nwhole: 99999999999", "wrong-type", "2:8"},
		{"id: a\ntruth: 'true'", "wrong-type", "2:8"},
		{"id: a\nids: [a, B]", "id-shape", "2:10"},
		{"id: a\nids: [[a]]", "wrong-type", "2:7"},
		{"id: a\nids: []", "empty-value", "2:6"},
		{"id: a\nlanguages: [EN]", "language-code", "2:13"},
		{"id: a\ntitle: {en: x, es: y, ?a: b}", "unknown-language", "2:24"},
		{"id: a\ntitle: {en: x}", "missing-translation", "2:8"},
		{"id: a\nmap: []", "wrong-type", "2:6"},
		{"id: a\nmaps: [x]", "wrong-type", "2:8"},
		{"id: a\nmaps: {id: b}", "wrong-type", "2:7"},
		{"[id]", "wrong-type", "1:1"},
		{"id: a\n? [b]\n: c", "unknown-key", "2:3"},
	} {
		findings := check(t, c.text)
		if len(findings) != 1 {
			t.Errorf("%q has %d findings:\n%s", c.text, len(findings), fixture.Render(findings))
			continue
		}
		if d := findings[0]; d.Rule != c.rule || d.Pos.String() != "f.yaml:"+c.pos {
			t.Errorf("%q: %s at %s, want %s at %s", c.text, d.Rule, d.Pos, c.rule, c.pos)
		}
	}
}

// TestMessagesAreOneLine holds what every finding promises, whatever was typed.
func TestMessagesAreOneLine(t *testing.T) {
	hostile := `"a\nb\x1b[31m` + strings.Repeat("x", 500) + `"`
	for _, key := range tree().Names() {
		for _, value := range []string{hostile, "[" + hostile + "]", "{" + hostile + ": 1}", "{en: " + hostile + "}"} {
			for _, d := range check(t, "id: a\n"+key+": "+value) {
				if strings.ContainsAny(d.Message+d.Hint+d.Expected, "\n\x1b") {
					t.Errorf("%s: %q", key, d.Message)
				}
			}
		}
	}
}

func TestAll(t *testing.T) {
	leaf := func() yamlnode.Mapping { return yamlnode.Mapping{Name: "leaf"} }
	m := tree()
	m.Keys = append(m.Keys, yamlnode.Key{Name: "leaf", Type: yamlnode.Map, Of: leaf})
	var names []string
	for _, one := range m.All() {
		names = append(names, one.Name)
	}
	if !slices.Equal(names, []string{"tree", "leaf"}) {
		t.Errorf("the mappings are %v", names)
	}
}

// FuzzCheck holds that no document makes reading, checking or getting panic.
func FuzzCheck(f *testing.F) {
	f.Add([]byte("id: a\ntitle: {en: x, es: y}\nmaps: [{id: b}]\nnumber: .5\n"))
	f.Add([]byte("a: &a [*a]\n<<: *a\n"))
	f.Add([]byte("? {a: b}\n: - !x y\n- z\n"))
	f.Add([]byte("\xef\xbb\xbfid: \"\\x00\"\r\n...\r\n---\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var findings diag.List
		v, err := yamlnode.Read(fstest.MapFS{"f.yaml": {Data: data}}, "f.yaml", &findings)
		if err != nil {
			t.Fatal(err)
		}
		if !v.Exists() && len(findings) == 0 {
			t.Error("there is no value, and nothing says why")
		}
		c := yamlnode.Checker{Languages: []string{"en", "es"}, Findings: &findings}
		if v.Exists() {
			c.Check(v, tree())
		}
		for _, d := range findings {
			lines := bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r")) + 1
			if d.Rule == "" || d.Message == "" || d.Pos.Line > lines {
				t.Errorf("a finding in line %d of %d: %+v", d.Pos.Line, lines, d)
			}
		}
	})
}
