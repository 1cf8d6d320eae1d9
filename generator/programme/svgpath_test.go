package programme

import (
	"strings"
	"testing"
)

func TestCheckPath(t *testing.T) {
	for _, c := range []struct{ path, problem string }{
		{"M1 2", ""},
		{" m1,2l3,4z", ""},
		{"M1-2.5", "off the map"},
		{"M1 2.5.5.5", ""}, // the numbers 1, 2.5, .5 and .5
		{"M1 1 990 490 5 5", ""},
		{"m900 400 50 50 60 0", "off the map"}, // 1010 after two steps
		{"M5 5H1000V500", ""},
		{"M5 5H1000.6", "off the map"},
		{"M5 5h-4v-4z l1 1", ""}, // after z the pen is at 5, 5 again
		{"M999 499z m-998-498", ""},
		{"M1 1A5 5 0 11 9 9", ""}, // the two flags stand together
		{"M1 1A5 5 0 1 9 9", "not enough"},
		{"M1 1C1 1 2 2 3 3 4 4 5 5 6 6", ""},
		{"M1 1C1 1 2 2 3 3 4", "not enough"},
		{"", "does not begin with M"},
		{"L1 1", "does not begin with M"},
		{"M", "not enough"},
		{"M1", "not enough"},
		{"M1 1e999", "not enough"},
		{"M1 1 NaN", "not a command"},
		{"M1 1zz", ""},
		{"M1 1z1", "not a command"},
		{"M1 1<script>", "not a command"},
		{"M1 1&quot;", "not a command"},
		{"M1 1é", "not a command"},
		{"M1 1\x00", "not a command"},
	} {
		got := checkPath(c.path)
		if (got == "") != (c.problem == "") || !strings.Contains(got, c.problem) {
			t.Errorf("checkPath(%q) is %q, want %q", c.path, got, c.problem)
		}
	}
}

// FuzzCheckPath holds that whatever passes consists of the letters, digits and
// signs of path data, none of which ends an attribute.
func FuzzCheckPath(f *testing.F) {
	for _, s := range []string{"M1 2l3,4z", "M1 1A5 5 0 11 9 9", "m1e1-.5Q1 1 2 2T3 3", `M1 1"/><a b="`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if checkPath(s) != "" {
			return
		}
		const allowed = "MmLlHhVvCcSsQqTtAaZz0123456789eE+-., \t\n\r\f"
		if rest := strings.Trim(s, allowed); rest != "" {
			t.Errorf("%q passed in %q", rest, s)
		}
	})
}
