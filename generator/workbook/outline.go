package workbook

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

// relationship is one line of a .rels part: what a part refers to.
type relationship struct {
	id       string
	kind     string // the last word of its type, such as "worksheet"
	target   string // a part name, or an address outside the file
	external bool
}

// relationships reads the relationships of a part, or of the whole package for
// "". A part without any has none. The kind is the last word of the type, the
// same in the transitional and the strict namespace.
func (c *container) relationships(of string) ([]relationship, error) {
	dir, base := path.Split(of)
	name := dir + "_rels/" + base + ".rels"
	if !c.has(name) {
		return nil, nil
	}
	var list []relationship
	p, err := c.open(name, outlineBytes)
	if err != nil {
		return nil, err
	}
	for x := xmlscan.NewSize(p, p.size); ; {
		tok, err := x.Next()
		if err != nil || tok == xmlscan.EOF {
			return list, err
		}
		if tok != xmlscan.Start || string(x.Name()) != "Relationship" {
			continue
		}
		if len(list) == c.limits.Parts {
			return nil, tooManyParts(c.limits)
		}
		kind := string(x.Attr("Type"))
		rel := relationship{
			id:       string(x.Attr("Id")),
			kind:     kind[strings.LastIndexByte(kind, '/')+1:],
			target:   strings.ReplaceAll(string(x.Attr("Target")), `\`, "/"),
			external: string(x.Attr("TargetMode")) == "External",
		}
		if !rel.external && !strings.HasPrefix(rel.target, "/") {
			rel.target = dir + rel.target
		}
		if plain, err := url.PathUnescape(rel.target); err == nil && !c.has(rel.target) {
			rel.target = plain // "sheet%201.xml"
		}
		list = append(list, rel)
	}
}

// pick returns the first relationship that matches.
func pick(list []relationship, match func(relationship) bool) (relationship, bool) {
	if i := slices.IndexFunc(list, match); i >= 0 && !list[i].external {
		return list[i], true
	}
	return relationship{}, false
}

func ofKind(kind string) func(relationship) bool {
	return func(r relationship) bool { return r.kind == kind }
}

// workbookPart finds the part that lists the sheets, or says what the package
// is instead.
func (c *container) workbookPart() (string, error) {
	rels, err := c.relationships("")
	if err != nil {
		return "", err
	}
	name := "xl/workbook.xml"
	if rel, ok := pick(rels, ofKind("officeDocument")); ok {
		name = partName(rel.target)
	}
	switch {
	case strings.HasSuffix(name, ".bin"), c.has("xl/workbook.bin"):
		return "", &fault{"binary-workbook", "this is a binary workbook (.xlsb)", saveAsXLSX}
	case strings.HasPrefix(name, "word/"), strings.HasPrefix(name, "ppt/"):
		return "", &fault{"not-a-workbook", "this is a text document or a presentation, not a workbook", "copy the table into a workbook"}
	case c.has("Index/Document.iwa"), c.has("Index.zip"):
		return "", &fault{"not-a-workbook", "this is a document of Apple's Numbers or Pages (.numbers), which cannot be read", "open it in Numbers and choose File, Export To, Excel"}
	case !c.has(name) && len(c.parts) > 0 && len(rels) == 0:
		return "", &fault{"not-a-workbook", "this is a zip file, but there is no workbook in it", "if the workbook is packed inside, unpack it first; if not, open the file in the program that made it and export it as .xlsx"}
	case !c.has(name):
		return "", &fault{"no-sheet", "the file has no list of sheets", saveAgain}
	}
	return name, nil
}

// sheetEntry is a sheet as the workbook part lists it.
type sheetEntry struct {
	Sheet
	id string // of its relationship
}

// readSheetList reads the workbook part: its sheets, and whether its dates
// count from 1904.
func readSheetList(x *xmlscan.Scanner, limits Limits) (list []sheetEntry, from1904 bool, err error) {
	for {
		tok, err := x.Next()
		if err != nil || tok == xmlscan.EOF {
			return list, from1904, err
		}
		switch {
		case tok != xmlscan.Start:
		case x.Depth() == 1 && string(x.Name()) != "workbook":
			return nil, false, &fault{"not-a-workbook", "the file does not begin as a workbook does", saveAsXLSX}
		case x.Depth() == 2 && string(x.Name()) == "workbookPr":
			v := string(x.Attr("date1904"))
			from1904 = v == "1" || v == "true" || v == "on"
		case x.Depth() == 3 && string(x.Name()) == "sheet":
			if len(list) == limits.Parts {
				return nil, false, tooManyParts(limits)
			}
			name := x.Attr("name")
			if !utf8.Valid(name) {
				return nil, false, xmlscan.ErrCharacter
			}
			state := string(x.Attr("state"))
			list = append(list, sheetEntry{
				Sheet: Sheet{Name: string(name), Hidden: state == "hidden" || state == "veryHidden"},
				id:    string(x.Prefixed("id")),
			})
		}
	}
}

// passengers warns of what a table does not need and what is never followed:
// links to other files, macros and embedded objects, each once.
func (c *container) passengers(pos diag.Pos) diag.List {
	var links, macros, objects bool
	for _, name := range c.names {
		links = links || strings.HasPrefix(name, "xl/externallinks/externallink")
		macros = macros || strings.HasSuffix(name, "vbaproject.bin") || strings.HasPrefix(name, "xl/macrosheets/")
		objects = objects || strings.Contains(name, "/embeddings/") || strings.Contains(name, "/activex/")
	}
	return passengers(pos, links, macros, objects)
}

func passengers(pos diag.Pos, links, macros, objects bool) (list diag.List) {
	for _, w := range []struct {
		found               bool
		rule, message, hint string
	}{
		{links, "external-link", "the workbook refers to cells of other files, which are not looked up",
			"copy the cells and paste them as values, then break the links (Data, Edit Links)"},
		{macros, "macro", "the workbook carries macros, which are never run", "save it as .xlsx, without macros"},
		{objects, "embedded-object", "the workbook carries embedded files or controls, which are never opened",
			"delete the embedded objects if they are not needed"},
	} {
		if w.found {
			list.Add(diag.Diagnostic{Rule: w.rule, Severity: diag.Warning, Pos: pos, Message: w.message, Hint: w.hint})
		}
	}
	return list
}

// noSheet says why there is nothing to read in a workbook.
func noSheet(entries []sheetEntry, missing bool) error {
	switch {
	case len(entries) == 0:
		return &fault{"no-sheet", "the workbook has no sheet", saveAgain}
	case missing:
		return &fault{"no-sheet", "no sheet of the workbook can be read", saveAgain}
	}
	return &fault{"no-sheet", fmt.Sprintf("the workbook has only charts and dialogs (%q), no sheet with cells", clip(entries[0].Name)),
		"ask for the workbook with the table that the charts were made from"}
}
