package annotate

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// notes are the notes of one sheet: the part with their texts, and the part
// with their boxes. Either may be in any state that a program has left it in.
type notes struct {
	texts, boxes string          // names of the parts; "" where none can be
	taken        map[string]bool // cells that have a note of somebody else
	count        int
}

// extend appends a zero value and returns it. The types of excelize's parts
// have no name outside of it.
func extend[T any](list []T) ([]T, *T) {
	var zero T
	list = append(list, zero)
	return list, &list[len(list)-1]
}

// nobody is the author under which excelize makes a note; it is blanked.
const nobody = "tipscore-nobody"

// farCell has no note: who asks excelize to delete it makes it load the parts.
const farCell = "XFD1048576"

// notesOf finds the parts of a sheet's notes.
func (m *marker) notesOf(sheet string) (*notes, error) {
	if n := m.touched[sheet]; n != nil {
		return n, nil
	}
	n := &notes{taken: map[string]bool{}}
	m.touched[sheet] = n
	texts, boxes := keysOf(m.file.Comments), keysOf(m.file.VMLDrawing)
	all, err := m.file.GetComments(sheet)
	if err != nil {
		return nil, err
	}
	if err := m.file.DeleteComment(sheet, farCell); err != nil {
		return nil, err
	}
	n.texts, n.boxes = added(m.file.Comments, texts), added(m.file.VMLDrawing, boxes)
	for _, c := range all {
		n.taken[c.Cell] = true
	}
	n.count = len(all)
	return n, nil
}

// open makes the parts of a sheet that has none. A sheet whose boxes hold
// buttons alone gets no notes.
func (m *marker) open(sheet string, n *notes) error {
	if n.boxes != "" || n.texts != "" || m.wouldCollide() {
		return nil
	}
	texts, boxes := keysOf(m.file.Comments), keysOf(m.file.VMLDrawing)
	if err := m.file.AddComment(sheet, excelize.Comment{Cell: farCell, Author: nobody, Text: "-"}); err != nil {
		return err
	}
	n.texts, n.boxes = added(m.file.Comments, texts), added(m.file.VMLDrawing, boxes)
	part, box := m.file.Comments[n.texts], m.file.VMLDrawing[n.boxes]
	part.Authors.Author = nil
	part.CommentList.Comment = part.CommentList.Comment[:0]
	box.Shape = box.Shape[:0]
	return nil
}

// wouldCollide reports whether the parts that excelize would add next are those
// of another sheet: it numbers them by their count.
func (m *marker) wouldCollide() bool {
	used := map[string]bool{}
	m.file.Pkg.Range(func(k, _ any) bool { used[k.(string)] = true; return true })
	for k := range m.file.Comments {
		used[k] = true
	}
	count := 1
	for k := range used {
		if strings.Contains(k, "xl/comments") {
			count++
		}
	}
	number := strconv.Itoa(count)
	return used["xl/comments"+number+".xml"] || used["xl/drawings/vmlDrawing"+number+".vml"]
}

// note writes the note of a marked cell. A note that somebody has written there
// stays in its place; the first sheet tells what is wrong all the same.
func (m *marker) note(mark Mark) error {
	n, err := m.notesOf(mark.Sheet)
	if err != nil {
		return err
	}
	at := cellName(mark)
	if n.taken[at] || n.count >= maxNotes {
		return nil
	}
	if err := m.open(mark.Sheet, n); err != nil {
		return err
	}
	part, drawing := m.file.Comments[n.texts], m.file.VMLDrawing[n.boxes]
	if part == nil || drawing == nil {
		return nil
	}
	author := slices.Index(part.Authors.Author, "")
	if author < 0 {
		part.Authors.Author = append(part.Authors.Author, "")
		author = len(part.Authors.Author) - 1
	}
	list, c := extend(part.CommentList.Comment)
	text := clean(mark.Text)
	c.Ref, c.AuthorID, c.Text.T = at, author, &text
	part.CommentList.Comment = list
	shapes, s := extend(drawing.Shape)
	id := 0
	for i := range drawing.Shape {
		known, _ := strconv.Atoi(strings.TrimPrefix(drawing.Shape[i].ID, "_x0000_s"))
		id = max(id, known)
	}
	if id == 0 && drawing.ShapeLayout != nil && drawing.ShapeLayout.IDmap != nil {
		id = drawing.ShapeLayout.IDmap.Data * 1024
	}
	s.ID, s.Type, s.FillColor, s.InsetMode = fmt.Sprintf("_x0000_s%d", id+1), "#"+drawing.ShapeType.ID, "#FFFFE1", "auto"
	s.Style = "position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:" + strconv.Itoa(noteLines(text)*13) + "pt;z-index:1;visibility:hidden"
	s.Val = box(mark, noteLines(text))
	drawing.Shape = shapes
	n.count++
	return nil
}

