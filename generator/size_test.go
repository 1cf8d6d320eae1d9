package generator_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The sizes above which a thing has two jobs. Files of 65 to 200 lines are
// usual; these are the hard stops.
const (
	maxFile       = 500
	maxPackage    = 2500
	maxFunction   = 60
	maxParameters = 4 // besides a context
)

// vague are names that say nothing about what is inside.
var vague = regexp.MustCompile(`(?i)^(utils?|helpers?|managers?|common|misc|shared|stuff)(_.*)?(\.go)?$`)

// source is a Go file of the product.
type source struct {
	name  string // with slashes
	lines int
	file  *ast.File
	set   *token.FileSet
}

// sources parses all Go files below this folder but tests and generated ones.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		if !ast.IsGenerated(f) {
			all = append(all, source{filepath.ToSlash(name), set.File(f.Pos()).LineCount(), f, set})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files were found", len(all))
	}
	return all
}

func TestFilesAndPackagesStaySmall(t *testing.T) {
	packages := map[string]int{}
	for _, s := range sources(t) {
		packages[filepath.Dir(s.name)] += s.lines
		if s.lines > maxFile {
			t.Errorf("%s has %d lines, more than %d", s.name, s.lines, maxFile)
		}
	}
	for name, lines := range packages {
		if lines > maxPackage {
			t.Errorf("the package %s has %d lines, more than %d", name, lines, maxPackage)
		}
	}
}

func TestFunctionsStaySmall(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1; n > maxFunction {
				t.Errorf("%s: %s has %d lines, more than %d", s.name, f.Name.Name, n, maxFunction)
			}
			if n := parameters(f); n > maxParameters && !isWorkshop(path.Dir(s.name)) {
				t.Errorf("%s: %s has %d parameters, more than %d", s.name, f.Name.Name, n, maxParameters)
			}
		}
	}
}

// parameters counts a function's parameters, without a context.
func parameters(f *ast.FuncDecl) int {
	n := 0
	for _, p := range f.Type.Params.List {
		if s, ok := p.Type.(*ast.SelectorExpr); ok && s.Sel.Name == "Context" {
			continue
		}
		n += max(1, len(p.Names))
	}
	return n
}

func TestNamesSaySomething(t *testing.T) {
	for _, s := range sources(t) {
		for _, part := range strings.Split(s.name, "/") {
			if vague.MatchString(part) {
				t.Errorf("%s: the name %q says nothing", s.name, part)
			}
		}
	}
}

// Packages do not register themselves: what a program does can be read from
// its main function downwards.
func TestNoHiddenStart(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has a function init", s.name)
			}
		}
	}
}

// Every package says what it is for, and every exported name what it does.
func TestEverythingExportedIsDescribed(t *testing.T) {
	described := map[string]bool{}
	var folders []string
	for _, s := range sources(t) {
		dir := filepath.Dir(s.name)
		if !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
		if s.file.Doc != nil && len(s.file.Doc.Text()) > 40 {
			described[dir] = true
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && f.Doc == nil && !satisfies(f) {
				t.Errorf("%s: %s has no doc comment", s.name, f.Name.Name)
			}
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE && g.Doc == nil {
				for _, spec := range g.Specs {
					if ts := spec.(*ast.TypeSpec); ts.Name.IsExported() && ts.Doc == nil {
						t.Errorf("%s: %s has no doc comment", s.name, ts.Name.Name)
					}
				}
			}
		}
	}
	for _, dir := range folders {
		if !described[dir] {
			t.Errorf("the package %s has no package comment", dir)
		}
	}
}

// satisfies reports whether a method is there for an interface whose name says
// it all.
func satisfies(f *ast.FuncDecl) bool {
	return f.Recv != nil && slices.Contains([]string{"Error", "Unwrap", "String", "Write", "Close"}, f.Name.Name)
}
