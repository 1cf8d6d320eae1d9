package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"tipscore/generator/release"
)

// marker is a file that every finished site has. A folder without it was not
// made by tipscore, and is never replaced.
const marker = release.ManifestFile

// listing names every file of a finished site, one a line. What stands in a
// site's folder and is not on it belongs to whoever publishes the site (.git,
// CNAME, a proof of ownership for a search engine), and outlives the next build.
const listing = "data/files.txt"

// ErrForeign is returned when the destination holds something that tipscore
// did not make.
var ErrForeign = errors.New("the destination folder is not empty and holds no tipscore site")

// staged is a site that is being written beside its destination.
type staged struct {
	dir, destination string
}

// stage makes an empty folder beside the destination, on the same disk, so
// that the finished site can be moved there in one step.
func stage(destination string) (*staged, error) {
	destination, err := resolve(destination)
	if err != nil {
		return nil, fmt.Errorf("destination: %w", err)
	}
	if err := replaceable(destination); err != nil {
		return nil, err
	}
	parent := filepath.Dir(destination)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, fmt.Errorf("destination: %w", err)
	}
	dir, err := os.MkdirTemp(parent, "."+filepath.Base(destination)+"-new-")
	if err != nil {
		return nil, fmt.Errorf("destination: %w", err)
	}
	// MkdirTemp makes a private folder; a site is for everyone.
	if err := os.Chmod(dir, 0o755); err != nil {
		return nil, fmt.Errorf("destination: %w", err)
	}
	return &staged{dir: dir, destination: destination}, nil
}

// resolve returns the folder itself where the destination is a link to it, so
// that the link stays and what it leads to is replaced.
func resolve(destination string) (string, error) {
	real, err := filepath.EvalSymlinks(destination)
	if errors.Is(err, fs.ErrNotExist) {
		real, err = destination, nil
	}
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

// replaceable reports whether the destination may be overwritten: it does not
// exist, has nothing in it but what a publisher keeps there, or is a site made
// before.
func replaceable(destination string) error {
	have, err := os.ReadDir(destination)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("destination: %w", err)
	case !slices.ContainsFunc(have, func(e fs.DirEntry) bool { return !keptFor(e.Name()) }):
		return nil
	}
	data, err := os.ReadFile(filepath.Join(destination, filepath.FromSlash(marker)))
	if err != nil || !release.IsManifest(data) {
		return fmt.Errorf("%w: %s", ErrForeign, filepath.Base(destination))
	}
	return nil
}

// keptFor reports whether a folder may be taken for a site's although it has this
// in it: a publisher's .git, .nojekyll, .htaccess or .well-known.
func keptFor(name string) bool { return strings.HasPrefix(name, ".") }

// fs returns the file system that the site is written to.
func (s *staged) fs() afero.Fs { return afero.NewBasePathFs(afero.NewOsFs(), s.dir) }

// discard removes what was written.
func (s *staged) discard() { os.RemoveAll(s.dir) }

// swap puts the finished site in the place of the old one. A reader meets the
// old site or the new one, and after a crash one of the two is whole.
func (s *staged) swap() error {
	old := s.dir // where an exchange leaves the old site
	if err := exchange(s.dir, s.destination); err != nil {
		old = s.dir + "-old"
		err := os.Rename(s.destination, old)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("put the new site in place: %w", err)
		}
		if err := os.Rename(s.dir, s.destination); err != nil {
			os.Rename(old, s.destination)
			return fmt.Errorf("put the new site in place: %w", err)
		}
	}
	if err := keep(old, s.destination); err != nil {
		return fmt.Errorf("keep what stands beside the site: %w", err)
	}
	return os.RemoveAll(old)
}

// keep moves what belongs to the publisher from the old folder to the new one.
// A name that the new site has too is the new site's.
func keep(old, destination string) error {
	names, err := filesBelow(old)
	if err != nil {
		return err
	}
	ours := map[string]bool{listing: true}
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
