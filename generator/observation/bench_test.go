//go:build unix

package observation

import (
	"bytes"
	"fmt"
	"runtime"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

const benchRows = 100_000

// bigTable is a workbook of 100,000 answers, as a programme of bulk data has
// it: most are codes, some have comments of their own.
func bigTable(tb testing.TB, p *programme.Programme) []byte {
	tb.Helper()
	names := []string{"law-01", "law-02", "law-03", "fig-victims", "fig-rate", "fig-days"}
	values := []any{"yes", 4.0, 37.5, 12.0, 4.8, 45.0}
	rows := make([][]any, benchRows)
	for i := range rows {
		k := i % len(names)
		var comment any
		if i%10 == 0 {
			comment = fmt.Sprintf("seen on page %d of the report", i)
		}
		rows[i] = []any{
			string(p.Jurisdictions[i%len(p.Jurisdictions)].ID), p.Periods[i/7%len(p.Periods)].String(), names[k],
			values[k], nil, comment, fmt.Sprintf("s%d; s%d", i%50, i%7),
		}
	}
	var b bytes.Buffer
	err := workbook.Write(&b, []workbook.NewSheet{{
		Name:   "Data",
		Header: []string{"jurisdiction", "period", "indicator", "value", "state", "comment", "sources"},
		Rows:   rows,
	}})
	if err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// cpu returns the processor time of this process, garbage collector included.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkDecode100k reads one file three ways in turn and reports what the
// decoder costs above a bare scan, and both in terms of the rows of excelize.
func BenchmarkDecode100k(b *testing.B) {
	p := Demo(b)
	data := bigTable(b, p)
	fsys := fstest.MapFS{"big.xlsx": {Data: data}}
	var rows, scan, decode time.Duration
	for b.Loop() {
		rows += spent(func() { excelizeRows(b, data) })
		scan += spent(func() {
			book := openBig(b, fsys)
			defer book.Close()
			if _, _, err := book.Scan("Data", func(*workbook.Row) bool { return true }); err != nil {
				b.Fatal(err)
			}
		})
		decode += spent(func() {
			book := openBig(b, fsys)
			defer book.Close()
			a, findings, err := Decode(book, p)
			if err != nil || len(findings) > 0 || len(a.Observations) != benchRows {
				b.Fatal(err, len(findings), len(a.Observations))
			}
		})
	}
	b.ReportMetric(float64(rows)/float64(b.N)/1e6, "rows-cpu-ms")
	b.ReportMetric(float64(scan)/float64(rows), "scan/rows")
	b.ReportMetric(float64(decode)/float64(rows), "decode/rows")
	b.ReportMetric(float64(decode-scan)/float64(rows), "overhead/rows")
}

func spent(f func()) time.Duration {
	runtime.GC() // the garbage of the one before is not this one's cost
	start := cpu()
	f()
	return cpu() - start
}

func openBig(b *testing.B, fsys fstest.MapFS) *workbook.Book {
	book, findings, err := workbook.Open(fsys, "big.xlsx", workbook.Limits{})
	if err != nil || book == nil {
		b.Fatal(err, findings)
	}
	return book
}

func excelizeRows(b *testing.B, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Data")
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
	}
}
