package identity

import (
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/programme"
)

func towns(frequency programme.Frequency) *programme.Programme {
	p := &programme.Programme{
		Jurisdictions: []programme.Jurisdiction{
			{ID: "LAND", Name: indicator.Text{"en": "Landavia"}},
			{ID: "LAND-1", Slug: "millbrook", Name: indicator.Text{"en": "Millbrook"}},
			{ID: "LAND-2", Name: indicator.Text{"en": "Elm", "es": "Puerto Olmo"}},
			{ID: "LAND-3", Name: indicator.Text{"en": "Puerto Olmo Alto"}},
		},
	}
	for _, part := range []int{1, 2} {
		p.Periods = append(p.Periods, programme.Period{Frequency: frequency, Year: 2023 + part, Part: part})
	}
	if frequency == programme.Year {
		p.Periods[1].Part = 1
	}
	return p
}

// A name says what it says only if it can be read in one way.
func TestNames(t *testing.T) {
	quarters, years := newTongue(towns(programme.Quarter)), newTongue(towns(programme.Year))
	for _, c := range []struct {
		name      string
		t         tongue
		j, period int
	}{
		{"LAND-1_2024-Q1", quarters, 1, 0},
		{"land-1 2025q2 FINAL (2)", quarters, 1, 1},
		{"Copy of LAND_2024-Q1 (1)", quarters, 0, 0},
		{"LAND (1) 2024-Q1", quarters, 0, 0},
		{"LAND 1 2024-Q1", quarters, 0, 0},
		{"LAND-9_2024-Q1", quarters, -1, 0},
		{"LAND-2024-Q1", quarters, 0, 0},
		{"LAND-1-2024-Q1-final", quarters, 1, 0},
		{"ISLAND-1_Q1-2024", quarters, -1, 0},
		{"LAND-1_2024-Q12", quarters, 1, -1},
		{"puerto-olmo Q2 2025", quarters, 2, 1},
		{"Puerto Olmo Alto_Q2_2025", quarters, 3, 1},
		{"Millbrook and Elm 2024-Q1", quarters, -1, 0},
		{"LAND-1 Millbrook 2024-Q1 2025-Q2", quarters, 1, -1},
		{"LAND-2 2025", quarters, 2, -1},
		{"LAND-2 2025", years, 2, 1},
		{"LAND-2-2025", years, 2, 1},
		{"LAND-2 05-2025", years, 2, -1},
		{"LAND-2 2025-05-07", years, 2, -1},
		{"LAND-2 20250507", years, 2, -1},
		{"", years, -1, -1},
	} {
		if j, period := c.t.name(c.name); j != c.j || period != c.period {
			t.Errorf("%q: %d %d, want %d %d", c.name, j, period, c.j, c.period)
		}
	}
}

// Every name, however hostile, is read or not, and what is read is there.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"LAND-1_2024-Q1", "-", "\xff-2024", "İLAND-1", "2024-Q1-2024-Q1"} {
		f.Add(s)
	}
	p := towns(programme.Quarter)
	names := newTongue(p)
	f.Fuzz(func(t *testing.T, s string) {
		for _, ask := range []func(string) (int, int){names.name, names.startCell} {
			if j, period := ask(s); j < -1 || j >= len(p.Jurisdictions) || period < -1 || period >= len(p.Periods) {
				t.Errorf("%q: %d %d", s, j, period)
			}
		}
	})
}
