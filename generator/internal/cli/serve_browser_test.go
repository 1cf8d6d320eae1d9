package cli_test

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/internal/browser"
)

// A coordinator has a page open and saves a workbook. The page changes by
// itself; a mistake is told on it, and goes away when it is mended.
func TestSavedWorkbookShowsInTheBrowser(t *testing.T) {
	path, ok := browser.Find()
	if !ok {
		t.Skip("there is no Chromium on this machine")
	}
	dir := filepath.Join(t.TempDir(), "p")
	w := world{variables: map[string]string{"SOURCE_DATE_EPOCH": "1719792000"}}
	if status := w.run(t.Context(), "init", dir); status != 0 {
		t.Fatal(w.err.String())
	}
	address := serve(t, dir)
	b, err := browser.Start(t.Context(), path, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	tab, err := b.Open(browser.View{Width: 900, Height: 600})
	if err != nil {
		t.Fatal(err)
	}
	defer tab.Close()
	if err := tab.Visit(address + "en/example/millbrook/"); err != nil {
		t.Fatal(err)
	}
	wait := func(expression string) {
		t.Helper()
		if err := tab.Wait(expression); err != nil {
			t.Fatal(err)
		}
	}
	wait(`document.body?.innerText.includes("55.3")`)
	save(t, dir, 4)
	wait(`document.body?.innerText.includes("67.8")`)
	save(t, dir, "nine")
	wait(`document.querySelector(".tipscore-banner")?.innerText.includes("1 error in 1 file")`)
	if _, err := browser.Eval[bool](tab, `(document.querySelector(".tipscore-banner a").click(), true)`); err != nil {
		t.Fatal(err)
	}
	wait(`document.body?.innerText.includes("LAND-1.xlsx!Prevention!D4")`)
	save(t, dir, 3)
	wait(`document.body?.innerText.includes("No problems")`)
	if list := tab.Complaints(); len(list) > 0 {
		t.Errorf("the browser complains: %q", list)
	}
}

// save types into the cell of Alderland's prosecution in 2024.
func save(t *testing.T, dir string, value any) {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(dir, "data", "example", "workbooks", "LAND-1.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.SetCellValue("Prevention", "D4", value); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

var servedAt = regexp.MustCompile(`http://localhost:\d+/`)

// serve previews the project until the test ends, and returns the address once
// the site is there.
func serve(t *testing.T, dir string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	w := &world{}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.run(ctx, "serve", "-s", dir, "--port", "0")
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	for !strings.Contains(w.err.String(), "built in") {
		select {
		case <-ended:
			t.Fatalf("serve ended: %s", w.err.String())
		case <-time.After(10 * time.Millisecond):
		}
	}
	return servedAt.FindString(w.err.String())
}
