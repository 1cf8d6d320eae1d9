package pages

import (
	"html/template"
	"slices"

	"tipscore/generator/publish/schemaorg"
	"tipscore/generator/publish/wording"
)

// reports returns where errors on the page are reported: to the page's programme,
// or above programmes to each of them.
func (v *View) reports() (out []Link) {
	address := v.Canonical
	if address == "" {
		address = v.Language + "/" + v.page.Address
	}
	for i, e := range v.site.programmes {
		if c := e.Def.Contact; c != "" && (v.page.Programme == i || v.page.Programme < 0) {
			out = append(out, Link{Title: c, URL: wording.Report(c, v.phrase("report-subject", "page", address))})
		}
	}
	return slices.Compact(out)
}

// linked tells search engines where the page stands and, on the page of the
// downloads, which data there are.
func (v *View) linked() (out []template.JS) {
	if v.Canonical != "" && len(v.Crumbs) > 0 {
		var trail []schemaorg.Link
		for _, c := range append(slices.Clone(v.Crumbs), Link{Title: v.Title, URL: v.Canonical}) {
			trail = append(trail, schemaorg.Link{Name: c.Title, URL: c.URL})
		}
		out = append(out, schemaorg.Breadcrumbs(v.Canonical, trail))
	}
	if v.Data != nil {
		periods := v.edition().Def.Periods
		d := schemaorg.Dataset{
			Name: v.Head.Title, Description: v.Head.Summary, Page: v.Canonical, Language: v.Language, Version: v.ReleaseID,
			Licence: v.Head.Licence, Citation: v.Head.Citation, Publisher: v.Head.Publisher,
			First: periods[0].String(), Last: periods[len(periods)-1].String(),
		}
		if v.Invented {
			d.Description = v.word("invented") + " " + d.Description
		}
		for _, f := range v.Data.Files {
			d.Files = append(d.Files, schemaorg.Link{Name: f.Name, URL: f.URL})
		}
		out = append(out, d.JSON())
	}
	return out
}
