package webtest

import (
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync"
)

// Options say what Check has to know about a site.
type Options struct {
	// BaseURL is the public address that the site was built for. Full addresses
	// below it are checked as links inside the site. "" if there is none.
	BaseURL string
}

// Check reads every page of a site and returns all that is wrong, in order.
func Check(site fs.FS, o Options) ([]Finding, error) {
	names, err := files(site)
	if err != nil {
		return nil, err
	}
	var pages []string
	for _, name := range names {
		if strings.HasSuffix(name, ".html") {
			pages = append(pages, name)
		}
	}
	notes := make([]notes, len(pages))
	findings := make([][]Finding, len(pages))
	err = parallel(len(pages), func(i int) error {
		raw, err := fs.ReadFile(site, pages[i])
		if err != nil {
			return fmt.Errorf("read page: %w", err)
		}
		p, err := parsePage(pages[i], raw)
		if err != nil {
			return err
		}
		p.check()
		notes[i] = p.note(o)
		findings[i] = p.findings
		return nil
	})
	if err != nil {
		return nil, err
	}
	var all []Finding
	for _, list := range findings {
		all = append(all, list...)
	}
	m := newSiteMap(names, notes)
	all = append(all, m.check()...)
	for _, name := range names {
		if strings.HasSuffix(name, ".css") {
			list, err := checkStyles(site, name)
			if err != nil {
				return nil, err
			}
			all = append(all, list...)
		}
	}
	return sorted(all), nil
}

// check applies the rules that need nothing but the page. A rule stands in the
// file of its kind.
func (p *page) check() {
	for _, rule := range []func(*page){
		(*page).checkHead, (*page).checkHeadings, (*page).checkParse, (*page).checkIDs,
		(*page).checkTables, (*page).checkFigures, (*page).checkNames, (*page).checkEmpty,
		(*page).checkResources, (*page).checkInline, (*page).checkData, (*page).checkEscapes,
	} {
		rule(p)
	}
}

// files lists all files of a site in order.
func files(site fs.FS) (names []string, err error) {
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the site: %w", err)
	}
	return names, nil
}

// parallel calls f for 0 to n-1 on all cores, and returns the first error by
// number.
func parallel(n int, f func(i int) error) error {
	errs := make([]error, n)
	queue := make(chan int)
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := range queue {
				errs[i] = f(i)
			}
		})
	}
	for i := range n {
		queue <- i
	}
	close(queue)
	workers.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
