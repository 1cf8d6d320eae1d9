package diag

import (
	"errors"
	"fmt"
	"io/fs"
)

// Unreadable returns the finding about a file that the system does not let us
// read for a reason that its owner can mend: no permission, or a link to
// something that is gone. The false result is for every other trouble, such as
// a failing disk, which is an error of the tool.
func Unreadable(file string, err error) (Diagnostic, bool) {
	d := Diagnostic{Rule: "unreadable-file", Pos: Pos{File: file}}
	switch {
	case errors.Is(err, fs.ErrPermission):
		d.Message = "the system does not allow this file to be read"
		d.Hint = "close it in other programs, and give yourself the permission to read it; or copy it anew"
	case errors.Is(err, fs.ErrNotExist):
		d.Message = "the file is listed, but it is not there; it may be a link to a file that was moved or deleted"
		d.Hint = "put a copy of the file itself in its place, or delete the link"
	default:
		return Diagnostic{}, false
	}
	return d, true
}

// ReadError returns the finding about a file that cannot be read, or else the
// error of the tool.
func ReadError(file string, err error) (List, error) {
	if d, ok := Unreadable(file, err); ok {
		return List{d}, nil
	}
	return nil, fmt.Errorf("read %s: %w", file, err)
}
