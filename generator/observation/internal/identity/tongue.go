package identity

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
)

// tongue knows how the places and periods of a programme are called.
type tongue struct {
	places, periods []call
}

// call is one way to name a place or a period, by its index.
type call struct {
	text  string // folded
	index int
	kind  kind
}

// kind says between what a call may stand in a name.
type kind uint8

const (
	id kind = iota
	title
	when
)

// shortest is how long a name must be to be looked for in others.
const shortest = 3

func newTongue(p *programme.Programme) tongue {
	var t tongue
	for i := range p.Jurisdictions {
		j := &p.Jurisdictions[i]
		t.places = append(t.places, call{typed.Fold(string(j.ID)), i, id})
		for _, name := range append([]string{j.Slug}, titles(j.Name)...) {
			if utf8.RuneCountInString(name) >= shortest {
				t.places = append(t.places, call{spaced(typed.Fold(name)), i, title})
			}
		}
	}
	for i, period := range p.Periods {
		whole := typed.Fold(period.String())
		t.periods = append(t.periods, call{whole, i, when})
		year, part, parted := strings.Cut(whole, "-")
		if !parted {
			continue
		}
		for _, between := range []string{"", "_", " "} {
			t.periods = append(t.periods, call{year + between + part, i, when})
		}
		if unicode.IsLetter(rune(part[0])) {
			for _, between := range []string{"", "_", " ", "-"} {
				t.periods = append(t.periods, call{part + between + year, i, when})
			}
		}
	}
	return t
}

func titles(all map[string]string) (out []string) {
	for _, name := range all {
		out = append(out, name)
	}
	return out
}

// startCell returns what a cell of the first sheet says. Nothing else that it
// may hold looks so: "Millbrook (LAND-1)", "2024-Q3", "Millbrook, 2024-Q3".
func (t *tongue) startCell(text string) (j, period int) {
	s := typed.Fold(text)
	j, period = -1, exactly(t.periods, s)
	if open := strings.LastIndex(s, " ("); open >= 0 && strings.HasSuffix(s, ")") {
		return exactly(t.places, s[open+2:len(s)-1]), period
	}
	if comma := strings.LastIndex(s, ", "); comma >= 0 {
		if at := exactly(t.periods, s[comma+2:]); at >= 0 {
			return exactly(t.places, spaced(s[:comma])), at
		}
	}
	return j, period
}

// exactly returns what the text names, or -1.
func exactly(calls []call, text string) int {
	found := -1
	for _, c := range calls {
		if c.text != text {
			continue
		}
		if found >= 0 && found != c.index {
			return -1
		}
		found = c.index
	}
	return found
}

// name returns what the name of a file or folder says, among whatever else
// people write into it: "Copy of LAND-1_2024-Q3 (2) FINAL". Of names within names
// the longest counts.
func (t *tongue) name(text string) (j, period int) {
	s := typed.Fold(text)
	period, s = within(t.periods, s)
	j, _ = within(t.places, s)
	return j, period
}

// within returns the one thing that is named in the text, or -1, and the text
// without it.
func within(calls []call, text string) (int, string) {
	type span struct{ from, to, index int }
	var spans []span
	loose := spaced(text)
	for _, c := range calls {
		where := text
		if c.kind == title {
			where = loose
		}
		for from := 0; ; {
			at := strings.Index(where[from:], c.text)
			if at < 0 || c.text == "" {
				break
			}
			at += from
			if from = at + len(c.text); alone(where, at, from, c.kind) {
				spans = append(spans, span{at, from, c.index})
			}
		}
	}
	found, rest := -1, []byte(text)
	for _, s := range spans {
		covered := false
		for _, other := range spans {
			covered = covered || other.from <= s.from && s.to <= other.to && other.to-other.from > s.to-s.from
		}
		if covered {
			continue
		}
		if found >= 0 && found != s.index {
			return -1, text
		}
		found = s.index
		for k := s.from; k < s.to && k < len(rest); k++ {
			rest[k] = '|'
		}
	}
	return found, string(rest)
}

// alone reports whether a part of a text is no part of a longer word. A hyphen
// joins ids, so that LAND is not in LAND-9, and the parts of dates.
func alone(text string, from, to int, k kind) bool {
	before, width := utf8.DecodeLastRuneInString(text[:from])
	after, size := utf8.DecodeRuneInString(text[to:])
	if letter(before) || letter(after) {
		return false
	}
	earlier, later := text[:from-width], text[min(len(text), to+size):]
	previous, _ := utf8.DecodeLastRuneInString(earlier)
	next, _ := utf8.DecodeRuneInString(later)
	switch {
	case k == id:
		return (before != '-' || !letter(previous)) && (after != '-' || !letter(next))
	case k == when && after == '-':
		return !partOfYear.MatchString(later)
	case k == when && before == '-':
		return to-from > 4 || !monthBefore.MatchString(earlier)
	}
	return true
}

var (
	partOfYear  = regexp.MustCompile(`^[qh]?\d`)
	monthBefore = regexp.MustCompile(`(^|[^\pL\d])\d\d$`)
)

func letter(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// spaced returns a text with spaces for what people put between words, each as
// long as before.
func spaced(text string) string {
	return strings.NewReplacer("_", " ", "-", " ").Replace(text)
}
