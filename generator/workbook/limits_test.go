package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// rowsOf is the content of a sheet with n rows of one cell.
func rowsOf(n int, cell string) string { return strings.Repeat("<row>"+cell+"</row>", n) }

func TestLimits(t *testing.T) {
	one := `<c><v>1</v></c>`
	for _, test := range []struct {
		name   string
		data   []byte
		limits Limits
		want   string
	}{
		{"file", workbookBytes(t), Limits{FileBytes: 100}, "over-limit"},
		{"parts", workbookBytes(t), Limits{Parts: 3}, "over-limit"},
		{"unpacked by a sheet", handMade{rows: rowsOf(1000, one)}.bytes(t), Limits{UnpackedBytes: 10_000}, "over-limit !Data!"},
		{"unpacked by the texts", handMade{shared: []string{"<t>" + strings.Repeat("long ", 9999) + "</t>"}}.bytes(t), Limits{UnpackedBytes: 10_000}, "over-limit"},
		{"styles", handMade{replace: []part{{"xl/styles.xml", "<styleSheet>" + strings.Repeat("<fonts count=\"999\"></fonts>", outlineBytes/26)}}}.bytes(t), Limits{Ratio: 1e6}, "over-limit"},
		{"directory", zipOf(t, slices.Repeat([]part{{"part.xml", "<a/>"}}, 6000)...), Limits{Parts: 3}, "over-limit"},
		{"shared texts", handMade{shared: []string{"<t>abcdefgh</t>", "<t/>", "<t/>"}}.bytes(t), Limits{SharedBytes: 50}, "over-limit"},
		{"ratio of a sheet", handMade{rows: rowsOf(100_000, one)}.bytes(t), Limits{Ratio: 10}, "over-limit !Data!"},
		{"ratio of the texts", handMade{shared: []string{"<t>" + strings.Repeat("x", 1<<20) + "</t>"}}.bytes(t), Limits{}, "over-limit"},
		{"cells", handMade{rows: rowsOf(10, one+one)}.bytes(t), Limits{Cells: 15}, "over-limit !Data!8"},
		{"text in a cell", handMade{rows: `<row><c t="str"><v>` + strings.Repeat("é", 60) + `</v></c></row>`}.bytes(t), Limits{StringBytes: 100}, "text-too-long !Data!A1"},
		{"inline text", handMade{rows: `<row><c t="inlineStr"><is><r><t>` + strings.Repeat("x", 60) + `</t></r><r><t>` + strings.Repeat("x", 60) + `</t></r></is></c></row>`}.bytes(t), Limits{StringBytes: 100}, "text-too-long !Data!A1"},
		{"shared text", handMade{rows: `<row><c t="s"><v>1</v></c></row>`, shared: []string{"<t/>", "<t>" + strings.Repeat("x", 101) + "</t>"}}.bytes(t), Limits{StringBytes: 100}, "text-too-long !Data!A1"},
		{"row", handMade{rows: "<row>" + strings.Repeat(`<c t="str"><v>`+strings.Repeat("x", 1<<20)+`</v></c>`, 17) + "</row>"}.bytes(t), Limits{StringBytes: 1 << 21, Ratio: 5000}, "over-limit !Data!1"},
		{"merged", handMade{after: "<mergeCells>" + strings.Repeat(`<mergeCell ref="A1:B2"/>`, maxMerged+1) + "</mergeCells>"}.bytes(t), Limits{Ratio: 5000}, "over-limit !Data"},
		{"many broken cells", handMade{rows: "<row>" + strings.Repeat(`<c><v>x</v></c>`, 200) + "</row>"}.bytes(t), Limits{}, "broken-cell !Data!A1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			book, list := openBytes(t, "t.xlsx", test.data, test.limits)
			got := rules(list)
			if book != nil {
				_, findings, _ := scanAll(t, book, "Data")
				got = append(got, findings...)
			}
			if len(got) == 0 || !strings.HasPrefix(got[0], test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if len(got) > maxFindings+1 {
				t.Errorf("%d findings", len(got))
			}
		})
	}
}

