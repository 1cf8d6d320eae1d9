package workbook

import (
	"slices"
	"strings"

	"tipscore/generator/workbook/internal/marks"
)

// setAside leaves out the sheets that were added to a marked copy to tell
// people what is wrong. Nothing on them was there before.
func (b *Book) setAside() error {
	b.listed = b.sheets
	is := func(name string) func(Sheet) bool {
		return func(s Sheet) bool { return strings.EqualFold(s.Name, name) }
	}
	i := slices.IndexFunc(b.sheets, is(marks.SheetName))
	if i < 0 {
		return nil
	}
	page := ""
	_, _, err := b.Scan(b.sheets[i].Name, func(row *Row) bool {
		if len(row.Cells) > 1 && row.Cells[0].Text == marks.Page {
			page = row.Cells[1].Text
		}
		return row.Number < 3 && page == ""
	})
	b.listed = slices.DeleteFunc(slices.Clone(b.sheets), func(s Sheet) bool {
		return is(marks.SheetName)(s) || page != "" && is(page)(s)
	})
	return err
}
