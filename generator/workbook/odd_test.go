package workbook

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/diag"
)

// oddWorkbooks is a collection of files of many programs, many of them broken
// or hostile, which lies beside the repository where there is one.
const oddWorkbooks = "../../../shared/data/odd-workbooks"

// watch samples the heap until it is stopped, and returns its peak. It fails
// the test at once when the work takes too long.
func watch(t *testing.T, name string, limit time.Duration) (stop func() uint64) {
	t.Helper()
	runtime.GC()
	var peak atomic.Uint64
	done, finished := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(finished)
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		tick := time.NewTicker(2 * time.Millisecond)
		defer tick.Stop()
		deadline := time.After(limit)
		for {
			metrics.Read(sample)
			peak.Store(max(peak.Load(), sample[0].Value.Uint64()))
			select {
			case <-done:
				return
			case <-deadline:
				panic(name + " takes more than " + limit.String()) // the goroutine under test cannot be ended
			case <-tick.C:
			}
		}
	}()
	return func() uint64 { close(done); <-finished; return peak.Load() }
}

// readEverything opens a file and scans all its sheets. The texts of plain
// cells come back by sheet and address.
func readEverything(t *testing.T, fsys fs.FS, name string) (opened bool, list diag.List, texts map[string]string) {
	t.Helper()
	book, list, err := Open(fsys, name, Limits{})
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if book == nil {
		return false, list, nil
	}
	defer book.Close()
	texts = map[string]string{}
	for _, sheet := range book.Sheets() {
		_, found, err := book.Scan(sheet.Name, func(row *Row) bool {
			for _, c := range row.Cells {
				if c.Kind == Text && !c.Formula {
					texts[fmt.Sprintf("%s!%s%d", sheet.Name, diag.ColumnName(c.Column), row.Number)] = c.Text
				}
			}
			return true
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		list.Add(found...)
	}
	return true, list, texts
}

func TestOddWorkbooks(t *testing.T) {
	if _, err := os.Stat(oddWorkbooks); err != nil {
		t.Skipf("there are no odd workbooks beside the repository: %v", err)
	}
	fsys := os.DirFS(oddWorkbooks)
	files, err := fs.Glob(fsys, "*/*")
	if err != nil || len(files) < 400 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var read, refused, agree, compared int
	var worstTime time.Duration
	var worstHeap uint64
	for _, name := range files {
		stop, start := watch(t, name, 10*time.Second), time.Now()
		opened, list, texts := readEverything(t, fsys, name)
		worstTime = max(worstTime, time.Since(start))
		heap := stop()
		worstHeap = max(worstHeap, heap)
		if heap > 512<<20 {
			t.Errorf("%s takes %d MB", name, heap>>20)
		}
		if path.Ext(name) == ".ods" && (!opened || len(list) > 0) {
			t.Errorf("%s is not read: %v", name, list)
		}
		if !opened {
			refused++
			if !list.HasErrors() {
				t.Errorf("%s is refused without a reason: %v", name, list)
			}
			continue
		}
		read++
		if path.Ext(name) == ".csv" || path.Ext(name) == ".ods" || list.HasErrors() || strings.Contains(name, "clusterfuzz") {
			continue
		}
		same, all := compareWithExcelize(t, name, texts)
		agree, compared = agree+same, compared+all
	}
	t.Logf("%d files: %d read, %d refused; the slowest took %v, the largest %d MB; %d of %d texts are those of excelize",
		len(files), read, refused, worstTime.Round(time.Millisecond), worstHeap>>20, agree, compared)
	if read < 380 || refused < 40 || compared < 10_000 {
		t.Errorf("too few: %d read, %d refused, %d compared", read, refused, compared)
	}
}

// excelizeDiffers are files whose texts excelize reads in another way.
var excelizeDiffers = map[string]string{
	"sheetjs/wtf_path.xlsx": "excelize looks for the shared texts in xl/sharedStrings.xml and nowhere else",
}

// compareWithExcelize counts how many of the texts excelize gives for the same
// cells. A file that excelize cannot read counts for nothing.
func compareWithExcelize(t *testing.T, name string, texts map[string]string) (same, all int) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Logf("excelize panics on %s: %v", name, r)
		}
	}()
	f, err := excelize.OpenFile(path.Join(oddWorkbooks, name))
	if err != nil {
		return 0, 0
	}
	defer f.Close()
	var wrong []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.Rows(sheet)
		if err != nil {
			continue
		}
		defer rows.Close()
		for number := 1; rows.Next(); number++ {
			columns, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				break
			}
			for i, got := range columns {
				at := fmt.Sprintf("%s!%s%d", sheet, diag.ColumnName(i+1), number)
				text, ok := texts[at]
				if !ok {
					continue
				}
				all++
				if got == text {
					same++
				} else {
					wrong = append(wrong, fmt.Sprintf("%s is %q, excelize says %q", at, text, got))
				}
			}
		}
	}
	if len(wrong) > 0 && excelizeDiffers[name] == "" {
		t.Errorf("%s: %d of %d texts differ: %s", name, len(wrong), all, strings.Join(wrong[:min(3, len(wrong))], "\n\t"))
	}
	return same, all
}
