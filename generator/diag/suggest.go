package diag

import "strings"

// Suggest returns the candidate that word was probably meant to be: the
// nearest one at an edit distance (insert, delete, replace, swap neighbours)
// of at most 2, and less than half the word's length. It returns "" when
// nothing is near or when two candidates are equally near, because a wrong
// suggestion is worse than none. Case and surrounding space do not count.
func Suggest(word string, candidates []string) string {
	w := []rune(strings.ToLower(strings.TrimSpace(word)))
	best, bestDistance, tied := "", 3, false
	for _, c := range candidates {
		d := distance(w, []rune(strings.ToLower(c)), bestDistance)
		switch {
		case d < bestDistance:
			best, bestDistance, tied = c, d, false
		case d == bestDistance && c != best:
			tied = true
		}
	}
	if tied || bestDistance > 2 || bestDistance*2 >= max(len(w), 1) && bestDistance > 0 {
		return ""
	}
	return best
}

// DidYouMean returns `did you mean "x"?` for the suggestion, or "".
func DidYouMean(word string, candidates []string) string {
	if s := Suggest(word, candidates); s != "" {
		return `did you mean "` + s + `"?`
	}
	return ""
}

// distance is the optimal string alignment distance of a and b (Damerau 1964,
// restricted to one edit per place): "Yse" and "yes" are 1 apart. It gives up
// and returns limit+1 when the lengths alone differ by more than limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before := make([]int, len(b)+1)
	previous := make([]int, len(b)+1)
	current := make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			current[j] = min(previous[j]+1, current[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
		}
		before, previous, current = previous, current, before
	}
	return previous[len(b)]
}
