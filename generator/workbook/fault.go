package workbook

import (
	"errors"
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/opendocument"
	"tipscore/generator/workbook/internal/xmlscan"
)

// fault is a finding about the file on its way up. Everything else that comes
// up as an error is the tool's own trouble, such as a disk that cannot be
// read.
type fault struct{ rule, message, hint string }

// Error returns the message, so that a fault can travel as an error.
func (f *fault) Error() string { return f.message }

// signal is an error between the functions of this package.
type signal string

// Error returns what is meant.
func (s signal) Error() string { return string(s) }

const (
	errLongText = signal("a text is over Limits.StringBytes; it has been read to its end")
	errStopped  = signal("the caller wants no more rows")
)

// readError is trouble below the file format: the file itself cannot be read.
type readError struct{ err error }

func (e *readError) Error() string { return e.err.Error() }
func (e *readError) Unwrap() error { return e.err }

// finding turns an error into a diagnostic at pos, or passes on an error that
// is none of the user's. An XML error becomes the rule, about what.
func finding(err error, pos diag.Pos, rule, what string) (diag.List, error) {
	var f *fault
	var o *opendocument.Fault
	var x xmlscan.Error
	switch {
	case err == nil:
		return nil, nil
	case errors.As(err, &f):
	case errors.As(err, &o):
		f = &fault{o.Rule, o.Message, o.Hint}
	case errors.As(err, &x):
		f = &fault{rule, fmt.Sprintf("%s is damaged: %s", what, x), saveAgain}
		if x == xmlscan.ErrDoctype {
			f = &fault{"entity-declaration", what + " declares entities, which no spreadsheet does", "ask who made this file; do not open it"}
		}
	default:
		return nil, fmt.Errorf("read %s: %w", pos.File, err)
	}
	return diag.List{{Rule: f.rule, Pos: pos, Message: f.message, Hint: f.hint}}, nil
}

// The hints that more than one finding gives.
const (
	saveAgain  = "open it in Excel or LibreOffice, let the program repair it, and save it again as .xlsx; or ask for a new copy"
	saveAsXLSX = "open it in Excel or LibreOffice and save it as \"Excel Workbook (.xlsx)\""
	askForCopy = "copy or download the file again; it may have been cut off on the way"
	splitUp    = "delete what is not needed, or split the table into several workbooks"
	doNotOpen  = "do not open it unless you know who made it; if it is yours, copy the filled cells into a new workbook and save that; otherwise ask the sender for a new copy"
)
