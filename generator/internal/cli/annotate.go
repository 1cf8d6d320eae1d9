package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/internal/feedback"
	"tipscore/generator/internal/project"
	"tipscore/generator/observation/entry"
	"tipscore/generator/workbook"
	"tipscore/generator/workbook/annotate"
	"tipscore/site"
)

// letter is a file to be written for a monitor.
type letter struct {
	name    string // where
	content []byte
}

// annotate writes a marked copy of every workbook with findings into a folder.
// Nothing is written if one of them would replace a file of somebody.
func (a *app) annotate(loaded *project.Loaded, dir string) error {
	if within(filepath.Join(a.source, "data"), dir) {
		return usagef("name a folder outside of the data", "copies in %s would be read as answers", dir)
	}
	byFile := map[string]diag.List{}
	var files []string
	for _, d := range loaded.Findings.Sorted() {
		if !slices.Contains([]string{".xlsx", ".csv", ".tsv", ".ods"}, strings.ToLower(filepath.Ext(d.Pos.File))) {
			continue
		}
		if byFile[d.Pos.File] == nil {
			files = append(files, d.Pos.File)
		}
		byFile[d.Pos.File] = append(byFile[d.Pos.File], d)
	}
	var letters []letter
	for _, file := range files {
		l, err := a.letter(loaded, filepath.Join(dir, copyName(file, files)), byFile[file])
		if err != nil {
			return err
		}
		letters = append(letters, l)
	}
	for _, l := range letters {
		if err := atomicfile.MakeFolder(dir); err != nil {
			return err
		}
		if err := atomicfile.Write(l.name, func(w io.Writer) error { _, err := w.Write(l.content); return err }); err != nil {
			return err
		}
	}
	if len(letters) > 0 {
		a.say(fmt.Sprintf("wrote %s for monitors to %s", counted(len(letters), "marked copy"), dir), "")
	}
	return nil
}

// within reports whether a folder lies in another one.
func within(outer, dir string) bool {
	from, err := filepath.Abs(outer)
	if err != nil {
		return false
	}
	to, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	inside, err := filepath.Rel(from, to)
	return err == nil && filepath.IsLocal(inside)
}

// copyName is the name of a file's copy. Two files of one name in different
// folders keep the names of those.
func copyName(file string, files []string) string {
	base := filepath.Base(filepath.FromSlash(file))
	for _, other := range files {
		if other != file && strings.EqualFold(filepath.Base(filepath.FromSlash(other)), base) {
			return strings.NewReplacer("/", "_", "\\", "_", ":", "_").Replace(strings.TrimLeft(file, "./"))
		}
	}
	return base
}

// letter makes what is written about one file.
func (a *app) letter(loaded *project.Loaded, name string, findings diag.List) (letter, error) {
	source := loaded.Path(findings[0].Pos.File)
	data, err := os.ReadFile(source)
	if err != nil {
		data = nil // a finding says that it cannot be read
	}
	l, err := a.words(loaded, source, findings)
	if err != nil {
		return letter{}, err
	}
	var b bytes.Buffer
	if strings.EqualFold(filepath.Ext(name), ".xlsx") {
		if annotate.Write(&b, data, l.Copy()) == nil {
			return letter{name, b.Bytes()}, replaceable(name, source, annotate.Fresh)
		}
		name += "-problems.csv" // it cannot be marked; all is told beside it
	} else {
		name = strings.TrimSuffix(name, filepath.Ext(name)) + "-problems.csv"
	}
	b.Reset()
	if err := l.WriteList(&b); err != nil {
		return letter{}, err
	}
	return letter{name, b.Bytes()}, replaceable(name, source, l.IsList)
}

// words finds out in which language a monitor is written to: that of the entry
// workbook, else that of the programme, else English.
func (a *app) words(loaded *project.Loaded, source string, findings diag.List) (feedback.Letter, error) {
	l := feedback.Letter{Findings: findings}
	var err error
	if l.English, err = entry.ReadWords("en", site.FS); err != nil {
		return l, err
	}
	lang := ""
	if book, _, err := workbook.Open(os.DirFS(filepath.Dir(source)), filepath.Base(source), workbook.Limits{}); err == nil && book != nil {
		lang, err = entry.Language(book)
		book.Close()
		if err != nil {
			lang = ""
		}
	}
	l.Entry = lang != ""
	languages := []string{lang}
	if lang == "" {
		for _, p := range loaded.Programmes {
			if len(loaded.Programmes) == 1 || strings.HasPrefix(findings[0].Pos.File, "data/"+p.ID+"/") {
				languages = append(languages, p.Languages[0])
			}
		}
	}
	for _, lang := range append(languages, "en") {
		if lang == "" || !fs.ValidPath("workbook/"+lang+".yaml") {
			continue
		}
		if l.Words, err = entry.ReadWords(lang, os.DirFS(filepath.Join(a.source, "site")), site.FS); err == nil {
			return l, nil
		}
	}
	return l, err
}

// replaceable returns an error if there is a file that is not a copy of ours,
// or the workbook itself.
func replaceable(name, source string, ours func([]byte) bool) error {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return atomicfile.Refused(name, err)
	}
	if original, err := os.Stat(source); err == nil && os.SameFile(info, original) {
		return usagef("name another folder", "%s is the workbook itself, which is never written to", name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return atomicfile.Refused(name, err)
	}
	if !ours(data) {
		return usagef("name another folder, or move the file away", "%s is there already, and somebody has written it or changed it", name)
	}
	return nil
}
