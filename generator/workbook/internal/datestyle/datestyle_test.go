package datestyle

import (
	"fmt"
	"strings"
	"testing"

	"tipscore/generator/workbook/internal/xmlscan"
)

func TestIsDateFormat(t *testing.T) {
	for code, want := range map[string]bool{
		"General": false, "GENERAL": false, "Standard": false, "": false, "@": false, "0": false, "0.00": false, "#,##0": false, "0%": false, "0.00E+00": false, "# ?/?": false,
		"yyyy-mm-dd": true, "YYYY-MM-DD": true, `yyyy\-mm\-dd;@`: true, "d/m/yy": true, "mmm yyyy": true, "[$-409]d\\-mmm\\-yyyy;@": true, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": true,
		"h:mm": true, "h:mm AM/PM": true, "ss.0": true, "mm:ss": true, "[h]:mm": true, "[hh]": true, "[mm]:ss": true, "[SS]": true, "[hm]": false,
		`0.0 "days"`: false, `0 "y"`: false, `[Red]#,##0\d`: false, `#,##0_d`: false, `0*d`: false, "[Red]0": false, "[Magenta]0": false, "[$USD] 0": false, "[>=100]0;[Blue]0": false,
		"0;yyyy":      false, // only the first section is for positive numbers
		`"unclosed d`: false, "[unclosed": false, `\`: false, "_": false, `"`: false,
		"yyyy年mm月dd日": true, "e": false, "#,##0.00 [$€-407]": false,
	} {
		if got := isDateFormat(code); got != want {
			t.Errorf("%q is a date: %v, want %v", code, got, want)
		}
	}
}

func TestBuiltInDates(t *testing.T) {
	var dates []string
	for id := range 100 {
		if isBuiltInDate(id) {
			dates = append(dates, fmt.Sprint(id))
		}
	}
	if got, want := strings.Join(dates, " "), "14 15 16 17 18 19 20 21 22 27 28 29 30 31 32 33 34 35 36 45 46 47 50 51 52 53 54 55 56 57 58 71 72 73 74 75 76 77 78 79 80 81"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestReadStyles(t *testing.T) {
	for _, test := range []struct {
		name, xml string
		want      []bool
	}{
		{"none", `<styleSheet/>`, []bool{}},
		{"custom and built-in", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf/><xf numFmtId="x"/></cellXfs></styleSheet>`,
			[]bool{false, true, false, true, false, false}},
		{"a built-in number redefined", `<styleSheet><numFmts><numFmt numFmtId="14" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`, []bool{false}},
		{"formats after the cells", `<styleSheet><cellXfs><xf numFmtId="164"/></cellXfs><numFmts><numFmt numFmtId="164" formatCode="h:mm"/></numFmts></styleSheet>`, []bool{true}},
		{"styles of styles do not count", `<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="1"/></cellXfs><dxfs><dxf><numFmt numFmtId="1" formatCode="yy"/></dxf></dxfs></styleSheet>`, []bool{false}},
	} {
		got, err := Read(xmlscan.New(strings.NewReader(test.xml)))
		if fmt.Sprint(got) != fmt.Sprint(test.want) || err != nil {
			t.Errorf("%s: %v, %v, want %v", test.name, got, err, test.want)
		}
	}
}

func FuzzDateFormat(f *testing.F) {
	for _, seed := range []string{"General", "yyyy-mm-dd", `[$-409]d\-mmm;@`, `0.0 "days"`, "[h]:mm", `"`, "[", `\`, "_", "Gene", "Stand", "東"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, code string) {
		got := isDateFormat(code)
		if got && !strings.ContainsAny(code, "yYmMdDhHsS") {
			t.Errorf("%q is a date without a letter of one", code)
		}
		if !strings.ContainsAny(code, `;"[\_*`) && isDateFormat(code+";0") != got {
			t.Errorf("a second section changes %q", code)
		}
		if quoted := `"` + strings.ReplaceAll(code, `"`, "") + `"`; isDateFormat(quoted) {
			t.Errorf("%s is a date", quoted)
		}
	})
}
