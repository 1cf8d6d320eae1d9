package main

import (
	"fmt"
	"strings"
	"time"

	"tipscore/generator/workbook"
)

// parseTreatyDate reads a date of the UN Treaty Collection, such as
// "5 Feb 2008" or "19 Sep 2002 a", and returns the suffix without the space.
func parseTreatyDate(s string) (workbook.Date, string, error) {
	fields := strings.Fields(s)
	suffix := ""
	if len(fields) == 4 {
		suffix = fields[3]
		fields = fields[:3]
	}
	date, err := time.Parse("2 Jan 2006", strings.Join(fields, " "))
	if err != nil || len(s) == 0 || suffix != "" && kindOf(suffix) == "" {
		return workbook.Date{}, "", fmt.Errorf("%q is not a date with one of the suffixes a, A, AA, d", s)
	}
	return workbook.Date{Year: date.Year(), Month: int(date.Month()), Day: date.Day()}, suffix, nil
}

// kindOf returns the act that a suffix stands for, as the headings of the
// lists explain it, and "" for an unknown one. A date without a suffix is that
// of a ratification.
func kindOf(suffix string) string {
	switch suffix {
	case "":
		return "ratification"
	case "a":
		return "accession"
	case "A":
		return "acceptance"
	case "AA":
		return "approval"
	case "d":
		return "succession"
	}
	return ""
}
