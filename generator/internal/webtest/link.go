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
	n := notes{page: p.name, lang: value(p.elements[0], "lang"), ids: map[string]bool{}}
	for id := range p.byID {
		n.ids[id] = true
	}
	for _, t := range p.all("title") {
		if t.Namespace == "" {
			n.title = text(t)
		}
	}
	for _, e := range p.elements {
		loaded := resources(e)
		for _, at := range loaded {
			n.add(p, o, e, at, true)
		}
		if len(loaded) > 0 {
			continue
		}
		at, ok := attribute(e, "href")
		if !ok {
			at, ok = attribute(e, "xlink:href")
		}
		switch {
		case ok && (e.Data == "a" || e.Data == "area" || e.Data == "link"):
			n.add(p, o, e, at, false)
		case e.Data == "a":
			p.report("link", "%s has no address", tag(e))
		case e.Data == "meta" && strings.EqualFold(value(e, "http-equiv"), "refresh"):
			if _, at, ok := strings.Cut(value(e, "content"), "url="); ok {
				n.add(p, o, e, at, false)
			}
		}
	}
	return n
}

func (n *notes) add(p *page, o Options, e *html.Node, at string, resource bool) {
	l := link{element: tag(e), lang: value(e, "hreflang"), resource: resource}
	if o.BaseURL != "" && strings.HasPrefix(at+"/", strings.TrimSuffix(o.BaseURL, "/")+"/") {
		at = basePath(o.BaseURL) + strings.TrimPrefix(at[len(strings.TrimSuffix(o.BaseURL, "/")):], "/")
	} else if strings.HasPrefix(at, "/") && !strings.HasPrefix(at, "//") && path.Base(p.name) != "404.html" {
		p.report("link", "%s starts at the top of the server; the site may lie in a folder", l.element)
	}
	u, err := url.Parse(at)
	if err != nil {
		p.report("link", "%s has an address that cannot be read: %v", l.element, err)
		return
	}
	switch {
	case u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto" || u.Host != "":
		if u.Scheme != "mailto" && u.Host == "" {
			p.report("link", "%s leads nowhere", l.element)
		}
		return
	case u.Scheme != "" && !(resource && u.Scheme == "data"):
		p.report("link", "%s has the scheme %q", l.element, u.Scheme)
		return
	case u.Scheme != "":
		return
	}
	base := &url.URL{Path: basePath(o.BaseURL) + strings.TrimPrefix(p.address(), "/")}
	if u.Path == "" {
		l.target, l.fragment = p.name, u.Fragment
		n.links = append(n.links, l)
		return
	}
	to := base.ResolveReference(u)
	l.fragment = to.Fragment
	inside, ok := strings.CutPrefix(to.Path, basePath(o.BaseURL))
	if !ok {
		p.report("link", "%s leads out of the site", l.element)
		return
	}
	l.target = inside
	switch {
	case inside == "" || strings.HasSuffix(inside, "/"):
		l.target += index
	case path.Ext(inside) == "":
		l.slash = true
		l.target += "/" + index
	}
	n.links = append(n.links, l)
}

// basePath returns the path of the site's address, with a slash at both ends.
func basePath(baseURL string) string {
	u, err := url.Parse(baseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}
