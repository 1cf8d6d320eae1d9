package xmlscan

import (
	"bytes"
	"io"
)

// until returns the distance from pos to delim, looking from pos+from on.
func (s *Scanner) until(from int, delim string) (int, error) {
	for {
		if from < s.end-s.pos {
			window := s.buf[s.pos+from : s.end]
			i := -1
			if len(delim) == 1 {
				i = bytes.IndexByte(window, delim[0])
			} else {
				i = bytes.Index(window, []byte(delim))
			}
			if i >= 0 {
				return from + i, nil
			}
			from = max(from, s.end-s.pos-len(delim)+1)
		}
		if err := s.fill(); err == io.EOF {
			return 0, ErrCutOff
		} else if err != nil {
			return 0, err
		}
	}
}

// need makes sure that n bytes are in the buffer.
func (s *Scanner) need(n int) error {
	for s.end-s.pos < n {
		if err := s.fill(); err == io.EOF {
			return ErrCutOff
		} else if err != nil {
			return err
		}
	}
	return nil
}

// fill reads more into the buffer. It moves what is still to be read to the
// front, so slices of the buffer are no longer valid.
func (s *Scanner) fill() error {
	if s.err != nil {
		return s.err
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.pos, s.end = 0, s.end-s.pos
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxToken {
			return ErrLongToken
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for range 100 {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		s.read += int64(n)
		s.err = err
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}
