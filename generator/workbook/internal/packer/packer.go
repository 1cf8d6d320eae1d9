// Package packer writes zip files whose bytes do not depend on the order in which
// the parts arrive, nor on the time.
package packer

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// Packer is a zip writer for excelize, which ranges over a map. It keeps each
// part packed and writes all of them, sorted by name, in Close.
type Packer struct {
	w     io.Writer
	parts []*packedPart
}

// packedPart is one part, packed as it is written.
type packedPart struct {
	name    string
	packed  bytes.Buffer
	deflate *flate.Writer
	crc     uint32
	size    uint64
}

// New returns a packer that writes to w when it is closed.
func New(w io.Writer) *Packer { return &Packer{w: w} }

// Create adds a part and returns where to write it.
func (p *Packer) Create(name string) (io.Writer, error) {
	part := &packedPart{name: name}
	var err error
	if part.deflate, err = flate.NewWriter(&part.packed, flate.DefaultCompression); err != nil {
		return nil, err
	}
	p.parts = append(p.parts, part)
	return part, nil
}

// AddFS completes excelize's interface; a table has no folder of files.
func (p *Packer) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Write packs the next bytes of the part.
func (p *packedPart) Write(b []byte) (int, error) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	p.size += uint64(len(b))
	return p.deflate.Write(b)
}

// Close writes the package. "[Content_Types].xml" sorts first, where readers
// like to find it.
func (p *Packer) Close() error {
	slices.SortFunc(p.parts, func(a, b *packedPart) int { return strings.Compare(a.name, b.name) })
	zw := zip.NewWriter(p.w)
	for _, part := range p.parts {
		if err := part.deflate.Close(); err != nil {
			return err
		}
		w, err := zw.CreateRaw(&zip.FileHeader{
			Name:               part.name,
			Method:             zip.Deflate,
			CRC32:              part.crc,
			CompressedSize64:   uint64(part.packed.Len()),
			UncompressedSize64: part.size,
		})
		if err != nil {
			return err
		}
		if _, err := part.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return zw.Close()
}
