package typed

import (
	"strings"
	"testing"
)

func TestTidy(t *testing.T) {
	tests := []struct {
		in, want string
		Flaw     Flaw
	}{
		{"", "", 0},
		{"XNA", "XNA", 0},
		{"Port Elm", "Port Elm", 0},
		{"Elmonté", "Elmonté", 0},
		{"XNA ", "XNA", Stray},
		{" XNA", "XNA", Stray},
		{"Port  Elm", "Port Elm", Stray},
		{"XNA\u00a0", "XNA", Stray},
		{"Port\u00a0Elm", "Port Elm", Stray},
		{"Port\nElm", "Port Elm", Stray},
		{"\ufeffXNA", "XNA", Stray},
		{"X\u200bNA", "XNA", Stray},
		{"\u202eXNA\u202c", "XNA", Stray},
		{"می\u200cخواهم", "می\u200cخواهم", 0}, // a joiner inside a Persian word
		{"XNA\u200d", "XNA", Stray},
		{"\u200cXNA", "XNA", Stray},
		{"X\x00NA", "XNA", Control},
		{"X\x7fNA ", "XNA", Control | Stray},
		{"X\xffNA", "XNA", Control},
		{"X\uFFFDNA", "X\uFFFDNA", 0},
		{"   ", "", Stray},
	}
	for _, tt := range tests {
		if got, f := Tidy(tt.in); got != tt.want || f != tt.Flaw {
			t.Errorf("Tidy(%q) = %q, %v; want %q, %v", tt.in, got, f, tt.want, tt.Flaw)
		}
	}
}

func TestProse(t *testing.T) {
	tests := []struct {
		in, want string
		Flaw     Flaw
	}{
		{" two\nlines\t ", "two\nlines", 0},
		{"كتب \u200f(2014)", "كتب \u200f(2014)", 0},
		{"a\u202eb", "ab", Control},
		{"a\x1b[31mb", "a[31mb", Control},
		{"a\xffb", "ab", Control},
		{"two  spaces", "two  spaces", 0},
	}
	for _, tt := range tests {
		if got, f := Prose(tt.in); got != tt.want || f != tt.Flaw {
			t.Errorf("Prose(%q) = %q, %v; want %q, %v", tt.in, got, f, tt.want, tt.Flaw)
		}
	}
}

func TestKeyIgnoresWhatPeoplePutBetweenWords(t *testing.T) {
	for _, s := range []string{"not_available", "Not available", "NOT-AVAILABLE", " not  available "} {
		if got := Key(s); got != "notavailable" {
			t.Errorf("Key(%q) = %q", s, got)
		}
	}
	if Key("Elmonte\u0301") != Key("elmonté") {
		t.Error("a composed and a decomposed letter differ")
	}
}

func TestCut(t *testing.T) {
	if got := Cut("añb", 2); got != "añ…" {
		t.Errorf("got %q", got)
	}
	if got := Cut("añ", 2); got != "añ" {
		t.Errorf("got %q", got)
	}
}

// What tidy lets through is tidy, and it never makes a text longer.
func FuzzTidy(f *testing.F) {
	for _, s := range []string{"", " a\u00a0b\u200d\u200c ", "\xff\u202e", "می\u200cخواهم\u200c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out, _ := Tidy(s)
		if again, Flaw := Tidy(out); again != out || Flaw != 0 {
			t.Errorf("Tidy(%q) = %q, and again %q, %v", s, out, again, Flaw)
		}
		if len(out) > len(s) || strings.ContainsAny(out, "\n\t\u00a0\u200b") {
			t.Errorf("Tidy(%q) = %q", s, out)
		}
		p, _ := Prose(s)
		if again, Flaw := Prose(p); again != p || Flaw != 0 {
			t.Errorf("Prose(%q) = %q, and again %q, %v", s, p, again, Flaw)
		}
	})
}
