package synthetic

import (
	"fmt"
	"io/fs"

	"tipscore/site"
)

type programmeYAML struct {
	ID            string   `yaml:"id"`
	Framework     string   `yaml:"framework"`
	Title         text     `yaml:"title"`
	Summary       text     `yaml:"summary"`
	Languages     []string `yaml:"languages,flow"`
	Periods       span     `yaml:"periods"`
	Jurisdictions string   `yaml:"jurisdictions"`
	Workbooks     []string `yaml:"workbooks"`
	Map           string   `yaml:"map"`
	Policy        policy   `yaml:"policy"`
	Citation      string   `yaml:"citation"`
	Licence       text     `yaml:"licence"`
	Invented      bool     `yaml:"invented"`
}

type span struct {
	Frequency string `yaml:"frequency"`
	From      string `yaml:"from"`
	To        string `yaml:"to"`
}

type policy struct {
	MinCell int  `yaml:"min_cell"`
	Reason  text `yaml:"reason"`
}

func (p *plan) programme() ([]file, error) {
	return yamlFile("data/"+programmeID+"/programme.yaml", programmeYAML{
		ID: programmeID, Framework: frameworkID, Languages: p.Languages,
		Title:         p.say("Invented districts"),
		Summary:       p.say("%d invented districts over %d quarters, made to measure the program.", len(p.places), p.Quarters),
		Periods:       span{"quarter", period(0), period(p.Quarters - 1)},
		Jurisdictions: "jurisdictions.csv", Map: "map.csv", Workbooks: []string{"workbooks/*.xlsx"},
		Policy:   policy{5, p.say("Invented districts are small.")},
		Citation: "Invented data, made to measure the program.",
		Licence:  p.say("Nobody needs a licence for what is invented."),
		Invented: true,
	})
}

// shipped are the languages that come with the program. The words of others are
// a layer of the project, here a copy of the English ones.
func shipped(lang string) bool {
	_, err := fs.Stat(site.FS, "i18n/"+lang+".yaml")
	return err == nil
}

func (p *plan) words() ([]file, error) {
	var files []file
	for _, lang := range p.Languages {
		if shipped(lang) {
			continue
		}
		for from, to := range map[string]string{
			"i18n/en.yaml": "i18n/" + lang + ".yaml", "content/en/about.md": "content/" + lang + "/about.md",
		} {
			data, err := fs.ReadFile(site.FS, from)
			if err != nil {
				return nil, fmt.Errorf("copy the English words: %w", err)
			}
			files = append(files, file{"site/" + to, data})
		}
	}
	return files, nil
}
