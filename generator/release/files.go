package release

import (
	"bufio"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
)

// ManifestFile is the path of the manifest from the root of the site.
const ManifestFile = "data/manifest.json"

// idLength is how many hex digits of the checksum over all files make the id.
const idLength = 12

// Manifest names every data file of a release.
type Manifest struct {
	ID    string `json:"id"` // first 12 hex digits over all checksums
	Tool  string `json:"tool"`
	Files []File `json:"files"`
}

// IsManifest reports whether a file is the manifest of a release, and not some
// other program's file of that name.
func IsManifest(data []byte) bool {
	var m Manifest
	return json.Unmarshal(data, &m) == nil && len(m.ID) == idLength && m.Tool != ""
}

// File is one data file.
type File struct {
	Path      string `json:"path"` // from the root of the site, with slashes
	Programme string `json:"programme"`
	Table     string `json:"table"` // what its rows are: see [Tables]
	Rows      int    `json:"rows"`  // without the header
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	Invented  bool   `json:"invented,omitempty"`
}

// Create opens a file of the site for writing, by its path from the root.
type Create func(path string) (io.WriteCloser, error)

// Notice returns in a language of a programme the few words that mark invented
// data.
type Notice func(language string) (string, error)

// WriteFiles writes the data files and their manifest and returns the manifest.
// Files of invented programmes carry the notice: in the last column of each row,
// or beside the records of a JSON file.
func (r *Release) WriteFiles(create Create, notice Notice) (*Manifest, error) {
	var jobs []*job
	for _, p := range r.Programmes {
		marks, err := notices(p, notice)
		if err != nil {
			return nil, err
		}
		for _, t := range tablesOf(p) {
			jobs = append(jobs, &job{programme: p, table: t, marks: marks})
		}
	}
	writeTables(create, jobs)
	m := &Manifest{Tool: r.Info.Tool}
	all := sha256.New()
	for _, j := range jobs {
		if j.err != nil {
			return nil, fmt.Errorf("write %s: %w", j.path, j.err)
		}
		fmt.Fprintln(all, j.file.Path, j.file.SHA256)
		m.Files = append(m.Files, j.file)
	}
	m.ID = hex.EncodeToString(all.Sum(nil))[:idLength]
	return m, writeManifest(create, m)
}

func writeManifest(create Create, m *Manifest) error {
	w, err := create(ManifestFile)
	if err != nil {
		return fmt.Errorf("write %s: %w", ManifestFile, err)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		w.Close()
		return fmt.Errorf("write %s: %w", ManifestFile, err)
	}
	return w.Close()
}

// table is a data file that is still to be written.
type table struct {
	path    string
	name    string
	columns []string
	rows    func(p *disclosure.Public, emit func(row []string) error) error // nil for JSON

	// document writes a JSON file that is no table, with the notice that its data
	// are invented; nil for tables.
	document func(p *disclosure.Public, notice indicator.Text, w io.Writer) error
}

// notices returns the notice in the languages of an invented programme, nil for
// any other.
func notices(p *disclosure.Public, notice Notice) ([]string, error) {
	if !p.Programme().Invented {
		return nil, nil
	}
	var marks []string
	for _, language := range p.Programme().Languages {
		mark, err := notice(language)
		if err != nil {
			return nil, err
		}
		marks = append(marks, mark)
	}
	return marks, nil
}

// job is a table on its way into its file.
type job struct {
	table
	programme *disclosure.Public
	marks     []string // that the data are invented, by language; nil for real data
	file      File
	err       error
}

// writeTables writes the tables on all cores. Files are opened one at a time.
func writeTables(create Create, jobs []*job) {
	var opening sync.Mutex
	open := func(path string) (io.WriteCloser, error) {
		opening.Lock()
		defer opening.Unlock()
		return create(path)
	}
	queue := make(chan *job)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		workers.Go(func() {
			for j := range queue {
				j.file, j.err = j.write(open)
			}
		})
	}
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	workers.Wait()
}

// bufferSize is how much is written at once.
const bufferSize = 16 << 10

// write writes one file and measures it on the way.
func (j *job) write(create Create) (File, error) {
	f := File{Path: j.path, Programme: j.programme.Programme().ID, Table: j.name, Invented: j.marks != nil}
	w, err := create(j.path)
	if err != nil {
		return f, err
	}
	m := &measured{to: w, sum: sha256.New()}
	buffer := bufio.NewWriterSize(m, bufferSize)
	switch {
	case j.document != nil:
		f.Rows, err = 1, j.document(j.programme, j.notice(), buffer)
	case j.rows != nil:
		f.Rows, err = j.csv(buffer)
	default:
		f.Rows, err = j.json(buffer)
	}
	if err == nil {
		err = buffer.Flush()
	}
	if closeErr := w.Close(); err == nil {
		err = closeErr
	}
	f.Bytes, f.SHA256 = m.bytes, hex.EncodeToString(m.sum.Sum(nil))
	return f, err
}

// InventedColumn heads the last column of invented data.
const InventedColumn = "invented"

// csv writes the rows as CSV (RFC 4180 with line feeds, UTF-8) and counts them.
func (j *job) csv(w io.Writer) (rows int, err error) {
	out := csv.NewWriter(w)
	mark := strings.Join(j.marks, " · ")
	write := func(row []string, last string) error {
		if j.marks != nil {
			row = append(slices.Clip(row), last)
		}
		return out.Write(row)
	}
	err = write(j.columns, InventedColumn)
	if err == nil {
		err = j.rows(j.programme, func(row []string) error {
			rows++
			return write(row, mark)
		})
	}
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	return rows, err
}

// measured counts and sums what passes through to a writer.
type measured struct {
	to    io.Writer
	sum   hash.Hash
	bytes int64
}

func (m *measured) Write(b []byte) (int, error) {
	n, err := m.to.Write(b)
	m.bytes += int64(n)
	m.sum.Write(b[:n])
	return n, err
}
