package browser

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long one step in a tab may take before it counts as hung.
const patience = time.Minute

// View is how a page is looked at.
type View struct {
	Width, Height int  // in CSS pixels
	Dark          bool // the reader prefers dark colours
	Print         bool // as it would look on paper
	NoScript      bool // JavaScript is off; only a later visit heeds it
}

// Tab is an open tab.
type Tab struct {
	ctx  context.Context
	stop context.CancelFunc
	log  *log
}

// Open opens a tab.
func (b *Browser) Open(v View) (*Tab, error) {
	t := &Tab{log: newLog()}
	t.ctx, t.stop = chromedp.NewContext(b.ctx)
	err := chromedp.Listen(t.ctx, t.hear)
	if err == nil {
		err = t.SetView(v)
	}
	if err != nil {
		t.Close()
		return nil, fmt.Errorf("open a tab: %w", err)
	}
	return t, nil
}

// Close closes the tab.
func (t *Tab) Close() { t.stop() }

// hear notes an event, and answers a dialog that a script opened, which would
// stop the tab.
func (t *Tab) hear(event any) {
	t.log.hear(event)
	if _, ok := event.(*page.EventJavascriptDialogOpening); ok {
		go run(t, call(page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true}))
	}
}

// run does something in the tab, within the bounds of patience.
func run[T any](t *Tab, action chromedp.Action[T]) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, action)
}

// call makes an action of a command of the protocol.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// SetView changes how the page is looked at.
func (t *Tab) SetView(v View) error {
	scheme := "light"
	if v.Dark {
		scheme = "dark"
	}
	medium := ""
	if v.Print {
		medium = "print"
	}
	_, err := run(t, chromedp.Steps(
		call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: int64(v.Width), Height: int64(v.Height), DeviceScaleFactor: 1,
		}),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}}),
		call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.NoScript}),
		// A tab in the background has the focus too, so that tabs can share a window.
		call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}),
	))
	return err
}

// Visit goes to an address and waits until everything is loaded. Complaints
// about the page before are forgotten.
func (t *Tab) Visit(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("visit %s: %w", address, err)
	}
	t.log.begin(u.Host)
	if _, err := run(t, chromedp.Navigate(address)); err != nil {
		return fmt.Errorf("visit %s: %w", address, err)
	}
	return nil
}

// Eval evaluates JavaScript in the page, waits for its promise if it is one,
// and returns the result. It works where scripts are off, too.
func Eval[T any](t *Tab, expression string) (T, error) {
	out, err := run(t, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return out, fmt.Errorf("evaluate %.60s: %w", expression, err)
	}
	return out, nil
}

// Wait waits until an expression is true. It asks from outside, since the
// policy of a page may forbid it to make functions out of text.
func (t *Tab) Wait(expression string) error {
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		done, err := Eval[bool](t, "Boolean("+expression+")")
		switch {
		case err != nil && !isReload(err): // else it is being loaded anew, and can be asked again
			return err
		case done:
			return nil
		case time.Now().After(end):
			return fmt.Errorf("wait for %.60s: it never came", expression)
		}
	}
}

// isReload reports whether an expression came to no end because the page it was
// about went away meanwhile.
func isReload(err error) bool {
	var e *cdproto.Error
	return errors.As(err, &e) && e.Code == -32000 && strings.Contains(e.Message, "navigated or closed")
}

// Press types keys at whatever has the focus. Package kb of chromedp names
// those that are no characters.
func (t *Tab) Press(keys string) error {
	_, err := run(t, chromedp.KeyEvent(keys))
	return err
}

// PDF prints the page on A4, with the tags that screen readers need.
func (t *Tab) PDF() ([]byte, error) {
	return run(t, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize(), chromedp.PDFOutlineAndTagged()))
}

// Complaints returns what the browser complained about since the last visit.
func (t *Tab) Complaints() []string { return t.log.all() }