// noteLines returns about how many lines a note of 45 characters' width needs.
func noteLines(text string) int {
	lines := 1
	for line := range strings.Lines(text) {
		lines += 1 + len([]rune(line))/45
	}
	return min(lines, 30)
}

// box is the box of a note: to the right of its cell, hidden until somebody
// points there.
func box(mark Mark, lines int) string {
	column, row := mark.Column-1, mark.Row-1
	return fmt.Sprintf(`<v:fill color2="#FFFFE1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 31, %d, 4</x:Anchor>`+
		`<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData>`,
		column+1, row, column+4, row+max(2, lines/2), row, column)
}

// unnote removes the notes of an earlier round. What somebody has added to one
// stays as a note of theirs.
func (m *marker) unnote(old []former) error {
	said := map[string]bool{}
	for _, o := range old {
		if o.text != "" {
			said[folded(o.text)] = true
		}
	}
	for _, sheet := range m.file.GetSheetList() {
		n, err := m.notesOf(sheet)
		if err != nil {
			return err
		}
		part := m.file.Comments[n.texts]
		if n.texts == "" || part == nil {
			continue
		}
		kept := part.CommentList.Comment[:0]
		for _, c := range part.CommentList.Comment {
			var text strings.Builder
			if c.Text.T != nil {
				text.WriteString(*c.Text.T)
			}
			for _, r := range c.Text.R {
				if r.T != nil {
					text.WriteString(r.T.Val)
				}
			}
			rest, ours := without(text.String(), said)
			if !ours || rest != "" {
				if ours {
					c.Text.T, c.Text.R = &rest, nil
				}
				kept = append(kept, c)
				continue
			}
			m.dropBox(n.boxes, c.Ref)
			delete(n.taken, c.Ref)
			n.count--
		}
		part.CommentList.Comment = kept
	}
	return nil
}

// without returns what is left of a note when what we have said is taken away,
// and whether we have said any of it. Programs break lines as they like.
func without(text string, said map[string]bool) (rest string, ours bool) {
	if said[folded(text)] {
		return "", true
	}
	lines := strings.SplitAfter(text, "\n")
	for n := len(lines) - 1; n > 0; n-- {
		if said[folded(strings.Join(lines[:n], ""))] {
			return strings.TrimSpace(strings.Join(lines[n:], "")), true
		}
	}
	return "", false
}

var (
	boxRow    = regexp.MustCompile(`<(?:\w+:)?Row>\s*(\d+)\s*<`)
	boxColumn = regexp.MustCompile(`<(?:\w+:)?Column>\s*(\d+)\s*<`)
)

// dropBox removes the box of a cell's note.
func (m *marker) dropBox(part, cell string) {
	drawing := m.file.VMLDrawing[part]
	column, row, err := excelize.CellNameToCoordinates(cell)
	if drawing == nil || err != nil {
		return
	}
	is := func(pattern *regexp.Regexp, val string, want int) bool {
		found := pattern.FindStringSubmatch(val)
		return found != nil && found[1] == strconv.Itoa(want-1)
	}
	for i := len(drawing.Shape) - 1; i >= 0; i-- {
		if v := drawing.Shape[i].Val; is(boxRow, v, row) && is(boxColumn, v, column) {
			drawing.Shape = slices.Delete(drawing.Shape, i, i+1)
		}
	}
}
