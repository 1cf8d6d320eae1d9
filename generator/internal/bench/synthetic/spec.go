package synthetic

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// Spec is the size of a project.
type Spec struct {
	Jurisdictions int
	Indicators    int
	Quarters      int
	Languages     []string // the first one is "en"
	OneWorkbook   bool     // all answers in one workbook instead of one for every four quarters
	Shared        bool     // workbooks as a spreadsheet program saves them, not as tipscore writes them
}

// The names in the project.
const (
	frameworkID = "synthetic"
	programmeID = "districts"
	firstYear   = 2015
	perYear     = 4
)

// Answers returns how many rows the workbooks hold together.
func (s Spec) Answers() int { return s.Jurisdictions * s.Indicators * s.Quarters }

// Workbooks returns the files with the answers, relative to the project.
func (s Spec) Workbooks() []string {
	var names []string
	for first := 0; first < s.Quarters; first += s.perWorkbook() {
		name := fmt.Sprintf("%d.xlsx", firstYear+first/perYear)
		names = append(names, "data/"+programmeID+"/workbooks/"+name)
	}
	return names
}

func (s Spec) perWorkbook() int {
	if s.OneWorkbook {
		return s.Quarters
	}
	return perYear
}

// Write writes the project into the folder.
func (s Spec) Write(dir string) error {
	p := newPlan(s)
	files, err := p.definitions()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := write(dir, f); err != nil {
			return err
		}
	}
	for i, name := range s.Workbooks() {
		var b bytes.Buffer
		first := i * s.perWorkbook()
		if err := p.writeAnswers(&b, first, min(first+s.perWorkbook(), s.Quarters)); err != nil {
			return fmt.Errorf("make %s: %w", name, err)
		}
		if err := write(dir, file{name, b.Bytes()}); err != nil {
			return err
		}
	}
	return nil
}

// file is one file of the project, by its path in it.
type file struct {
	name string
	data []byte
}

func write(dir string, f file) error {
	name := filepath.Join(dir, filepath.FromSlash(f.name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("make the folder of %s: %w", f.name, err)
	}
	if err := os.WriteFile(name, f.data, 0o666); err != nil {
		return fmt.Errorf("write %s: %w", f.name, err)
	}
	return nil
}

// plan is a project with its names and questions.
type plan struct {
	Spec
	places    []place
	questions []question
}

func newPlan(s Spec) *plan {
	return &plan{Spec: s, places: newPlaces(s.Jurisdictions), questions: newQuestions(s.Indicators)}
}

// period returns the quarter with the index, as it is typed.
func period(t int) string { return fmt.Sprintf("%d-Q%d", firstYear+t/perYear, 1+t%perYear) }

// definitions returns every file but the workbooks.
func (p *plan) definitions() ([]file, error) {
	files := []file{p.jurisdictions(), p.outlines()}
	for _, make := range []func() ([]file, error){p.framework, p.indicators, p.programme, p.words} {
		made, err := make()
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}
