package xmlscan

import (
	"bytes"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// begin looks at the first bytes: a byte order mark is dropped, and UTF-16,
// which the package format allows (ECMA-376 part 2, 8.1.4), becomes UTF-8.
func (s *Scanner) begin() error {
	s.started = true
	if err := s.need(4); err != nil {
		return err
	}
	head := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		s.pos += 3
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("<\x00")):
		s.transcode(false)
	case bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\x00<")):
		s.transcode(true)
	}
	return nil
}

// transcode lets the scanner read the rest, and what is in the buffer already,
// through a decoder.
func (s *Scanner) transcode(bigEndian bool) {
	before := bytes.Clone(s.buf[s.pos:s.end])
	rest := io.Reader(bytes.NewReader(before))
	if s.err == nil {
		rest = io.MultiReader(rest, s.r)
	}
	s.r = &utf16Reader{r: rest, bigEndian: bigEndian}
	s.pos, s.end, s.recoded = 0, 0, true
	if s.err == io.EOF {
		s.err = nil
	}
}

// utf16Reader turns UTF-16 into UTF-8. Half a character becomes U+FFFD.
type utf16Reader struct {
	r         io.Reader
	bigEndian bool
	begun     bool
	in        [4096]byte
	have      int // bytes of in
	err       error
	out       []byte // UTF-8
	given     int    // how much of out Read has handed over
}

// Read returns the next bytes of UTF-8.
func (u *utf16Reader) Read(p []byte) (int, error) {
	for u.given == len(u.out) {
		if u.err != nil {
			return 0, u.err
		}
		var n int
		n, u.err = u.r.Read(u.in[u.have:])
		u.have += n
		u.decode()
	}
	n := copy(p, u.out[u.given:])
	u.given += n
	return n, nil
}

// decode moves whole characters from in to out.
func (u *utf16Reader) decode() {
	u.out, u.given = u.out[:0], 0
	i := 0
	for ; i+2 <= u.have; i += 2 {
		r := u.unit(i)
		if utf16.IsSurrogate(r) {
			if i+4 > u.have && u.err == nil {
				break // the other half is still to come
			}
			if i+4 <= u.have {
				if pair := utf16.DecodeRune(r, u.unit(i+2)); pair != utf8.RuneError {
					r = pair
					i += 2
				}
			}
		}
		if r == 0xFEFF && !u.begun {
			u.begun = true
			continue
		}
		u.begun = true
		u.out = utf8.AppendRune(u.out, r)
	}
	u.have = copy(u.in[:], u.in[i:u.have])
	if u.err != nil && u.have > 0 {
		u.out, u.have = utf8.AppendRune(u.out, utf8.RuneError), 0
	}
}

func (u *utf16Reader) unit(i int) rune {
	if u.bigEndian {
		return rune(u.in[i])<<8 | rune(u.in[i+1])
	}
	return rune(u.in[i+1])<<8 | rune(u.in[i])
}
