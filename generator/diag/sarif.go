package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// The parts of SARIF 2.1.0 (OASIS, 2020) that findings need.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifLocation   `json:"locations,omitempty"`
		RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		ID               int            `json:"id,omitempty"`
		PhysicalLocation *sarifPhysical `json:"physicalLocation,omitempty"`
		LogicalLocations []sarifLogical `json:"logicalLocations,omitempty"`
		Message          *sarifMessage  `json:"message,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
	sarifLogical struct {
		FullyQualifiedName string `json:"fullyQualifiedName"`
		Kind               string `json:"kind"`
	}
)

// WriteSARIF writes the findings as a SARIF 2.1.0 log, for code-scanning
// services and editors. A cell is a logical location of kind "cell" named
// "Sheet!C14", and its row stands as the line, since viewers want one. The
// fingerprint of a finding does not depend on its row, so that a row inserted
// above does not make an old finding look new.
func WriteSARIF(w io.Writer, list List, version string) error {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "tipscore", Version: version, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	index := map[string]int{}
	twins := map[string]int{}
	for _, d := range list.Sorted() {
		if _, ok := index[d.Rule]; !ok {
			index[d.Rule] = len(run.Tool.Driver.Rules)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{ID: d.Rule})
		}
		identity := d.identity()
		twins[identity]++
		run.Results = append(run.Results, sarifResult{
			RuleID:              d.Rule,
			RuleIndex:           index[d.Rule],
			Level:               d.Severity.String(),
			Message:             sarifMessage{d.sentence()},
			Locations:           sarifLocations(d.Pos),
			RelatedLocations:    sarifRelated(d.Related),
			PartialFingerprints: map[string]string{"finding/v1": fingerprint(identity, twins[identity])},
		})
	}
	return writeDocument(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// identity is what stays of a finding when rows move.
func (d Diagnostic) identity() string {
	if d.Subject != "" {
		return strings.Join([]string{d.Rule, d.Subject}, "\x00")
	}
	return strings.Join([]string{d.Rule, d.Pos.File, d.Pos.Sheet, d.Message, d.Got}, "\x00")
}

// fingerprint hashes an identity; the n-th finding with the same one differs.
func fingerprint(identity string, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", identity, n))
	return hex.EncodeToString(sum[:16])
}

// sentence joins message, expectation and hint, since viewers show one text.
func (d Diagnostic) sentence() string {
	s := d.Message
	if d.Expected != "" {
		s += "; " + expectedIs + d.Expected
	}
	if d.Hint != "" {
		s += "; hint: " + d.Hint
	}
	return s
}

func sarifLocations(p Pos) []sarifLocation {
	if p.IsZero() {
		return nil
	}
	var l sarifLocation
	if p.File != "" {
		region := sarifRegion{StartLine: max(1, p.Line)}
		if p.Line > 0 {
			region.StartColumn = p.Column
		}
		if p.Row > 0 {
			region.StartLine = p.Row
		}
		l.PhysicalLocation = &sarifPhysical{sarifArtifactOf(p.File), region}
	}
	switch c := p.Cell(); {
	case c != "" && p.Sheet != "":
		l.LogicalLocations = []sarifLogical{{p.Sheet + "!" + c, "cell"}}
	case c != "":
		l.LogicalLocations = []sarifLogical{{c, "cell"}}
	case p.Sheet != "":
		l.LogicalLocations = []sarifLogical{{p.Sheet, "sheet"}}
	}
	return []sarifLocation{l}
}

// sarifArtifactOf turns a path into a URI; a relative one is relative to the
// project, which SARIF calls its source root.
func sarifArtifactOf(file string) sarifArtifact {
	a := sarifArtifact{URI: (&url.URL{Path: file}).String()}
	if !strings.HasPrefix(file, "/") {
		a.URIBaseID = "%SRCROOT%"
	}
	return a
}

func sarifRelated(related []Related) []sarifLocation {
	var out []sarifLocation
	for i, r := range related {
		for _, l := range sarifLocations(r.Pos) {
			l.ID = i + 1
			if r.Note != "" {
				l.Message = &sarifMessage{r.Note}
			}
			out = append(out, l)
		}
	}
	return out
}
