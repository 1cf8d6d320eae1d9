package workbook

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
)

// Limits bound what a file may cost. The zero value of a field means the
// default of [DefaultLimits].
type Limits struct {
	FileBytes     int64 // the file itself
	UnpackedBytes int64 // all parts that are read, unpacked
	SharedBytes   int64 // the texts that cells share, with 16 bytes for each
	Ratio         int64 // unpacked to packed, above 1 MiB unpacked
	Parts         int   // files in the package
	Cells         int   // non-empty cells read of one sheet
	StringBytes   int   // one cell's text
}

// DefaultLimits leaves room for a full sheet of 1,048,576 rows and a dozen
// columns, and keeps the worst file under 10 seconds and 512 MB on a small
// machine. Real sheets unpack to 7 to 30 times their size, and up to 260 times
// where all rows are equal and carry no addresses. A cell of Excel holds 32,767 characters, at most 98,301 bytes.
func DefaultLimits() Limits {
	return Limits{
		FileBytes:     100 << 20,
		UnpackedBytes: 768 << 20,
		SharedBytes:   128 << 20,
		Ratio:         500,
		Parts:         5000,
		Cells:         20_000_000,
		StringBytes:   128 << 10,
	}
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	l.FileBytes = orDefault(l.FileBytes, d.FileBytes)
	l.UnpackedBytes = orDefault(l.UnpackedBytes, d.UnpackedBytes)
	l.SharedBytes = orDefault(l.SharedBytes, d.SharedBytes)
	l.Ratio = orDefault(l.Ratio, d.Ratio)
	l.Parts = orDefault(l.Parts, d.Parts)
	l.Cells = orDefault(l.Cells, d.Cells)
	l.StringBytes = orDefault(l.StringBytes, d.StringBytes)
	return l
}

func orDefault[T int | int64](n, d T) T {
	if n <= 0 {
		return d
	}
	return n
}

// readerAt returns random access to the file. A file that offers none is read
// into memory, up to the limit.
func readerAt(f fs.File, limits Limits) (io.ReaderAt, int64, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, 0, &readError{err}
	}
	if info.IsDir() {
		return nil, 0, &readError{fmt.Errorf("it is a folder")}
	}
	size := info.Size()
	if size > limits.FileBytes {
		return nil, 0, tooBig(limits)
	}
	if r, ok := f.(io.ReaderAt); ok {
		return r, size, nil
	}
	data, err := io.ReadAll(io.LimitReader(f, limits.FileBytes+1))
	if err != nil {
		return nil, 0, &readError{err}
	}
	if int64(len(data)) > limits.FileBytes {
		return nil, 0, tooBig(limits)
	}
	return bytes.NewReader(data), int64(len(data)), nil
}

func tooBig(limits Limits) error {
	return &fault{"over-limit", fmt.Sprintf("the file is larger than %d MiB", limits.FileBytes>>20), splitUp}
}
