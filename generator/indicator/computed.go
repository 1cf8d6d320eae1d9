package indicator

import "tipscore/generator/diag"

// Computed says how a programme's register gives the answer to an indicator:
// a value, or a numerator and a denominator, each a measure of the register.
//
//	computed: {register: trainings, numerator: passed, denominator: sat}
type Computed struct {
	Register    string
	Value       string
	Numerator   string
	Denominator string
	Sectors     []string // trainings only: the sectors that count; nil for all
	Pos         diag.Pos
}

// measures returns what can be counted in each register. Package observation
// reads the registers, and says how each measure is made.
func measures() map[string][]string {
	return map[string][]string{
		"campaigns":   {"campaigns"},
		"commitments": {}, // belong to no period
		"meetings":    {"actions-done", "actions-due", "held", "planned", "sectors-listed", "sectors-present", "with-decision-maker", "with-minutes"},
		"trainings":   {"participants", "passed", "sat", "sessions"},
	}
}

// Measures returns the names of what can be counted in a register, sorted.
func Measures(register string) []string { return measures()[register] }

// Sectors returns the words for the sectors that people in trainings and
// meetings belong to.
func Sectors() []string {
	return []string{
		"police", "prosecutors", "judges", "justice", "labour", "border", "health", "schools", "social-services",
		"child-protection", "ngo", "survivors", "community", "faith", "employers", "media", "other",
	}
}

// TableSectors returns the ten sectors that belong at the table of a working
// group.
func TableSectors() []string {
	return []string{
		"police", "prosecutors", "labour", "health", "schools", "social-services", "child-protection", "ngo", "survivors", "community",
	}
}
