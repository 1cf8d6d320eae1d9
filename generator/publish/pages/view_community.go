package pages

import (
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/publish/community"
)

// scribe writes for the pages of the community effort.
func (v *View) scribe() community.Scribe {
	e := v.edition()
	return community.Scribe{
		Text: v.text, Word: v.word,
		Place: func(j int) community.Link { return community.Link{Title: v.read.Name(j), URL: v.read.PlaceURL(j)} },
		Indicator: func(i *indicator.Indicator) community.Link {
			return community.Link{Title: v.text(i.Title), URL: v.read.IndicatorURL(i)}
		},
		Register: func(name string) community.Link {
			return community.Link{Title: v.word("register-" + name), URL: v.to(e.ID + "/" + name + "/")}
		},
		Sources: func(ids []observation.SourceID) (links []community.Link) {
			for _, id := range ids {
				if s, public := e.Sources[id]; public {
					links = append(links, community.Link{Title: s.Title, URL: v.to(s.URL)})
				}
			}
			return links
		},
	}
}
