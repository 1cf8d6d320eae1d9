package project

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// stamp tells one state of a file from another without reading it.
type stamp struct {
	size     int64
	modified int64 // nanoseconds; compared, never shown
}

// snapshot is the state of all files of a project that a load depends on.
type snapshot map[string]stamp

// take notes the state of every file below indicators/ and data/.
func (p *Project) take() (snapshot, error) {
	s := snapshot{}
	for _, dir := range []string{indicatorsDir, dataDir} {
		err := fs.WalkDir(p.FS, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil // it went away while we looked, as files do when they are saved
			case err != nil:
				return err
			case strings.HasPrefix(path.Base(name), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			}
			info, err := d.Info()
			if err == nil {
				s[name] = stamp{info.Size(), info.ModTime().UnixNano()}
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("list %s: %w", dir, err)
		}
	}
	return s, nil
}

// definitions returns the snapshot with the content of workbooks left out:
// their names stay, since a programme finds its workbooks by name.
func (s snapshot) definitions(workbooks map[string]bool) snapshot {
	out := snapshot{}
	for name, st := range s {
		if workbooks[name] {
			st = stamp{}
		}
		out[name] = st
	}
	return out
}

func (s snapshot) equal(other snapshot) bool { return maps.Equal(s, other) }

// below returns the names of the files in a folder, sorted.
func (s snapshot) below(dir string) []string {
	var names []string
	for name := range s {
		if strings.HasPrefix(name, dir+"/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
