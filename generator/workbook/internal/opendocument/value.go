package opendocument

import (
	"strconv"
	"strings"

	"tipscore/generator/workbook/internal/serial"
	"tipscore/generator/workbook/internal/xmlscan"
)

// decode makes a cell out of its raw value and of the text that was found in
// it. It returns false for an empty one. A value that is none makes it Unread,
// with what stands there in Text.
func (s *scan) decode(cell *Cell, raw rawCell) bool {
	cell.Text = raw.value
	switch {
	case raw.failed && len(s.text) > 0:
		cell.Kind, cell.Text = Error, string(s.text)
		return true
	case raw.kind == "" || raw.kind == "void":
		if len(s.text) == 0 {
			cell.Kind, cell.NoValue = Empty, cell.Formula
			return cell.Formula
		}
		cell.Kind, cell.Text = Text, string(s.text)
		return true
	case raw.kind == "string":
		if cell.Kind = Text; !raw.given {
			cell.Text = string(s.text)
			return len(s.text) > 0
		}
		if !xmlscan.ValidText([]byte(cell.Text)) {
			cell.Kind, cell.Text = Unread, ""
			return true
		}
		return cell.Text != ""
	}
	ok := false
	switch raw.kind {
	case "float", "percentage", "currency":
		cell.Kind = Number
		cell.Number, ok = xmlscan.ParseNumber(raw.value)
	case "date":
		// The serials of 1900 are what Book.Date knows. A day before them stays
		// text, as it does in an .xlsx.
		cell.Kind, cell.IsDate, ok = Number, true, true
		if cell.Number, ok = serial.ParseISO(raw.value, false); !ok && isDay(raw.value) {
			cell.Kind, cell.IsDate, cell.Number, ok = Text, false, 0, true
		}
	case "time":
		cell.Kind, cell.IsDate = Number, true
		cell.Number, ok = duration(raw.value)
	case "boolean":
		cell.Kind, cell.Text = Bool, strings.ToUpper(raw.value)
		ok = raw.value == "true" || raw.value == "false"
	}
	if !ok {
		*cell = Cell{Kind: Unread, Text: raw.value}
		if !raw.given {
			cell.Text = string(s.text)
		}
	}
	return true
}

// isDay reports whether the text is a date of the years that have four digits,
// in the spelling of ISO 8601, or one before them.
func isDay(text string) bool {
	text = strings.TrimPrefix(text, "-")
	return len(text) >= 10 && len(text) <= 40 && strings.Trim(text, "0123456789-:T.Z+") == "" && strings.Count(text, "-") >= 2
}

// duration returns the part of a day that an XML Schema duration of days,
// hours, minutes and seconds takes: PT08H30M00S is 0.354.
func duration(text string) (float64, bool) {
	rest, negative := strings.CutPrefix(strings.TrimSpace(text), "-")
	rest, ok := strings.CutPrefix(rest, "P")
	if !ok || rest == "" || rest == "T" {
		return 0, false
	}
	seconds, clock := 0.0, false
	for rest != "" {
		if rest[0] == 'T' && !clock {
			rest, clock = rest[1:], true
			continue
		}
		end := strings.IndexAny(rest, "DHMS")
		if end < 1 || strings.Trim(rest[:end], "0123456789.") != "" || end > 20 {
			return 0, false
		}
		n, err := strconv.ParseFloat(rest[:end], 64)
		unit := map[byte]float64{'D': 86400, 'H': 3600, 'M': 60, 'S': 1}[rest[end]]
		if err != nil || clock == (rest[end] == 'D') {
			return 0, false
		}
		seconds += n * unit
		rest = rest[end+1:]
	}
	if negative {
		seconds = -seconds
	}
	return seconds / 86400, true
}
