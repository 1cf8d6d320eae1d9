package wording_test

import (
	"testing"

	"tipscore/generator/publish/wording"
)

func TestGrouped(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 7: "7", 1234: "1234", 12345: "12\u202f345", 1234567.25: "1\u202f234\u202f567.25",
		-12345: "−12\u202f345", 0.1234: "0.123", 2.0 / 3: "0.667",
	} {
		if got := wording.Grouped(x); got != want {
			t.Errorf("wording.Grouped(%v) = %q, want %q", x, got, want)
		}
	}
}

// Medians and points are rounded as scores are: half away from zero. The
// standard library would write 26.2, because 26.25 is exact in binary.
func TestDecimalsRoundAsScoresDo(t *testing.T) {
	for x, want := range map[float64]string{26.25: "26.3", 86.25: "86.3", 58.0 + 1.0/3: "58.3", 50: "50.0", -26.25: "-26.3"} {
		if got := wording.Decimals(x, 1); got != want {
			t.Errorf("wording.Decimals(%v) = %q, want %q", x, got, want)
		}
	}
}

func TestBasePath(t *testing.T) {
	for base, want := range map[string]string{
		"": "/", "https://example.org": "/", "https://example.org/tip": "/tip/", "https://example.org/a/b": "/a/b/",
	} {
		if got := wording.BasePath(base); got != want {
			t.Errorf("wording.BasePath(%q) = %q, want %q", base, got, want)
		}
	}
}

func TestAnchorIsSafe(t *testing.T) {
	if got := wording.Anchor(`a"><script>`); got != "source-a___script_" {
		t.Errorf("anchor = %q", got)
	}
}
