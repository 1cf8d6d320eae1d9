//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// shareFolder holds a lock on the folder in which builds write, shared with other
// builds, until the returned function is called. If no other build holds it,
// tidy is called first, and no build can begin meanwhile.
//
// The system lets go of the lock when a process ends, however it ends, so a lock
// never outlives its build. Where the disk knows no locks, nothing is tidied.
func shareFolder(dir string, tidy func()) (release func()) {
	f, err := os.Open(dir)
	if err != nil {
		return func() {}
	}
	if lock(f, unix.LOCK_EX|unix.LOCK_NB) == nil {
		tidy()
	}
	// This waits only while another build tidies.
	lock(f, unix.LOCK_SH)
	return func() { f.Close() }
}

func lock(f *os.File, how int) error {
	for {
		if err := unix.Flock(int(f.Fd()), how); !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}
