package svg

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestAppendText(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"Côte d'Ivoire":        "Côte d&#39;Ivoire",
		`<script>"a"&b</>`:     "&lt;script&gt;&quot;a&quot;&amp;b&lt;/&gt;",
		"a\x00b\x1bc":          "a\uFFFDb\uFFFDc",
		"a\tb\nc\r\u2028d":     "a b c  d",
		"user\u202Egnp.exe":    "usergnp.exe",
		"\xff\xfe":             "\uFFFD\uFFFD",
		"\uFFFE\uFFFF\uFDD0ok": "\uFFFD\uFFFD\uFFFDok",
		"مثال 10":              "مثال 10",
		"日本":                   "日本",
	} {
		if got := string(appendText(nil, in)); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// FuzzAppendText holds that no text can leave its place in a document.
func FuzzAppendText(f *testing.F) {
	f.Add("<a href=\"javascript:x\">'&\x00\u202e")
	f.Add("]]>--><![CDATA[")
	f.Fuzz(func(t *testing.T, s string) {
		doc := `<t a="` + string(appendText(nil, s)) + `">` + string(appendText(nil, s)) + `</t>`
		d := xml.NewDecoder(strings.NewReader(doc))
		elements := 0
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%v in %q", err, doc)
			}
			if e, ok := token.(xml.StartElement); ok {
				elements++
				if len(e.Attr) != 1 || e.Attr[0].Value != Tidy(s) {
					t.Errorf("attributes %q, want %q", e.Attr, Tidy(s))
				}
			}
		}
		if elements != 1 {
			t.Errorf("%d elements in %q", elements, doc)
		}
	})
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		in   string
		max  float64
		want string
	}{
		{"Prosecution", 200, "Prosecution"},
		{"Protection of victims", 80, "Protection…"},
		{"", 10, ""},
		{"anything", 0, "…"},
		{"anything", -5, "…"},
	} {
		if got := Fit(c.in, FontSize, c.max); got != c.want {
			t.Errorf("%q in %v is %q, want %q", c.in, c.max, got, c.want)
		}
	}
}

// FuzzFit holds that a shortened text is a beginning of the text, fits, is
// UTF-8 where the text is, and parts no letter from its marks.
func FuzzFit(f *testing.F) {
	f.Add("Protection of victims", 60.0)
	f.Add("e\u0301e\u0301e\u0301e\u0301e\u0301", 20.0)
	f.Add("हिन्दी हिन्दी हिन्दी", 30.0)
	f.Add("\xff\xff\xff\xff\xff", 20.0)
	f.Fuzz(func(t *testing.T, s string, max float64) {
		if max > 1e4 || max != max {
			return
		}
		got := Fit(s, FontSize, max)
		if got == s {
			return
		}
		head, ok := strings.CutSuffix(got, "…")
		if !ok || !strings.HasPrefix(s, head) {
			t.Fatalf("%q becomes %q", s, got)
		}
		if max > 20 && TextWidth(got, FontSize) > max+0.01 {
			t.Errorf("%q takes %v of %v", got, TextWidth(got, FontSize), max)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("%q is cut within a letter", got)
		}
		if next, _ := utf8.DecodeRuneInString(s[len(head):]); len(head) > 0 && next >= 0x300 && unicode.In(next, unicode.M) {
			t.Errorf("%q parts %q from its letter", got, next)
		}
	})
}

func TestTextWidth(t *testing.T) {
	for _, c := range []struct{ narrow, wide string }{
		{"iii", "mmm"}, {"abc", "ABC"}, {"abc", "日本語"}, {"e\u0301", "ee"}, {"1", "10"}, {"Ost", "Öst."},
	} {
		if a, b := TextWidth(c.narrow, 10), TextWidth(c.wide, 10); a <= 0 || a >= b {
			t.Errorf("%q is %v wide, %q %v", c.narrow, a, c.wide, b)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"", 2, ""}, {"Maran", 2, "Maran"}, {"Port Almira", 2, "Port|Almira"}, {"Port Almira", 1, "Port…"},
		{"Low Orren on the Hill", 2, "Low|Orren…"}, {"A B C", 2, "A B C"}, {"Saltmarshes North", 2, "Saltm…|North"},
	} {
		lines := Wrap(c.text, SmallSize, 45, c.most)
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
		}
		for _, line := range lines {
			if TextWidth(line, SmallSize) > 45 {
				t.Errorf("%q is too wide", line)
			}
		}
	}
}
