package observation

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
		{"1,234", 0, "thousands-separator", "type 1234, or 1.234"},
		{"1,234,567", 0, "thousands-separator", ""},
		{"1,234.5", 0, "thousands-separator", ""},
		{"1.234,5", 0, "thousands-separator", ""},
		{"1 234", 0, "thousands-separator", ""},
		{"1'234", 0, "thousands-separator", ""},
		{"45%", 0, "wrong-type", "type 45, without"},
		{"45 %", 0, "wrong-type", "type 45, without"},
		{"<5", 0, "wrong-type", "suppressed"},
		{"5-10", 0, "wrong-type", "range"},
		{"n/a", 0, "wrong-type", "not_available or"},
		{"Not available", 0, "wrong-type", "type not_available in"},
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
		got := parseNumeral(tt.in)
		if got.value != tt.want || got.rule != tt.rule || !strings.Contains(got.hint, tt.hint) {
			t.Errorf("parseNumeral(%q) = %+v, want %v %q %q", tt.in, got, tt.want, tt.rule, tt.hint)
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
		if got := agrees(tt.typed, tt.quotient); got != tt.want {
			t.Errorf("agrees(%v, %v) = %v", tt.typed, tt.quotient, got)
		}
	}
}

func TestParseState(t *testing.T) {
	for _, s := range States() {
		if got, ok := parseState(s.String()); !ok || got != s {
			t.Errorf("%v read as %v", s, got)
		}
	}
	for _, s := range []string{"Not available", "not-available", "NOT_AVAILABLE"} {
		if got, ok := parseState(s); !ok || got != NotAvailable {
			t.Errorf("%q read as %v, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "missing", "not"} {
		if got, ok := parseState(s); ok {
			t.Errorf("%q read as %v", s, got)
		}
	}
	if State(200).String() != "unknown" {
		t.Error("a state out of range has a name")
	}
}

func TestParseISO(t *testing.T) {
	for in, want := range map[string]bool{
		"2008-02-05": true, "2008-02-29": true, "2000-02-29": true, "1999-12-31": true,
		"2007-02-29": false, "1900-02-29": false, "2008-13-01": false, "2008-04-31": false,
		"2008-00-10": false, "2008-01-00": false, "0000-01-01": false,
		"2008-2-5": false, "2008/02/05": false, "2008-02": false, "5/2/2008": false, "": false, "2008-02-0x": false,
	} {
		got, ok := parseISO(in)
		if ok != want || ok && got.String() != in {
			t.Errorf("parseISO(%q) = %v, %v", in, got, ok)
		}
	}
	a, b := Date{2008, 2, 5}, Date{2008, 10, 1}
	if a.Compare(b) != -1 || b.Compare(a) != 1 || a.Compare(a) != 0 || !(Date{}).IsZero() || (Date{}).String() != "" {
		t.Error("dates do not order")
	}
}

func TestTyped(t *testing.T) {
	for want, o := range map[string]Observation{
		"4":             {State: Observed, Value: Value{Option: "4"}},
		"12.5":          {State: Estimated, Value: Value{Number: 12.5}},
		"3 / 12":        {State: Observed, Value: Value{Number: 25, Numerator: 3, Denominator: 12, HasParts: true}},
		"2008-02-05":    {State: Observed, Value: Value{Date: Date{2008, 2, 5}}},
		"1200 DOP":      {State: Observed, Value: Value{Number: 1200, Currency: Currency{'D', 'O', 'P'}}},
		"not_available": {State: NotAvailable},
		"0":             {State: Observed},
	} {
		if got := o.Typed(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
