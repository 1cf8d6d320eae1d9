// Package form writes workbooks that people fill in: with headings, drop-downs
// and checks while one types, and locked but for the cells that are meant for
// answers. It knows nothing of indicators.
//
//	err := form.Write(w, []form.Sheet{{
//		Name: "Prevention", Locked: true, Columns: []form.Column{{Width: 40}, {Width: 12}},
//		Rows: []form.Row{{Cells: []form.Cell{
//			{Value: "Is there a law?", Style: form.Prose},
//			{Style: form.Answer, Check: &form.Check{Options: []string{"Yes", "No"}}},
//		}}},
//	}})
//
// Invariants: the same sheets are written as the same bytes; there is no
// author, time or machine in them; text stays text, also where it begins like a
// formula; no sheet has a password, since the lock keeps from slips and not
// from people.
package form

// Sheet is one sheet of a form.
type Sheet struct {
	Name        string
	Hidden      bool
	Locked      bool // all but the cells of the style Answer
	RightToLeft bool
	Portrait    bool // on paper; else the sheet lies on its side
	Columns     []Column
	Frozen      int // rows at the top that stay in view, and that paper repeats
	Rows        []Row
	Rules       []Rule
	Header      string // at the top of every page of paper; what is too long is cut
	Printed     int    // the first columns, which go on paper; 0 for all
}

// Rule colours cells as long as a formula of the spreadsheet program holds. The
// formula speaks of the first of the cells, and the others go by their places.
type Rule struct {
	Cells   string // "D4" or "J3:J40"
	Formula string
}

// Column is a column of a sheet. Its style and check hold for all cells below
// the rows of the sheet, so that people can write on.
type Column struct {
	Width  float64 // in digits of the font
	Hidden bool
	Style  Style
	Check  *Check
}

// Row is a row of cells from the first column on. It is as high as its longest
// text needs.
type Row struct {
	Cells  []Cell
	Hidden bool
}

// Cell is one cell. Its value is a string, float64, int, [workbook.Date] or
// nil. A cell with a formula has no value of its own: the program works it out
// when the workbook is opened.
type Cell struct {
	Value   any
	Formula string
	Style   Style
	Check   *Check // of an answer
}

// Style says what a cell is for.
type Style int

// The styles.
const (
	Plain      Style = iota
	Title            // of the workbook
	Heading          // of a column
	Section          // of some rows
	Prose            // long text, wrapped
	Small            // long text of less weight
	Aside            // grey: an id, or what was answered before
	Closed           // nothing is to be typed here
	Answer           // open for typing
	DateAnswer       // open for a date
	Bold
)

// open reports whether a cell of the style can be typed into.
func (s Style) open() bool { return s == Answer || s == DateAnswer }

// Check is what may be typed into an answer: one of some options, or a value of
// a kind. What does not pass is refused with the message.
type Check struct {
	Options []string // a drop-down; any length, any number
	Kind    Kind     // used without options
	Title   string   // of the message
	Message string
}

// Kind is a kind of value.
type Kind int

// The kinds. Whole and Decimal are 0 or more, Percent is at most 100, Date is a
// day from 1900 on.
const (
	Anything Kind = iota
	Whole
	Decimal
	Percent
	Date
)
