package workbook

import (
	"fmt"

	"tipscore/generator/workbook/internal/xmlscan"
)

// sharedTexts is the table of texts that the cells of a workbook point into.
// The texts lie one after the other in large strings, so that each costs its
// bytes and one string header.
type sharedTexts struct {
	texts   []string
	tooLong map[int]bool // longer than Limits.StringBytes, and left empty
}

const (
	sharedChunk  = 64 << 10
	stringHeader = 16
)

// readSharedTexts reads the shared strings part.
func readSharedTexts(x *xmlscan.Scanner, limits Limits) (*sharedTexts, error) {
	table := &sharedTexts{tooLong: map[int]bool{}}
	chunk := make([]byte, 0, sharedChunk)
	var ends []int // of the texts in chunk
	var cost int64
	flush := func() {
		all, start := string(chunk), 0
		for _, end := range ends {
			table.texts = append(table.texts, all[start:end])
			start = end
		}
		chunk, ends = chunk[:0], ends[:0]
	}
	for {
		tok, err := x.Next()
		if err != nil {
			return nil, err
		}
		if tok == xmlscan.EOF {
			flush()
			return table, nil
		}
		if tok != xmlscan.Start || x.Depth() != 2 || string(x.Name()) != "si" {
			continue
		}
		start := len(chunk)
		if chunk, err = richText(x, chunk, limits.StringBytes); err == errLongText {
			table.tooLong[len(table.texts)+len(ends)] = true
			chunk = chunk[:start]
		} else if err != nil {
			return nil, err
		}
		ends = append(ends, len(chunk))
		if cost += int64(len(chunk) - start + stringHeader); cost > limits.SharedBytes {
			return nil, &fault{"over-limit", fmt.Sprintf("the texts of the workbook take more than %d MiB", limits.SharedBytes>>20), splitUp}
		}
		if len(chunk) >= sharedChunk {
			flush()
		}
	}
}

// richText appends the text of the <si> or <is> that has just started: its <t>
// and those of its runs <r>. Phonetic runs <rPh> tell how to read the text and
// are no part of it.
func richText(x *xmlscan.Scanner, dst []byte, limit int) ([]byte, error) {
	start, end := len(dst), x.Depth()
	long := false
	for {
		tok, err := x.Next()
		if err != nil {
			return dst, err
		}
		switch {
		case tok == xmlscan.End && x.Depth() < end:
			if long {
				return dst, errLongText
			}
			return append(dst[:start], unescapeCell(dst[start:])...), nil
		case tok == xmlscan.Start && string(x.Name()) == "t":
			if dst, err = plainText(x, dst, start+limit); err == errLongText {
				long = true
			} else if err != nil {
				return dst, err
			}
		case tok == xmlscan.Start && string(x.Name()) == "rPh":
			if err := x.Skip(); err != nil {
				return dst, err
			}
		}
	}
}

// plainText appends the text of the element that has just started, up to a
// length of max in all.
func plainText(x *xmlscan.Scanner, dst []byte, max int) ([]byte, error) {
	end := x.Depth()
	long := false
	for {
		tok, err := x.Next()
		if err != nil {
			return dst, err
		}
		switch {
		case tok == xmlscan.End && x.Depth() < end:
			if long {
				return dst, errLongText
			}
			return dst, nil
		case tok == xmlscan.CharData && x.Depth() == end && !long:
			text, err := x.Text()
			if err != nil {
				return dst, err
			}
			if long = len(dst)+len(text) > max; !long {
				dst = append(dst, text...)
			}
		}
	}
}
