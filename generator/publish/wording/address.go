package wording

import "strings"

// BasePath returns the path of an absolute address, "/" for none.
func BasePath(base string) string {
	if _, rest, ok := strings.Cut(base, "://"); ok {
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			return rest[i:] + "/"
		}
	}
	return "/"
}
