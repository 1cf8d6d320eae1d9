package workbook

import (
	"bytes"
	"io"
)

// token is what the scanner found.
type token uint8

const (
	endOfXML token = iota
	startTag
	endTag
	charData
)

// Bounds of the scanner. The longest token that a sheet needs is the text of
// one cell, at most 7 bytes for each of its characters.
const (
	firstBuffer = 64 << 10
	maxToken    = 2 << 20
	maxDepth    = 256
)

// scanner is a pull parser for the XML of spreadsheets. It differs from
// encoding/xml in what a hostile file can make it do: nothing is allocated per
// token, no token is longer than maxToken, a document type declaration (the
// only way to define entities) is refused, and start and end tags must match.
// Names lose their prefix: <x:row> and <row> are one, in transitional and in
// strict files. What encoding/xml accepts is read the same way here, which a
// fuzz target holds.
//
// Everything the scanner returns is valid until the next call of next.
type scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int   // what of buf is still to be read
	err      error // of r
	started  bool
	rooted   bool // the root element has been seen

	name   []byte // local name of the element that starts or ends
	attrs  []attribute
	empty  bool   // the start tag was <x/>: an end tag follows
	raw    []byte // charData, as it stands
	cdata  bool   // raw is a CDATA section
	open   []byte // full names of the open elements, one after the other
	starts []int  // where each of them begins in open
	plain  []byte // room for text with its references resolved
}

// attribute is one attribute of a start tag, its value as it stands.
type attribute struct{ name, value []byte }

func newScanner(r io.Reader) *scanner {
	return &scanner{r: r, buf: make([]byte, firstBuffer)}
}

// depth is the number of open elements; the root is at depth 1.
func (s *scanner) depth() int { return len(s.starts) }

// next returns the next token, endOfXML after the end of the root element.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		s.pop()
		return endTag, nil
	}
	if !s.started {
		if err := s.begin(); err != nil {
			return 0, err
		}
	}
	for {
		if s.pos == s.end {
			if err := s.fill(); err == io.EOF {
				if s.rooted && s.depth() == 0 {
					return endOfXML, nil
				}
				return 0, errCutOff
			} else if err != nil {
				return 0, err
			}
		}
		tok, err := s.markup()
		if tok != endOfXML || err != nil {
			return tok, err
		}
	}
}

// markup reads one token, or returns endOfXML for one that is skipped.
func (s *scanner) markup() (token, error) {
	if s.buf[s.pos] != '<' {
		return s.characters()
	}
	if err := s.need(2); err != nil {
		return 0, err
	}
	switch s.buf[s.pos+1] {
	case '/':
		return s.endElement()
	case '?':
		return 0, s.instruction()
	case '!':
		return s.declaration()
	}
	return s.startElement()
}

// characters reads up to the next tag.
func (s *scanner) characters() (token, error) {
	n, err := s.until(0, "<")
	if err == errCutOff {
		n, err = s.end-s.pos, nil // next finds the end of the file
	}
	if err != nil {
		return 0, err
	}
	s.raw, s.cdata = s.buf[s.pos:s.pos+n], false
	s.pos += n
	if s.depth() > 0 {
		return charData, nil
	}
	if len(trimLeft(s.raw)) > 0 {
		return 0, xmlError("text outside the root element")
	}
	return 0, nil
}

// endElement reads </name>.
func (s *scanner) endElement() (token, error) {
	n, err := s.until(2, ">")
	if err != nil {
		return 0, err
	}
	name := trimRight(s.buf[s.pos+2 : s.pos+n])
	if s.depth() == 0 || !bytes.Equal(name, s.open[s.starts[s.depth()-1]:]) {
		return 0, xmlError("an end tag without its start tag")
	}
	s.pos += n + 1
	s.pop()
	return endTag, nil
}

// push opens an element.
func (s *scanner) push(name []byte) error {
	if s.depth() == maxDepth || s.depth() == 0 && s.rooted {
		return xmlError("elements nested too deep, or two root elements")
	}
	s.rooted = true
	s.starts = append(s.starts, len(s.open))
	s.open = append(s.open, name...)
	s.name = local(name)
	return nil
}

// pop closes the innermost element; name is its name.
func (s *scanner) pop() {
	start := s.starts[s.depth()-1]
	s.name = local(s.open[start:])
	s.open = s.open[:start]
	s.starts = s.starts[:s.depth()-1]
}

// local returns the name without its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// skip reads to the end of the element that has just started.
func (s *scanner) skip() error {
	for depth := s.depth(); s.depth() >= depth; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// parent reports whether the element that has just started lies in an element
// of that local name.
func (s *scanner) parent(name string) bool {
	d := s.depth()
	return d > 1 && string(local(s.open[s.starts[d-2]:s.starts[d-1]])) == name
}
