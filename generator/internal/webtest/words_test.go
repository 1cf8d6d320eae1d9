package webtest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"gopkg.in/yaml.v3"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/release"
)

// readAllWords returns the words of every language: its keys with their texts.
func readAllWords(t *testing.T) map[string]map[string]string {
	t.Helper()
	files, err := filepath.Glob(repository + "/site/i18n/*.yaml")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d languages (%v)", len(files), err)
	}
	all := map[string]map[string]string{}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]string{}
		if err := yaml.Unmarshal(raw, &words); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[strings.TrimSuffix(filepath.Base(file), ".yaml")] = words
	}
	return all
}

// places returns the names of the "{{ .name }}" places of a text, sorted.
func places(text string) (names []string) {
	for _, m := range regexp.MustCompile(`\{\{ \.(\w+) \}\}`).FindAllStringSubmatch(text, -1) {
		if !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	slices.Sort(names)
	return names
}

// Every language says everything, with the same places to fill in.
func TestLanguagesHaveTheSameWords(t *testing.T) {
	all := readAllWords(t)
	for lang, words := range all {
		for other, others := range all {
			for key, text := range words {
				translated, ok := others[key]
				switch {
				case !ok:
					t.Errorf("%s lacks %q, which %s has", other, key, lang)
				case strings.TrimSpace(text) == "":
					t.Errorf("%s: %q is empty", lang, key)
				case !slices.Equal(places(text), places(translated)):
					t.Errorf("%q has the places %v in %s and %v in %s", key, places(text), lang, places(translated), other)
				case strings.Count(text, "{{") != len(places(text)):
					t.Errorf("%s: %q has brackets that are no place: %s", lang, key, text)
				}
			}
		}
	}
}

// use is a place where a word is asked for.
type use struct {
	where  string
	key    string
	family bool     // key is the beginning of keys, put together there
	given  []string // places that are filled in; nil if that is not written there
}

func TestEveryWordIsThereAndUsed(t *testing.T) {
	words := readAllWords(t)["en"]
	uses := append(templateUses(t), goUses(t)...)
	if len(uses) < 200 {
		t.Fatalf("found only %d uses", len(uses))
	}
	used := map[string]bool{}
	for _, u := range uses {
		found := false
		for key, text := range words {
			if key != u.key && !(u.family && strings.HasPrefix(key, u.key)) {
				continue
			}
			found, used[key] = true, true
			for _, place := range places(text) {
				if u.given != nil && !u.family && !slices.Contains(u.given, place) {
					t.Errorf("%s: %q needs .%s", u.where, key, place)
				}
			}
		}
		if !found {
			t.Errorf("%s: no word has the key %q", u.where, u.key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if !used[key] {
			t.Errorf("nothing uses the word %q", key)
		}
	}
}

// Keys that are put together from a name of the program have to exist for every
// such name, or Hugo leaves a hole in the page.
func TestFamiliesOfWordsAreComplete(t *testing.T) {
	words := readAllWords(t)["en"]
	need := func(family string, names ...string) {
		for _, name := range names {
			if words[family+name] == "" {
				t.Errorf("no word has the key %q", family+name)
			}
		}
	}
	for _, s := range observation.States() {
		need("state-", s.String())
	}
	for _, k := range []indicator.Type{indicator.YesNo, indicator.Rubric, indicator.Category, indicator.Count, indicator.Percent,
		indicator.Ratio, indicator.Rate, indicator.Days, indicator.Date, indicator.Money} {
		need("type-", string(k))
	}
	need("actor-", string(indicator.Government), string(indicator.Programme), string(indicator.Context))
	need("direction-", string(indicator.Up), string(indicator.Down), string(indicator.NoDirection))
	need("dimension-", "structure", "process", "outcome")
	need("period-", string(programme.Year), string(programme.HalfYear), string(programme.Quarter), string(programme.Month))
	need("rule-", "goalposts", "binary", "rubric")
	for _, table := range release.Tables() {
		need("table-", table.Name)
		for _, column := range table.Columns {
			family := "column-"
			if table.Register && !slices.Contains([]string{"jurisdiction", "period", "sources"}, column) {
				family = "record-" // as on the page of the register
			}
			need(family, column)
		}
	}
}

// templateUses finds the calls of T in the templates.
func templateUses(t *testing.T) (uses []use) {
	t.Helper()
	eachFile(t, os.DirFS(repository+"/templates"), func(name string, data []byte) {
		if filepath.Ext(name) != ".html" {
			return
		}
		tree := parse.New(name)
		tree.Mode = parse.SkipFuncCheck
		set := map[string]*parse.Tree{}
		if _, err := tree.Parse(string(data), "", "", set); err != nil {
			t.Fatal(err)
		}
		for _, part := range set {
			eachCommand(part.Root, func(c *parse.CommandNode) {
				if u, ok := translation(c); ok {
					u.where = name
					uses = append(uses, u)
				}
			})
		}
	})
	return uses
}

// eachCommand calls f for every command below a node of a template.
func eachCommand(n parse.Node, f func(*parse.CommandNode)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				eachCommand(child, f)
			}
		}
	case *parse.ActionNode:
		eachCommand(n.Pipe, f)
	case *parse.TemplateNode:
		eachCommand(n.Pipe, f)
	case *parse.IfNode:
		eachBranch(&n.BranchNode, f)
	case *parse.RangeNode:
		eachBranch(&n.BranchNode, f)
	case *parse.WithNode:
		eachBranch(&n.BranchNode, f)
	case *parse.PipeNode:
		if n != nil {
			for _, c := range n.Cmds {
				eachCommand(c, f)
			}
		}
	case *parse.CommandNode:
		f(n)
		for _, arg := range n.Args {
			eachCommand(arg, f)
		}
	}
}

