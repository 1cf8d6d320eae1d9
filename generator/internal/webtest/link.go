package webtest

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// notes are what remains of a page when it has been read: what links between
// pages need.
type notes struct {
	page, lang, title string
	ids               map[string]bool
	links             []link
}

// link is a link from a page, resolved.
type link struct {
	element  string // the start tag, for messages
	target   string // path of the file in the site, "" if it leads out of it
	fragment string
	lang     string // hreflang
	slash    bool   // the address lacks the slash that a folder needs
	resource bool   // loaded by itself
}

// note collects the links of a page, and reports those that no site could
// have.
func (p *page) note(o Options) notes {
	c := &collector{page: p, site: strings.TrimSuffix(o.BaseURL, "/"), base: basePath(o.BaseURL)}
	c.notes = notes{page: p.name, lang: value(p.elements[0], "lang"), ids: map[string]bool{}}
	for id := range p.byID {
		c.ids[id] = true
	}
	for _, t := range p.all("title") {
		if t.Namespace == "" {
			c.title = text(t)
		}
	}
	for _, e := range p.elements {
		c.collect(e)
	}
	return c.notes
}

// collector gathers the links of a page.
type collector struct {
	page *page
	site string // address of the site without a slash at its end, "" if unknown
	base string // its path on the server, with a slash at both ends
	notes
}

// collect adds what an element loads or leads to.
func (c *collector) collect(e *html.Node) {
	loaded := resources(e)
	for _, at := range loaded {
		c.add(e, at, true)
	}
	at, ok := attribute(e, "href")
	if !ok {
		at, ok = attribute(e, "xlink:href")
	}
	switch {
	case len(loaded) > 0:
	case ok && (e.Data == "a" || e.Data == "area" || e.Data == "link"):
		c.add(e, at, false)
	case e.Data == "a":
		c.page.report("link", "%s has no address", tag(e))
	case e.Data == "meta" && strings.EqualFold(value(e, "http-equiv"), "refresh"):
		if _, at, ok := strings.Cut(value(e, "content"), "url="); ok {
			c.add(e, at, false)
		}
	}
}

// add resolves an address as a browser does and notes where in the site it
// leads. Addresses of other sites are left alone: nothing is fetched.
func (c *collector) add(e *html.Node, at string, resource bool) {
	if c.site != "" && strings.HasPrefix(at+"/", c.site+"/") {
		at = c.base + strings.TrimPrefix(at[len(c.site):], "/")
	} else if strings.HasPrefix(at, "/") && !strings.HasPrefix(at, "//") && path.Base(c.page.name) != "404.html" {
		c.page.report("link", "%s starts at the top of the server; the site may lie in a folder", tag(e))
	}
	u, err := url.Parse(at)
	switch {
	case err != nil:
		c.page.report("link", "%s has an address that cannot be read: %v", tag(e), err)
		return
	case u.Scheme == "mailto", u.Host != "", resource && u.Scheme == "data":
		return
	case u.Scheme == "http", u.Scheme == "https":
		c.page.report("link", "%s leads nowhere", tag(e))
		return
	case u.Scheme != "":
		c.page.report("link", "%s has the scheme %q", tag(e), u.Scheme)
		return
	}
	l := link{element: tag(e), target: c.page.name, fragment: u.Fragment, lang: value(e, "hreflang"), resource: resource}
	if u.Path != "" {
		base := &url.URL{Path: c.base + strings.TrimPrefix(c.page.address(), "/")}
		inside, ok := strings.CutPrefix(base.ResolveReference(u).Path, c.base)
		if !ok {
			c.page.report("link", "%s leads out of the site", tag(e))
			return
		}
		l.target, l.slash = fileOf(inside)
	}
	c.links = append(c.links, l)
}

// fileOf returns the file that a server sends for a path: the index, for a
// folder. Of a folder without its slash it is told that the slash is missing.
func fileOf(address string) (name string, slash bool) {
	switch {
	case address == "" || strings.HasSuffix(address, "/"):
		return address + index, false
	case path.Ext(address) == "":
		return address + "/" + index, true
	}
	return address, false
}

// basePath returns the path of the site's address, with a slash at both ends.
func basePath(baseURL string) string {
	u, err := url.Parse(baseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}
