package webtest_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/internal/webtest"
)

const goodPage = "en/index.html"

// goodSite is a small site without any fault.
func goodSite(t *testing.T) fstest.MapFS {
	t.Helper()
	raw, err := os.ReadFile("testdata/good.html")
	if err != nil {
		t.Fatal(err)
	}
	good := string(raw)
	change := func(pairs ...string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.NewReplacer(pairs...).Replace(good))}
	}
	return fstest.MapFS{
		"site.css": {Data: []byte("a { background: url(icon.svg) }")},
		"site.js":  {Data: []byte("1")},
		"icon.svg": {Data: []byte("<svg/>")},
		goodPage:   {Data: raw},
		"es/index.html": change(`lang="en"`, `lang="es"`, `hreflang="es" lang="es">Español`, `hreflang="en" lang="en">English`,
			"../es/", "../en/", "about/#more", "", `href="about/"`, `href=""`),
		"en/about/index.html": change(`<a href="../es/" hreflang="es" lang="es">Español</a>`, "", "../site", "../../site", "../icon", "../../icon",
			`<a href="about/#more">more</a>`, `<span id="more">more</span>`, `href="about/"`, `href="../"`, "<title>A good page</title>\n<link", "<title>About</title>\n<link"),
		"index.html": change("../", "", `<a href="about/">About</a>`, `<a href="en/">English</a>`, "about/#more", "en/", `href="about/"`, `href="en/"`),
	}
}

