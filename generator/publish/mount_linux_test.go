package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tipscore/generator/internal/atomicfile"
)

// A mount point cannot give way to a new site. That is said before the work.
func TestMountPointIsRefused(t *testing.T) {
	mount := filepath.Join(t.TempDir(), "www")
	if err := os.Mkdir(mount, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("none", mount, "tmpfs", 0, ""); err != nil {
		t.Skip("nothing can be mounted here:", err)
	}
	defer syscall.Unmount(mount, syscall.MNT_DETACH)
	_, err := stage(mount)
	var refusal *atomicfile.PathError
	if !errors.As(err, &refusal) || !strings.Contains(refusal.Reason, "mount point") || refusal.Hint != "name a folder inside of it, such as "+filepath.Join(mount, "site") {
		t.Errorf("staging over a mount point: %v", err)
	}
	if got := entries(t, filepath.Dir(mount)); len(got) != 1 {
		t.Errorf("beside it stays %v", got)
	}
	writeSite(t, filepath.Join(mount, "site"), "first") // what the hint says
}

// Nobody may make a folder beside this one.
func TestReadOnlyParentIsRefused(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	parent := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	typed := filepath.Join(parent, "public")
	_, err := stage(typed)
	var refusal *atomicfile.PathError
	if !errors.As(err, &refusal) || refusal.Path != typed || !strings.Contains(refusal.Reason, "not allowed") || !strings.Contains(refusal.Reason, parent) {
		t.Errorf("staging below a read-only folder: %v", err)
	}
}
