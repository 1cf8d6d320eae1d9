package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/publish"
)

// Scripts rely on the exit status: whose matter an error is decides it.
func TestStatusOfErrors(t *testing.T) {
	for _, tt := range []struct {
		err    error
		status int
		says   string
	}{
		{&problemsError{"no scores", "mend them"}, 1, "no scores"},
		{fmt.Errorf("build: %w", &publish.TemplateError{File: "templates/a.html", Err: errors.New("line 3")}), 1, "correct templates/a.html"},
		{usagef("try x", "no y"), 2, "hint: try x"},
		{fmt.Errorf("build: %w", &atomicfile.PathError{Path: "a b", Reason: "it is a file", Hint: "name a folder"}), 2, "cannot write to a b: it is a file"},
		{&fs.PathError{Op: "open", Path: "data", Err: fs.ErrPermission}, 2, "give yourself the permission"},
		{errors.New("no space left"), 3, "no space left"},
		{fmt.Errorf("load: %w", context.Canceled), 130, ""},
	} {
		var said bytes.Buffer
		a := &app{running: true, source: ".", streams: Streams{Err: &said}}
		if got := a.fail(tt.err); got != tt.status || !strings.Contains(said.String(), tt.says) {
			t.Errorf("%v: exit status %d, %q; want %d and %q", tt.err, got, said.String(), tt.status, tt.says)
		}
	}
}
