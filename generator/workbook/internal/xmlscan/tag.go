package xmlscan

import (
	"bytes"
	"unicode/utf8"
)

// startElement reads <name attribute="value" ...>.
func (s *Scanner) startElement() (Token, error) {
	n, err := s.tagEnd()
	if err != nil {
		return 0, err
	}
	tag := s.buf[s.pos+1 : s.pos+n]
	s.pos += n + 1
	s.empty = len(tag) > 0 && tag[len(tag)-1] == '/'
	if s.empty {
		tag = tag[:len(tag)-1]
	}
	end := 0
	for end < len(tag) && !IsSpace(tag[end]) {
		end++
	}
	name := tag[:end]
	if !isName(name) {
		return 0, Error("a tag without a name")
	}
	if err := s.attributes(tag[end:]); err != nil {
		return 0, err
	}
	return Start, s.push(name)
}

// tagEnd returns the distance from pos to the ">" that ends the tag; one
// inside quotes does not.
func (s *Scanner) tagEnd() (int, error) {
	from, quote := 1, byte(0)
	for {
		for i, c := range s.buf[s.pos+from : s.end] {
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '>':
				return from + i, nil
			case c == '"' || c == '\'':
				quote = c
			}
		}
		from = s.end - s.pos
		if err := s.need(from + 1); err != nil {
			return 0, err
		}
	}
}

// attributes splits the inside of a start tag after its name.
func (s *Scanner) attributes(tag []byte) error {
	s.attrs = s.attrs[:0]
	for {
		if tag = trimLeft(tag); len(tag) == 0 {
			return nil
		}
		equals := bytes.IndexByte(tag, '=')
		if equals <= 0 {
			return Error("an attribute without a value")
		}
		name := trimRight(tag[:equals])
		if !isName(name) {
			return Error("an attribute without a name")
		}
		tag = trimLeft(tag[equals+1:])
		if len(tag) == 0 || tag[0] != '"' && tag[0] != '\'' {
			return Error("an attribute without quotes")
		}
		end := bytes.IndexByte(tag[1:], tag[0])
		if end < 0 {
			return Error("an attribute without an end")
		}
		value := tag[1 : 1+end]
		if bytes.IndexByte(value, '<') >= 0 {
			return Error("a < in an attribute")
		}
		s.attrs = append(s.attrs, attribute{name, value})
		tag = tag[end+2:]
	}
}

// isName reports whether the bytes can be a name, without looking closely:
// names are only compared.
func isName(name []byte) bool {
	for _, c := range name {
		switch c {
		case ' ', '\t', '\r', '\n', '<', '>', '"', '\'', '=', '&', '/':
			return false
		}
	}
	return len(name) > 0
}

// trimLeft and trimRight are much faster than those of package bytes where
// there is nothing to trim, and are called for every tag.
func trimLeft(b []byte) []byte {
	for len(b) > 0 && IsSpace(b[0]) {
		b = b[1:]
	}
	return b
}

func trimRight(b []byte) []byte {
	for len(b) > 0 && IsSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// IsSpace reports whether c is white space in XML.
func IsSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// Attr returns the attribute of that name, nil if there is none. References
// are resolved; text that is not valid comes back as it stands.
func (s *Scanner) Attr(name string) []byte {
	for i := range s.attrs {
		if string(s.attrs[i].name) == name {
			return resolved(s.attrs[i].value)
		}
	}
	return nil
}

// Prefixed returns the attribute of that local name that has a prefix, as in
// r:id, whatever the prefix.
func (s *Scanner) Prefixed(name string) []byte {
	for i := range s.attrs {
		if n := s.attrs[i].name; len(n) > len(name) && string(local(n)) == name {
			return resolved(s.attrs[i].value)
		}
	}
	return nil
}

func resolved(value []byte) []byte {
	if bytes.IndexByte(value, '&') < 0 {
		return value
	}
	if text, err := unescape(nil, value); err == nil {
		return text
	}
	return value
}

// Text returns the character data with its references resolved and its line ends as
// "\n". Bytes that XML does not allow are an error.
func (s *Scanner) Text() ([]byte, error) {
	simple := true
	for _, c := range s.raw {
		if c < ' ' && c != '\t' && c != '\n' || c == '&' || c >= utf8.RuneSelf {
			simple = false
			break
		}
	}
	if simple {
		return s.raw, nil
	}
	if !ValidText(s.raw) {
		return nil, ErrCharacter
	}
	var err error
	s.plain = s.plain[:0]
	if s.cdata {
		s.plain = append(s.plain, s.raw...)
	} else if s.plain, err = unescape(s.plain, s.raw); err != nil {
		return nil, err
	}
	return s.plain, nil
}
