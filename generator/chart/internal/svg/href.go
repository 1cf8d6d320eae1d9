package svg

import "strings"

// SafeHref returns an address that cannot run a script, or "".
func SafeHref(href string) string {
	colon := strings.IndexByte(href, ':')
	if colon < 0 || strings.ContainsAny(href[:colon], "/?#") {
		return href
	}
	scheme := strings.ToLower(href[:colon])
	if scheme == "http" || scheme == "https" {
		return href
	}
	return ""
}