func check(t *testing.T, site fstest.MapFS, o webtest.Options) []webtest.Finding {
	t.Helper()
	findings, err := webtest.Check(site, o)
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

func TestGoodSiteHasNoFindings(t *testing.T) {
	show(t, check(t, goodSite(t), webtest.Options{}))
}

// Every rule, broken once in the good page.
func TestBrokenPages(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"no language", `<html lang="en"`, `<html`, `language: html has lang=""`},
		{"language of another folder", `<html lang="en"`, `<html lang="fr"`, `language: html has lang="fr" in the folder en/`},
		{"no direction", ` dir="ltr"`, ``, `language: html has dir=""`},
		{"no title", `<title>A good page</title>`, ``, `title: the page has 0 titles`},
		{"empty title", `<title>A good page</title>`, `<title> </title>`, `title: the title is empty`},
		{"title of another page", `<title>A good page</title>`, `<title>About</title>`, `title: "About" is the title of en/about/index.html too`},
		{"no doctype", "<!doctype html>\n", ``, `head: the page does not begin with`},
		{"no encoding", `charset="utf-8"`, `charset="latin1"`, `head: the first 1024 bytes`},
		{"no viewport", `name="viewport"`, `name="other"`, `head: there is no viewport`},
		{"no icon", `rel="icon"`, `rel="author"`, `head: there is no icon`},
		{"two main parts", `</main>`, `</main><main></main>`, `main: the page has 2 main parts`},
		{"no h1", `<h1>A good page</h1>`, `<p>A good page</p>`, `heading: the page has 0 headings of level 1`},
		{"two h1", `<h2>Figure</h2>`, `<h1>Figure</h1>`, `heading: the page has 2 headings of level 1`},
		{"a level left out", `<h2>Figure</h2>`, `<h3>Figure</h3>`, `heading: <h3> "Figure" comes after level 1`},
		{"a heading before the first", `<h1>`, `<h2>Before</h2><h1>`, `heading: <h2> "Before" comes after level 0`},
		{"id twice", `<h2>`, `<h2 id="content">`, `id: the id "content" is there twice`},
		{"id with a space", `<h2>`, `<h2 id="a b">`, `id: <h2 id="a b"> has an unusable id`},
		{"reference to no id", `<h2>`, `<h2 aria-describedby="x">`, `refers to the id "x"`},
		{"div in p", `<p>Salt`, `<p><div>x</div>Salt`, `parse: the parser had to mend the page at`},
		{"not closed", `</h2>`, ``, `parse: </main> closes <h2>`},
		{"closed in the wrong order", `more</a>, <a`, `<b>more</a></b>, <a`, `parse: </a> closes <b>`},
		{"cell without table", `<h2>`, `<td>x</td><h2>`, `parse: the parser`},
		{"closed like a drawing", `<h2>`, `<p/><h2>`, `parse: <p/> is not closed`},
		{"table without caption", `<caption>Heights</caption>`, ``, `table: <table> has neither`},
		{"table without th", `<th scope="row">A</th>`, `<td>A</td>`, `table: <table> has no th`},
		{"th without scope", ` scope="row"`, ``, `table: <th> "A" has no scope`},
		{"figure without table", `<table>`, `</figure><table aria-label="x">`, `figure: <figure> has no table`},
		{"figure without caption", `<figcaption>Heights</figcaption>`, ``, `figure: <figure> has no figcaption`},
		{"link without name", `>more</a>`, `></a>`, `name: <a href="about/#more"> has no accessible name`},
		{"input without name", `<label>Name <input type="search"></label>`, `<input type="search">`, `name: <input type="search"> has no`},
		{"button without name", `<h2>`, `<button type="button"><svg aria-hidden="true"></svg></button><h2>`, `name: <button type="button"> has no`},
		{"drawing without name", `<title>Heights</title>`, ``, `name: <svg role="img"`},
		{"link in a drawing without name", `<title>About</title>`, ``, `name: <a href="about/"> has no`},
		{"hidden and focusable", `<h2>`, `<a href="about/" aria-hidden="true">x</a><h2>`, `is hidden from screen readers and can be focused`},
		{"image without alt", `<h2>`, `<img src="../site.css" width="1" height="1"><h2>`, `image: <img`},
		{"two nav of one name", `</nav>`, `</nav><nav aria-label="Languages"><a href="">x</a></nav>`, `name: two nav have the name "Languages"`},
		{"empty paragraph", `<p>Salt`, `<p> </p><p>Salt`, `empty: <p> is empty`},
		{"empty heading", `<h2>Figure</h2>`, `<h2></h2>`, `empty: <h2> is empty`},
		{"script from another host", `src="../site.js"`, `src="https://cdn.example/x.js"`, `outside: <script`},
		{"style sheet from another host", `href="../site.css"`, `href="//cdn.example/x.css"`, `outside: <link`},
		{"image of another host", `<h2>`, `<img alt="" width="1" height="1" srcset="../site.css 1x, http://x.example/y 2x"><h2>`, `outside: <img`},
		{"style attribute", `<h2>`, `<h2 style="color:red">`, `inline: <h2 style="color:red"> has a style attribute`},
		{"style element", `</head>`, `<style>a{}</style></head>`, `inline: there is a style element`},
		{"handler", `<h2>`, `<h2 onclick="x()">`, `inline: <h2 onclick="x()"> has the attribute onclick`},
		{"script in the page", `<h2>`, `<script>x()</script><h2>`, `inline: <script> has its script in the page`},
		{"script in an address", `href="https://example.org/"`, `href=" JavaScript:x()"`, `runs a script`},
		{"script that blocks", ` defer`, ``, `keeps the page waiting`},
		{"no policy", `default-src 'none'`, `default-src *`, `policy: the Content-Security-Policy is`},
		{"soft policy", `style-src 'self'`, `style-src 'unsafe-inline'`, `policy: the Content-Security-Policy is`},
		{"broken JSON", `{"b":1}}`, `{"b":1}`, `json: <script`},
		{"escaped twice", `Salt &amp; pepper`, `Salt &amp;amp; pepper`, `escape: &amp;amp;: escaped twice`},
		{"no value", `<h2>Figure`, `<h2>&lt;no value&gt;`, `<no value>`},
		{"unsafe for html/template", `<h2>`, `<h2 title="#ZgotmplZ">`, `escape: title=<h2`},
		{"wrong verb", `<h2>Figure`, `<h2>%!d(string=x)`, `escape: <h2>`},
		{"no number", `<h2>Figure`, `<h2>NaN points`, `escape: <h2>`},
		{"template not run", `<h2>Figure`, `<h2>{{ .Title }}`, `escape: <h2>`},
		{"map printed", `<h2>Figure`, `<h2>map[en:x]`, `escape: <h2>`},
		{"translation missing", `<h2>Figure`, `<h2>[i18n] figure`, `escape: <h2>`},
		{"broken link", `<a href="about/#more">`, `<a href="aboot/">`, `link: <a href="aboot/"> leads nowhere`},
		{"broken link in a drawing", `<a href="about/"><title>`, `<a href="aboot/"><title>`, `link: <a href="aboot/"> leads nowhere`},
		{"broken resource", `../site.js`, `../cite.js`, `link: <script src="../cite.js"`},
		{"fragment of another page", `about/#more`, `about/#less`, `fragment: <a href="about/#less">: en/about/index.html has no id "less"`},
		{"fragment of this page", `#content`, `#contents`, `fragment: <a href="#contents">`},
		{"link without its slash", `about/#more`, `about#more`, `lacks the slash`},
		{"link from the top", `about/#more`, `/en/about/#more`, `starts at the top of the server`},
		{"link without an address", `<a href="about/#more">`, `<a>`, `link: <a> has no address`},
		{"link with no host", `https://example.org/`, `https:`, `leads nowhere`},
		{"link out of the site", `about/#more`, `../../../x/`, `link: <a href="../../../x/">`},
		{"link with a strange scheme", `https://example.org/`, `file:///etc/passwd`, `has the scheme "file"`},
		{"language link that is not answered", `../es/" hreflang="es"`, `about/" hreflang="es"`, `hreflang: <a href="about/"`},
		{"page that nothing leads to", `about/`, ``, `reach: no way leads here`},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := goodSite(t)
			page := string(site[goodPage].Data)
			if !strings.Contains(page, c.old) {
				t.Fatalf("the good page has no %q", c.old)
			}
			site[goodPage] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(page, c.old, c.new))}
			for _, f := range check(t, site, webtest.Options{}) {
				if strings.Contains(f.String(), c.want) {
					return
				}
			}
			t.Errorf("no finding holds %q; got %q", c.want, check(t, site, webtest.Options{}))
		})
	}
}

