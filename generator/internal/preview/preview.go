// Package preview shows a project's site on this machine while it is being
// worked on: it watches the project's files, builds the site anew when one is
// saved, and makes the open browser pages load the new state by themselves.
//
//	s := preview.New(preview.Options{Dir: ".", Load: load, Build: build, Report: report})
//	l, err := net.Listen("tcp", "127.0.0.1:1313")
//	err = s.Run(ctx, l) // until ctx ends
//
// When a check fails or a build breaks, the last good site stays and a note on
// every page leads to /__tipscore/problems.
//
// Invariants: only requests addressed to this machine are answered, so that no
// page on the web can read the preview through the visitor's own browser; the
// script that reloads pages is added to pages on their way out and is in no
// built site; text from workbooks is escaped.
package preview

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"tipscore/generator/diag"
	"tipscore/generator/internal/project"
)

// Options are the parts that a preview is made of.
type Options struct {
	Dir    string // the project's folder, which is watched
	Load   func(context.Context) (*project.Loaded, error)
	Build  func(context.Context, *project.Loaded) (fs.FS, error) // not called while the data have errors
	Report func(Event)                                           // told of every refresh; may be nil
}

// Event is one refresh of the preview.
type Event struct {
	Changed  []string // files whose change caused it, sorted; none for the first
	Again    bool     // one of them had changed moments before: it is probably still being saved
	Findings diag.List
	Scope    diag.Scope
	Failure  error // the tool could not load or build
	Took     time.Duration
}

// Server is a preview. Its methods may be called from many goroutines.
type Server struct {
	options Options

	mu      sync.Mutex
	state   state
	changed chan struct{} // closed when state changes, and then replaced
	recent  []string      // pages that were asked for last, the newest first

	last      []string // files of the last refresh
	refreshed time.Time
}

// remembered is how many pages count as recent: those in the open tabs.
const remembered = 4

// state is what the preview shows. It is replaced, never changed.
type state struct {
	site     fs.FS // the last good site; nil before the first
	built    int   // counts good builds
	checked  int   // counts refreshes
	findings diag.List
	scope    diag.Scope
	failure  error
}

// New returns a preview that shows nothing yet.
func New(o Options) *Server {
	if o.Report == nil {
		o.Report = func(Event) {}
	}
	return &Server{options: o, changed: make(chan struct{})}
}

// Run serves the preview on the listener until ctx ends, and then returns nil.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w, err := newWatcher(s.options.Dir)
	if err != nil {
		return err
	}
	defer w.close()
	server := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	failed := make(chan error, 2)
	go func() { failed <- server.Serve(l) }()
	go func() {
		s.Refresh(ctx, nil)
		failed <- w.run(ctx, func(files []string) { s.Refresh(ctx, files) })
	}()
	select {
	case err = <-failed:
	case <-ctx.Done():
	}
	stop()
	server.Close() // open event streams would keep Shutdown waiting
	if errors.Is(err, http.ErrServerClosed) || errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// Refresh loads and builds the project and shows the result. The names of the
// changed files are passed on to Report. It must not be called while it runs.
func (s *Server) Refresh(ctx context.Context, files []string) {
	start := time.Now()
	again := s.again(files, start)
	defer func() { s.last, s.refreshed = files, time.Now() }()
	next := s.current()
	next.checked++
	next.findings, next.scope, next.failure = nil, diag.Scope{}, nil
	loaded, err := s.options.Load(ctx)
	if err == nil {
		next.findings, next.scope = loaded.Findings, loaded.Scope
		if !loaded.Findings.HasErrors() {
			var site fs.FS
			if site, err = s.options.Build(ctx, loaded); err == nil {
				err = s.tryRecent(site)
			}
			if err == nil {
				next.site = site
				next.built++
			}
		}
	}
	if ctx.Err() != nil {
		return
	}
	next.failure = err
	s.show(next)
	s.options.Report(Event{
		Changed: files, Again: again, Findings: next.findings, Scope: next.scope, Failure: err, Took: time.Since(start),
	})
}

// again reports whether one of the files had changed moments before. Only one
// refresh runs at a time.
func (s *Server) again(files []string, now time.Time) bool {
	return now.Sub(s.refreshed) < moments+patience &&
		slices.ContainsFunc(files, func(f string) bool { return slices.Contains(s.last, f) })
}

// tryRecent reads the pages that are open in the browser. A site may make its
// pages when they are asked for; so those are ready when the browser comes, and
// a page that cannot be made keeps the old site in place.
func (s *Server) tryRecent(site fs.FS) error {
	s.mu.Lock()
	recent := slices.Clone(s.recent)
	s.mu.Unlock()
	for _, name := range recent {
		if _, err := fs.ReadFile(site, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// remember notes that a page was asked for.
func (s *Server) remember(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.recent = slices.DeleteFunc(s.recent, func(n string) bool { return n == name })
	s.recent = slices.Insert(s.recent, 0, name)
	s.recent = s.recent[:min(len(s.recent), remembered)]
}

func (s *Server) current() state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// show replaces the state and wakes the event streams.
func (s *Server) show(next state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = next
	close(s.changed)
	s.changed = make(chan struct{})
}

// next returns the state and a channel that is closed when it is outdated.
func (s *Server) next() (state, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state, s.changed
}
