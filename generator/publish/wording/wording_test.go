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

func TestRelative(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"", "", "./"}, {"", "world/", "world/"}, {"world/", "", "../"}, {"world/", "world/", "./"},
		{"world/haiti/", "world/japan/", "../japan/"}, {"world/haiti/", "world/", "../"},
		{"world/", "world/haiti/", "haiti/"}, {"world/haiti/", "world/hong-kong/", "../hong-kong/"},
		{"world/indicators/a/2013/", "world/indicators/a/", "../"}, {"world/indicators/a/", "world/haiti/", "../../haiti/"},
		{"about/", "world/sources/#source-a", "../world/sources/#source-a"}, {"world/sources/", "world/sources/#source-a", "#source-a"},
	} {
		if got := wording.Relative(c.from, c.to); got != c.want {
			t.Errorf("from %q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// A subject cannot add a header to the mail.
func TestReport(t *testing.T) {
	for contact, want := range map[string]string{
		"https://example.org/contact": "https://example.org/contact",
		"errors@example.org":          "mailto:errors@example.org?subject=Error%20on%20%C3%A1%2F%3Fa%26bcc%3Dx%0A",
	} {
		if got := wording.Report(contact, "Error on á/?a&bcc=x\n"); got != want {
			t.Errorf("%s: %q, want %q", contact, got, want)
		}
	}
}

func TestChange(t *testing.T) {
	for d, want := range map[float64]wording.Change{
		8.34: {Known: true, Text: "+8.3", Way: "up"},
		-5:   {Known: true, Text: "−5.0", Way: "down"},
		0:    {Known: true, Text: "0.0", Way: "level"},
	} {
		if got := wording.ChangeOf(d, 1); got != want {
			t.Errorf("wording.ChangeOf(%v) = %+v, want %+v", d, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0.1 kB", 12_340: "12.3 kB", 999_949: "999.9 kB", 1_000_000: "1 MB", 2_250_000: "2.3 MB"} {
		if size, unit := wording.Size(bytes); size+" "+unit != want {
			t.Errorf("Size(%d) = %s %s, want %s", bytes, size, unit, want)
		}
	}
}

func TestLinksAreEscaped(t *testing.T) {
	got := wording.Links([]wording.Link{{Title: "<b>", URL: `a/"b`}, {Title: "A & B", URL: "c/"}})
	if want := `<a href="a/&#34;b">&lt;b&gt;</a>; <a href="c/">A &amp; B</a>`; string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
