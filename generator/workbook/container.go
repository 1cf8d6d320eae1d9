package workbook

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// container is the zip package of a workbook. It hands out its parts under
// limits that are enforced on the bytes that are really read, since the sizes
// in a zip can lie.
type container struct {
	limits Limits
	parts  map[string]*zip.File // by partName
	names  []string             // in the order of the zip
	read   map[string]int64     // unpacked bytes of each part read
	total  int64                // their sum
	idle   []io.Reader          // unpackers whose part has been read to its end
}

// openContainer reads the zip directory.
func openContainer(r io.ReaderAt, size int64, limits Limits) (*container, error) {
	// The directory is read through a budget: it can name far more parts
	// than its own count says, and each costs memory.
	budget := &budgetReader{r: r, size: size, left: 256<<10 + int64(limits.Parts)*512}
	zr, err := zip.NewReader(budget, size)
	var read *readError
	switch {
	case budget.left < 0:
		return nil, tooManyParts(limits)
	case errors.As(err, &read):
		return nil, err
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, &fault{"damaged-workbook", "the file is cut off or damaged", askForCopy}
	}
	if len(zr.File) > limits.Parts {
		return nil, tooManyParts(limits)
	}
	budget.off = true
	c := &container{limits: limits, parts: map[string]*zip.File{}, read: map[string]int64{}}
	for _, f := range zr.File {
		name := partName(f.Name)
		if name == "" || strings.HasSuffix(f.Name, "/") {
			continue
		}
		if c.parts[name] != nil {
			return nil, &fault{"duplicate-part", fmt.Sprintf("the file holds the part %q twice, and two programs could read two different tables from it", f.Name), saveAgain}
		}
		c.parts[name] = f
		c.names = append(c.names, name)
	}
	return c, nil
}

func tooManyParts(limits Limits) error {
	return &fault{"over-limit", fmt.Sprintf("the file is made of more than %d parts, which real workbooks are not", limits.Parts), doNotOpen}
}

// partName is the key of a part: part names do not depend on case (ECMA-376
// part 2, 6.2.2.3), and some programs write "\" for "/".
func partName(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// has reports whether there is a part of that name.
func (c *container) has(name string) bool { return c.parts[partName(name)] != nil }

// open returns the bytes of a part, which must exist and may unpack to most.
func (c *container) open(name string, most int64) (*partReader, error) {
	name = partName(name)
	f := c.parts[name]
	if f == nil {
		return nil, &fault{"damaged-workbook", fmt.Sprintf("the part %q is missing", name), saveAgain}
	}
	if f.Flags&1 != 0 {
		return nil, &fault{"encrypted-workbook", "the zip file is protected with a password", "unpack it with its password and save the workbook without one"}
	}
	raw, err := f.OpenRaw()
	if err != nil {
		return nil, damaged(name, err)
	}
	c.total -= c.read[name] // a part counts once, however often it is read
	c.read[name] = 0
	p := &partReader{c: c, name: name, most: most, crc: f.CRC32, size: f.UncompressedSize64}
	p.packed = countingReader{r: raw, buf: make([]byte, min(f.CompressedSize64+1, packedBuffer))}
	switch f.Method {
	case zip.Store:
		p.src = &p.packed
	case zip.Deflate:
		if p.src, err = c.unpacker(&p.packed); err != nil {
			return nil, fmt.Errorf("unpack %s: %w", name, err)
		}
	default:
		return nil, &fault{"damaged-workbook", fmt.Sprintf("the part %q is packed by method %d, which workbooks do not use", name, f.Method), saveAgain}
	}
	return p, nil
}

// unpacker returns an unpacker, one that was used before if there is any: it
// has 40 KB, and a workbook of many small parts is read hundreds of times.
func (c *container) unpacker(packed io.Reader) (io.Reader, error) {
	n := len(c.idle) - 1
	if n < 0 {
		return flate.NewReader(packed), nil
	}
	r := c.idle[n]
	c.idle = c.idle[:n]
	return r, r.(flate.Resetter).Reset(packed, nil)
}

// damaged tells a damaged part from a file that cannot be read.
func damaged(name string, err error) error {
	var read *readError
	if errors.As(err, &read) {
		return err
	}
	return &fault{"damaged-workbook", fmt.Sprintf("the part %q is cut off or damaged", name), askForCopy}
}

// budgetReader lets a limited number of bytes through until it is switched
// off, and marks the errors of the file itself.
type budgetReader struct {
	r    io.ReaderAt
	size int64
	left int64
	off  bool
}

// ReadAt reads from the file. A damaged zip can point anywhere; places outside
// of the file are its end and no trouble of the disk.
func (b *budgetReader) ReadAt(p []byte, at int64) (int, error) {
	if at < 0 || at >= b.size {
		return 0, io.EOF
	}
	if !b.off {
		if b.left -= int64(len(p)); b.left < 0 {
			return 0, &fault{rule: "over-limit"}
		}
	}
	n, err := b.r.ReadAt(p, at)
	if err != nil && err != io.EOF {
		err = &readError{err}
	}
	return n, err
}
