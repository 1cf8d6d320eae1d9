package publish

import (
	"os"
	"path/filepath"
	"strings"
)

// mark is a small file that says what a folder is. Only a folder that has one of
// these, with its very words, is ever removed or emptied as a leftover.
type mark struct{ name, words string }

var (
	// unfinished stands in a site that is being written, until it is in place.
	unfinished = mark{".tipscore-unfinished", "tipscore was writing a site here and did not finish. The next build removes this folder.\n"}
	// replaced is put into a site just before another one takes its place. The
	// folder may hold files of the publisher that have not been moved yet.
	replaced = mark{".tipscore-replaced", "A new site has taken this one's place. The next build moves your own files there and removes this folder.\n"}
)

func (m mark) put(dir string) error {
	return os.WriteFile(filepath.Join(dir, m.name), []byte(m.words), 0o644)
}

func (m mark) drop(dir string) {
	if m.on(dir) {
		os.Remove(filepath.Join(dir, m.name))
	}
}

// on reports whether the folder has the mark.
func (m mark) on(dir string) bool {
	name := filepath.Join(dir, m.name)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	words, err := os.ReadFile(name)
	return err == nil && string(words) == m.words
}

// leftoverPrefix is how the names of folders begin that a build writes beside
// its destination; digits follow.
func leftoverPrefix(destination string) string { return "." + filepath.Base(destination) + "-new-" }

// tidy removes what builds that were killed have left beside the destination. It
// must run alone: see [shareFolder]. A folder that cannot be removed stays, and
// does no harm.
func tidy(destination string) {
	parent := filepath.Dir(destination)
	have, err := os.ReadDir(parent)
	if err != nil {
		return
	}
	for _, e := range have {
		rest, ours := strings.CutPrefix(e.Name(), leftoverPrefix(destination))
		digits := strings.TrimSuffix(rest, "-old")
		if !ours || !e.IsDir() || digits == "" || strings.Trim(digits, "0123456789") != "" {
			continue
		}
		switch dir := filepath.Join(parent, e.Name()); {
		case unfinished.on(dir):
			removeUnfinished(dir)
		case replaced.on(dir):
			restore(dir, destination)
		}
	}
}

// restore ends a swap that was broken off: what belongs to the publisher goes to
// the new site. If there is none, the old one goes back to its place.
func restore(old, destination string) {
	if _, err := os.Lstat(destination); err != nil {
		if os.Rename(old, destination) == nil {
			replaced.drop(destination)
		}
		return
	}
	if keep(old, destination) == nil {
		os.RemoveAll(old)
	}
}

// removeUnfinished removes a site that is not finished, its mark last: what is
// left of it after another interruption is still known to be one.
func removeUnfinished(dir string) {
	have, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range have {
		if e.Name() != unfinished.name {
			os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	os.Remove(filepath.Join(dir, unfinished.name))
	os.Remove(dir)
}
