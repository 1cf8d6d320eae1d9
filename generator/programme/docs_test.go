package programme_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode"
	"tipscore/generator/internal/yamlnode/fixture"
	"tipscore/generator/programme"
)

// page is docs/definitions.md: the rows of the tables by heading. A table
// after text belongs to the heading above it; only its first table counts.
type page map[string][][]string

var (
	heading = regexp.MustCompile(`^##+ (.+)$`)
	example = regexp.MustCompile("(?s)\n`([a-z0-9/.-]+)`\n\n```[a-z]+\n(.*?)```")
)

// readPage reads the documentation.
func readPage(t *testing.T) (page, string) {
	t.Helper()
	data, err := os.ReadFile("../../docs/definitions.md")
	if err != nil {
		t.Fatal(err)
	}
	p := page{}
	name, inTable := "", false
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if m := heading.FindStringSubmatch(line); m != nil {
			name, inTable = m[1], false
		}
		if !strings.HasPrefix(line, "|") {
			inTable = false
			continue
		}
		if !inTable && p[name] != nil {
			continue // a second table
		}
		inTable = true
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i, c := range cells {
			cells[i] = strings.TrimSpace(c)
		}
		p[name] = append(p[name], cells)
	}
	return p, string(data)
}

// rows returns the rows of the table under the heading, without its head.
func (p page) rows(t *testing.T, name string) [][]string {
	t.Helper()
	if len(p[name]) < 3 {
		t.Errorf("docs/definitions.md has no table under %q", name)
		return nil
	}
	return p[name][2:]
}

// describe returns the type of a key as the documentation writes it.
func describe(k yamlnode.Key) string {
	switch {
	case k.Values != nil:
		return string(k.Type) + ": " + strings.Join(k.Values, ", ")
	case k.Range != nil:
		return string(k.Type) + " " + k.Range.String()
	case k.Of != nil:
		return string(k.Type) + " (" + k.Of().Name + ")"
	}
	return string(k.Type)
}

// schemas returns every mapping of the three files.
func schemas() []yamlnode.Mapping {
	return slices.Concat(indicator.FrameworkSchema().All(), indicator.Schema().All(), programme.Schema().All())
}

// TestKeysAreDocumented holds the tables of keys and the loader to each other.
func TestKeysAreDocumented(t *testing.T) {
	p, _ := readPage(t)
	for _, m := range schemas() {
		rows := p.rows(t, m.Name)
		var documented []string
		for _, r := range rows {
			if len(r) != 5 || slices.Contains(r, "") {
				t.Errorf("%s: the row %q has not five cells", m.Name, r)
			}
			documented = append(documented, strings.Trim(r[0], "`"))
		}
		if names := m.Names(); !slices.Equal(documented, names) {
			t.Errorf("%s: documented are\n%v, known are\n%v", m.Name, documented, names)
			continue
		}
		for i, k := range m.Keys {
			if want := describe(k); rows[i][2] != want {
				t.Errorf("%s: the type of %s is documented as %q, want %q", m.Name, k.Name, rows[i][2], want)
			}
			if want := map[bool]string{true: "yes", false: "no"}[k.Required]; rows[i][1] != want {
				t.Errorf("%s: whether %s is required is documented as %q, want %q", m.Name, k.Name, rows[i][1], want)
			}
		}
	}
}

// TestTypesAreDocumented holds the table of types and the schemas to each
// other.
func TestTypesAreDocumented(t *testing.T) {
	p, _ := readPage(t)
	var used, documented []string
	for _, m := range schemas() {
		for _, k := range m.Keys {
			used = append(used, string(k.Type))
		}
	}
	for _, r := range p.rows(t, "Types") {
		documented = append(documented, r[0])
	}
	slices.Sort(used)
	slices.Sort(documented)
	if used = slices.Compact(used); !slices.Equal(used, documented) {
		t.Errorf("documented are\n%v, used are\n%v", documented, used)
	}
}

// TestColumnsAreDocumented holds the tables of columns and the loader to each
// other.
func TestColumnsAreDocumented(t *testing.T) {
	p, _ := readPage(t)
	for name, columns := range map[string]func() (required, optional []string){
		"jurisdictions.csv": programme.JurisdictionColumns,
		"map.csv":           programme.ShapeColumns,
	} {
		documented := map[string][]string{}
		for _, r := range p.rows(t, name) {
			documented[r[1]] = append(documented[r[1]], strings.Trim(r[0], "`"))
		}
		required, optional := columns()
		if !slices.Equal(documented["yes"], required) || !slices.Equal(documented["no"], optional) {
			t.Errorf("%s: documented are %v, known are %v and %v", name, documented, required, optional)
		}
	}
}

// TestReservedNamesAreDocumented holds the list of reserved names and the
// loader to each other.
func TestReservedNamesAreDocumented(t *testing.T) {
	_, text := readPage(t)
	want := "`" + strings.Join(programme.ReservedSlugs(), "`, `") + "`."
	if !strings.Contains(strings.Join(strings.Fields(text), " "), "which are pages of their own: "+want) {
		t.Errorf("the reserved names are not documented as %s", want)
	}
}

// TestRulesAreDocumented holds the table of findings and the source to each
// other.
func TestRulesAreDocumented(t *testing.T) {
	p, _ := readPage(t)
	var documented []string
	for _, r := range p.rows(t, "Findings") {
		documented = append(documented, strings.Trim(r[0], "`"))
	}
	rules := fixture.Rules(t, ".", "../indicator", "../indicator/succession", "../internal/yamlnode")
	if !slices.Equal(documented, rules) {
		t.Errorf("documented are\n%v, in the source are\n%v", documented, rules)
	}
}

// TestExampleLoads holds that the example of the documentation is clean.
func TestExampleLoads(t *testing.T) {
	_, text := readPage(t)
	fsys := fstest.MapFS{"data/example/workbooks/a.xlsx": {}}
	for _, m := range example.FindAllStringSubmatch(text, -1) {
		fsys[m[1]] = &fstest.MapFile{Data: []byte(m[2])}
	}
	f, findings, err := indicator.Load(fsys, "indicators/example")
	if err != nil || len(findings) > 0 || f == nil || len(f.All) != 2 {
		t.Fatalf("framework: %v\n%s", err, fixture.Render(findings))
	}
	p, findings, err := programme.Load(fsys, "data/example", frameworks(fsys))
	if err != nil || len(findings) > 0 || p == nil || len(p.Shapes) != 1 {
		t.Errorf("programme: %v\n%s", err, fixture.Render(findings))
	}
}
