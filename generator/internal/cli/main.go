package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// app is one run of the program.
type app struct {
	streams Streams
	source  string // --source
	noColor bool   // --no-color
	running bool   // flags and arguments were right, and the command has begun
}

// grace is how long a command may tidy up after Ctrl-C. Every file is written
// so that a crash does no harm, so waiting longer would serve nobody.
const grace = time.Second

// Main runs the program with the arguments and returns its exit status.
func Main(ctx context.Context, args []string, streams Streams) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{streams: streams}
	done := make(chan int, 1)
	go func() { done <- a.run(ctx, args) }()
	select {
	case status := <-done:
		return status
	case <-ctx.Done():
	}
	stop() // a second Ctrl-C ends the program at once
	select {
	case <-done:
	case <-time.After(grace):
	}
	return exitInterrupted
}

func (a *app) run(ctx context.Context, args []string) int {
	root := a.newRoot()
	root.SetArgs(args)
	if err := root.ExecuteContext(ctx); err != nil {
		return a.fail(err)
	}
	return exitFine
}
