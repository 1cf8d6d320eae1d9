package yamlnode_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// read reads a document from text.
func read(t testing.TB, text string) (yamlnode.Value, diag.List) {
	t.Helper()
	var findings diag.List
	v, err := yamlnode.Read(fstest.MapFS{"f.yaml": {Data: []byte(text)}}, "f.yaml", &findings)
	if err != nil {
		t.Fatal(err)
	}
	return v, findings
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ name, text, rule, pos string }{
		{"nothing", "", "empty-file", "f.yaml:1:1"},
		{"a comment", "# soon\n\n", "empty-file", "f.yaml:1:1"},
		{"a mark of a document", "---\n", "empty-file", "f.yaml:1:1"},
		{"two documents", "a: 1\n---\nb: 2\n", "several-documents", "f.yaml:2:1"},
		{"a broken second document", "a: 1\n---\nb: [\n", "yaml-syntax", "f.yaml:3:1"},
		{"latin 1", "a: 1\nb: a\xf1o\n", "encoding", "f.yaml:2:5"},
		{"latin 1 after two-byte letters", "a: ñandú \xf1\n", "encoding", "f.yaml:1:10"},
		{"a bell", "a: \"ñ\a\"\n", "control-character", "f.yaml:1:6"},
		{"a turn of direction", "a: b\u202ec\n", "control-character", "f.yaml:1:5"},
		{"an open list", "a: 1\nb: [1,\n\n", "yaml-syntax", "f.yaml:2:1"},
		{"an open quotation", "a: 1\nb: \"x\n", "yaml-syntax", "f.yaml:2:1"},
		{"a tab", "a:\n  b: 1\n\tc: 2\n", "yaml-syntax", "f.yaml:3:2"},
		{"a list under a mapping", "a: 1\n- b\n", "yaml-syntax", "f.yaml:2:1"},
		{"an escape", "a: 1\n\n  \nb: \"\\q\"\n", "yaml-syntax", "f.yaml:4:1"},
		{"a colon in a text", "a: 1\nb:\n  c: d: e\n", "yaml-syntax", "f.yaml:3:3"},
		{"no colon", "a: 1\nb 2\nc: 3\n", "yaml-syntax", "f.yaml:2:1"},
		{"a star", "a: 1\nb: x\nc: *x*\n", "yaml-syntax", "f.yaml:3:1"},
		{"an at sign", "a: @x\n", "yaml-syntax", "f.yaml:1:1"},
		{"an anchor", "a: &b 1\n", "yaml-alias", "f.yaml:1:4"},
		{"a tag", "a: !!binary aaaa\n", "yaml-tag", "f.yaml:1:4"},
		{"deep", strings.Repeat("[", 100) + strings.Repeat("]", 100), "too-deep", "f.yaml:1:34"},
		{"large", "# " + strings.Repeat("x", yamlnode.MaxBytes), "file-size", "f.yaml"},
	} {
		v, findings := read(t, c.text)
		if v.Exists() || len(findings) != 1 {
			t.Errorf("%s: a value is %v, findings %v", c.name, v.Exists(), findings)
			continue
		}
		if d := findings[0]; d.Rule != c.rule || d.Pos.String() != c.pos || d.Message == "" {
			t.Errorf("%s: %s at %s (%s), want %s at %s", c.name, d.Rule, d.Pos, d.Message, c.rule, c.pos)
		}
		if d := findings[0]; d.Rule == "yaml-syntax" && d.Hint == "" {
			t.Errorf("%s: no hint for %q", c.name, d.Message)
		}
	}
}

// TestAliasBomb holds that a small file that would grow to gigabytes is
// refused without growing.
func TestAliasBomb(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for _, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		last := string(n[0] - 1)
		b.WriteString("a" + n + ": &a" + n + " [" + strings.Repeat("*a"+last+", ", 9) + "]\n")
	}
	v, findings := read(t, b.String())
	if v.Exists() || !findings.HasErrors() || findings[0].Rule != "yaml-alias" {
		t.Errorf("a value is %v, findings %v", v.Exists(), findings)
	}
}

func TestReadMissingFile(t *testing.T) {
	var findings diag.List
	v, err := yamlnode.Read(fstest.MapFS{}, "x.yaml", &findings)
	if err != nil || v.Exists() || len(findings) != 1 || findings[0].Rule != "missing-file" {
		t.Errorf("a value is %v, findings %v, %v", v.Exists(), findings, err)
	}
}

func TestGetters(t *testing.T) {
	v, findings := read(t, `text: {en: " Hello ", es: Hola}
word: yes
version: 1.10
list: [a, "b"]
number: -1.5e1
whole: 012
quoted: "7"
truth: true
nothing:
`)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	absent := v.Get("absent").Get("deeper")
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"text", v.Get("text").Text()["en"], "Hello"},
		{"text of a scalar", len(v.Get("word").Text()), 0},
		{"word", v.Get("word").String(), "yes"},
		{"version", v.Get("version").String(), "1.10"},
		{"list", strings.Join(v.Get("list").Strings(), " "), "a b"},
		{"items of a scalar", len(v.Get("word").Items()), 0},
		{"number", v.Get("number").Number(1), -15.0},
		{"whole", v.Get("whole").Integer(1), 12},
		{"whole of a fraction", v.Get("number").Integer(1), 1},
		{"quoted", v.Get("quoted").Number(3), 3.0},
		{"quoted whole", v.Get("quoted").Integer(3), 3},
		{"truth", v.Get("truth").Boolean(), true},
		{"truth of a word", v.Get("word").Boolean(), false},
		{"nothing", v.Get("nothing").String(), ""},
		{"absent", absent.String(), ""},
		{"absent number", absent.Number(9), 9.0},
		{"absent pos", absent.Pos().String(), "f.yaml"},
		{"key pos", v.Key("version").Pos().String(), "f.yaml:3:1"},
		{"value pos", v.Get("version").Pos().String(), "f.yaml:3:10"},
		{"item pos", v.Get("list").Items()[1].Pos().String(), "f.yaml:4:11"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %v, want %v", c.what, c.got, c.want)
		}
	}
	if absent.Exists() || v.Key("absent").Exists() || !v.Get("nothing").Exists() {
		t.Error("what exists is mistaken")
	}
}
