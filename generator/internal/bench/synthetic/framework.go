package synthetic

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// text is a text by language.
type text map[string]string

// say returns a text in all languages of the plan. The words are English in
// each: what is measured is how much there is to read and to write, and a
// translation that nobody made would be pretended.
func (p *plan) say(format string, args ...any) text {
	t, words := text{}, fmt.Sprintf(format, args...)
	for i, lang := range p.Languages {
		t[lang] = words
		if i > 0 {
			t[lang] = words + " (" + lang + ")"
		}
	}
	return t
}

type frameworkYAML struct {
	ID        string         `yaml:"id"`
	Version   string         `yaml:"version"`
	Languages []string       `yaml:"languages,flow"`
	Title     text           `yaml:"title"`
	Summary   text           `yaml:"summary"`
	Levels    []namedYAML    `yaml:"levels"`
	Rounding  map[string]int `yaml:"rounding"`
	Ranking   map[string]int `yaml:"ranking"`
	Trend     map[string]int `yaml:"trend"`
	Bands     []namedYAML    `yaml:"bands"`
	Tree      nodeYAML       `yaml:"tree"`
	Context   []namedYAML    `yaml:"context,omitempty"`
}

// namedYAML is a level, a band or a context group.
type namedYAML struct {
	ID      string `yaml:"id"`
	From    *int   `yaml:"from,omitempty"`
	Title   text   `yaml:"title"`
	Summary text   `yaml:"summary,omitempty"`
}

type nodeYAML struct {
	ID        string     `yaml:"id,omitempty"`
	Title     text       `yaml:"title"`
	Summary   text       `yaml:"summary,omitempty"`
	Weight    int        `yaml:"weight,omitempty"`
	Aggregate string     `yaml:"aggregate,omitempty"`
	Coverage  float64    `yaml:"coverage,omitempty"`
	Nodes     []nodeYAML `yaml:"nodes,omitempty"`
}

func (p *plan) framework() ([]file, error) {
	f := frameworkYAML{
		ID: frameworkID, Version: "1.0", Languages: p.Languages,
		Title:    p.say("Invented framework"),
		Summary:  p.say("An invented framework of %d questions, made to measure the program. It describes no real government.", len(p.questions)),
		Levels:   []namedYAML{{ID: "district", Title: p.say("District")}},
		Rounding: map[string]int{"decimals": 1},
		Ranking:  map[string]int{"minimum": 5},
		Trend:    map[string]int{"threshold": 5},
		Tree:     nodeYAML{Title: p.say("Overall score"), Aggregate: "arithmetic", Coverage: 0.6},
	}
	for i, name := range []string{"very little action", "little action", "some action", "much action", "very much action"} {
		from := 20 * i
		f.Bands = append(f.Bands, namedYAML{ID: fmt.Sprintf("band-%d", i+1), From: &from, Title: p.say("%s", name)})
	}
	for _, q := range p.questions {
		p.placeQuestion(&f, q)
	}
	return yamlFile("indicators/"+frameworkID+"/framework.yaml", f)
}

// placeQuestion adds the pillar, theme or group that a question stands under,
// if it is the first one there.
func (p *plan) placeQuestion(f *frameworkYAML, q question) {
	if !q.scored() {
		if n := len(f.Context); n == 0 || f.Context[n-1].ID != q.parent() {
			f.Context = append(f.Context, namedYAML{
				ID: q.parent(), Title: p.say("Invented context %d", len(f.Context)+1),
				Summary: p.say("What stands here is shown and never scored."),
			})
		}
		return
	}
	pillars := &f.Tree.Nodes
	if n := len(*pillars); n == 0 || (*pillars)[n-1].ID != q.pillar() {
		*pillars = append(*pillars, nodeYAML{
			ID: q.pillar(), Weight: 1 + n%2, Title: p.say("Invented pillar %d", n+1),
			Summary: p.say("Does the district do what the invented rule number %d asks of it?", n+1),
		})
	}
	pillar := &(*pillars)[len(*pillars)-1]
	if n := len(pillar.Nodes); n == 0 || pillar.Nodes[n-1].ID != q.parent() {
		pillar.Nodes = append(pillar.Nodes, nodeYAML{
			ID: q.parent(), Title: p.say("Invented theme %d.%d", len(*pillars), n+1),
			Summary: p.say("The part of the rule that speaks of duty number %d.", n+1),
		})
	}
}

// yamlFile writes a definition.
func yamlFile(name string, content any) ([]file, error) {
	data, err := yaml.Marshal(content)
	if err != nil {
		return nil, fmt.Errorf("make %s: %w", name, err)
	}
	note := "# Invented, to measure the program. No real government is described here.\n"
	return []file{{name, append([]byte(note), data...)}}, nil
}
