package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"tipscore/generator/internal/atomicfile"
)

// listing names every file of a finished site, one a line. What stands in a
// site's folder and is not on it belongs to whoever publishes the site (.git,
// CNAME, a proof of ownership for a search engine), and outlives the next build.
const listing = "data/files.txt"

// rehearse finds out, before a site is made, whether the destination can give
// way to it: a mount point cannot, nor can a folder in a lower layer of a
// container's disk. It asks for a move of the destination onto a folder that has
// something in it, which is refused in any case; the reason tells.
func rehearse(typed, destination, full string) error {
	if _, err := os.Lstat(destination); err != nil || runtime.GOOS == "windows" {
		return nil // nothing to move, or a system that gives another reason
	}
	err := syscall.Rename(destination, full)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, syscall.ENOTEMPTY) {
		return nil
	}
	return immovable(typed, err)
}

// immovable explains that a folder cannot give way to the new site.
func immovable(typed string, err error) error {
	reason := "the folder cannot be replaced"
	switch {
	case errors.Is(err, syscall.EBUSY):
		reason = "the folder is a mount point, and cannot be replaced"
	case errors.Is(err, fs.ErrPermission):
		reason = "you are not allowed to replace the folder"
	}
	return &atomicfile.PathError{
		Path: typed, Reason: reason, Err: err,
		Hint: "name a folder inside of it, such as " + filepath.Join(typed, "site"),
	}
}

// swap puts the finished site in the place of the old one. A reader meets the
// old site or the new one, and after a crash one of the two is whole.
func (s *staged) swap() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := os.Lstat(s.destination)
	replaces := err == nil
	if replaces {
		if err := replaced.put(s.destination); err != nil {
			return immovable(s.typed, err)
		}
	}
	old, err := s.move(replaces)
	if err != nil {
		replaced.drop(s.destination)
		return immovable(s.typed, err)
	}
	s.dir = "" // in place; what stands there now is no longer ours to discard
	unfinished.drop(s.destination)
	if !replaces {
		return nil
	}
	if err := keep(old, s.destination); err != nil {
		return fmt.Errorf("keep what stands beside the site (the rest of it is in %s): %w", old, err)
	}
	return os.RemoveAll(old)
}

// move moves the new site into place, and returns where the old one is then.
func (s *staged) move(replaces bool) (old string, err error) {
	if exchange(s.dir, s.destination) == nil {
		return s.dir, nil
	}
	old = s.dir + "-old"
	if replaces {
		if err := os.Rename(s.destination, old); err != nil {
			return "", err
		}
	}
	if err := os.Rename(s.dir, s.destination); err != nil {
		if replaces {
			os.Rename(old, s.destination)
		}
		return "", err
	}
	return old, nil
}

// keep moves what belongs to the publisher from the old folder to the new one.
// A name that the new site has too is the new site's.
func keep(old, destination string) error {
	names, err := filesBelow(old)
	if err != nil {
		return err
	}
	ours := map[string]bool{listing: true, unfinished.name: true, replaced.name: true}
	data, err := os.ReadFile(filepath.Join(old, filepath.FromSlash(listing)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for name := range strings.Lines(string(data)) {
		ours[strings.TrimSuffix(name, "\n")] = true
	}
	for _, name := range names {
		to := filepath.Join(destination, filepath.FromSlash(name))
		if ours[name] {
			continue
		}
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(old, filepath.FromSlash(name)), to); err != nil {
			return err
		}
	}
	return nil
}

// filesBelow returns the files below a folder, with slashes, in order. A hidden
// folder at its top, such as .git, counts as one. A folder that is not there has
// none.
func filesBelow(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := keptFor(d.Name()) && filepath.Dir(name) == dir
		if name == dir || d.IsDir() && !hidden {
			return nil
		}
		relative, err := filepath.Rel(dir, name)
		names = append(names, filepath.ToSlash(relative))
		if err == nil && d.IsDir() {
			err = fs.SkipDir
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return names, err
}
