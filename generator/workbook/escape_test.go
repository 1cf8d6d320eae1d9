package workbook

import "testing"

func TestUnescapeCell(t *testing.T) {
	for in, want := range map[string]string{
		"":                  "",
		"plain_x":           "plain_x",
		"_x0041_":           "A",
		"a_x000A_b":         "a\nb",
		"_x005F_x000A_":     "_x000A_",
		"_x005f_":           "_",
		"_xD83D__xDE00_!":   "😀!",
		"_xD83D__x0041_":    "\uFFFDA",
		"_xD83D_":           "\uFFFD",
		"_x0000__xFFFF_":    "\uFFFD\uFFFD",
		"_x00G1_ _x041_ _x": "_x00G1_ _x041_ _x",
		"_X0041_":           "_X0041_",
		"__x0041__":         "_A_",
		"_x+041_":           "_x+041_",
	} {
		if got := string(unescapeCell([]byte(in))); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
