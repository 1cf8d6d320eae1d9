package webtest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// resources returns the addresses that a browser loads for an element by
// itself, without a click.
func resources(n *html.Node) (urls []string) {
	add := func(keys ...string) {
		for _, key := range keys {
			if v := strings.TrimSpace(value(n, key)); v != "" {
				urls = append(urls, v)
			}
		}
	}
	switch n.Data {
	case "script", "img", "iframe", "frame", "embed", "audio", "video", "source", "track", "input":
		add("src", "poster")
		for _, candidate := range strings.Split(value(n, "srcset"), ",") {
			if at := strings.Fields(candidate); len(at) > 0 {
				urls = append(urls, at[0])
			}
		}
	case "object":
		add("data")
	case "image", "use", "feImage":
		add("href", "xlink:href")
	case "link":
		for _, rel := range strings.Fields(value(n, "rel")) {
			switch rel {
			case "stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch", "dns-prefetch", "preconnect":
				add("href")
				return urls
			}
		}
	}
	return urls
}

var otherHost = regexp.MustCompile(`(?i)^\s*([a-z][a-z0-9+.-]*:)?//`)

// checkResources holds that a page loads nothing from another host: no third
// party learns who reads it, and it works from a memory stick.
func (p *page) checkResources() {
	for _, n := range p.elements {
		for _, at := range resources(n) {
			if otherHost.MatchString(at) {
				p.report("outside", "%s loads from another host", tag(n))
			}
		}
	}
}

// checkInline holds that the Content-Security-Policy of the page needs no
// exception: no style attribute, no style element, no script in the page, no
// on... attribute, no javascript: address.
func (p *page) checkInline() {
	for _, n := range p.elements {
		for _, a := range n.Attr {
			switch {
			case a.Key == "style":
				p.report("inline", "%s has a style attribute", tag(n))
			case strings.HasPrefix(a.Key, "on"):
				p.report("inline", "%s has the attribute %s", tag(n), a.Key)
			case strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"):
				p.report("inline", "%s runs a script", tag(n))
			}
		}
		_, file := attribute(n, "src")
		switch {
		case n.Data == "style":
			p.report("inline", "there is a style element")
		case n.Data == "script" && !file && !isData(n):
			p.report("inline", "%s has its script in the page", tag(n))
		case n.Data == "script" && file && value(n, "type") != "module":
			if _, later := attribute(n, "defer"); !later {
				p.report("inline", "%s keeps the page waiting; it needs defer", tag(n))
			}
		}
	}
	if policy := p.policy(); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
		p.report("policy", "the Content-Security-Policy is %q", policy)
	}
}

func (p *page) policy() string {
	for _, n := range p.all("meta") {
		if strings.EqualFold(value(n, "http-equiv"), "Content-Security-Policy") {
			return value(n, "content")
		}
	}
	return ""
}

// isData reports whether a script element holds data that no browser runs.
func isData(n *html.Node) bool {
	kind := value(n, "type")
	return kind == "application/json" || kind == "application/ld+json"
}

// checkData holds that data in the page is JSON.
func (p *page) checkData() {
	p.each(func(n *html.Node) {
		if !isData(n) {
			return
		}
		var data string
		if n.FirstChild != nil {
			data = n.FirstChild.Data
		}
		var any json.RawMessage
		if err := json.Unmarshal([]byte(data), &any); err != nil {
			p.report("json", "%s: %v", tag(n), err)
		}
	}, "script")
}

var styleURL = regexp.MustCompile(`(?i)(url\(|@import)\s*["']?\s*([a-z][a-z0-9+.-]*:)?//[^)"']*`)

// checkStyles holds that a style sheet loads nothing from another host.
func checkStyles(site fs.FS, name string) (list []Finding, err error) {
	css, err := fs.ReadFile(site, name)
	if err != nil {
		return nil, fmt.Errorf("read style sheet: %w", err)
	}
	for _, hit := range styleURL.FindAll(css, -1) {
		list = append(list, Finding{name, "outside", string(hit) + " loads from another host"})
	}
	return list, nil
}
