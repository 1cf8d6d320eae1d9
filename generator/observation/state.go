package observation

import (
	"tipscore/generator/observation/internal/choices"
	"tipscore/generator/observation/internal/typed"
)

// State says what kind of answer there is. A missing answer is never zero.
type State uint8

// The states. NotAssessed is also the state of an answer that nobody gave.
const (
	NotAssessed   State = iota // the monitors did not look
	Observed                   // found
	Estimated                  // found, with an estimate in it
	NotAvailable               // asked; it does not exist or was not given
	Withheld                   // the authority refused, or did not answer in time
	NotApplicable              // the jurisdiction has no such duty
	Suppressed                 // known, and hidden for safety
)

// stateIDs returns the states as they stand in cells, by State.
func stateIDs() []string {
	return []string{"not_assessed", "observed", "estimated", "not_available", "withheld", "not_applicable", "suppressed"}
}

// States returns every state, in the order of the constants.
func States() []State {
	out := make([]State, len(stateIDs()))
	for i := range out {
		out[i] = State(i)
	}
	return out
}

// String returns the state as it stands in cells, such as "not_available".
func (s State) String() string {
	if ids := stateIDs(); int(s) < len(ids) {
		return ids[s]
	}
	return "unknown"
}

// StateChoice returns a state as it stands in the drop-down of an entry
// workbook, with what it means.
func StateChoice(s State, words string) string { return choices.Joined(s.String(), words) }

// HasValue reports whether the state comes with a value.
func (s State) HasValue() bool { return s == Observed || s == Estimated }

// parseState reads a state as it is typed: any case, and spaces or hyphens for
// the underscores.
func parseState(s string) (State, bool) {
	k := typed.Key(s)
	for i, id := range stateIDs() {
		if k == typed.Key(id) {
			return State(i), true
		}
	}
	return 0, false
}

// missingHint tells how to say that there is no answer, if that is what the
// text seems to say.
func missingHint(s string) string {
	if st, ok := parseState(s); ok && !st.HasValue() {
		return "leave the value empty and type " + st.String() + " in the column state"
	}
	if hint := typed.BrokenHint(s); hint != "" {
		return hint
	}
	if typed.IsMissingWord(s) {
		return "leave the value empty and type not_available in the column state if you asked in vain, not_assessed if nobody looked"
	}
	return ""
}
