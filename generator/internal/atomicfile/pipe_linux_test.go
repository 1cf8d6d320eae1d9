package atomicfile_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"tipscore/generator/internal/atomicfile"
)

// A pipe or a device is written to; it is not replaced by a file.
func TestPipeStays(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(name, 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	got := make(chan string)
	go func() {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
		}
		got <- string(data)
	}()
	if err := atomicfile.Write(name, content("through")); err != nil {
		t.Fatal(err)
	}
	if text := <-got; text != "through" {
		t.Errorf("%q came through the pipe", text)
	}
	if info, err := os.Lstat(name); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe is now %v, %v", info, err)
	}
}
