package observation_test

import (
	"bytes"
	"context"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
	"tipscore/generator/disclosure"
	"tipscore/generator/internal/project"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard"
)

// section is the description of one rule in docs/checks.md: the files of an
// example and what the command check prints about them under this rule.
type section struct {
	rule            string
	example, output string
	start, end      int // of the output in the page
}

var (
	ruleHeading = regexp.MustCompile("(?m)^### ([a-z0-9-]+)$")
	fence       = regexp.MustCompile("(?ms)^```text\n(.*?)^```$")
)

// sections parts docs/checks.md by rule.
func sections(t *testing.T, page string) []section {
	t.Helper()
	var all []section
	headings := ruleHeading.FindAllStringSubmatchIndex(page, -1)
	for i, h := range headings {
		end := len(page)
		if i+1 < len(headings) {
			end = headings[i+1][0]
		}
		s := section{rule: page[h[2]:h[3]]}
		blocks := fence.FindAllStringSubmatchIndex(page[h[1]:end], -1)
		if len(blocks) != 2 {
			t.Errorf("%s: %d blocks, not an example and its output", s.rule, len(blocks))
			continue
		}
		s.example = page[h[1]+blocks[0][2] : h[1]+blocks[0][3]]
		s.start, s.end = h[1]+blocks[1][2], h[1]+blocks[1][3]
		s.output = page[s.start:s.end]
		all = append(all, s)
	}
	return all
}

// Every example of docs/checks.md, with the invented definitions of the
// fixtures around it, has exactly the output that the page shows.
func TestChecksPage(t *testing.T) {
	page := readDoc(t, "checks.md")
	all := sections(t, page)
	for i := len(all) - 1; i >= 0; i-- { // from the end, so that places hold
		s := all[i]
		got := observation.Print(t, findingsOf(t, s.example, s.rule))
		if got == "" {
			t.Errorf("%s: the example has no such finding", s.rule)
		}
		if got != s.output {
			if !updating() {
				t.Errorf("%s: got\n%s\nthe page says\n%s", s.rule, got, s.output)
			}
			page = page[:s.start] + got + page[s.end:]
		}
	}
	if updating() {
		if err := os.WriteFile(filepath.Join("..", "..", "docs", "checks.md"), []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// updating says whether docs/checks.md is to be rewritten: go test ./generator/observation -update
func updating() bool {
	f, ok := flag.Lookup("update").Value.(flag.Getter)
	return ok && f.Get() == true
}

// findingsOf checks the project that the example makes and returns what is
// found under the rule.
func findingsOf(t *testing.T, example, rule string) diag.List {
	t.Helper()
	base, err := os.ReadFile(filepath.Join("testdata", "definitions.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	archive := txtar.Parse(base)
	for _, f := range txtar.Parse([]byte(example)).Files {
		change(t, archive, f)
	}
	loader := project.Loader{Project: &project.Project{FS: observation.Files(t, archive)}}
	loaded, err := loader.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	findings := loaded.Findings
	for _, p := range loaded.Programmes {
		_, list := disclosure.Apply(p.Dataset, scorecard.Compute(p.Dataset))
		findings.Add(list...)
	}
	return slices.DeleteFunc(findings, func(d diag.Diagnostic) bool { return d.Rule != rule })
}

// change puts one file of an example into the archive: "-- name --" adds it,
// "-- remove name --" removes it, and "-- replace name --" replaces the text
// before a line "=>" in it by the text after.
func change(t *testing.T, a *txtar.Archive, f txtar.File) {
	t.Helper()
	verb, name, ok := strings.Cut(f.Name, " ")
	if !ok || strings.HasPrefix(name, "->") {
		verb, name = "", f.Name
	}
	at := slices.IndexFunc(a.Files, func(have txtar.File) bool { return have.Name == name })
	if at < 0 && verb != "" {
		t.Fatalf("there is no file %s to %s", name, verb)
	}
	switch verb {
	case "replace":
		before, after, _ := bytes.Cut(bytes.TrimSuffix(f.Data, []byte("\n")), []byte("\n=>\n"))
		if n := bytes.Count(a.Files[at].Data, before); n != 1 {
			t.Fatalf("%q stands %d times in %s", before, n, name)
		}
		a.Files[at].Data = bytes.Replace(a.Files[at].Data, before, after, 1)
	case "remove":
		a.Files = slices.Delete(a.Files, at, at+1)
	default:
		if at >= 0 {
			a.Files = slices.Delete(a.Files, at, at+1)
		}
		a.Files = append(a.Files, txtar.File{Name: name, Data: f.Data})
	}
}

// Every rule that the code can report has a section in docs/checks.md, and
// every section is about such a rule.
func TestEveryRuleIsDocumented(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sections(t, readDoc(t, "checks.md")) {
		if documented[s.rule] {
			t.Errorf("%s is described twice", s.rule)
		}
		documented[s.rule] = true
	}
	used := rulesInCode(t)
	for rule := range used {
		if !documented[rule] {
			t.Errorf("%s (%s) is not described in docs/checks.md", rule, used[rule])
		}
	}
	for rule := range documented {
		if used[rule] == "" {
			t.Errorf("docs/checks.md describes %s, which nothing reports", rule)
		}
	}
}

// rulesInCode finds the rules that stand in the code, each with a place: the
// texts that are given to a field Rule or rule, to a fault, or to one of the
// functions that make findings.
func rulesInCode(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", name), nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, l := range ruleLiterals(n) {
				if s, err := strconv.Unquote(l.Value); err == nil && slug.MatchString(s) {
					found[s] = name
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ruleLiterals returns the literals in a node that are names of rules.
func ruleLiterals(n ast.Node) []*ast.BasicLit {
	var from []ast.Expr
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if name := identifier(n.Key); name == "Rule" || name == "rule" {
			from = []ast.Expr{n.Value}
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if s, ok := left.(*ast.SelectorExpr); ok && s.Sel.Name == "Rule" && len(n.Rhs) == len(n.Lhs) {
				from = append(from, n.Rhs[i])
			}
		}
	case *ast.CompositeLit:
		from = ruleElements(n)
	case *ast.CallExpr:
		if slices.Contains([]string{"Finding", "finding", "found", "wrong"}, identifier(n.Fun)) {
			from = n.Args
		}
	}
	var literals []*ast.BasicLit
	for _, e := range from {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			literals = append(literals, l)
		}
	}
	return literals
}

// ruleElements returns the elements of a literal without keys that are rules:
// the first of a fault, and the one in the place of the field rule in a list
// of structs.
func ruleElements(n *ast.CompositeLit) []ast.Expr {
	if identifier(n.Type) == "fault" && len(n.Elts) > 0 {
		return n.Elts[:1]
	}
	list, _ := n.Type.(*ast.ArrayType)
	if list == nil {
		return nil
	}
	fields, _ := list.Elt.(*ast.StructType)
	if fields == nil {
		return nil
	}
	var names []string
	for _, f := range fields.Fields.List {
		for _, name := range f.Names {
			names = append(names, name.Name)
		}
	}
	var out []ast.Expr
	at := slices.Index(names, "rule")
	for _, e := range n.Elts {
		if row, ok := e.(*ast.CompositeLit); ok && at >= 0 && at < len(row.Elts) {
			out = append(out, row.Elts[at])
		}
	}
	return out
}

// identifier returns the name at the end of an expression.
func identifier(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
