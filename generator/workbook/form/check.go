package form

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/xuri/excelize/v2"
)

// lists are the drop-downs of a form: a column of the hidden sheet for each
// different one.
type lists struct {
	at      map[string]string // by the joined options: where they stand
	columns [][]string
}

// place returns the cells in which the options stand.
func (l *lists) place(options []string) (string, error) {
	key := strings.Join(options, "\x00")
	if at, ok := l.at[key]; ok {
		return at, nil
	}
	l.columns = append(l.columns, options)
	name, err := excelize.ColumnNumberToName(len(l.columns))
	if err != nil {
		return "", err
	}
	at := fmt.Sprintf("%s!$%s$1:$%s$%d", ListsName, name, name, len(options))
	l.at[key] = at
	return at, nil
}

// addLists writes the options, if there are any. A stream keeps their texts in
// their sheet and out of the table of texts, which everybody reads who only
// wants the answers.
func (x *writer) addLists() error {
	if len(x.lists.columns) == 0 {
		return nil
	}
	if _, err := x.file.NewSheet(ListsName); err != nil {
		return err
	}
	stream, err := x.file.NewStreamWriter(ListsName)
	if err != nil {
		return err
	}
	for k := range x.lists.longest() {
		row := make([]any, len(x.lists.columns))
		for i, options := range x.lists.columns {
			if k < len(options) {
				row[i] = options[k]
			}
		}
		if err := stream.SetRow(fmt.Sprintf("A%d", k+1), row); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return x.file.SetSheetVisible(ListsName, false)
}

// longest is the number of options of the longest list.
func (l *lists) longest() int {
	n := 0
	for _, options := range l.columns {
		n = max(n, len(options))
	}
	return n
}

// checked are the cells of a sheet that one check is for.
type checked struct {
	cells string
	check *Check
}

// note remembers a check for some cells, together with others of the same.
func (x *writer) note(cells string, c *Check) {
	for i := range x.checks {
		if have := &x.checks[i]; reflect.DeepEqual(have.check, c) {
			have.cells += " " + cells
			return
		}
	}
	x.checks = append(x.checks, checked{cells, c})
}

// check lets a spreadsheet program refuse what does not fit.
func (x *writer) check(sheet string, c checked) error {
	v := excelize.NewDataValidation(true)
	v.Sqref = c.cells
	if len(c.check.Options) > 0 {
		place, err := x.lists.place(c.check.Options)
		if err != nil {
			return err
		}
		v.SetSqrefDropList(place)
	} else if err := c.check.Kind.bound(v); err != nil {
		return err
	}
	if c.check.Message != "" {
		v.SetError(excelize.DataValidationErrorStyleStop, c.check.Title, c.check.Message)
	}
	return x.file.AddDataValidation(sheet, v)
}

// firstDay is 1900-01-01 as a spreadsheet counts days, and lastDay 9999-12-31.
const (
	firstDay = 1
	lastDay  = 2958465
)

// most is the largest number that is exact in a cell.
const most = 1e15

// bound sets the rule of a kind of value.
func (k Kind) bound(v *excelize.DataValidation) error {
	switch k {
	case Whole:
		return v.SetRange(0.0, most, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case Decimal:
		return v.SetRange(0.0, most, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	case Percent:
		return v.SetRange(0.0, 100.0, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	case Date:
		return v.SetRange(firstDay, lastDay, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	}
	return fmt.Errorf("there is no rule for the kind %d", k)
}