func eachBranch(n *parse.BranchNode, f func(*parse.CommandNode)) {
	eachCommand(n.Pipe, f)
	eachCommand(n.List, f)
	eachCommand(n.ElseList, f)
}

// translation reads T "key", T "key" (dict "place" value ...) and
// T (printf "family-%s" name).
func translation(c *parse.CommandNode) (u use, ok bool) {
	if id, is := c.Args[0].(*parse.IdentifierNode); !is || id.Ident != "T" || len(c.Args) < 2 {
		return u, false
	}
	u.given = []string{}
	switch arg := c.Args[1].(type) {
	case *parse.StringNode:
		u.key = arg.Text
	case *parse.PipeNode:
		if format := stringsIn(arg); len(format) > 0 {
			u.key, _, u.family = strings.Cut(format[0], "%s")
		}
	}
	if len(c.Args) > 2 {
		u.given = stringsIn(c.Args[2])
	}
	return u, true
}

// stringsIn returns the strings written right in a pipeline.
func stringsIn(n parse.Node) (out []string) {
	if pipe, ok := n.(*parse.PipeNode); ok {
		for _, c := range pipe.Cmds {
			for _, arg := range c.Args {
				if s, ok := arg.(*parse.StringNode); ok {
					out = append(out, s.Text)
				}
			}
		}
	}
	return out
}

// goUses finds the words that the pages' Go code asks for: word("key"),
// phrase("key", "place", value ...), words["key"], and the keys that stand in
// the list of a programme's menu.
func goUses(t *testing.T) (uses []use) {
	t.Helper()
	root := os.DirFS(repository + "/generator/publish")
	eachFile(t, root, func(name string, data []byte) {
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, data, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			uses = append(uses, usesAt(name, n)...)
			return true
		})
	})
	return uses
}

func usesAt(name string, n ast.Node) (uses []use) {
	add := func(e ast.Expr, given []string) {
		if key, family, ok := keyOf(e); ok {
			uses = append(uses, use{name, key, family, given})
		}
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		method, ok := n.Fun.(*ast.SelectorExpr)
		switch {
		case !ok || len(n.Args) == 0:
		case strings.EqualFold(method.Sel.Name, "word"):
			add(n.Args[0], nil)
		case strings.EqualFold(method.Sel.Name, "phrase"):
			given := []string{}
			for _, arg := range n.Args[1:] {
				if place, _, ok := keyOf(arg); ok {
					given = append(given, place)
				}
			}
			add(n.Args[0], given)
		}
	case *ast.IndexExpr:
		if s, ok := n.X.(*ast.SelectorExpr); ok && s.Sel.Name == "words" {
			add(n.Index, nil)
		} else if id, ok := n.X.(*ast.Ident); ok && (id.Name == "w" || id.Name == "words") {
			add(n.Index, nil)
		}
	case *ast.CompositeLit:
		if list, ok := n.Type.(*ast.ArrayType); ok && fieldOf(list.Elt, "word") {
			for _, row := range n.Elts {
				add(row.(*ast.CompositeLit).Elts[0], nil)
			}
		}
	}
	return uses
}

// fieldOf reports whether the first field of a struct type has a name.
func fieldOf(e ast.Expr, name string) bool {
	s, ok := e.(*ast.StructType)
	return ok && len(s.Fields.List) > 0 && s.Fields.List[0].Names[0].Name == name
}

// keyOf reads a string, or the string that a sum begins with.
func keyOf(e ast.Expr) (key string, family, ok bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, false, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		key, _, ok := keyOf(e.X)
		return key, true, ok
	}
	return "", false, false
}
