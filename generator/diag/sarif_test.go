package diag_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/diag"
)

// The fields of SARIF 2.1.0 that the schema requires or that code-scanning
// services read, as a reader sees them.
type sarif struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []struct {
		Tool struct {
			Driver struct {
				Name, Version string
				Rules         []struct{ ID string }
			}
		}
		OriginalURIBaseIDs map[string]struct {
			URI         *string
			Description struct{ Text string }
		}
		ColumnKind string
		Results    []struct {
			RuleID    string
			RuleIndex int
			Level     string
			Message   struct{ Text string }
			Locations []struct {
				PhysicalLocation struct {
					ArtifactLocation struct{ URI, URIBaseID string }
					Region           struct{ StartLine, StartColumn int }
				}
				LogicalLocations []struct{ FullyQualifiedName, Kind string }
			}
			RelatedLocations []struct {
				ID      int
				Message struct{ Text string }
			}
			PartialFingerprints map[string]string
		}
	}
}

func readSARIF(t *testing.T, list diag.List) sarif {
	t.Helper()
	var b bytes.Buffer
	if err := diag.WriteSARIF(&b, list, diag.SARIFOptions{Version: "v1"}); err != nil {
		t.Fatal(err)
	}
	var log sarif
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return log
}

func TestSARIFStructure(t *testing.T) {
	log := readSARIF(t, mixed())
	if log.Version != "2.1.0" || log.Schema == "" || len(log.Runs) != 1 {
		t.Fatalf("version %q, schema %q, %d runs", log.Version, log.Schema, len(log.Runs))
	}
	run := log.Runs[0]
	if run.Tool.Driver.Name != "tipscore" || run.Tool.Driver.Version != "v1" {
		t.Errorf("driver %+v", run.Tool.Driver)
	}
	if len(run.Results) != len(mixed()) {
		t.Errorf("%d results for %d findings: SARIF is never folded", len(run.Results), len(mixed()))
	}
	seen := map[string]bool{}
	for _, r := range run.Results {
		if r.Message.Text == "" || !slices.Contains([]string{"error", "warning", "note"}, r.Level) {
			t.Errorf("%s: level %q, message %q", r.RuleID, r.Level, r.Message.Text)
		}
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("rule %q at index %d", r.RuleID, r.RuleIndex)
		}
		print := r.PartialFingerprints["finding/v1"]
		if print == "" || seen[print] {
			t.Errorf("%s: fingerprint %q is missing or taken", r.RuleID, print)
		}
		seen[print] = true
		for _, l := range r.Locations {
			if l.PhysicalLocation.ArtifactLocation.URI == "" || l.PhysicalLocation.Region.StartLine < 1 {
				t.Errorf("%s: location %+v", r.RuleID, l)
			}
		}
		for i, l := range r.RelatedLocations {
			if l.ID != i+1 {
				t.Errorf("%s: related id %d", r.RuleID, l.ID)
			}
		}
	}
}

func TestSARIFPlaces(t *testing.T) {
	tests := []struct {
		pos           diag.Pos
		uri, base     string
		line, column  int
		logical, kind string
	}{
		{diag.Pos{File: "data/a b.xlsx", Sheet: "Prosecution", Row: 14, Column: 3}, "data/a%20b.xlsx", "%SRCROOT%", 14, 0, "Prosecution!C14", "cell"},
		{diag.Pos{File: "a.xlsx", Sheet: "S"}, "a.xlsx", "%SRCROOT%", 1, 0, "S", "sheet"},
		{diag.Pos{File: "a.xlsx"}, "a.xlsx", "%SRCROOT%", 1, 0, "", ""},
		{diag.Pos{File: "a.yaml", Line: 42, Column: 5}, "a.yaml", "%SRCROOT%", 42, 5, "", ""},
		{diag.Pos{File: "a.csv", Line: 3, Column: 4}, "a.csv", "%SRCROOT%", 3, 0, "D3", "cell"},
		{diag.Pos{File: "A.CSV", Line: 3}, "A.CSV", "%SRCROOT%", 3, 0, "", ""},
		{diag.Pos{File: "../b/./c: d.xlsx"}, "../b/c:%20d.xlsx", "%SRCROOT%", 1, 0, "", ""},
		{diag.Pos{File: "c:d.xlsx"}, "./c:d.xlsx", "%SRCROOT%", 1, 0, "", ""},
		{diag.Pos{File: "/elsewhere/ü.xlsx"}, "file:///elsewhere/%C3%BC.xlsx", "", 1, 0, "", ""},
	}
	for _, tt := range tests {
		l := readSARIF(t, diag.List{{Rule: "r", Message: "m", Pos: tt.pos}}).Runs[0].Results[0].Locations[0]
		got := l.PhysicalLocation
		if got.ArtifactLocation.URI != tt.uri || got.ArtifactLocation.URIBaseID != tt.base || got.Region.StartLine != tt.line || got.Region.StartColumn != tt.column {
			t.Errorf("%v: %+v", tt.pos, got)
		}
		if (len(l.LogicalLocations) > 0) != (tt.logical != "") {
			t.Fatalf("%v: logical locations %+v", tt.pos, l.LogicalLocations)
		}
		if tt.logical != "" && (l.LogicalLocations[0].FullyQualifiedName != tt.logical || l.LogicalLocations[0].Kind != tt.kind) {
			t.Errorf("%v: logical location %+v", tt.pos, l.LogicalLocations[0])
		}
	}
}

