package observation_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/observation"
)

func readDoc(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// tables returns the tables of a page, each as its rows with the header.
func tables(page string) [][][]string {
	var all [][][]string
	inside := false
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			inside = false
			continue
		}
		if !inside {
			all = append(all, nil)
			inside = true
		}
		if strings.HasPrefix(line, "|---") {
			continue
		}
		var row []string
		for _, cell := range strings.Split(strings.Trim(line, "|"), "|") {
			row = append(row, strings.TrimSpace(cell))
		}
		all[len(all)-1] = append(all[len(all)-1], row)
	}
	return all
}

// firstColumn returns the names in the first column of a table of the page.
func firstColumn(t *testing.T, page [][][]string, number int) []string {
	t.Helper()
	if number >= len(page) {
		t.Fatalf("the page has %d tables", len(page))
	}
	var names []string
	for _, row := range page[number][1:] {
		names = append(names, strings.Trim(row[0], "`"))
	}
	return names
}

// The worked example of docs/workbooks.md is a workbook without findings, and
// its tables name every column and state that there is.
func TestWorkbooksPage(t *testing.T) {
	page := tables(readDoc(t, "workbooks.md"))
	const example, sources, columns, states, sourceColumns = 0, 1, 2, 4, 5
	var b strings.Builder
	for i, name := range []string{"Data", "Sources"} {
		b.WriteString("[" + name + "]\n")
		for _, row := range page[[]int{example, sources}[i]] {
			b.WriteString(strings.Join(row, "|") + "\n")
		}
	}
	book, err := observation.MakeWorkbook(b.String())
	if err != nil {
		t.Fatal(err)
	}
	answers, findings := observation.DecodeFile(t, fstest.MapFS{"book.xlsx": {Data: book}}, "book.xlsx", observation.Demo(t))
	if len(findings) > 0 || len(answers.Observations) != 5 || len(answers.Sources) != 2 {
		t.Errorf("the worked example: %d answers, %d sources\n%s", len(answers.Observations), len(answers.Sources), observation.Print(t, findings))
	}
	if got, want := firstColumn(t, page, columns), observation.AnswerColumns()[1:]; !slices.Equal(got, want) {
		t.Errorf("columns of answers: %q, want %q", got, want)
	}
	if got, want := firstColumn(t, page, sourceColumns), observation.SourceColumns()[1:]; !slices.Equal(got, want) {
		t.Errorf("columns of sources: %q, want %q", got, want)
	}
	var want []string
	for _, s := range observation.States() {
		want = append(want, s.String())
	}
	got := firstColumn(t, page, states)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("states: %q, want %q", got, want)
	}
}
