package observation

import "testing"

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

func TestTyped(t *testing.T) {
	for want, o := range map[string]Observation{
		"4":             {State: Observed, Value: Value{Option: "4"}},
		"12.5":          {State: Estimated, Value: Value{Number: 12.5}},
		"3 / 12":        {State: Observed, Value: Value{Number: 25, Numerator: 3, Denominator: 12, HasParts: true}},
		"2008-02-05":    {State: Observed, Value: Value{Date: Date{Year: 2008, Month: 2, Day: 5}}},
		"1200 DOP":      {State: Observed, Value: Value{Number: 1200, Currency: Currency{'D', 'O', 'P'}}},
		"not_available": {State: NotAvailable},
		"0":             {State: Observed},
	} {
		if got := o.Typed(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
