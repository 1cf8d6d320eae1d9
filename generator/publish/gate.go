package publish

import (
	"context"
	"os"

	"github.com/spf13/afero"
)

// gated is a disk on which nothing new can be made once a site was discarded.
type gated struct {
	afero.Fs
	s *staged
}

// pass does something to the disk while nobody can discard the site.
func (g gated) pass(do func() error) error {
	g.s.mu.RLock()
	defer g.s.mu.RUnlock()
	if g.s.dir == "" {
		return context.Canceled
	}
	return do()
}

// Create makes a file.
func (g gated) Create(name string) (f afero.File, err error) {
	err = g.pass(func() error { f, err = g.Fs.Create(name); return err })
	return f, err
}

// OpenFile opens a file, and may make it.
func (g gated) OpenFile(name string, flag int, mode os.FileMode) (f afero.File, err error) {
	err = g.pass(func() error { f, err = g.Fs.OpenFile(name, flag, mode); return err })
	return f, err
}

// Mkdir makes a folder.
func (g gated) Mkdir(name string, mode os.FileMode) error {
	return g.pass(func() error { return g.Fs.Mkdir(name, mode) })
}

// MkdirAll makes a folder with all that it lies in.
func (g gated) MkdirAll(name string, mode os.FileMode) error {
	return g.pass(func() error { return g.Fs.MkdirAll(name, mode) })
}
