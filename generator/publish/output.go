package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/afero"

	"tipscore/generator/release"
)

// marker is a file that every finished site has. A folder without it was not
// made by tipscore, and is never replaced.
const marker = release.ManifestFile

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
	destination, err := filepath.Abs(destination)
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

// replaceable reports whether the destination may be overwritten: it does not
// exist, is an empty folder, or is a site made before.
func replaceable(destination string) error {
	have, err := os.ReadDir(destination)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("destination: %w", err)
	case len(have) == 0:
		return nil
	}
	if _, err := os.Stat(filepath.Join(destination, filepath.FromSlash(marker))); err != nil {
		return fmt.Errorf("%w: %s", ErrForeign, filepath.Base(destination))
	}
	return nil
}

// fs returns the file system that the site is written to.
func (s *staged) fs() afero.Fs { return afero.NewBasePathFs(afero.NewOsFs(), s.dir) }

// discard removes what was written.
func (s *staged) discard() { os.RemoveAll(s.dir) }

// swap puts the finished site in the place of the old one. A reader meets the
// old site or the new one, and after a crash one of the two is whole.
func (s *staged) swap() error {
	if err := exchange(s.dir, s.destination); err == nil {
		return os.RemoveAll(s.dir) // now the old site
	}
	old := s.dir + "-old"
	err := os.Rename(s.destination, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("put the new site in place: %w", err)
	}
	if err := os.Rename(s.dir, s.destination); err != nil {
		os.Rename(old, s.destination)
		return fmt.Errorf("put the new site in place: %w", err)
	}
	return os.RemoveAll(old)
}