func TestStyleSheetFromAnotherHost(t *testing.T) {
	site := goodSite(t)
	site["site.css"] = &fstest.MapFile{Data: []byte(`@import "https://fonts.example/a.css"; a { background: url(//x.example/y) }`)}
	if got := check(t, site, webtest.Options{}); len(got) != 2 || got[0].Rule != "outside" {
		t.Errorf("got %v", got)
	}
}

// A site below a folder of a server: full addresses of its own are links
// inside, and an error page may start at the folder.
func TestBaseURL(t *testing.T) {
	site := goodSite(t)
	page := string(site[goodPage].Data)
	o := webtest.Options{BaseURL: "https://example.org/scores/"}
	put := func(canonical string) {
		site[goodPage] = &fstest.MapFile{Data: []byte(strings.Replace(page, "</head>", `<link rel="canonical" href="`+canonical+`"></head>`, 1))}
	}
	put("https://example.org/scores/en/")
	site["404.html"] = &fstest.MapFile{Data: []byte(strings.NewReplacer(`href="../`, `href="/scores/`, `src="../`, `src="/scores/`,
		`about/`, `/scores/en/about/`).Replace(page))}
	show(t, check(t, site, o))
	put("https://example.org/scores/eng/")
	if got := check(t, site, o); len(got) != 1 || got[0].Rule != "link" {
		t.Errorf("a canonical address without its page gives %v", got)
	}
}

func TestWeight(t *testing.T) {
	site := goodSite(t)
	w, err := webtest.NewScale(site).Weigh(goodPage)
	if err != nil {
		t.Fatal(err)
	}
	if w.Requests != 4 || w.HTML == 0 || w.CSS == 0 || w.JS == 0 || w.Other == 0 || w.Total() != w.HTML+w.CSS+w.JS+w.Other {
		t.Errorf("got %+v", w)
	}
	if over := w.Over(webtest.Budget{HTML: w.HTML, CSS: w.CSS, Requests: 4}); len(over) != 0 {
		t.Errorf("a page that fills its budget is over it: %v", over)
	}
	if over := w.Over(webtest.Budget{HTML: w.HTML - 1, JS: w.JS - 1, Total: w.Total() - 1, Requests: 3}); len(over) != 4 {
		t.Errorf("got %v", over)
	}
}
