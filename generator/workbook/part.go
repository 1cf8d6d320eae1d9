package workbook

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// partReader unpacks one part under the limits of its container, and checks
// the sum at the end.
type partReader struct {
	c        *container
	name     string
	most     int64
	src      io.Reader
	packed   countingReader
	unpacked int64
	sum, crc uint32
	size     uint64 // as the zip says, which can lie
}

// outlineBytes bounds each of the parts that say how a workbook is built. The
// largest real ones are styles, of 10 MiB.
const outlineBytes = 64 << 20

// packedBuffer is how many packed bytes are read at once.
const packedBuffer = 16 << 10

// ratioFrom is the size above which the ratio counts. A small part of equal
// bytes may well be packed a thousandfold.
const ratioFrom = 1 << 20

// Read unpacks the next bytes.
func (p *partReader) Read(b []byte) (int, error) {
	n, err := p.src.Read(b)
	if err == io.EOF {
		p.release()
	}
	p.unpacked += int64(n)
	p.c.read[p.name] += int64(n)
	p.c.total += int64(n)
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b[:n])
	switch {
	case p.c.total > p.c.limits.UnpackedBytes:
		return n, &fault{"over-limit", fmt.Sprintf("the file unpacks to more than %d MiB, which real tables do not", p.c.limits.UnpackedBytes>>20), doNotOpen}
	case p.unpacked > p.most:
		return n, &fault{"over-limit", fmt.Sprintf("the part %q unpacks to more than %d MiB, which real tables do not", p.name, p.most>>20), doNotOpen}
	case p.unpacked > ratioFrom && p.unpacked/p.c.limits.Ratio > p.packed.n:
		return n, &fault{"over-limit", fmt.Sprintf("the part %q unpacks to more than %d times its size, which real tables do not", p.name, p.c.limits.Ratio), doNotOpen}
	case err == io.EOF && p.sum != p.crc:
		return n, damaged(p.name, zip.ErrChecksum)
	case err != nil && err != io.EOF:
		return n, damaged(p.name, err)
	}
	return n, err
}

// release lets another part use the unpacker.
func (p *partReader) release() {
	if _, ok := p.src.(flate.Resetter); ok {
		p.c.idle = append(p.c.idle, p.src)
	}
	p.src = strings.NewReader("")
}

// countingReader counts the packed bytes that were needed. It is a ByteReader,
// so that flate does not read ahead.
type countingReader struct {
	r        io.Reader
	n        int64
	buf      []byte
	pos, end int
}

// Read returns packed bytes.
func (c *countingReader) Read(b []byte) (int, error) {
	if c.pos == c.end {
		if err := c.fill(); err != nil {
			return 0, err
		}
	}
	n := copy(b, c.buf[c.pos:c.end])
	c.pos += n
	c.n += int64(n)
	return n, nil
}

// ReadByte returns one packed byte.
func (c *countingReader) ReadByte() (byte, error) {
	if c.pos == c.end {
		if err := c.fill(); err != nil {
			return 0, err
		}
	}
	b := c.buf[c.pos]
	c.pos++
	c.n++
	return b, nil
}

func (c *countingReader) fill() error {
	for range 100 {
		n, err := c.r.Read(c.buf)
		c.pos, c.end = 0, n
		if n > 0 {
			return nil // an error comes again at the next call
		}
		if err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}
