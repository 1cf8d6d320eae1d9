package observation

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

// HasValue reports whether the state comes with a value.
func (s State) HasValue() bool { return s == Observed || s == Estimated }

// parseState reads a state as it is typed: any case, and spaces or hyphens for
// the underscores.
func parseState(s string) (State, bool) {
	k := key(s)
	for i, id := range stateIDs() {
		if k == key(id) {
			return State(i), true
		}
	}
	return 0, false
}