// Two sheets count together, and one that is read again counts once.
func TestUnpackedBytesOfAllSheets(t *testing.T) {
	sheet := `<worksheet ` + mainNamespace + `><sheetData>` + variedRows(3000) + `</sheetData></worksheet>`
	data := with(t, []part{
		workbookPart(`<sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Other" sheetId="2" r:id="rId2"/>`),
		{"xl/_rels/workbook.xml.rels", relationships(`<Relationship Id="rId1" Type="` + relType + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relType + `worksheet" Target="worksheets/sheet2.xml"/>`)},
		{"xl/worksheets/sheet1.xml", sheet},
	}, []part{{"xl/worksheets/sheet2.xml", sheet}})
	book, list := openBytes(t, "t.xlsx", data, Limits{UnpackedBytes: int64(len(sheet)) * 3 / 2})
	if book == nil {
		t.Fatal(list)
	}
	for range 3 {
		if cells, findings, _ := scanAll(t, book, "Data"); len(cells) != 3000 || len(findings) > 0 {
			t.Errorf("%d cells, %q", len(cells), findings)
		}
	}
	if _, findings, _ := scanAll(t, book, "Other"); len(findings) != 1 || !strings.HasPrefix(findings[0], "over-limit !Other") {
		t.Errorf("findings: %q", findings)
	}
}

