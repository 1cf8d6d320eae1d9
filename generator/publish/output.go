package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/release"
)

// marker is a file that every finished site has. A folder without it was not
// made by tipscore, and is never replaced.
const marker = release.ManifestFile

// ErrForeign is the cause of a refusal when the destination holds something that
// tipscore did not make.
var ErrForeign = errors.New("the destination holds no tipscore site")

// staged is a site that is being written beside its destination. Its methods may
// be called by several goroutines.
type staged struct {
	typed       string // the destination as it was named
	destination string // the folder itself, absolute
	release     func() // lets others tidy beside the destination again

	mu  sync.RWMutex // held for reading while a file is made
	dir string       // what is written to; "" when there is nothing more to write
}

// stage makes an empty folder beside the destination, on the same disk, so
// that the finished site can be moved there in one step. A destination that no
// site can be put in is refused with an [atomicfile.PathError]. What builds that
// were killed have left there is removed.
func stage(typed string) (*staged, error) {
	destination, err := resolve(typed)
	if err != nil {
		return nil, err
	}
	if err := replaceable(typed, destination); err != nil {
		return nil, err
	}
	parent := filepath.Dir(destination)
	if err := atomicfile.MakeFolder(parent); err != nil {
		return nil, named(typed, err)
	}
	s := &staged{typed: typed, destination: destination}
	s.release = shareFolder(parent, func() { tidy(destination) })
	if err := s.open(parent); err != nil {
		s.discard()
		return nil, err
	}
	return s, nil
}

// open makes the folder that is written to.
func (s *staged) open(parent string) error {
	dir, err := os.MkdirTemp(parent, leftoverPrefix(s.destination))
	if err != nil {
		return named(s.typed, atomicfile.Refused(parent, err))
	}
	s.dir = dir
	// MkdirTemp makes a private folder; a site is for everyone.
	if err := os.Chmod(dir, 0o755); err != nil {
		return fmt.Errorf("destination: %w", err)
	}
	if err := unfinished.put(dir); err != nil {
		return fmt.Errorf("destination: %w", err)
	}
	return rehearse(s.typed, s.destination, dir)
}

// named gives a refusal the path that the user knows.
func named(typed string, err error) error {
	var refusal *atomicfile.PathError
	if !errors.As(err, &refusal) {
		return err
	}
	out := *refusal
	out.Path = typed
	out.Reason += "; a site is first written beside its folder, in " + refusal.Path
	return &out
}

// resolve returns the folder itself where the destination is a link to it, so
// that the link stays and what it leads to is replaced. A link to nothing is
// refused: what was meant to be there may only be missing for now, like a disk
// that is not connected.
func resolve(typed string) (string, error) {
	if err := atomicfile.Blocked(typed); err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(typed)
	if errors.Is(err, fs.ErrNotExist) {
		real, err = typed, nil
	}
	if err != nil {
		return "", atomicfile.Refused(typed, err)
	}
	if real, err = filepath.Abs(real); err != nil {
		return "", fmt.Errorf("destination: %w", err)
	}
	return real, nil
}

// replaceable returns a refusal unless the destination may be overwritten: it
// does not exist, has nothing in it but what a publisher keeps there, or is a
// site made before. The folder that the user is in is not replaced, because the
// shell would stay in the old one, which is gone.
func replaceable(typed, destination string) error {
	info, err := os.Stat(destination)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return atomicfile.Refused(typed, err)
	case !info.IsDir():
		return &atomicfile.PathError{Path: typed, Reason: "it is a file", Hint: "name a folder for the site"}
	}
	have, err := os.ReadDir(destination)
	if err != nil {
		return atomicfile.Refused(typed, err)
	}
	if slices.ContainsFunc(have, func(e fs.DirEntry) bool { return !keptFor(e.Name()) }) {
		data, err := os.ReadFile(filepath.Join(destination, filepath.FromSlash(marker)))
		if err != nil || !release.IsManifest(data) {
			return &atomicfile.PathError{
				Path: typed, Reason: "the folder is not empty and holds no site made by tipscore",
				Hint: "name an empty folder, or one that does not exist", Err: ErrForeign,
			}
		}
	}
	if holdsWorkingFolder(destination) {
		return &atomicfile.PathError{
			Path: typed, Reason: "you are in this folder, and a build puts a new one in its place",
			Hint: "go to another folder first, for example with: cd ..",
		}
	}
	return nil
}

// holdsWorkingFolder reports whether the process works in the folder or below.
func holdsWorkingFolder(dir string) bool {
	here, err := os.Getwd()
	if err != nil {
		return false
	}
	if here, err = filepath.EvalSymlinks(here); err != nil {
		return false
	}
	below, err := filepath.Rel(dir, here)
	return err == nil && filepath.IsLocal(below)
}

// keptFor reports whether a folder may be taken for a site's although it has this
// in it: a publisher's .git, .nojekyll, .htaccess or .well-known.
func keptFor(name string) bool { return strings.HasPrefix(name, ".") }

// fs returns the file system that the site is written to. After discard nothing
// can be made in it, so that a build which does not notice that it was stopped
// leaves nothing behind, and soon ends.
func (s *staged) fs() afero.Fs {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return afero.NewBasePathFs(gated{afero.NewOsFs(), s}, s.dir)
}

// discard removes what was written, if it is not in place yet.
func (s *staged) discard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dir != "" {
		removeUnfinished(s.dir)
		s.dir = ""
	}
	s.release()
}
