package cli

import "testing"

func TestOnlyAReleaseIsNamedOnTheSite(t *testing.T) {
	for version, want := range map[string]string{
		"v1.2.3":                               "tipscore v1.2.3",
		"v1.2.3-rc.1":                          "tipscore v1.2.3-rc.1",
		"development":                          "tipscore",
		"v0.0.0-20260102030405-0123456789ab":   "tipscore",
		"v1.2.4-0.20260102030405-0123456789ab": "tipscore",
		"v1.2.3-rc.1.0.20260102030405-0123456789ab+dirty": "tipscore",
		"v1.2.3+dirty": "tipscore",
	} {
		if got := toolName(version); got != want {
			t.Errorf("%s: the site says it was made with %q, want %q", version, got, want)
		}
	}
}