func TestDefaultLimitsDoNotStopHonestFiles(t *testing.T) {
	var b bytes.Buffer
	rows := make([][]any, 50_000)
	for i := range rows {
		rows[i] = []any{"DOM", 2014, "prosecution", 3, "observed"} // as alike as can be
	}
	if err := Write(&b, []NewSheet{{Name: "Data", Header: []string{"jurisdiction", "period", "indicator", "value", "state"}, Rows: rows}}); err != nil {
		t.Fatal(err)
	}
	book, list := openBytes(t, "t.xlsx", b.Bytes(), Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	n := 0
	if _, list, err := book.Scan("Data", func(*Row) bool { n++; return true }); err != nil || len(list) > 0 || n != 50_001 {
		t.Errorf("%d rows, %v, %v", n, list, err)
	}
}

// A million empty rows with styled cells in them, and one answer at the end.
func TestMillionEmptyRows(t *testing.T) {
	rows := make([]byte, 0, 80<<20)
	for r := 1; r < maxRow; r++ {
		rows = append(strconv.AppendInt(append(rows, `<row r="`...), int64(r), 10), `" s="1" customFormat="1"><c s="1"/><c s="1"/><c s="1"/></row>`...)
	}
	rows = append(rows, `<row r="1048576"><c r="B1048576"><v>7</v></c></row>`...)
	data := handMade{rows: string(rows)}.bytes(t)
	book, list := openBytes(t, "t.xlsx", data, Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	cells, findings, _ := scanAll(t, book, "Data")
	runtime.ReadMemStats(&after)
	compare(t, "cells", cells, []string{"B1048576 number 7 7"})
	compare(t, "findings", findings, nil)
	if cost := after.TotalAlloc - before.TotalAlloc; cost > 1<<20 {
		t.Errorf("the scan allocated %d bytes", cost)
	}
}

// A zip whose directory says that a part is small does not get around the
// limits, and one whose sum is wrong is damaged.
func TestZipHeadersAreNotTrusted(t *testing.T) {
	honest := handMade{rows: rowsOf(100_000, `<c><v>1</v></c>`)}.bytes(t)
	lying := bytes.Clone(honest)
	for at := 0; ; {
		i := bytes.Index(lying[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		binary.LittleEndian.PutUint32(lying[at+20:], 100) // unpacked size
	}
	if bytes.Equal(honest, lying) {
		t.Fatal("nothing was changed")
	}
	book, list := openBytes(t, "t.xlsx", lying, Limits{UnpackedBytes: 1 << 20})
	if book == nil {
		t.Fatal(list)
	}
	if _, findings, _ := scanAll(t, book, "Data"); len(findings) != 1 || !strings.HasPrefix(findings[0], "over-limit") {
		t.Errorf("findings: %q", findings)
	}
	sum := handMade{rows: variedRows(1000)}.bytes(t)
	i := bytes.LastIndex(sum, []byte("PK\x01\x02"))
	sum[i+16] ^= 1 // the sum of the sheet, the last part
	book, list = openBytes(t, "t.xlsx", sum, Limits{})
	if book == nil {
		t.Fatal(list)
	}
	cells, findings, _ := scanAll(t, book, "Data")
	if len(cells) != 1000 || len(findings) != 1 || !strings.HasPrefix(findings[0], "damaged-workbook") {
		t.Errorf("%d cells, findings %q", len(cells), findings)
	}
}

func TestZipOddities(t *testing.T) {
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, p := range (handMade{rows: rowsOf(1, `<c><v>1</v></c>`)}).parts() {
		h := &zip.FileHeader{Name: p.name, Method: zip.Store}
		if p.name == "xl/styles.xml" {
			h.Flags |= 1
		}
		w, err := zw.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	_, list := openBytes(t, "t.xlsx", b.Bytes(), Limits{})
	compare(t, "a zip with a password", rules(list), []string{"encrypted-workbook"})

	// Methods that workbooks do not use, in the directory and before the part.
	data := workbookBytes(t)
	for _, magic := range []string{"PK\x01\x02", "PK\x03\x04"} {
		offset := map[string]int{"PK\x01\x02": 10, "PK\x03\x04": 8}[magic]
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte(magic))
			if i < 0 {
				break
			}
			at += i + 4
			data[at-4+offset] = 12 // bzip2
		}
	}
	_, list = openBytes(t, "t.xlsx", data, Limits{})
	compare(t, "bzip2", rules(list), []string{"damaged-workbook"})
}

// brokenFS is a file system whose files fail after some bytes.
type brokenFS struct {
	fstest.MapFS
	after int64
	stat  error
}

var errDisk = errors.New("the disk is gone")

type brokenFile struct {
	fs.File
	fsys brokenFS
}

func (f brokenFS) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	return &brokenFile{file, f}, err
}

func (f *brokenFile) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	if f.fsys.stat != nil {
		err = f.fsys.stat
	}
	return info, err
}

func (f *brokenFile) ReadAt(p []byte, at int64) (int, error) {
	if at+int64(len(p)) > f.fsys.after {
		return 0, errDisk
	}
	return f.File.(io.ReaderAt).ReadAt(p, at)
}

// A disk that cannot be read is the tool's trouble and not the user's.
func TestReadErrorsAreErrors(t *testing.T) {
	for name, data := range map[string][]byte{
		"t.xlsx": handMade{rows: variedRows(2000)}.bytes(t),
		"t.csv":  bytes.Repeat([]byte("a,b\n"), 10_000),
		"t.xls":  readFile(t, "testdata/libreoffice.xls"),
	} {
		for after := int64(0); after <= int64(len(data)); after += int64(len(data)) / 7 {
			fsys := brokenFS{MapFS: fstest.MapFS{name: {Data: data}}, after: after}
			book, list, err := Open(fsys, name, Limits{})
			if book != nil {
				_, list, err = book.Scan(book.Sheets()[0].Name, func(*Row) bool { return true })
			}
			if !errors.Is(err, errDisk) && after < int64(len(data)) || len(list) > 0 && err != nil {
				t.Errorf("%s after %d of %d bytes: %v, %v", name, after, len(data), list, err)
			}
		}
		if _, _, err := Open(brokenFS{MapFS: fstest.MapFS{name: {Data: data}}, stat: errDisk}, name, Limits{}); !errors.Is(err, errDisk) {
			t.Errorf("%s: Stat fails: %v", name, err)
		}
	}
}

// variedRows is rows of different numbers, so that they do not pack well.
func variedRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row><c><v>%d</v></c></row>`, i*i*7919%1_000_003)
	}
	return b.String()
}

// plainFile hides ReadAt, as files of some file systems do.
type plainFS struct{ fstest.MapFS }

type plainFile struct{ fs.File }

func (f plainFS) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	return plainFile{file}, err
}

func TestFilesWithoutRandomAccess(t *testing.T) {
	fsys := plainFS{fstest.MapFS{"t.xlsx": {Data: workbookBytes(t)}}}
	book, list, err := Open(fsys, "t.xlsx", Limits{})
	if err != nil || book == nil || len(list) > 0 {
		t.Fatal(list, err)
	}
	defer book.Close()
	cells, _, _ := scanAll(t, book, "Data")
	compare(t, "cells", cells, []string{"A1 number 1 1"})
}
