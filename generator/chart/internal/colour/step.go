package colour

// Spread maps step i of n, from 0, to the five colours from 1 to 5, so that the
// ends of the palette stay its ends. Worked number: i = 1 of n = 4 is
// (1*4 + 1) / 3 = 1 whole, so colour 2 of 1, 2, 4, 5.
func Spread(i, n int) int { return 1 + (i*4+(n-1)/2)/(n-1) }

// StepClass returns the class of a step.
func StepClass(step int) string {
	return [...]string{"c-step-1", "c-step-2", "c-step-3", "c-step-4", "c-step-5"}[Clamp(step)-1]
}

// OnClass returns the class of a text on a step.
func OnClass(step int) string {
	return [...]string{"c-on-1", "c-on-2", "c-on-3", "c-on-4", "c-on-5"}[Clamp(step)-1]
}

// Clamp returns the step, or the nearest that there is.
func Clamp(step int) int { return max(1, min(5, step)) }
