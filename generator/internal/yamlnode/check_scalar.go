package yamlnode

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tipscore/generator/diag"
)

// language is the type of one item of [Languages].
const language Type = "language"

var (
	idShape       = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	mailbox       = regexp.MustCompile(`^[A-Za-z0-9._+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}(-[a-z0-9]{2,8})*$`)
)

// MaxID is the length of the longest id: ids become names of files and sheets.
const MaxID = 64

// IsID reports whether s has the shape of an id.
func IsID(s string) bool { return len(s) <= MaxID && idShape.MatchString(s) }

// scalar holds a single value against its key.
func (c *Checker) scalar(v Value, k Key) {
	if !v.isScalar() {
		c.wrongType(v, strconv.Quote(k.Name), k.Type, "")
		return
	}
	s := v.String()
	if s == "" && k.Type != URL {
		d := v.Finding("empty-value", fmt.Sprintf("%q is empty", k.Name))
		d.Expected = k.expected()
		c.Findings.Add(d)
		return
	}
	if c.control(v, k.Name, false) {
		return
	}
	switch {
	case k.Type == ID && !IsID(s):
		d := v.Finding("id-shape", fmt.Sprintf("%q is not an id", s))
		d.Expected = fmt.Sprintf("lower-case letters a to z, digits and hyphens, at most %d", MaxID)
		c.Findings.Add(d)
	case k.Type == language && !languageShape.MatchString(s):
		d := v.Finding("language-code", fmt.Sprintf("%q is not the code of a language", s))
		d.Expected = `a code in lower case, such as "en", "es" or "zh-hant"`
		c.Findings.Add(d)
	case k.Type == URL && !isWeb(s):
		d := v.Finding("address", fmt.Sprintf("%q is not the address of a web page", s))
		d.Expected = "an address that begins with https:// or http://, or nothing"
		c.Findings.Add(d)
	case k.Type == Contact && !isContact(s):
		d := v.Finding("address", fmt.Sprintf("%q is neither an e-mail address nor the address of a web page", s))
		d.Expected = "an address such as errors@example.org or https://example.org/contact"
		c.Findings.Add(d)
	case k.Values != nil && !slices.Contains(k.Values, s):
		d := v.Finding("unknown-value", fmt.Sprintf("%q is not a value of %q", s, k.Name))
		d.Expected = strings.Join(k.Values, ", ")
		d.Hint = diag.DidYouMean(s, k.Values)
		c.Findings.Add(d)
	}
}

// isContact reports whether the text is a plain e-mail address, as forms of web
// pages accept it, or an address that begins with https.
func isContact(s string) bool {
	return mailbox.MatchString(s) || strings.HasPrefix(s, "https://") && isWeb(s)
}

// isWeb reports whether s may stand in a link: empty, or http(s) with a host
// and without spaces or characters that end an attribute.
func isWeb(s string) bool {
	if s == "" {
		return true
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil &&
		!strings.ContainsAny(s, " \t\n\"'<>\\`")
}

// control finds a control character in a text. Line breaks and tabs may stand
// where lines may.
func (c *Checker) control(v Value, name string, lines bool) bool {
	for _, r := range v.String() {
		switch {
		case r == '\n' && !lines:
			d := v.Finding("line-break", fmt.Sprintf("%q has more than one line", name))
			d.Hint = "write it on one line"
			c.Findings.Add(d)
			return true
		case IsControl(r) && r != '\n' && (r != '\t' || !lines):
			d := v.Finding("control-character", fmt.Sprintf("the control character U+%04X stands in %q", r, name))
			d.Hint = "delete it; it is invisible in most editors"
			c.Findings.Add(d)
			return true
		}
	}
	return false
}

// describe says what a value is, for a message.
func (v Value) describe() string {
	switch {
	case v.isMapping():
		return "a mapping"
	case v.isList():
		return "a list"
	case v.isNull():
		return "empty"
	case v.isPlain():
		return strconv.Quote(short(v.node.Value))
	}
	return "the text " + strconv.Quote(short(v.node.Value))
}

// short keeps a message on one line.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}

// expected says what a key wants.
func (k Key) expected() string {
	switch {
	case k.Values != nil:
		return strings.Join(k.Values, ", ")
	case k.Range != nil:
		return string(k.Type) + " " + k.Range.String()
	}
	return string(k.Type)
}

// String returns the range in words: "from 0 to 100", "above 0".
func (r Range) String() string {
	low, high := strconv.FormatFloat(r.Low, 'f', -1, 64), strconv.FormatFloat(r.High, 'f', -1, 64)
	if r.Above {
		return "above " + low + ", at most " + high
	}
	return "from " + low + " to " + high
}
