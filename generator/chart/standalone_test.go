package chart

import (
	"regexp"
	"strings"
	"testing"
)

// TestStandaloneStandsAlone holds that a downloaded file needs nothing else.
func TestStandaloneStandsAlone(t *testing.T) {
	for name, f := range figures() {
		svg := Standalone(f)
		root := parse(t, svg)[0]
		if root.attrs["xmlns"] != "http://www.w3.org/2000/svg" || root.attrs["viewBox"] == "" || root.attrs["width"] != "720" {
			t.Errorf("%s: root is %v", name, root.attrs)
		}
		if strings.Contains(svg, "var(") || strings.Contains(svg, "@import") || regexp.MustCompile(`https?://`).FindString(strings.Replace(svg, "http://www.w3.org/2000/svg", "", 1)) != "" {
			t.Errorf("%s needs something from outside", name)
		}
		head := find(parse(t, svg), "c-head")
		if len(head) != 1 || !strings.HasPrefix(head[0].text, f.base().Title[:10]) {
			t.Errorf("%s has no visible title: %v", name, head)
		}
		if source := f.base().Source; source != "" && !strings.Contains(svg, ">"+source+"</text>") {
			t.Errorf("%s has no visible source", name)
		}
	}
	if svg := Standalone(sampleMap()); len(find(parse(t, svg), "c-legend")) != 1 {
		t.Error("the file of a map has no legend")
	}
}

func TestStylesheet(t *testing.T) {
	css := Stylesheet()
	if strings.Count(css, "{") != strings.Count(css, "}") || strings.Contains(css, "$") {
		t.Error("braces or colours are left open")
	}
	for _, c := range Palette() {
		if !strings.Contains(css, "--c-"+c.Name+":"+c.Light) || !strings.Contains(css, "--c-"+c.Name+":"+c.Dark) {
			t.Errorf("colour %s is missing", c.Name)
		}
	}
	for _, part := range []string{"prefers-color-scheme:dark", "prefers-contrast:more", "forced-colors:active", "@media print", "@container"} {
		if !strings.Contains(css, part) {
			t.Errorf("%s is missing", part)
		}
	}
	for _, use := range regexp.MustCompile(`var\((--[a-z0-9-]+)\)`).FindAllStringSubmatch(css, -1) {
		if !strings.Contains(css, use[1]+":#") {
			t.Errorf("%s is used and has no value", use[1])
		}
	}
	for _, size := range regexp.MustCompile(`font-size:(\d+)px`).FindAllStringSubmatch(css, -1) {
		if size[1] < "12" {
			t.Errorf("text of %s px is too small", size[1])
		}
	}
}

// TestOptionColours holds that an option names colours of the palette, which the
// script looks up, and fixes none but what is seen through.
func TestOptionColours(t *testing.T) {
	known := map[string]bool{}
	for _, c := range Palette() {
		known["--c-"+c.Name] = true
	}
	for name, e := range explorables() {
		b, err := e.Option()
		if err != nil {
			t.Fatal(err)
		}
		if hex := regexp.MustCompile(`"#[0-9a-fA-F]{3,8}"`).FindString(string(b)); hex != "" {
			t.Errorf("option of %s fixes the colour %s", name, hex)
		}
		properties := regexp.MustCompile(`"(--c-[^"]*)"`).FindAllStringSubmatch(string(b), -1)
		if len(properties) == 0 {
			t.Errorf("option of %s names no colour", name)
		}
		for _, p := range properties {
			if !known[p[1]] {
				t.Errorf("option of %s uses %s, which is no colour", name, p[1])
			}
		}
	}
}

// TestOptionFrame holds what every option must say.
func TestOptionFrame(t *testing.T) {
	for name, e := range explorables() {
		b, err := e.Option()
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{`"animation":false`, `"aria":{"decal":{`, `"show":true`, `"enabled":true`, `"description":"`, `"renderMode":"richText"`} {
			if !strings.Contains(string(b), part) {
				t.Errorf("option of %s lacks %s", name, part)
			}
		}
		if strings.Contains(string(b), "__f__") || strings.Contains(string(b), "function") {
			t.Errorf("option of %s holds a script", name)
		}
	}
	rtl := sampleTimeline()
	rtl.RTL = true
	b, err := rtl.Option()
	if err != nil || !strings.Contains(string(b), `"inverse":true`) || !strings.Contains(string(b), `"position":"right"`) {
		t.Errorf("from right to left the option is not mirrored: %v", err)
	}
}
