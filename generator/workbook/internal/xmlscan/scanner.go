package xmlscan

import (
	"bytes"
	"io"
)

// Token is what the scanner found.
type Token uint8

// The tokens. EOF is the end of the file after the end of its root element.
const (
	EOF Token = iota
	Start
	End
	CharData
)

// Bounds of the scanner. The longest token that a sheet needs is the text of
// one cell, at most 7 bytes for each of its characters.
const (
	firstBuffer = 64 << 10
	leastBuffer = 1 << 10
	maxToken    = 2 << 20
	maxDepth    = 256
)

// Scanner reads the tokens of one XML file. What it returns is valid until the
// next call of [Scanner.Next]. The zero value is not ready; see [New].
type Scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int   // what of buf is still to be read
	err      error // of r
	read     int64 // bytes that came from r
	recoded  bool  // r turns UTF-16 into UTF-8
	started  bool
	rooted   bool // the root element has been seen

	name   []byte // local name of the element that starts or ends
	attrs  []attribute
	empty  bool   // the start tag was <x/>: an end tag follows
	raw    []byte // CharData, as it stands
	cdata  bool   // raw is a CDATA section
	open   []byte // full names of the open elements, one after the other
	starts []int  // where each of them begins in open
	plain  []byte // room for text with its references resolved
}

// attribute is one attribute of a start tag, its value as it stands.
type attribute struct{ name, value []byte }

// New returns a scanner of the file.
func New(r io.Reader) *Scanner { return NewSize(r, firstBuffer) }

// NewSize returns a scanner of a file that is about as long as the size says,
// which need not be true.
func NewSize(r io.Reader, size uint64) *Scanner {
	return &Scanner{r: r, buf: make([]byte, min(firstBuffer, max(size+1, leastBuffer)))}
}

// Depth is the number of open elements: 1 after the start of the root, 0 after
// its end.
func (s *Scanner) Depth() int { return len(s.starts) }

// Offset is how many bytes of the file have been taken, up to the end of the
// last token. The false result is for a file in UTF-16, whose bytes are others.
func (s *Scanner) Offset() (int64, bool) { return s.read - int64(s.end-s.pos), !s.recoded }

// Name is the name, without its prefix, of the element that has just started
// or ended.
func (s *Scanner) Name() []byte { return s.name }

// Empty reports whether the element that has just started was written <x/>. An
// End follows all the same.
func (s *Scanner) Empty() bool { return s.empty }

// Next returns the next token. Comments and instructions are passed over. An
// [Error] says that the file is not well-formed, or over a bound; any other
// error comes from its reader.
func (s *Scanner) Next() (Token, error) {
	if s.empty {
		s.empty = false
		s.pop()
		return End, nil
	}
	if !s.started {
		if err := s.begin(); err != nil {
			return 0, err
		}
	}
	for {
		if s.pos == s.end {
			if err := s.fill(); err == io.EOF {
				if s.rooted && s.Depth() == 0 {
					return EOF, nil
				}
				return 0, ErrCutOff
			} else if err != nil {
				return 0, err
			}
		}
		tok, err := s.markup()
		if tok != EOF || err != nil {
			return tok, err
		}
	}
}

// markup reads one token, or returns EOF for one that is skipped.
func (s *Scanner) markup() (Token, error) {
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
func (s *Scanner) characters() (Token, error) {
	n, err := s.until(0, "<")
	if err == ErrCutOff {
		n, err = s.end-s.pos, nil // next finds the end of the file
	}
	if err != nil {
		return 0, err
	}
	s.raw, s.cdata = s.buf[s.pos:s.pos+n], false
	s.pos += n
	if s.Depth() > 0 {
		return CharData, nil
	}
	if len(trimLeft(s.raw)) > 0 {
		return 0, Error("text outside the root element")
	}
	return 0, nil
}

// endElement reads </name>.
func (s *Scanner) endElement() (Token, error) {
	n, err := s.until(2, ">")
	if err != nil {
		return 0, err
	}
	name := trimRight(s.buf[s.pos+2 : s.pos+n])
	if s.Depth() == 0 || !bytes.Equal(name, s.open[s.starts[s.Depth()-1]:]) {
		return 0, Error("an end tag without its start tag")
	}
	s.pos += n + 1
	s.pop()
	return End, nil
}

// push opens an element.
func (s *Scanner) push(name []byte) error {
	if s.Depth() == maxDepth || s.Depth() == 0 && s.rooted {
		return Error("elements nested too deep, or two root elements")
	}
	s.rooted = true
	s.starts = append(s.starts, len(s.open))
	s.open = append(s.open, name...)
	s.name = local(name)
	return nil
}

// pop closes the innermost element; name is its name.
func (s *Scanner) pop() {
	start := s.starts[s.Depth()-1]
	s.name = local(s.open[start:])
	s.open = s.open[:start]
	s.starts = s.starts[:s.Depth()-1]
}

// local returns the name without its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// Skip reads to the end of the element that has just started. Outside of the
// root element there is nothing to skip.
func (s *Scanner) Skip() error {
	for depth := s.Depth(); depth > 0 && s.Depth() >= depth; {
		if _, err := s.Next(); err != nil {
			return err
		}
	}
	return nil
}

// Parent reports whether the element that has just started lies in an element
// of that local name.
func (s *Scanner) Parent(name string) bool {
	d := s.Depth()
	return d > 1 && string(local(s.open[s.starts[d-2]:s.starts[d-1]])) == name
}
