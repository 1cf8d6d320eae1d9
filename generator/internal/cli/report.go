package cli

import (
	"bytes"
	"fmt"
	"time"

	"tipscore/generator/diag"
	"tipscore/generator/internal/preview"
)

// reporter tells on the terminal what saves have led to. A file that is saved
// slowly is damaged for a while, and each look at it finds the same: that is
// said once.
type reporter struct {
	*app
	address string
	trouble string // what was last said to be wrong, "" after a good build
	built   bool   // there is a site to see
}

func (r *reporter) report(e preview.Event) {
	cause := ""
	switch n := len(e.Changed); {
	case n == 1:
		cause = e.Changed[0] + " changed: "
	case n > 1:
		cause = fmt.Sprintf("%s and %d more changed: ", e.Changed[0], n-1)
	}
	var trouble bytes.Buffer
	switch {
	case e.Failure != nil:
		trouble.WriteString(e.Failure.Error())
	case e.Findings.HasErrors():
		if err := diag.WriteText(&trouble, e.Findings, r.errOptions(e.Scope)); err != nil {
			return // a buffer takes everything
		}
	}
	same := trouble.String() == r.trouble
	r.trouble = trouble.String()
	site, problems := "there is no site yet", r.address+"__tipscore/problems"
	if r.built {
		site = "the site stays as it was"
	}
	switch {
	case trouble.Len() == 0:
		r.built = true
		took := e.Took.Round(10 * time.Millisecond)
		r.say(fmt.Sprintf("%sbuilt in %s, %s", cause, took, e.Findings.Summary(e.Scope)), "")
	case same && e.Again:
	case same:
		r.say(cause+"the same problems as before, "+site, "they are also at "+problems)
	case e.Failure != nil:
		r.say(cause+r.trouble, site+"; the problem is also at "+problems)
	default:
		r.streams.Err.Write(trouble.Bytes())
		r.say(cause+site, "the problems are also at "+problems)
	}
}
