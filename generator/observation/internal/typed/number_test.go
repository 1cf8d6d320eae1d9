package typed

import (
	"strings"
	"testing"
)

func TestParseNumeral(t *testing.T) {
	tests := []struct {
		in   string
		want float64
		rule string
		hint string // a part of it
	}{
		{"42", 42, "", ""},
		{"-3.5", -3.5, "", ""},
		{"+.5", 0.5, "", ""},
		{"4.", 4, "", ""},
		{"1e3", 1000, "", ""},
		{"1E-2", 0.01, "", ""},
		{"3,5", 0, "comma-decimal", "type 3.5"},
		{"-0,25", 0, "comma-decimal", "type -0.25"},
		{"3,1416", 0, "comma-decimal", "type 3.1416"},
		{"1,234", 0, "thousands-separator", "1234 or, with decimals, 1.234"},
		{"1,757", 0, "thousands-separator", "1757 or, with decimals, 1.757"},
		{"0,234", 0, "comma-decimal", "type 0.234"},
		{"12345,678", 0, "comma-decimal", "type 12345.678"},
		{"1,234,567", 0, "thousands-separator", "type 1234567,"},
		{"1.234.567", 0, "thousands-separator", "type 1234567,"},
		{"1,234.5", 0, "thousands-separator", "type 1234.5,"},
		{"1.234,5", 0, "thousands-separator", "type 1234.5,"},
		{"1,234.567", 0, "thousands-separator", "type 1234.567,"},
		{"1.234.567,89", 0, "thousands-separator", "type 1234567.89,"},
		{"-1 234", 0, "thousands-separator", "type -1234,"},
		{"1 234", 0, "thousands-separator", "type 1234,"},
		{"1'234", 0, "thousands-separator", "type 1234,"},
		{"1,234 567.8", 0, "wrong-type", ""},
		{"1,23,456", 0, "wrong-type", ""},
		{"45,5 %", 0, "comma-decimal", "type 45.5, with a point; leave out"},
		{"12 victims", 0, "wrong-type", "if 12 is the answer, type it alone"},
		{"victims: 12", 0, "wrong-type", "if 12 is the answer, type it alone"},
		{"12 of them 3 men", 0, "wrong-type", "in digits"},
		{"1O", 0, "wrong-type", "in digits"},
		{"~50", 0, "wrong-type", "type 50 alone, and estimated"},
		{"about 50", 0, "wrong-type", "type 50 alone, and estimated"},
		{"unos 50", 0, "wrong-type", "type 50 alone, and estimated"},
		{"ca. 50 persons", 0, "wrong-type", "type 50 alone, and estimated"},
		{"50 (approx.)", 0, "wrong-type", "type 50 alone, and estimated"},
		{"50?", 0, "wrong-type", "type 50 alone, and estimated"},
		{"more than 50", 0, "wrong-type", "not_available if nobody"},
		{"más de 50", 0, "wrong-type", "not_available if nobody"},
		{"50+", 0, "wrong-type", "not_available if nobody"},
		{"entre 5 y 10", 0, "wrong-type", "range"},
		{"3/12", 0, "wrong-type", "3 in the column numerator and 12 in the column denominator"},
		{"１２", 0, "wrong-type", "type 12 again"},
		{"−5", 0, "wrong-type", "type -5 again"},
		{"#REF!", 0, "wrong-type", "in digits"},
		{"none", 0, "wrong-type", "type 0 if somebody counted"},
		{"45%", 0, "wrong-type", "type 45, without"},
		{"45 %", 0, "wrong-type", "type 45, without"},
		{"<5", 0, "wrong-type", "suppressed"},
		{"5-10", 0, "wrong-type", "range"},
		{"NaN", 0, "wrong-type", ""},
		{"Inf", 0, "wrong-type", ""},
		{"0x1p4", 0, "wrong-type", ""},
		{"1_000", 0, "wrong-type", ""},
		{"", 0, "wrong-type", ""},
		{"twelve", 0, "wrong-type", ""},
		{"1e999", 0, "out-of-range", ""},
		{strings.Repeat("9", 41), 0, "wrong-type", ""},
	}
	for _, tt := range tests {
		got := ParseNumeral(tt.in)
		if got.Value != tt.want || got.Rule != tt.rule || !strings.Contains(got.Hint, tt.hint) {
			t.Errorf("ParseNumeral(%q) = %+v, want %v %q %q", tt.in, got, tt.want, tt.rule, tt.hint)
		}
	}
}

func TestAgrees(t *testing.T) {
	tests := []struct {
		typed, quotient float64
		want            bool
	}{
		{33, 100.0 / 3, true},
		{33.3, 100.0 / 3, true},
		{33.33, 100.0 / 3, true},
		{33.4, 100.0 / 3, false},
		{34, 100.0 / 3, false},
		{25, 25, true},
		{0.5, 0.5, true},
		{12.5, 12.45, true}, // half up
	}
	for _, tt := range tests {
		if got := Agrees(tt.typed, tt.quotient); got != tt.want {
			t.Errorf("Agrees(%v, %v) = %v", tt.typed, tt.quotient, got)
		}
	}
}

// A point before three digits may stand between the thousands.
func TestPointedGroup(t *testing.T) {
	for in, want := range map[string]bool{"1.757": true, "-12.000": true, "0.757": false, "1757.123": false, "1.75": false, "1,757": false} {
		if hint, ok := PointedGroup(in); ok != want || ok != strings.Contains(hint, "with decimals") {
			t.Errorf("%q: %v %q", in, ok, hint)
		}
	}
}
