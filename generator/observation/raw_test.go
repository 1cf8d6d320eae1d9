package observation

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// MakeFile makes the bytes of a file in a fixture. They are the text itself,
// or a workbook of [MakeWorkbook] where the name ends in .xlsx. A text whose
// lines begin so is put together out of
//
//	raw "\xff,b\n"     these bytes
//	raw 130000 "x"     the same so many times
//	ole Workbook       an old Microsoft container with a stream of that name
func MakeFile(name, text string) ([]byte, error) {
	if !strings.HasPrefix(text, "raw ") && !strings.HasPrefix(text, "ole ") {
		if strings.HasSuffix(name, ".xlsx") {
			return MakeWorkbook(text)
		}
		return []byte(text), nil
	}
	var out bytes.Buffer
	for line := range strings.Lines(text) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if kind == "ole" {
			out.Write(compoundFile(rest))
			continue
		}
		times := 1
		if count, after, ok := strings.Cut(rest, ` "`); ok {
			n, err := strconv.Atoi(count)
			if err != nil {
				return nil, fmt.Errorf("line %q: %w", line, err)
			}
			times, rest = n, `"`+after
		}
		s, err := strconv.Unquote(rest)
		if err != nil {
			return nil, fmt.Errorf("line %q: %w", line, err)
		}
		out.WriteString(strings.Repeat(s, times))
	}
	return out.Bytes(), nil
}

// compoundFile returns the beginning of an old Microsoft container, with one
// directory entry.
func compoundFile(stream string) []byte {
	b := make([]byte, 1024)
	copy(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	entry := b[512:640]
	for i, unit := range utf16.Encode([]rune(stream)) {
		entry[2*i], entry[2*i+1] = byte(unit), byte(unit>>8)
	}
	entry[64] = byte(2*len(stream) + 2)
	entry[66] = 2 // a stream
	return b
}
