package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// cost is what the system says that a process took.
type cost struct {
	wall, cpu time.Duration // cpu is user and system time of all threads
	peak      int64         // bytes of memory at most, 0 if the system does not tell
}

// measure runs a program to its end. A program that fails is an error with
// what it said.
func measure(ctx context.Context, program string, args ...string) (cost, error) {
	c := exec.CommandContext(ctx, program, args...)
	var said bytes.Buffer
	c.Stderr = &said
	start := time.Now()
	err := c.Run()
	wall := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("run %s: %w: %s", strings.Join(args, " "), err, said.String())
	}
	s := c.ProcessState
	return cost{wall: wall, cpu: s.UserTime() + s.SystemTime(), peak: peakOf(s)}, nil
}
