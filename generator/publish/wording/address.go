package wording

import (
	"net/url"
	"strings"
)

// BasePath returns the path of an absolute address, "/" for none.
func BasePath(base string) string {
	if _, rest, ok := strings.Cut(base, "://"); ok {
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			return rest[i:] + "/"
		}
	}
	return "/"
}

// Relative returns the shortest link from a page to a page or a place on it.
// Addresses are folders below the same one: "world/haiti/" and "" for its top.
func Relative(from, to string) string {
	same := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			same = i + 1
		}
	}
	link := strings.Repeat("../", strings.Count(from[same:], "/")) + to[same:]
	if link == "" {
		return "./"
	}
	return link
}

// Report returns the link to a contact: the web page that it is, or a new mail
// to it with a subject (RFC 6068).
func Report(contact, subject string) string {
	if strings.Contains(contact, "://") {
		return contact
	}
	return "mailto:" + contact + "?subject=" + strings.ReplaceAll(url.QueryEscape(subject), "+", "%20")
}
