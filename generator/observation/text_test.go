package observation

import (
	"strings"
	"testing"
)

func TestTidy(t *testing.T) {
	tests := []struct {
		in, want string
		flaw     flaw
	}{
		{"", "", 0},
		{"XNA", "XNA", 0},
		{"Port Elm", "Port Elm", 0},
		{"Elmonté", "Elmonté", 0},
		{"XNA ", "XNA", stray},
		{" XNA", "XNA", stray},
		{"Port  Elm", "Port Elm", stray},
		{"XNA\u00a0", "XNA", stray},
		{"Port\u00a0Elm", "Port Elm", stray},
		{"Port\nElm", "Port Elm", stray},
		{"\ufeffXNA", "XNA", stray},
		{"X\u200bNA", "XNA", stray},
		{"\u202eXNA\u202c", "XNA", stray},
		{"می\u200cخواهم", "می\u200cخواهم", 0}, // a joiner inside a Persian word
		{"XNA\u200d", "XNA", stray},
		{"\u200cXNA", "XNA", stray},
		{"X\x00NA", "XNA", control},
		{"X\x7fNA ", "XNA", control | stray},
		{"X\xffNA", "XNA", control},
		{"X\uFFFDNA", "X\uFFFDNA", 0},
		{"   ", "", stray},
	}
	for _, tt := range tests {
		if got, f := tidy(tt.in); got != tt.want || f != tt.flaw {
			t.Errorf("tidy(%q) = %q, %v; want %q, %v", tt.in, got, f, tt.want, tt.flaw)
		}
	}
}

func TestProse(t *testing.T) {
	tests := []struct {
		in, want string
		flaw     flaw
	}{
		{" two\nlines\t ", "two\nlines", 0},
		{"كتب \u200f(2014)", "كتب \u200f(2014)", 0},
		{"a\u202eb", "ab", control},
		{"a\x1b[31mb", "a[31mb", control},
		{"a\xffb", "ab", control},
		{"two  spaces", "two  spaces", 0},
	}
	for _, tt := range tests {
		if got, f := prose(tt.in); got != tt.want || f != tt.flaw {
			t.Errorf("prose(%q) = %q, %v; want %q, %v", tt.in, got, f, tt.want, tt.flaw)
		}
	}
}

func TestKeyIgnoresWhatPeoplePutBetweenWords(t *testing.T) {
	for _, s := range []string{"not_available", "Not available", "NOT-AVAILABLE", " not  available "} {
		if got := key(s); got != "notavailable" {
			t.Errorf("key(%q) = %q", s, got)
		}
	}
	if key("Elmonte\u0301") != key("elmonté") {
		t.Error("a composed and a decomposed letter differ")
	}
}

func TestCut(t *testing.T) {
	if got := cut("añb", 2); got != "añ…" {
		t.Errorf("got %q", got)
	}
	if got := cut("añ", 2); got != "añ" {
		t.Errorf("got %q", got)
	}
}

// What tidy lets through is tidy, and it never makes a text longer.
func FuzzTidy(f *testing.F) {
	for _, s := range []string{"", " a\u00a0b\u200d\u200c ", "\xff\u202e", "می\u200cخواهم\u200c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out, _ := tidy(s)
		if again, flaw := tidy(out); again != out || flaw != 0 {
			t.Errorf("tidy(%q) = %q, and again %q, %v", s, out, again, flaw)
		}
		if len(out) > len(s) || strings.ContainsAny(out, "\n\t\u00a0\u200b") {
			t.Errorf("tidy(%q) = %q", s, out)
		}
		p, _ := prose(s)
		if again, flaw := prose(p); again != p || flaw != 0 {
			t.Errorf("prose(%q) = %q, and again %q, %v", s, p, again, flaw)
		}
	})
}
