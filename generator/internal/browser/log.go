package browser

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"

	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// log keeps the complaints of a tab. The browser's events come on a goroutine
// of their own.
type log struct {
	mutex sync.Mutex
	host  string
	list  []string
	asked map[network.RequestID]string // address by request
}

func newLog() *log { return &log{asked: map[network.RequestID]string{}} }

// begin forgets everything and allows requests to a host.
func (l *log) begin(host string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.host, l.list = host, nil
	clear(l.asked)
}

func (l *log) all() []string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return slices.Clone(l.list)
}

func (l *log) add(format string, args ...any) { l.list = append(l.list, fmt.Sprintf(format, args...)) }

func (l *log) hear(event any) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		switch e.Type {
		case runtime.ConsoleAPICalledTypeError, runtime.ConsoleAPICalledTypeWarning, runtime.ConsoleAPICalledTypeAssert:
			l.add("console: %s", said(e.Args))
		}
	case *runtime.EventExceptionThrown:
		l.add("exception: %s", e.ExceptionDetails.Text+" "+said([]*runtime.RemoteObject{e.ExceptionDetails.Exception}))
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError || e.Entry.Level == cdplog.EntryLevelWarning {
			l.add("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *page.EventJavascriptDialogOpening:
		l.add("dialog: %s", e.Message)
	case *network.EventRequestWillBeSent:
		l.asked[e.RequestID] = e.Request.URL
		if u, err := url.Parse(e.Request.URL); err != nil || u.Host != l.host && u.Scheme != "data" && u.Scheme != "blob" {
			l.add("request to another host: %s", e.Request.URL)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			l.add("status %d: %s", e.Response.Status, e.Response.URL)
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			l.add("request failed: %s: %s", e.ErrorText, l.asked[e.RequestID])
		}
	}
}

// said joins the arguments of a console call.
func said(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		if a == nil {
			continue
		}
		text := string(a.Value)
		if text == "" {
			text = a.Description
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}
