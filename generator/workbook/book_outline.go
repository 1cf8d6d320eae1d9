package workbook

import (
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/datestyle"
	"tipscore/generator/workbook/internal/xmlscan"
)

// outline reads what all sheets share.
func (b *Book) outline() (diag.List, error) {
	part, err := b.pkg.workbookPart()
	if err != nil {
		return nil, err
	}
	list := b.pkg.passengers(diag.Pos{File: b.name})
	rels, err := b.pkg.relationships(part)
	if err != nil {
		return list, err
	}
	x, err := b.scan(part, outlineBytes)
	if err != nil {
		return list, err
	}
	entries, from1904, err := readSheetList(x, b.limits)
	if err != nil {
		return list, err
	}
	b.from1904 = from1904
	list.Add(b.placeSheets(entries, rels)...)
	if len(b.sheets) == 0 {
		return list, noSheet(entries, list.HasErrors())
	}
	if rel, ok := pick(rels, ofKind("styles")); ok && b.pkg.has(rel.target) {
		if x, err = b.scan(rel.target, outlineBytes); err != nil {
			return list, err
		}
		if b.dates, err = datestyle.Read(x); err != nil {
			return list, err
		}
	}
	b.shared = &sharedTexts{}
	if rel, ok := pick(rels, ofKind("sharedStrings")); ok && b.pkg.has(rel.target) {
		if x, err = b.scan(rel.target, b.limits.UnpackedBytes); err != nil {
			return list, err
		}
		b.shared, err = readSharedTexts(x, b.limits)
	}
	return list, err
}

// placeSheets finds the part of each sheet that has cells. Charts and dialogs
// are left out, a sheet whose part is missing or whose name is taken is a
// finding.
func (b *Book) placeSheets(entries []sheetEntry, rels []relationship) diag.List {
	var list diag.List
	byID := map[string]relationship{}
	for _, rel := range rels {
		if _, taken := byID[rel.id]; !taken {
			byID[rel.id] = rel
		}
	}
	seen := map[string]bool{}
	for _, e := range entries {
		rel, known := byID[e.id]
		known = known && e.id != ""
		pos := diag.Pos{File: b.name, Sheet: e.Name}
		switch key := strings.ToLower(e.Name); {
		case known && rel.kind != "worksheet":
		case e.id == "":
			list.Add(diag.Diagnostic{Rule: "missing-sheet", Severity: diag.Warning, Pos: pos, Hint: saveAgain,
				Message: "the workbook lists this sheet, but not where its cells are"})
		case !known || rel.external || !b.pkg.has(rel.target):
			list.Add(diag.Diagnostic{Rule: "missing-sheet", Pos: pos, Hint: saveAgain,
				Message: "the workbook lists this sheet, but its cells are not in the file"})
		case slices.Contains(b.targets, partName(rel.target)):
			list.Add(diag.Diagnostic{Rule: "duplicate-sheet", Pos: pos, Hint: saveAgain,
				Message: "the file gives this sheet the cells of another sheet"})
		case seen[key]:
			list.Add(diag.Diagnostic{Rule: "duplicate-sheet", Pos: pos, Hint: "give each sheet a name of its own",
				Message: "two sheets of the workbook have the same name; only the first is read"})
		default:
			seen[key] = true
			b.sheets = append(b.sheets, e.Sheet)
			b.targets = append(b.targets, partName(rel.target))
		}
	}
	return list
}

// scan opens a part for reading.
func (b *Book) scan(part string, most int64) (*xmlscan.Scanner, error) {
	p, err := b.pkg.open(part, most)
	if err != nil {
		return nil, err
	}
	return xmlscan.NewSize(p, p.size), nil
}
