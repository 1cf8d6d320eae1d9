package register_test

import (
	"os"
	"strings"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation/register"
)

// docs/workbooks.md names every column and every word of every register.
func TestColumnsAreDocumented(t *testing.T) {
	data, err := os.ReadFile("../../../docs/workbooks.md")
	if err != nil {
		t.Fatal(err)
	}
	_, page, found := strings.Cut(string(data), "## Registers")
	if !found {
		t.Fatal("docs/workbooks.md has no section about registers")
	}
	for _, name := range indicator.Registers() {
		for _, column := range register.Columns(name) {
			if !strings.Contains(page, "`"+column.Name+"`") {
				t.Errorf("the column %s of %s is not documented", column.Name, name)
			}
			for _, w := range column.Words {
				if !strings.Contains(page, w) {
					t.Errorf("the word %s of %s is not documented", w, column.Name)
				}
			}
		}
	}
}
