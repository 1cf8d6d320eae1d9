package programme

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
)

// workbooks finds the files that the patterns name, sorted and each once.
func (l *loader) workbooks(p *Programme) error {
	folder, err := fs.Sub(l.fsys, l.dir)
	if err != nil {
		return fmt.Errorf("list %s: %w", l.dir, err)
	}
	found := map[string]bool{}
	for _, v := range l.root.Get("workbooks").Items() {
		if !l.inside(v) {
			continue
		}
		files, err := fs.Glob(folder, path.Clean(v.String()))
		if err != nil {
			d := v.Finding("pattern-syntax", fmt.Sprintf("%q is not a pattern for names of files", v.String()))
			d.Hint = `a "[" needs its "]"`
			l.findings.Add(d)
			continue
		}
		files = slices.DeleteFunc(files, func(name string) bool {
			return isLock(name) || isFolder(folder, name) || slices.Contains(l.tables(), name)
		})
		if len(files) == 0 {
			d := v.Finding("no-workbook", fmt.Sprintf("no file matches %q", v.String()))
			d.Severity = diag.Warning
			d.Hint = "check the name, or put the workbook where the pattern looks: " + path.Join(l.dir, path.Dir(v.String()))
			l.findings.Add(d)
		}
		for _, name := range files {
			found[name] = true
		}
	}
	for name := range l.unreadable(folder) {
		found[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if !isSpreadsheet(name) {
			continue
		}
		p.Workbooks = append(p.Workbooks, path.Join(l.dir, name))
	}
	l.checkUnread(folder, found)
	return nil
}

// unreadable returns the spreadsheets beside the workbooks of the kinds that
// cannot be read. They are opened like workbooks, and then one error says what
// they are and how to save them: answers in an .xls are as dear as others, and
// no pattern is expected to name it.
func (l *loader) unreadable(folder fs.FS) map[string]bool {
	kinds := []string{".fods", ".numbers", ".xls", ".xlsb"}
	all := map[string]bool{}
	for name := range l.beside(folder) {
		if slices.Contains(kinds, strings.ToLower(path.Ext(name))) {
			all[name] = true
		}
	}
	return all
}

// beside returns the spreadsheets in the folders where workbooks are looked
// for, without the tables of the programme itself.
func (l *loader) beside(folder fs.FS) map[string]bool {
	tables := l.tables()
	all := map[string]bool{}
	for _, v := range l.root.Get("workbooks").Items() {
		if !isInside(v.String()) {
			continue
		}
		// A broken pattern has been reported.
		files, _ := fs.Glob(folder, path.Join(path.Dir(path.Clean(v.String())), "*"))
		for _, name := range files {
			if isSpreadsheet(name) && !isLock(name) && !isFolder(folder, name) && !slices.Contains(tables, name) {
				all[name] = true
			}
		}
	}
	return all
}

// tables returns the names of the programme's own tables, which hold no answers.
func (l *loader) tables() []string {
	return []string{path.Clean(l.root.Get("jurisdictions").String()), path.Clean(l.root.Get("map").String())}
}

// checkUnread finds spreadsheets beside the workbooks that will not be read,
// so that nobody's answers are left out in silence.
func (l *loader) checkUnread(folder fs.FS, found map[string]bool) {
	all := l.beside(folder)
	maps.Copy(all, found)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if found[name] && isSpreadsheet(name) {
			continue
		}
		d := diag.Diagnostic{Rule: "unread-file", Severity: diag.Warning, Pos: diag.Pos{File: path.Join(l.dir, name)}}
		d.Message = "the file is not read, because no pattern for workbooks matches it"
		d.Hint = "if it has answers, add its name to the workbooks; if not, move it elsewhere"
		if found[name] {
			d.Message = "the file is not read, because its kind is not known"
			d.Hint = "if it has answers, save it as .xlsx; if not, move it elsewhere"
		}
		d.Related = []diag.Related{{Pos: l.root.Key("workbooks").Pos(), Note: "the patterns"}}
		l.findings.Add(d)
	}
}

// isSpreadsheet reports whether people keep answers in files of this kind.
func isSpreadsheet(name string) bool {
	kinds := []string{".csv", ".fods", ".numbers", ".ods", ".tsv", ".xls", ".xlsb", ".xlsm", ".xlsx"}
	return slices.Contains(kinds, strings.ToLower(path.Ext(name)))
}

// isLock reports whether the file is one that an office program keeps beside
// an open workbook, or is hidden.
func isLock(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".")
}

// isFolder reports whether the name is that of a folder.
func isFolder(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}
