//go:build !linux

package publish

import "errors"

// exchange has no counterpart on this system; two renames do the work.
func exchange(a, b string) error { return errors.ErrUnsupported }
