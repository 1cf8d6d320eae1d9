package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/internal/cli"
)

// buffer may be written to and read by two goroutines.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// world is what a command sees: streams, terminals and variables.
type world struct {
	out, err    buffer
	outTerminal bool
	errTerminal bool
	variables   map[string]string
}

func (w *world) run(ctx context.Context, args ...string) int {
	return cli.Main(ctx, args, cli.Streams{
		In: strings.NewReader(""), Out: &w.out, Err: &w.err,
		OutTerminal: w.outTerminal, ErrTerminal: w.errTerminal,
		Getenv: func(name string) string { return w.variables[name] },
	})
}

// broken returns the demo project with one mistake in it.
func broken(t *testing.T) string {
	t.Helper()
	a, err := txtar.ParseFile(demoFile)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := txtar.Write(a, dir); err != nil {
		t.Fatal(err)
	}
	book := "jurisdiction,period,indicator,value,sources\nS1,2005,law-01,perhaps,t1\n"
	if err := os.WriteFile(filepath.Join(dir, "data", "south", "book.csv"), []byte(book), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestColours(t *testing.T) {
	dir := broken(t)
	for _, tt := range []struct {
		name string
		w    *world
		args []string
		want bool
	}{
		{"a pipe", &world{variables: map[string]string{"TERM": "xterm"}}, nil, false},
		{"a terminal", &world{outTerminal: true, variables: map[string]string{"TERM": "xterm"}}, nil, true},
		{"NO_COLOR", &world{outTerminal: true, variables: map[string]string{"TERM": "xterm", "NO_COLOR": "1"}}, nil, false},
		{"a dumb terminal", &world{outTerminal: true, variables: map[string]string{"TERM": "dumb"}}, nil, false},
		{"--no-color", &world{outTerminal: true, variables: map[string]string{"TERM": "xterm"}}, []string{"--no-color"}, false},
	} {
		if status := tt.w.run(t.Context(), append(tt.args, "check", "-s", dir)...); status != 1 {
			t.Errorf("%s: exit status %d", tt.name, status)
		}
		if got := strings.Contains(tt.w.out.String(), "\x1b["); got != tt.want {
			t.Errorf("%s: colours %v, want %v", tt.name, got, tt.want)
		}
	}
}

// A terminal's width wraps long lists of expected values; a file's lines are
// never wrapped.
func TestWidth(t *testing.T) {
	dir := broken(t)
	w := world{outTerminal: true, variables: map[string]string{"TERM": "dumb", "COLUMNS": "30"}}
	w.run(t.Context(), "check", "-s", dir)
	if !strings.Contains(w.out.String(), "\n    2 | perhaps\n    expected: yes, no\n") {
		t.Errorf("on 30 columns:\n%s", w.out.String())
	}
	var file world
	file.run(t.Context(), "check", "-s", dir)
	if !strings.Contains(file.out.String(), "\n    2 | perhaps      expected: yes, no\n") {
		t.Errorf("in a file:\n%s", file.out.String())
	}
}

// Something is on the screen at once for a command that takes its time, and is
// gone at the end; a file gets nothing of it.
func TestProgress(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "p")
	var w world
	if status := w.run(t.Context(), "init", dir); status != 0 {
		t.Fatal(w.err.String())
	}
	terminal := world{errTerminal: true, variables: map[string]string{"TERM": "xterm"}}
	if status := terminal.run(t.Context(), "build", "-s", dir); status != 0 {
		t.Fatal(terminal.err.String())
	}
	const line, gone = "\r\x1b[Ktipscore: building the site", "\r\x1b[K"
	before, after, ok := strings.Cut(terminal.err.String(), line)
	if !ok || before != "" || !strings.HasPrefix(after, gone) {
		t.Errorf("terminal: %q", terminal.err.String())
	}
	for _, quiet := range []*world{{}, {errTerminal: true, variables: map[string]string{"TERM": "dumb"}}} {
		if status := quiet.run(t.Context(), "build", "-s", dir); status != 0 {
			t.Fatal(quiet.err.String())
		}
		if strings.Contains(quiet.err.String(), "\x1b") || strings.Contains(quiet.err.String(), "building") {
			t.Errorf("no terminal: %q", quiet.err.String())
		}
	}
}

// After Ctrl-C the status is 130, for a server as for a command that has not
// begun.
func TestInterrupted(t *testing.T) {
	dir := broken(t)
	ctx, stop := context.WithCancel(t.Context())
	var serving world
	done := make(chan int)
	go func() { done <- serving.run(ctx, "serve", "-s", dir, "--port", "0") }()
	for !strings.Contains(serving.err.String(), "there is no site yet") {
		select {
		case status := <-done:
			t.Fatalf("serve ended with %d: %s", status, serving.err.String())
		default:
		}
	}
	stop()
	if status := <-done; status != 130 {
		t.Errorf("serve: exit status %d", status)
	}
	var late world
	if status := late.run(ctx, "check", "-s", dir); status != 130 {
		t.Errorf("check: exit status %d", status)
	}
}

// failing is a standard output on a full disk.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, fmt.Errorf("no space left") }

// What is not the user's fault, in data or use, has a status of its own.
func TestFailureIsTold(t *testing.T) {
	dir := broken(t)
	for _, args := range [][]string{
		{"check"}, {"check", "--format", "json"}, {"check", "--format", "sarif"}, {"check", "--strict"},
		{"score", "--programme", "north"}, {"score", "--programme", "north", "--format", "json"},
		{"explain", "north", "N1", "2006"}, {"explain", "north", "N1", "2006", "--format", "json"},
	} {
		var messages buffer
		status := cli.Main(t.Context(), append(args, "-s", dir), cli.Streams{
			Out: failing{}, Err: &messages, Getenv: func(string) string { return "" },
		})
		if status != 3 || !strings.HasPrefix(messages.String(), "tipscore: ") || !strings.Contains(messages.String(), "no space left") {
			t.Errorf("%q: exit status %d, %q", args, status, messages.String())
		}
	}
}
