package identity

import (
	"path"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// startRows is how many filled rows of the first sheet say what the workbook is
// for.
const startRows = 10

// told is what a cell says, and where.
type told struct {
	text string
	pos  diag.Pos
}

// Find returns what the workbook says of itself, nil for one that is no entry
// workbook. Where the hidden sheet is gone, an entry workbook is known by the
// hidden rows of its other sheets. The error is for a file that can no longer
// be read.
func Find(b *workbook.Book) (*Identity, error) {
	i, err := Read(b)
	if err != nil {
		return nil, err
	}
	hidden := i != nil
	if !hidden {
		i = &Identity{plain: true, at: map[string]diag.Pos{}}
	}
	i.file = b.Pos("", 0, 0)
	if hidden || mayBeEntry(b) {
		if err := i.lookAt(b); err != nil {
			return nil, err
		}
	}
	if !hidden && !i.asks() {
		return nil, nil
	}
	return i, nil
}

// mayBeEntry reports whether it is worth looking for an entry workbook that has
// lost its hidden sheet: it has a sheet for each pillar, or is one such sheet
// saved as text.
func mayBeEntry(b *workbook.Book) bool {
	const most = 40
	return len(b.Sheets()) <= most
}

// asks reports whether a sheet is known as one of an entry workbook. One with
// questions is; a list of sources and a register may be a table, too, but not a
// text file in which as many headings stand above the names of the columns.
func (i *Identity) asks() bool {
	for _, s := range i.Sheets {
		if s.Kind == Answers || s.Name == "" {
			return true
		}
	}
	return false
}

// lost reports whether the workbook no longer says what it is for.
func (i *Identity) lost() bool { return i.Format == "" || i.Jurisdiction == "" || i.Period == "" }

// clue is what one part of the workbook says about its place and its period. An
// index is -1 where it says nothing, or more than one thing.
type clue struct {
	Place
	pos  diag.Pos
	note string
}

// clues collects what the first sheet, the name of the file and those of its
// folders say.
func (i *Identity) clues(p *programme.Programme) []clue {
	t := newTongue(p)
	var all []clue
	for _, c := range i.start {
		j, period := t.startCell(c.text)
		if j >= 0 || period >= 0 {
			all = append(all, clue{Place{j, period}, c.pos, "the first sheet"})
			if i.Kind(c.pos.Sheet) == "" {
				i.Sheets = append(i.Sheets, Sheet{Name: c.pos.Sheet, Kind: Start})
			}
		}
	}
	name := strings.TrimSuffix(path.Base(i.file.File), path.Ext(i.file.File))
	folders, _ := path.Split(i.file.File)
	if at := strings.LastIndex(folders, "workbooks/"); at >= 0 {
		folders = folders[at+len("workbooks/"):]
	} else {
		folders = path.Base(folders)
	}
	for _, text := range []struct{ text, note string }{{name, "the name of the file"}, {folders, "the name of its folder"}} {
		if j, period := t.name(text.text); j >= 0 || period >= 0 {
			all = append(all, clue{Place{j, period}, i.file, text.note})
		}
	}
	return all
}
