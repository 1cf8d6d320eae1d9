package wording

import "html/template"

// Link is a name with an address.
type Link struct{ Title, URL string }

// HTML returns the finished link. A site has millions of links in the rows of its
// tables, and a template takes four steps for each.
func (l Link) HTML() template.HTML {
	return template.HTML(`<a href="` + template.HTMLEscapeString(l.URL) + `">` + template.HTMLEscapeString(l.Title) + `</a>`)
}

// Links returns finished links with semicolons between them.
func Links(list []Link) template.HTML {
	var out template.HTML
	for k, l := range list {
		if k > 0 {
			out += "; "
		}
		out += l.HTML()
	}
	return out
}
