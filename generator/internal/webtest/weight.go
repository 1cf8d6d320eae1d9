package webtest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Weight is what a browser loads to show a page for the first time, in bytes
// as a server sends them (gzip, level 6, as most servers are set).
type Weight struct {
	HTML, CSS, JS, Other int
	Requests             int // the page itself included
}

// Total returns all bytes.
func (w Weight) Total() int { return w.HTML + w.CSS + w.JS + w.Other }

// Over returns which parts are heavier than the budget, in words. A part of
// the budget that is zero is not asked for; Other stands for the total.
func (w Weight) Over(budget Budget) (list []string) {
	for _, part := range []struct {
		name       string
		got, bound int
	}{
		{"HTML", w.HTML, budget.HTML}, {"CSS", w.CSS, budget.CSS}, {"JS", w.JS, budget.JS},
		{"total", w.Total(), budget.Total}, {"requests", w.Requests, budget.Requests},
	} {
		if part.bound > 0 && part.got > part.bound {
			list = append(list, fmt.Sprintf("%s is %d, more than %d", part.name, part.got, part.bound))
		}
	}
	return list
}

// Budget is the most that a page may weigh.
type Budget struct{ HTML, CSS, JS, Total, Requests int }

// Scale weighs pages. It remembers the files that pages share.
type Scale struct {
	site  fs.FS
	known map[string]int
}

// NewScale returns a scale for the pages of a site.
func NewScale(site fs.FS) *Scale { return &Scale{site: site, known: map[string]int{}} }

// Weigh returns the weight of a page, with every resource it names.
func (s *Scale) Weigh(name string) (Weight, error) {
	raw, err := fs.ReadFile(s.site, name)
	if err != nil {
		return Weight{}, fmt.Errorf("weigh a page: %w", err)
	}
	p, err := parsePage(name, raw)
	if err != nil {
		return Weight{}, err
	}
	w := Weight{HTML: compressed(raw), Requests: 1}
	seen := map[string]bool{}
	for _, l := range p.note(Options{}).links {
		if !l.resource || seen[l.target] {
			continue
		}
		seen[l.target] = true
		size, err := s.file(l.target)
		if err != nil {
			return Weight{}, err
		}
		w.Requests++
		switch path.Ext(l.target) {
		case ".css":
			w.CSS += size
		case ".js":
			w.JS += size
		default:
			w.Other += size
		}
	}
	return w, nil
}

func (s *Scale) file(name string) (int, error) {
	if size, ok := s.known[name]; ok {
		return size, nil
	}
	raw, err := fs.ReadFile(s.site, name)
	if err != nil {
		return 0, fmt.Errorf("weigh a file: %w", err)
	}
	size := len(raw)
	if !strings.Contains(".png .jpg .woff2 .ico", path.Ext(name)) {
		size = compressed(raw)
	}
	s.known[name] = size
	return size, nil
}

func compressed(raw []byte) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(raw)
	w.Close()
	return b.Len()
}
