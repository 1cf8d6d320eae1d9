package publish

import "golang.org/x/sys/unix"

// exchange swaps two folders in one step (Linux, renameat2). It fails when the
// second does not exist or the file system cannot do it.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
