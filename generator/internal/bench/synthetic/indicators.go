package synthetic

import (
	"tipscore/generator/indicator"
)

type indicatorYAML struct {
	ID          string         `yaml:"id"`
	Version     int            `yaml:"version"`
	Parent      string         `yaml:"parent"`
	Title       text           `yaml:"title"`
	Question    text           `yaml:"question"`
	Why         text           `yaml:"why"`
	How         text           `yaml:"how"`
	Levels      []string       `yaml:"levels,flow"`
	Actor       string         `yaml:"actor"`
	Dimension   string         `yaml:"dimension"`
	Type        string         `yaml:"type"`
	Unit        text           `yaml:"unit,omitempty"`
	Numerator   text           `yaml:"numerator,omitempty"`
	Denominator text           `yaml:"denominator,omitempty"`
	Direction   string         `yaml:"direction"`
	Weight      int            `yaml:"weight,omitempty"`
	Options     []optionYAML   `yaml:"options,omitempty"`
	Goalposts   *goalpostsYAML `yaml:"goalposts,omitempty"`
	Evidence    evidenceYAML   `yaml:"evidence"`
	Suppression string         `yaml:"suppression"`
}

type optionYAML struct {
	ID    string   `yaml:"id"`
	Score *float64 `yaml:"score,omitempty"`
	Title text     `yaml:"title"`
	Text  text     `yaml:"text"`
}

type goalpostsYAML struct {
	Low           float64 `yaml:"low"`
	High          float64 `yaml:"high"`
	Justification text    `yaml:"justification"`
}

type evidenceYAML struct {
	MinSources int  `yaml:"min_sources"`
	Rule       text `yaml:"rule"`
}

func (p *plan) indicators() ([]file, error) {
	var files []file
	for _, q := range p.questions {
		made, err := yamlFile("indicators/"+frameworkID+"/"+q.parent()+"/"+q.id()+".yaml", p.define(q))
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}

// define writes the definition of a question, with texts as long as those of
// real ones.
func (p *plan) define(q question) indicatorYAML {
	n := q.number + 1
	d := indicatorYAML{
		ID: q.id(), Version: 1, Parent: q.parent(), Type: string(q.kind),
		Title:    p.say("Invented duty %d", n),
		Question: p.say("How far did the district do what duty number %d asks in this quarter?", n),
		Why: p.say("Duty number %d is invented. A real text at this place tells in two or three sentences why the question "+
			"matters to the people whom it is about, and which rule of law it rests on.", n),
		How: p.say("Ask the office of the district for the quarterly list of duty number %d and compare it with what the "+
			"register says. Where the two differ, take the register and note the difference. A real text at this place "+
			"tells monitors step by step where to look and what to do when they are refused.", n),
		Levels: []string{"district"}, Actor: "context", Dimension: "process", Direction: "none", Suppression: "none",
		Evidence: evidenceYAML{1, p.say("The list of the district or the page of the register.")},
	}
	switch q.kind {
	case indicator.Count:
		d.Unit = p.say("lists")
	case indicator.Days:
		d.Unit = p.say("days")
	case indicator.Percent, indicator.Ratio, indicator.Rate:
		d.Unit, d.Numerator, d.Denominator = p.say("lists"), p.say("lists that are complete"), p.say("all lists")
	}
	if q.kind == indicator.Count && !q.scored() {
		d.Suppression = "people"
	}
	if q.scored() {
		d.Actor, d.Direction, d.Weight = "government", "up", 1+n%3
	}
	p.addScale(&d, q)
	return d
}

// addScale adds the options or the goalposts.
func (p *plan) addScale(d *indicatorYAML, q question) {
	options := q.options()
	for i, id := range options {
		o := optionYAML{
			ID: id, Title: p.say("Step %s of duty %d", id, q.number+1),
			Text: p.say("The district has done what step %s of the invented duty asks, and the register shows it.", id),
		}
		if q.scored() {
			score := 100 * float64(i) / float64(len(options)-1)
			o.Score = &score
		}
		d.Options = append(d.Options, o)
	}
	if q.scored() && len(options) == 0 {
		d.Goalposts = &goalpostsYAML{0, q.high(), p.say("Invented bounds that nearly all invented numbers keep to.")}
	}
}
