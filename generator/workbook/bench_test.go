//go:build unix

package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"
)

const benchRows = 100_000

// benchWorkbook is the table of the speed target: 100,000 rows of 8 columns,
// four of shared texts (one of them different in each row), three of numbers
// and one of dates, spelled as Excel spells them.
func benchWorkbook(t testing.TB) []byte {
	var h handMade
	for i := range 1000 {
		h.shared = append(h.shared, fmt.Sprintf("<t>place-%03d</t>", i))
	}
	for i := range benchRows {
		h.shared = append(h.shared, fmt.Sprintf("<t>Seen in annual report no. %d, page %d &amp; annex</t>", i, i%97))
	}
	var b strings.Builder
	for i := range benchRows {
		r := i + 1
		fmt.Fprintf(&b, `<row r="%d" spans="1:8" x14ac:dyDescent="0.25"><c r="A%d" t="s"><v>%d</v></c><c r="B%d"><v>%d</v></c><c r="C%d" t="s"><v>%d</v></c>`, r, r, i%200, r, 1999+i%16, r, 200+i%60)
		fmt.Fprintf(&b, `<c r="D%d"><v>%g</v></c><c r="E%d" s="1"><v>%d</v></c><c r="F%d" t="s"><v>%d</v></c><c r="G%d"><v>%d</v></c><c r="H%d" t="s"><v>%d</v></c></row>`, r, float64(i)*0.37, r, 36526+i%5000, r, 900+i%5, r, i, r, 1000+i)
	}
	h.rows = b.String()
	return h.bytes(t)
}

// cpu returns the processor time of this process, garbage collector included.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// reportCPU reports the processor time per operation next to the wall time.
func reportCPU(b *testing.B, since time.Duration) {
	b.ReportMetric(float64(cpu()-since)/float64(b.N)/1e6, "cpu-ms/op")
}

// benchScan opens and scans a workbook of n cells.
func benchScan(b *testing.B, data []byte, n int) {
	fsys := fstest.MapFS{"t.xlsx": {Data: data}}
	b.ReportAllocs()
	start := cpu()
	for b.Loop() {
		book, list, err := Open(fsys, "t.xlsx", Limits{})
		if err != nil || len(list) > 0 {
			b.Fatal(list, err)
		}
		cells := 0
		_, list, err = book.Scan("Data", func(row *Row) bool { cells += len(row.Cells); return true })
		if err != nil || len(list) > 0 || cells != n {
			b.Fatal(cells, list, err)
		}
		book.Close()
	}
	reportCPU(b, start)
}

func BenchmarkScan(b *testing.B) { benchScan(b, benchWorkbook(b), benchRows*8) }

// BenchmarkScanInline reads what Write writes: texts in the cells themselves.
func BenchmarkScanInline(b *testing.B) { benchScan(b, benchWritten(b), benchRows*8) }

// BenchmarkScanEmptyRows reads 100,000 rows of eight empty cells with a style.
func BenchmarkScanEmptyRows(b *testing.B) {
	var rows strings.Builder
	for i := range benchRows {
		fmt.Fprintf(&rows, `<row r="%d" spans="1:8" s="1" customFormat="1">`, i+1)
		for c := range 8 {
			fmt.Fprintf(&rows, `<c r="%c%d" s="1"/>`, 'A'+c, i+1)
		}
		rows.WriteString("</row>")
	}
	benchScan(b, handMade{rows: rows.String()}.bytes(b), 0)
}

func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	start := cpu()
	for b.Loop() {
		benchWritten(b)
	}
	reportCPU(b, start)
}

// benchWritten is the same table as benchWorkbook, by Write.
func benchWritten(b *testing.B) []byte {
	rows := make([][]any, benchRows)
	for i := range rows {
		rows[i] = []any{fmt.Sprintf("place-%03d", i%200), 1999 + i%16, fmt.Sprintf("place-%03d", 200+i%60), float64(i) * 0.37,
			Date{Year: 2000 + i%14, Month: 1 + i%12, Day: 1 + i%28}, fmt.Sprintf("place-%03d", 900+i%5), i,
			fmt.Sprintf("Seen in annual report no. %d, page %d & annex", i, i%97)}
	}
	var out bytes.Buffer
	if err := Write(&out, []NewSheet{{Name: "Data", Rows: rows}}); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkExcelizeRows is the bare pass that the speed target is measured
// against.
func BenchmarkExcelizeRows(b *testing.B) { benchExcelize(b, benchWorkbook(b)) }

func BenchmarkExcelizeRowsInline(b *testing.B) { benchExcelize(b, benchWritten(b)) }

func benchExcelize(b *testing.B, data []byte, opts ...excelize.Options) {
	b.ReportAllocs()
	start := cpu()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Data")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			columns, err := rows.Columns(opts...)
			if err != nil {
				b.Fatal(err)
			}
			n += len(columns)
		}
		if n != benchRows*8 {
			b.Fatalf("%d cells", n)
		}
		rows.Close()
		f.Close()
	}
	reportCPU(b, start)
}
