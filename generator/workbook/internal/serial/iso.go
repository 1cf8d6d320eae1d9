package serial

import (
	"strings"
	"time"
)

// ParseISO returns the serial number of a date in ISO 8601, with or without a
// time: 2014-12-31T12:00:00 is 42004.5 in the 1900 system.
func ParseISO(text string, from1904 bool) (float64, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04"} {
		t, err := time.Parse(layout, strings.TrimSpace(text))
		if err != nil {
			continue
		}
		n, ok := Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}.Encode(from1904)
		clock := time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second
		return n + clock.Hours()/24, ok
	}
	return 0, false
}
