package typed

import (
	"net/url"
	"strings"
)

// IsWebAddress reports whether s may become a link on a public page: http or
// https, a host with a dot in it, and no user name or space.
func IsWebAddress(s string) bool {
	u, err := url.Parse(s)
	if err != nil || u.User != nil || strings.ContainsAny(s, " \t\r\n<>\"\\^`{|}") {
		return false
	}
	scheme := strings.ToLower(u.Scheme)
	return (scheme == "http" || scheme == "https") && strings.Contains(strings.Trim(u.Hostname(), "."), ".")
}

// WebHint tells how to mend an address that only lacks its beginning.
func WebHint(s string) string {
	if !strings.Contains(s, ":") && IsWebAddress("https://"+s) {
		return "type https://" + Cut(s, 120)
	}
	return "copy the address from the address bar of a browser; if the source has none, leave the cell empty"
}