// What SARIF 2.1.0 demands of places, as far as logs here have them. Numbers are
// those of its sections.
func TestSARIFKeepsTheRulesOfPlaces(t *testing.T) {
	list := append(mixed(), diag.Diagnostic{
		Rule: "r", Message: "m", Pos: diag.Pos{File: "data/x.csv", Line: 7, Column: 2},
		Related: []diag.Related{{Pos: diag.Pos{File: "/abs/ä b.csv", Line: 1}}},
	})
	var b bytes.Buffer
	if err := diag.WriteSARIF(&b, list, diag.SARIFOptions{Path: func(f string) string { return "my project/" + f }}); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			OriginalURIBaseIDs map[string]map[string]any
			Results            []struct{ Locations, RelatedLocations []map[string]any }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for id, base := range run.OriginalURIBaseIDs {
		// 3.14.14: a base without a base is absolute or absent; absent tells nothing
		// about the machine. 3.4.6: its description is a message.
		if _, has := base["uri"]; has || base["description"].(map[string]any)["text"] == "" {
			t.Errorf("the base %s is %v", id, base)
		}
	}
	places := 0
	for _, r := range run.Results {
		for _, l := range append(r.Locations, r.RelatedLocations...) {
			physical, ok := l["physicalLocation"].(map[string]any)
			if !ok {
				continue
			}
			places++
			file := physical["artifactLocation"].(map[string]any)
			uri, err := url.Parse(file["uri"].(string))
			// 3.4.3 and 3.4.4: with a base, the address is a relative reference, and the
			// base is one of the run's.
			if err != nil || uri.IsAbs() || strings.HasPrefix(uri.Path, "/") || !strings.HasPrefix(uri.Path, "my project/") {
				t.Errorf("the address %v, %v", file["uri"], err)
			}
			if _, known := run.OriginalURIBaseIDs[file["uriBaseId"].(string)]; !known {
				t.Errorf("the base %v is not described", file["uriBaseId"])
			}
			// 3.30.5 and 3.30.6: lines and columns are numbers from 1 on. A field of a
			// table is no character.
			region := physical["region"].(map[string]any)
			if region["startLine"].(float64) < 1 {
				t.Errorf("the region %v", region)
			}
			if column, has := region["startColumn"]; has && (column.(float64) < 1 || !strings.HasSuffix(uri.Path, ".yaml")) {
				t.Errorf("%s has the column %v", uri.Path, column)
			}
			for _, logical := range asList(l["logicalLocations"]) {
				// 3.33.4: the full name is a text; 3.33.7: so is the kind.
				if logical["fullyQualifiedName"] == "" || logical["kind"] == "" {
					t.Errorf("the logical location %v", logical)
				}
			}
		}
	}
	if places < 5 {
		t.Errorf("only %d places were looked at", places)
	}
}

func asList(v any) (out []map[string]any) {
	list, _ := v.([]any)
	for _, e := range list {
		out = append(out, e.(map[string]any))
	}
	return out
}

// A row inserted above, or a corrected message, keeps a finding's identity; a
// finding about another answer has another one.
func TestFingerprintOutlivesMovedRows(t *testing.T) {
	print := func(subject, message string, row int) string {
		d := diag.Diagnostic{Rule: "r", Subject: subject, Message: message, Pos: diag.Pos{File: "f.xlsx", Sheet: "S", Row: row, Column: 1}}
		return readSARIF(t, diag.List{d}).Runs[0].Results[0].PartialFingerprints["finding/v1"]
	}
	if print("DOM 2006 prosecution", "m", 7) != print("DOM 2006 prosecution", "other words", 8) {
		t.Error("the same answer has another fingerprint in another row")
	}
	if print("DOM 2006 prosecution", "m", 7) == print("DOM 2007 prosecution", "m", 7) {
		t.Error("two answers share a fingerprint")
	}
	if print("", "m", 7) != print("", "m", 8) {
		t.Error("without a subject, a moved row changes the fingerprint")
	}
}
