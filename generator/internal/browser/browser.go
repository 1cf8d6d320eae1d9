// Package browser opens pages in a headless Chromium for tests, and notes all
// that the browser complains about while it shows them.
//
//	b, err := browser.Start(t.Context(), path, t.TempDir())
//	defer b.Close()
//	tab, err := b.Open(browser.View{Width: 320, Height: 640, Dark: true})
//	defer tab.Close()
//	err = tab.Visit(server.URL + "/en/")
//	width, err := browser.Eval[int](tab, "document.documentElement.scrollWidth")
//	tab.Complaints() // errors on the console, requests that failed or left the host
//
// It is a thin layer on chromedp, which speaks the browser's own protocol, so
// no driver, no Node.js and no network is needed.
//
// Invariants: the browser starts from an empty profile and is told to contact
// nobody by itself; every complaint since the last visit is kept, in order.
package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// Find returns the path of a Chromium or Chrome on this machine.
func Find() (path string, ok bool) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, true
		}
	}
	mac := "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
	_, err := os.Stat(mac)
	return mac, err == nil
}

// Browser is a running browser.
type Browser struct {
	ctx  context.Context
	stop []context.CancelFunc
}

// Start runs the browser at a path with an empty profile in a folder.
func Start(ctx context.Context, path, profile string) (*Browser, error) {
	// The defaults keep the browser from contacting anybody by itself and from
	// asking questions; what follows makes it the same on every machine. Pages
	// are our own, and containers have no user namespaces for the sandbox.
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(profile),
		chromedp.Flag("no-sandbox", true), chromedp.Flag("disable-gpu", true), chromedp.Flag("no-first-run", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true),
	)
	allocator, stop := chromedp.NewExecAllocator(ctx, options...)
	b := &Browser{stop: []context.CancelFunc{stop}}
	b.ctx, stop = chromedp.NewContext(allocator)
	b.stop = append(b.stop, stop)
	if err := chromedp.Do(b.ctx); err != nil {
		b.Close()
		return nil, fmt.Errorf("start the browser: %w", err)
	}
	return b, nil
}

// Close ends the browser and waits until it is gone.
func (b *Browser) Close() {
	if b.ctx != nil {
		chromedp.Cancel(b.ctx)
	}
	for i := len(b.stop) - 1; i >= 0; i-- {
		b.stop[i]()
	}
}
