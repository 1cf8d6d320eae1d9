// Package schemaorg writes what search engines read of a page: JSON-LD with the
// vocabulary of schema.org.
//
//	schemaorg.Dataset{Name: "National policies", Description: "..."}.JSON()
//	// {"@context":"https://schema.org","@type":"Dataset","name":"National policies", ...}
//
// The texts come from workbooks and definitions, and may try to end the script
// that the JSON stands in. The encoder writes every <, > and & as \u003c, \u003e
// and \u0026, so a template may take the result as it is.
package schemaorg

import (
	"encoding/json"
	"html/template"
	"net/url"
	"path"
	"regexp"
)

// Link is a name with an address.
type Link struct{ Name, URL string }

// Dataset is the data of a programme. What is empty is left out.
type Dataset struct {
	Name, Description string
	Page              string // full address of the page, "" if it is not known
	Language, Version string
	Licence, Citation string
	Publisher         string
	First, Last       string // the first and the last period
	Files             []Link // by addresses relative to the page
}

// thing is anything of schema.org: its type and what is said of it.
type thing struct {
	Context     string  `json:"@context,omitempty"`
	Type        string  `json:"@type"`
	Name        string  `json:"name,omitempty"`
	Description string  `json:"description,omitempty"`
	URL         string  `json:"url,omitempty"`
	Language    string  `json:"inLanguage,omitempty"`
	Version     string  `json:"version,omitempty"`
	Citation    string  `json:"citation,omitempty"`
	Text        string  `json:"text,omitempty"`
	License     *thing  `json:"license,omitempty"`
	Publisher   *thing  `json:"publisher,omitempty"`
	Temporal    string  `json:"temporalCoverage,omitempty"`
	Files       []thing `json:"distribution,omitempty"`
	Format      string  `json:"encodingFormat,omitempty"`
	Content     string  `json:"contentUrl,omitempty"`
	Items       []thing `json:"itemListElement,omitempty"`
	Position    int     `json:"position,omitempty"`
	Item        string  `json:"item,omitempty"`
}

const vocabulary = "https://schema.org"

// year is the only kind of period that is also a date of ISO 8601.
var year = regexp.MustCompile(`^[0-9]{4}$`)

// JSON returns the data set as a Dataset of schema.org.
func (d Dataset) JSON() template.JS {
	out := thing{
		Context: vocabulary, Type: "Dataset", Name: d.Name, Description: d.Description, URL: d.Page,
		Language: d.Language, Version: d.Version, Citation: d.Citation,
	}
	if d.Licence != "" {
		out.License = &thing{Type: "CreativeWork", Text: d.Licence}
	}
	if d.Publisher != "" {
		out.Publisher = &thing{Type: "Organization", Name: d.Publisher}
	}
	if year.MatchString(d.First) && year.MatchString(d.Last) {
		out.Temporal = d.First + "/" + d.Last
	}
	for _, f := range d.Files {
		out.Files = append(out.Files, thing{
			Type: "DataDownload", Name: path.Base(f.Name), Format: format(f.Name), Content: absolute(d.Page, f.URL),
		})
	}
	return encode(out)
}

// format returns the media type of a data file (RFC 7111, RFC 8259).
func format(name string) string {
	if path.Ext(name) == ".json" {
		return "application/json"
	}
	return "text/csv"
}

// Breadcrumbs returns the way from the first page to this one, whose full
// address is given, as a BreadcrumbList of schema.org.
func Breadcrumbs(page string, trail []Link) template.JS {
	out := thing{Context: vocabulary, Type: "BreadcrumbList"}
	for i, l := range trail {
		out.Items = append(out.Items, thing{Type: "ListItem", Position: i + 1, Name: l.Name, Item: absolute(page, l.URL)})
	}
	return encode(out)
}

// absolute resolves an address as a browser does. It stays as it is where the
// page's own is not known.
func absolute(page, at string) string {
	base, err := url.Parse(page)
	if err != nil || page == "" {
		return at
	}
	full, err := base.Parse(at)
	if err != nil {
		return at
	}
	return full.String()
}

// encode writes JSON; a struct of texts and numbers always can be.
func encode(t thing) template.JS {
	data, err := json.Marshal(t)
	if err != nil {
		return "{}"
	}
	return template.JS(data)
}
