package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Office programs save in several steps, within a few milliseconds: they write
// another file, move the old one away and the new one in. A refresh waits
// until nothing has happened for quiet, but not longer than patience.
//
// On a slow disk or over a network a save can take seconds, with pauses in it. A
// file that changes again within moments of a refresh is taken for one of those,
// and gets slow instead of quiet.
const (
	quiet    = 80 * time.Millisecond
	slow     = 500 * time.Millisecond
	moments  = time.Second
	patience = time.Second
)

// watched are the folders of a project whose files make its site.
var watched = [...]string{"indicators", "data", "site", "templates"}

// watcher notices saved files.
type watcher struct {
	dir    string
	events *fsnotify.Watcher
}

// newWatcher starts watching a project's folder.
func newWatcher(dir string) (*watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	w := &watcher{dir: dir, events: events}
	// The folder itself is watched so that a new templates/ is noticed.
	if err := events.Add(dir); err != nil {
		w.close()
		return nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	for _, part := range watched {
		if err := w.add(filepath.Join(dir, part)); err != nil {
			w.close()
			return nil, err
		}
	}
	return w, nil
}

func (w *watcher) close() { w.events.Close() }

// add watches a folder and all folders in it; one that does not exist is
// passed over.
func (w *watcher) add(dir string) error {
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case name != dir && passing(name):
			return fs.SkipDir
		}
		return w.events.Add(name)
	})
	if err != nil {
		return fmt.Errorf("watch %s: %w", dir, err)
	}
	return nil
}

// run calls refresh with the changed files, slash-separated and sorted, until
// ctx ends. Changes during a refresh lead to another one.
func (w *watcher) run(ctx context.Context, refresh func(files []string)) error {
	pending := map[string]bool{}
	var first, refreshed time.Time
	var last []string // what the last refresh was for
	wait := quiet
	timer := time.NewTimer(0)
	<-timer.C
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-w.events.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("watch %s: %w", w.dir, err)
			}
			pending["(many files)"] = true
			timer.Reset(quiet)
		case e := <-w.events.Events:
			name := w.relevant(e)
			if name == "" {
				continue
			}
			if len(pending) == 0 {
				first, wait = time.Now(), quiet
			}
			if slices.Contains(last, name) && first.Sub(refreshed) < moments {
				wait = slow
			}
			pending[name] = true
			timer.Reset(min(wait, patience-time.Since(first)))
		case <-timer.C:
			files := slices.Sorted(maps.Keys(pending))
			clear(pending)
			refresh(files)
			last, refreshed = files, time.Now()
		}
	}
}

// relevant returns the name, in the project, of the file that an event is
// about, or "" if the site does not depend on it.
func (w *watcher) relevant(e fsnotify.Event) string {
	if !e.Has(fsnotify.Write) && !e.Has(fsnotify.Create) && !e.Has(fsnotify.Remove) && !e.Has(fsnotify.Rename) {
		return "" // indexers and backups change attributes all the time
	}
	name, err := filepath.Rel(w.dir, e.Name)
	if err != nil || passing(name) {
		return ""
	}
	name = filepath.ToSlash(name)
	part, _, _ := strings.Cut(name, "/")
	if !slices.Contains(watched[:], part) {
		return ""
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
			// A folder moved in comes with files that no event tells of.
			if err := w.add(e.Name); err != nil {
				return ""
			}
		}
	}
	return name
}

// temporary matches the names that office programs and editors give to files
// on their way: Excel's eight hexadecimal digits, Vim's 4913.
var temporary = regexp.MustCompile(`(?i)^([0-9a-f]{8}|4913|.*~|~\$.*|.*\.(tmp|swp|swx|part|crdownload))$`)

// passing reports whether a file or folder is not part of a project: hidden
// (also LibreOffice's .~lock files), temporary, or a package manager's.
func passing(name string) bool {
	base := filepath.Base(name)
	return strings.HasPrefix(base, ".") || temporary.MatchString(base) || base == "node_modules"
}
