package annotate

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// The colours of marked cells by kind. They are ones that no palette of a
// spreadsheet program offers, so that they are known again.
var colours = [kinds]string{"F9C6C3", "FBE7A9", "C9DFF7"}

// newFills makes the fills of marked cells, as entries of the file's list.
func (m *marker) newFills() error {
	for i, colour := range colours {
		id, err := m.file.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
		if err != nil {
			return err
		}
		m.fills[i] = *m.file.Styles.CellXfs.Xf[id].FillID
	}
	return nil
}

// fill colours a cell. Everything else of its style stays.
func (m *marker) fill(mark Mark) error {
	at, err := excelize.CoordinatesToCellName(mark.Column, mark.Row)
	if err != nil {
		return nil // no sheet has such a cell
	}
	return m.refill(mark.Sheet, at, m.fills[mark.Kind])
}

// refill gives a cell another fill.
func (m *marker) refill(sheet, at string, fill int) error {
	id, err := m.file.GetCellStyle(sheet, at)
	if err != nil {
		return err
	}
	return m.file.SetCellStyle(sheet, at, at, m.styleWith(id, fill))
}

// styleWith returns the style that is like another but for its fill. excelize
// knows styles as a whole alone, so the file's own list is lengthened.
func (m *marker) styleWith(id, fill int) int {
	list := &m.file.Styles.CellXfs.Xf
	if id < 0 || id >= len(*list) {
		id = 0
	}
	like := (*list)[id]
	yes := true
	like.FillID, like.ApplyFill = &fill, &yes
	for i := range *list {
		x := &(*list)[i]
		if x.FillID != nil && *x.FillID == fill && sameButFill(x.NumFmtID, like.NumFmtID) && sameButFill(x.FontID, like.FontID) &&
			sameButFill(x.BorderID, like.BorderID) && sameButFill(x.XfID, like.XfID) && x.Alignment == like.Alignment &&
			x.Protection == like.Protection && sameButFill(x.QuotePrefix, like.QuotePrefix) && sameButFill(x.ApplyFill, like.ApplyFill) &&
			sameButFill(x.ApplyNumberFormat, like.ApplyNumberFormat) && sameButFill(x.ApplyProtection, like.ApplyProtection) &&
			sameButFill(x.ApplyAlignment, like.ApplyAlignment) {
			return i
		}
	}
	*list = append(*list, like)
	m.file.Styles.CellXfs.Count = len(*list)
	return len(*list) - 1
}

// sameButFill compares attributes, which may be absent.
func sameButFill[T comparable](a, b *T) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// fillOf returns the fill of a style, and whether it is one of ours.
func (m *marker) fillOf(id int) (fill int, ours bool) {
	styles := m.file.Styles
	if id < 0 || id >= len(styles.CellXfs.Xf) || styles.CellXfs.Xf[id].FillID == nil {
		return 0, false
	}
	fill = *styles.CellXfs.Xf[id].FillID
	if styles.Fills == nil || fill < 0 || fill >= len(styles.Fills.Fill) {
		return 0, false
	}
	p := styles.Fills.Fill[fill].PatternFill
	if p == nil || p.FgColor == nil {
		return fill, false
	}
	for _, colour := range colours {
		ours = ours || strings.HasSuffix(strings.ToUpper(p.FgColor.RGB), colour)
	}
	return fill, ours
}
