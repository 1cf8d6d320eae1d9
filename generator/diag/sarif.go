package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
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
		Tool       sarifTool            `json:"tool"`
		Bases      map[string]sarifBase `json:"originalUriBaseIds"`
		ColumnKind string               `json:"columnKind"`
		Results    []sarifResult        `json:"results"`
	}
	sarifBase struct {
		Description sarifMessage `json:"description"`
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

// sourceRoot is the one base of all paths in a log. SARIF lets a base have no
// address of its own (section 3.14.14); then a log tells nothing about the
// machine, and a viewer puts its own folder there.
const sourceRoot = "%SRCROOT%"

// SARIFOptions say how a SARIF log is written.
type SARIFOptions struct {
	Version string // of tipscore
	// Path returns where a file lies, seen from the folder that the program was
	// started in. Findings name most files as the project has them.
	Path func(file string) string
}

// WriteSARIF writes the findings as a SARIF 2.1.0 log, for code-scanning
// services and editors. A cell is a logical location of kind "cell" named
// "Sheet!C14", and its row stands as the line, since viewers want one. The
// fingerprint of a finding does not depend on its row, so that a row inserted
// above does not make an old finding look new.
func WriteSARIF(w io.Writer, list List, o SARIFOptions) error {
	if o.Path == nil {
		o.Path = func(file string) string { return file }
	}
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "tipscore", Version: o.Version, Rules: []sarifRule{}}},
		Bases:      map[string]sarifBase{sourceRoot: {sarifMessage{"the folder in which tipscore was started"}}},
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
			Level:               d.Severity.level(),
			Message:             sarifMessage{d.sentence()},
			Locations:           o.locations(d.Pos),
			RelatedLocations:    o.related(d.Related),
			PartialFingerprints: map[string]string{"finding/v1": fingerprint(identity, twins[identity])},
		})
	}
	return writeDocument(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// level returns the word of SARIF for a severity.
func (s Severity) level() string {
	if s == Question {
		return "note"
	}
	return s.String()
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

func (o SARIFOptions) locations(p Pos) []sarifLocation {
	if p.IsZero() {
		return nil
	}
	row, column := p.Row, 0
	cell := p.Cell()
	switch {
	case row > 0:
	case isTable(p.File) && p.Line > 0:
		// The column of a table counts fields, and the one of a region characters.
		row = p.Line
		if p.Column > 0 {
			cell = ColumnName(p.Column) + strconv.Itoa(p.Line)
		}
	case p.Line > 0:
		row, column = p.Line, p.Column
	}
	var l sarifLocation
	if p.File != "" {
		l.PhysicalLocation = &sarifPhysical{artifact(o.Path(p.File)), sarifRegion{max(1, row), column}}
	}
	switch {
	case cell != "" && p.Sheet != "":
		l.LogicalLocations = []sarifLogical{{p.Sheet + "!" + cell, "cell"}}
	case cell != "":
		l.LogicalLocations = []sarifLogical{{cell, "cell"}}
	case p.Sheet != "":
		l.LogicalLocations = []sarifLogical{{p.Sheet, "sheet"}}
	}
	return []sarifLocation{l}
}

// isTable reports whether a text file holds a table, whose places are fields.
func isTable(file string) bool { return strings.HasSuffix(strings.ToLower(file), ".csv") }

// artifact turns a path into a URI. One that cannot be relative, since it is on
// another disk of Windows, has no base (RFC 8089).
func artifact(file string) sarifArtifact {
	if filepath.IsAbs(file) {
		return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(file), "/")}).String()}
	}
	return sarifArtifact{URI: (&url.URL{Path: path.Clean(filepath.ToSlash(file))}).String(), URIBaseID: sourceRoot}
}

func (o SARIFOptions) related(related []Related) []sarifLocation {
	var out []sarifLocation
	for i, r := range related {
		for _, l := range o.locations(r.Pos) {
			l.ID = i + 1
			if r.Note != "" {
				l.Message = &sarifMessage{r.Note}
			}
			out = append(out, l)
		}
	}
	return out
}
