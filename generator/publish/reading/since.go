package reading

import (
	"fmt"

	"tipscore/generator/indicator"
)

// Since is what a cumulative count counts from.
type Since struct {
	ISODate string // templates write it in the language's way
	Event   string
}

// Since returns what an indicator counts from, nil where it counts by period.
func (r *Reader) Since(i *indicator.Indicator) *Since {
	s := r.Def.Start(i.ID)
	if s == nil {
		return nil
	}
	return &Since{ISODate: fmt.Sprintf("%04d-%02d-%02d", s.Year, s.Month, s.Day), Event: r.Text(s.Event)}
}
