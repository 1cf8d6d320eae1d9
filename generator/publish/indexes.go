package publish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"

	"tipscore/generator/publish/pages"
)

// indexes returns the files that span the pages of all languages, by path: the
// door at the root, the note to robots and, if the site's address is known, the
// sitemap.
func indexes(s *pages.Site) map[string][]byte {
	robots := "User-agent: *\nAllow: /\n"
	files := map[string][]byte{"index.html": door(s)}
	if s.BaseURL() != "" {
		robots += "Sitemap: " + s.BaseURL() + "/sitemap.xml\n"
		files["sitemap.xml"] = sitemap(s)
	}
	files["robots.txt"] = []byte(robots)
	return files
}

// door is the page at the root: it leads on to the first language by itself,
// and offers all of them to a browser that does not follow. A site with a single
// programme starts there.
func door(s *pages.Site) []byte {
	var w bytes.Buffer
	first := s.Languages[0]
	title := html.EscapeString(first.Word("site"))
	start := s.Only()
	if start != "" {
		start += "/"
	}
	fmt.Fprintf(&w, "<!doctype html>\n<html lang=%q dir=%q>\n<head>\n<meta charset=\"utf-8\">\n", first.Code, first.Word("direction"))
	w.WriteString("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n")
	fmt.Fprintf(&w, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n", title)
	fmt.Fprintf(&w, "<meta http-equiv=\"refresh\" content=\"0; url=%s/%s\">\n", first.Code, start)
	fmt.Fprintf(&w, "<link rel=\"stylesheet\" href=\"site.css\">\n<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n</head>\n<body>\n<main>\n<h1>%s</h1>\n", title)
	if s.Invented() {
		for _, l := range s.Languages {
			fmt.Fprintf(&w, "<p class=\"invented\" lang=%q>%s</p>\n", l.Code, html.EscapeString(l.Word("invented")))
		}
	}
	w.WriteString("<ul>\n")
	for _, l := range s.Languages {
		fmt.Fprintf(&w, "<li><a href=\"%s/%s\" lang=%q hreflang=%q>%s</a></li>\n", l.Code, start, l.Code, l.Code, html.EscapeString(l.Label()))
	}
	w.WriteString("</ul>\n</main>\n</body>\n</html>\n")
	return w.Bytes()
}

// sitemap lists every page with its languages (sitemaps.org 0.9, with the
// xhtml:link alternates that search engines read).
func sitemap(s *pages.Site) []byte {
	var w bytes.Buffer
	w.WriteString(xml.Header)
	w.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, l := range s.Languages {
		for _, address := range s.Addresses() {
			fmt.Fprintf(&w, "<url><loc>%s/%s/%s</loc>", s.BaseURL(), l.Code, address)
			for _, other := range s.Languages {
				fmt.Fprintf(&w, `<xhtml:link rel="alternate" hreflang="%s" href="%s/%s/%s"/>`, other.Code, s.BaseURL(), other.Code, address)
			}
			w.WriteString("</url>\n")
		}
	}
	w.WriteString("</urlset>\n")
	return w.Bytes()
}
