package cli

import (
	"io"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/mattn/go-isatty"
)

// Streams are everything that a command sees of the world besides files.
type Streams struct {
	In          io.Reader
	Out, Err    io.Writer
	OutTerminal bool // somebody reads Out on a terminal
	ErrTerminal bool
	Getenv      func(string) string
}

// System returns the streams of this process.
func System() Streams {
	return Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		OutTerminal: isTerminal(os.Stdout), ErrTerminal: isTerminal(os.Stderr),
		Getenv: os.Getenv,
	}
}

func isTerminal(f *os.File) bool {
	return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd())
}

// now is the present day, or the one that SOURCE_DATE_EPOCH names, as programs
// do whose output must be made again byte by byte
// (reproducible-builds.org/specs/source-date-epoch).
func (s Streams) now() time.Time {
	if n, err := strconv.ParseInt(s.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(n, 0).UTC()
	}
	return time.Now()
}

// colours reports whether the terminal, if it is one, understands colours and
// the user wants them (no-color.org).
func (s Streams) colours(terminal bool) bool {
	if !terminal || s.Getenv("NO_COLOR") != "" || s.Getenv("TERM") == "dumb" {
		return false
	}
	// The old console of Windows prints the codes; newer terminals name themselves.
	return runtime.GOOS != "windows" || s.Getenv("WT_SESSION") != "" || s.Getenv("TERM") != ""
}

// width returns the width of a terminal, 0 where there is none.
func (s Streams) width(terminal bool) int {
	if !terminal {
		return 0
	}
	if n, err := strconv.Atoi(s.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return 80
}
