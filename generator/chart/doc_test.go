package chart

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// documented tells whether a class stands in the package comment, by itself or
// in a family written as "c-step-1 ... c-step-5".
func documented(t *testing.T, class string) bool {
	t.Helper()
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	text := string(doc)
	if regexp.MustCompile(`(?m)\b` + regexp.QuoteMeta(class) + `(?:[,;. ]|$)`).MatchString(text) {
		return true
	}
	family := regexp.MustCompile(`\d+$`).ReplaceAllString(class, "")
	return family != class && (strings.Contains(text, family+"1 ...") || strings.Contains(text, family+"2 ...") || strings.Contains(text, family+"N"))
}
