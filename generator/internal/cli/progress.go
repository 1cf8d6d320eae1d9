package cli

import (
	"fmt"
	"sync"
	"time"
)

// How long a command works before it says so: one that is usually quick, and
// one that is known to take its time.
const (
	patient = time.Second
	atOnce  = time.Duration(0)
)

// progress is one line at the bottom of a terminal that says how far a command
// has come. Where standard error is no terminal it writes nothing.
type progress struct {
	mu     sync.Mutex
	app    *app
	timer  *time.Timer
	text   string
	active bool // it is on the screen
	closed bool
}

// progress starts a line, which appears if the work takes longer than wait.
func (a *app) progress(wait time.Duration, text string) *progress {
	p := &progress{app: a, text: text}
	if !a.streams.ErrTerminal || a.streams.Getenv("TERM") == "dumb" {
		return p
	}
	if wait == atOnce {
		p.begin()
		return p
	}
	p.timer = time.AfterFunc(wait, p.begin)
	return p
}

// set changes the line.
func (p *progress) set(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = fmt.Sprintf(format, args...)
	p.draw()
}

// stop takes the line away.
func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.active {
		fmt.Fprint(p.app.streams.Err, "\r\x1b[K")
	}
	p.active, p.closed = false, true
}

func (p *progress) begin() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.active = !p.closed
	p.draw()
}

func (p *progress) draw() {
	if p.active {
		fmt.Fprintf(p.app.streams.Err, "\r\x1b[Ktipscore: %s", p.text)
	}
}
