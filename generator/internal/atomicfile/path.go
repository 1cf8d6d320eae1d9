package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// PathError says why nothing can be written at a path that somebody has named.
type PathError struct {
	Path   string // as it was named
	Reason string // "it is a folder"
	Hint   string // what to do, or ""
	Err    error  // the cause, or nil
}

func (e *PathError) Error() string { return "cannot write to " + e.Path + ": " + e.Reason }

// Unwrap returns the cause.
func (e *PathError) Unwrap() error { return e.Err }

// Check reports whether a file can be written at the path, as far as that can be
// seen without writing. It returns a [PathError] or nil.
func Check(name string) error {
	const another = "name a file in a folder that exists"
	if name == "" {
		// An unset variable in a script.
		return &PathError{Path: `""`, Reason: "the name of the file is empty", Hint: another}
	}
	if err := Blocked(name); err != nil {
		return err
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return &PathError{Path: name, Reason: "it is a folder", Hint: "name a file, such as " + filepath.Join(name, "scores.csv")}
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return refused(name, another, err)
	case os.IsPathSeparator(name[len(name)-1]):
		return &PathError{Path: name, Reason: "a file's name does not end like that", Hint: another}
	}
	parent := filepath.Dir(name)
	if _, err := os.Stat(parent); errors.Is(err, fs.ErrNotExist) {
		return &PathError{Path: name, Reason: "there is no folder " + parent, Hint: "make that folder first, or " + another, Err: err}
	} else if err != nil {
		return refused(name, another, err)
	}
	return nil
}

// MakeFolder makes a folder with all that it lies in. What stands in its way
// gives a [PathError].
func MakeFolder(dir string) error {
	if err := Blocked(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Refused(dir, err)
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return &PathError{Path: dir, Reason: "it is a file", Hint: "name a folder"}
	}
	return nil
}

// Blocked returns a [PathError] if something stands in the way of the path: a
// file where a folder should be, or a link to nothing.
func Blocked(name string) error {
	for at := filepath.Clean(name); ; at = filepath.Dir(at) {
		if info, err := os.Lstat(at); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			if _, err := os.Stat(at); err != nil {
				target, _ := os.Readlink(at)
				return &PathError{
					Path: name, Err: err, Reason: fmt.Sprintf("%s is a link to %s, which does not exist", at, target),
					Hint: "make what the link leads to, or remove the link",
				}
			}
		}
		if info, err := os.Stat(at); err == nil && !info.IsDir() && at != filepath.Clean(name) {
			return &PathError{
				Path: name, Err: syscall.ENOTDIR, Reason: at + " is a file, not a folder",
				Hint: "name a place in a folder",
			}
		}
		if filepath.Dir(at) == at {
			return nil
		}
	}
}

// Refused explains why the system did not let a folder or file be made. Where the
// reason lies in the path that somebody named, the result is a [PathError].
func Refused(name string, err error) error {
	return refused(name, "name a place that you may write to", err)
}

func refused(name, hint string, err error) error {
	reason := ""
	switch {
	case errors.Is(err, fs.ErrPermission):
		reason = "you are not allowed to write there"
	case errors.Is(err, syscall.EROFS):
		reason = "the disk is read-only"
	case errors.Is(err, syscall.ENAMETOOLONG):
		reason = "the name is too long"
	case errors.Is(err, syscall.EINVAL):
		reason = "no file or folder can have that name"
	case errors.Is(err, syscall.ELOOP):
		reason = "it is a link that leads back to itself"
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		reason = "there is no such folder"
	default:
		return fmt.Errorf("write %s: %w", name, err)
	}
	return &PathError{Path: name, Reason: reason, Hint: hint, Err: err}
}
