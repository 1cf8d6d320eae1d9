package schemaorg_test

import (
	"encoding/json"
	"html/template"
	"strings"
	"testing"

	"tipscore/generator/publish/schemaorg"
)

const hostile = "</script><script>alert(1)</script><!-- \"quoted\" \\ \u2028 \x00 \xff & 'x'"

// decode puts JSON where a page has it, and reads it back.
func decode(t *testing.T, data template.JS) map[string]any {
	t.Helper()
	page := template.Must(template.New("").Parse(`<script type="application/ld+json">{{ . }}</script>`))
	var b strings.Builder
	if err := page.Execute(&b, data); err != nil {
		t.Fatal(err)
	}
	text, _ := strings.CutPrefix(b.String(), `<script type="application/ld+json">`)
	text, _ = strings.CutSuffix(text, `</script>`)
	if strings.ContainsAny(text, "<>&\u2028") {
		t.Errorf("the JSON could end its script: %s", text)
	}
	var out map[string]any
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return out
}

func TestHostileTextIsJSON(t *testing.T) {
	want := strings.ToValidUTF8(hostile, "\ufffd")
	d := schemaorg.Dataset{Name: hostile, Description: hostile, Licence: hostile, Citation: hostile, Publisher: hostile, Files: []schemaorg.Link{{Name: "a.csv", URL: hostile}}}
	out := decode(t, d.JSON())
	for _, key := range []string{"name", "description", "citation"} {
		if out[key] != want {
			t.Errorf("%s is %q, want %q", key, out[key], want)
		}
	}
	trail := decode(t, schemaorg.Breadcrumbs("https://example.org/en/", []schemaorg.Link{{Name: hostile, URL: "../"}}))
	if item := trail["itemListElement"].([]any)[0].(map[string]any); item["name"] != want || item["item"] != "https://example.org/" {
		t.Errorf("the trail is %v", trail)
	}
}

func TestDataset(t *testing.T) {
	d := schemaorg.Dataset{Name: "N", Page: "https://example.org/en/world/data/", First: "1999", Last: "2014", Files: []schemaorg.Link{{Name: "data/world/scores.csv", URL: "../../../data/world/scores.csv"}}}
	want := `{"@context":"https://schema.org","@type":"Dataset","name":"N","url":"https://example.org/en/world/data/","temporalCoverage":"1999/2014",` +
		`"distribution":[{"@type":"DataDownload","name":"scores.csv","encodingFormat":"text/csv","contentUrl":"https://example.org/data/world/scores.csv"}]}`
	if got := string(d.JSON()); got != want {
		t.Errorf("got %s", got)
	}
	d.Page, d.First = "", "2024-Q1"
	if out := decode(t, d.JSON()); out["temporalCoverage"] != nil || out["url"] != nil {
		t.Errorf("a quarter is no date, and an unknown address is none: %v", out)
	}
}
