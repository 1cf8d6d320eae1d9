package xmlscan

import (
	"bytes"
	"fmt"
	"strings"
)

// instruction skips <?...?>, and looks for the encoding in <?xml ...?>.
func (s *Scanner) instruction() error {
	n, err := s.until(2, "?>")
	if err != nil {
		return err
	}
	body := s.buf[s.pos+2 : s.pos+n]
	s.pos += n + 2
	if !bytes.HasPrefix(body, []byte("xml ")) {
		return nil
	}
	_, rest, found := strings.Cut(string(body), "encoding=")
	if !found || rest == "" {
		return nil
	}
	name, _, _ := strings.Cut(rest[1:], rest[:1])
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii", "utf-16": // UTF-16 is UTF-8 by now
		return nil
	}
	return Error(fmt.Sprintf("it is written in the encoding %q", name))
}

// declaration reads <!...>: a comment is skipped, a CDATA section is text.
func (s *Scanner) declaration() (Token, error) {
	const cdata = "<![CDATA["
	if err := s.need(4); err != nil {
		return 0, err
	}
	if string(s.buf[s.pos:s.pos+4]) == "<!--" {
		n, err := s.until(4, "-->")
		s.pos += n + 3
		return 0, err
	}
	if err := s.need(len(cdata)); err != nil {
		return 0, err
	}
	if string(s.buf[s.pos:s.pos+len(cdata)]) != cdata {
		return 0, ErrDoctype
	}
	n, err := s.until(len(cdata), "]]>")
	if err != nil {
		return 0, err
	}
	s.raw, s.cdata = s.buf[s.pos+len(cdata):s.pos+n], true
	s.pos += n + 3
	if s.Depth() == 0 {
		return 0, Error("text outside the root element")
	}
	return CharData, nil
}
