package pages

import (
	"path"
	"slices"
	"strings"

	"tipscore/generator/observation"
	"tipscore/generator/publish/wording"
	"tipscore/generator/release"
)

// DataView is the page of downloads.
type DataView struct {
	Files    []FileView // one of each table, those of single jurisdictions left out
	Places   []FileView // the jurisdictions' own files
	Tables   []TableView
	Manifest string

	Calculations CalculationFiles
}

// CalculationFiles are the files of a kind of which there are too many to list.
type CalculationFiles struct {
	Count      int // 0 for none
	Size, Unit string
	Folder     string
}

// FileView is a file to download.
type FileView struct {
	Title, URL, Name string
	Table            string // key of words
	Rows             int
	Size             string // "12.3"
	Unit             string // "kB" or "MB"
	SHA256           string
	Format           string // "CSV" or "JSON"
}

// TableView is a table of the column dictionary.
type TableView struct {
	Name    string
	Columns []Column
}

// Column is a column with the kind of its explanation.
type Column struct {
	Name   string
	Record bool // it is a part of an entry of a register
}

func (v *View) data() *DataView {
	e := v.edition()
	out := &DataView{Manifest: v.file(release.ManifestFile)}
	var bytes int64
	for _, f := range v.site.manifest.Files {
		switch {
		case f.Programme != e.ID || f.Table == "jurisdiction":
		case f.Table == "calculation":
			out.Calculations.Count++
			bytes += f.Bytes
		default:
			out.Files = append(out.Files, v.fileOf(f))
		}
	}
	out.Calculations.Size, out.Calculations.Unit = wording.Size(bytes)
	out.Calculations.Folder = "data/" + e.ID + "/calculations/"
	for _, j := range v.byName() {
		f := v.fileView(release.JurisdictionFile(e.Public, j))
		f.Title = v.read.Name(j)
		out.Places = append(out.Places, f)
	}
	for _, t := range release.Tables() {
		if !t.Register || len(e.Public.Records(t.Name)) > 0 {
			out.Tables = append(out.Tables, TableView{t.Name, columns(t, e.Def.Invented)})
		}
	}
	return out
}

// columns lists the columns of a kind of files. Those of where, when and from
// which source mean the same in all of them.
func columns(t release.Kind, invented bool) (list []Column) {
	for _, name := range t.Columns {
		everywhere := slices.Contains([]string{"jurisdiction", "period", "sources"}, name)
		list = append(list, Column{Name: name, Record: t.Register && !everywhere})
	}
	if invented {
		list = append(list, Column{Name: release.InventedColumn})
	}
	return list
}

// downloads returns the files of the page's register.
func (v *View) downloads() (list []FileView) {
	for _, format := range []string{"csv", "json"} {
		list = append(list, v.fileView(release.RegisterFile(v.edition().Public, v.page.Register, format)))
	}
	return list
}

// fileView finds a file of the manifest by its path.
func (v *View) fileView(path string) FileView {
	if i, ok := v.site.fileAt[path]; ok {
		return v.fileOf(v.site.manifest.Files[i])
	}
	return FileView{}
}

func (v *View) fileOf(f release.File) FileView {
	size, unit := wording.Size(f.Bytes)
	return FileView{
		URL: v.file(f.Path), Name: f.Path, Table: f.Table, Rows: f.Rows,
		Size: size, Unit: unit, SHA256: f.SHA256, Format: strings.ToUpper(strings.TrimPrefix(path.Ext(f.Path), ".")),
	}
}

// SourceView is a source with the number of answers that cite it.
type SourceView struct {
	Anchor                 string
	Title, Publisher, Date string
	URL, Licence, Citation string
	Answers                int
}

func (v *View) sources() []SourceView {
	var out []SourceView
	for _, s := range v.edition().Public.Sources() {
		out = append(out, v.source(s))
	}
	return out
}

func (v *View) source(s observation.Source) SourceView {
	return SourceView{
		Anchor: wording.Anchor(s.ID), Title: s.Title, Publisher: s.Publisher, Date: s.Date,
		URL: s.URL, Licence: s.Licence, Citation: s.Citation, Answers: v.edition().Citing[s.ID],
	}
}
