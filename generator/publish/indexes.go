package publish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"

	"github.com/spf13/afero"
)

// writeIndexes writes what spans the pages of all languages: the door at the
// root, the sitemap and the note to robots.
func (b *build) writeIndexes(out afero.Fs) error {
	if err := writeFile(out, "index.html", b.door()); err != nil {
		return err
	}
	robots := "User-agent: *\nAllow: /\n"
	if b.baseURL != "" {
		robots += "Sitemap: " + b.baseURL + "/sitemap.xml\n"
		if err := writeFile(out, "sitemap.xml", b.sitemap()); err != nil {
			return err
		}
	}
	return writeFile(out, "robots.txt", []byte(robots))
}

// door is the page at the root: it leads on to the first language by itself,
// and offers all of them to a browser that does not follow.
func (b *build) door() []byte {
	var w bytes.Buffer
	first := b.languages[0]
	title := html.EscapeString(first.words["site"])
	fmt.Fprintf(&w, "<!doctype html>\n<html lang=%q dir=%q>\n<head>\n<meta charset=\"utf-8\">\n", first.code, first.words["direction"])
	w.WriteString("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n")
	fmt.Fprintf(&w, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n", title)
	fmt.Fprintf(&w, "<meta http-equiv=\"refresh\" content=\"0; url=%s/\">\n", first.code)
	fmt.Fprintf(&w, "<link rel=\"stylesheet\" href=\"site.css\">\n</head>\n<body>\n<main>\n<h1>%s</h1>\n<ul>\n", title)
	for _, l := range b.languages {
		fmt.Fprintf(&w, "<li><a href=\"%s/\" lang=%q hreflang=%q>%s</a></li>\n", l.code, l.code, l.code, html.EscapeString(l.words["language"]))
	}
	w.WriteString("</ul>\n</main>\n</body>\n</html>\n")
	return w.Bytes()
}

// sitemap lists every page with its languages (sitemaps.org 0.9, with the
// xhtml:link alternates that search engines read).
func (b *build) sitemap() []byte {
	var w bytes.Buffer
	w.WriteString(xml.Header)
	w.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, l := range b.languages {
		for _, p := range l.pages {
			if p.kind == "missing" {
				continue
			}
			fmt.Fprintf(&w, "<url><loc>%s/%s/%s</loc>", b.baseURL, l.code, p.address)
			for _, other := range b.languages {
				fmt.Fprintf(&w, `<xhtml:link rel="alternate" hreflang="%s" href="%s/%s/%s"/>`, other.code, b.baseURL, other.code, p.address)
			}
			w.WriteString("</url>\n")
		}
	}
	w.WriteString("</urlset>\n")
	return w.Bytes()
}
