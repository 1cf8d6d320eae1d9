// Package programme reads who monitors what: a framework, the jurisdictions
// that it is used for, the periods, the workbooks with the answers, and what
// the programme decided about publishing, from data/<programme>/programme.yaml
// and the tables that it names.
//
//	p, findings, err := programme.Load(os.DirFS("."), "data/world", byID)
//	switch {
//	case err != nil:               // the tool could not read the files
//	case findings.HasErrors():     // the definitions are wrong; show findings
//	}
//	p.Jurisdiction("DOM").Name.In("es", "en") // "República Dominicana"
//
// YAML is held against [Schema] by package yamlnode; the tables are CSV files
// whose findings have a line and a column too.
//
// Invariants of a Programme loaded without errors: Periods ascend and do not
// overlap; Jurisdictions ascend by id, ids and slugs are unique, parents
// exist and form no cycle; every path stays inside the programme's folder; the
// outlines of the map hold path data and nothing else, inside the plane.
// Nothing changes after Load, so a Programme may be used by many goroutines.
package programme
