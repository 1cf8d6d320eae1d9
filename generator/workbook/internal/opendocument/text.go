package opendocument

import (
	"tipscore/generator/workbook/internal/xmlscan"
)

// content reads the inside of the cell that has just started to its end, and
// leaves its text in s.text: its paragraphs, with line breaks between them. It
// reports whether the text is over the bound.
//
// Comments, drawings and the like are no part of the text.
func (s *scan) content() (long bool, err error) {
	p := paragraphs{limit: s.doc.bounds.StringBytes, text: s.text[:0]}
	end := s.x.Depth()
	for {
		tok, err := s.x.Next()
		if err != nil {
			return false, err
		}
		switch {
		case tok == xmlscan.End && s.x.Depth() < end:
			s.text = p.text
			return p.long, nil
		case tok == xmlscan.End && p.inside > 0 && s.x.Depth() < p.inside:
			p.close()
		case tok == xmlscan.CharData && p.inside > 0:
			text, err := s.x.Text()
			if err != nil {
				return false, err
			}
			p.add(text)
		case tok == xmlscan.Start:
			if err := p.start(s.x); err != nil {
				return false, err
			}
		}
	}
}

// paragraphs puts together the text of a cell.
type paragraphs struct {
	text   []byte
	limit  int
	long   bool
	inside int  // the depth of the paragraph that is open, 0 if none is
	count  int  // of the paragraphs so far
	begin  int  // where the paragraph begins in text
	space  bool // white space is waiting for what comes after it
	plain  bool // it is one single space
}

// start looks at an element inside a cell.
func (p *paragraphs) start(x *xmlscan.Scanner) error {
	switch string(x.Name()) {
	case "p", "h":
		if p.inside > 0 {
			return nil
		}
		if p.count++; p.count > 1 {
			p.put("\n")
		}
		p.inside, p.begin = x.Depth(), len(p.text)
	case "s":
		n := 1
		if raw := x.Attr("text:c"); raw != nil {
			var ok bool
			if n, ok = xmlscan.ParseIndex(raw); !ok {
				return xmlscan.Error("a number of spaces is none")
			}
		}
		p.flush()
		if len(p.text)+n > p.limit {
			p.long = true
			return nil
		}
		for range n {
			p.put(" ")
		}
	case "tab":
		p.flush()
		p.put("\t")
	case "line-break":
		p.flush()
		p.put("\n")
	case "annotation", "note", "ruby-text", "table", "detective", "frame", "custom-shape", "g", "rect", "ellipse", "circle", "line", "control":
		return x.Skip()
	}
	return nil
}

// add adds characters. A run of white space is one space, and none at the
// beginning of a paragraph (OpenDocument 1.3 part 3, 6.1.2); spaces that count
// are elements.
func (p *paragraphs) add(text []byte) {
	for i := 0; i < len(text) && !p.long; {
		if xmlscan.IsSpace(text[i]) {
			p.plain = !p.space && text[i] == ' '
			p.space = true
			i++
			continue
		}
		p.flush()
		j := i
		for j < len(text) && !xmlscan.IsSpace(text[j]) {
			j++
		}
		if p.long = p.long || len(p.text)+j-i > p.limit; !p.long {
			p.text = append(p.text, text[i:j]...)
		}
		i = j
	}
}

// flush writes the space that is waiting.
func (p *paragraphs) flush() {
	if p.space && len(p.text) > p.begin {
		p.put(" ")
	}
	p.space = false
}

func (p *paragraphs) put(s string) {
	if p.long = p.long || len(p.text)+len(s) > p.limit; !p.long {
		p.text = append(p.text, s...)
	}
}

// close ends a paragraph. LibreOffice writes a single space at its end as such,
// where the standard would drop it; it was typed, and stays.
func (p *paragraphs) close() {
	if p.plain {
		p.flush()
	}
	p.space, p.inside = false, 0
}
