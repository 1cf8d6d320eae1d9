// Package atomicfile writes a file so that a reader, or a crash, meets the old
// content or the new one and nothing in between:
//
//	err := atomicfile.Write("scores.csv", card.WriteCSV)
//
// The content goes to a file beside the target, which is renamed at the end.
// When writing fails, the target is as it was and nothing is left over. A path
// at which no file can be is refused with a [PathError] before anything is
// written.
package atomicfile

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Write replaces the named file with what write produces. A link stays, and the
// file that it leads to is replaced. A pipe or a device takes the content as it
// comes, since it has none to keep.
func Write(name string, write func(io.Writer) error) error {
	if err := Check(name); err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return replace(name, name, 0o644, write)
	}
	if !info.Mode().IsRegular() {
		return pass(name, write)
	}
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		return Refused(name, err)
	}
	return replace(name, target, info.Mode().Perm(), write)
}

// replace writes a file beside the target, which is what the name leads to, and
// puts it in the target's place.
func replace(name, target string, mode os.FileMode, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(target), ".tipscore-*.tmp")
	if err != nil {
		return Refused(name, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	// CreateTemp makes files that only their owner can read.
	if err := os.Chmod(f.Name(), mode); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := os.Rename(f.Name(), target); err != nil {
		return Refused(name, err)
	}
	return nil
}

// pass writes to what is no regular file.
func pass(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return Refused(name, err)
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
