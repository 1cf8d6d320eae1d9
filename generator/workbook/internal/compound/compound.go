// Package compound looks into the old container of Microsoft's programs, which
// holds an .xls, an encrypted .xlsx or a .doc ([MS-CFB] 2.6.1).
package compound

import (
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf16"
)

// Magic is how the container begins.
const Magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// Streams returns which of the names are streams of the container. It looks for
// the 128-byte directory entries. They are aligned, so there is no need to
// follow the sector chains of a file that may lie about them.
func Streams(r io.ReaderAt, size int64, names ...string) (map[string]bool, error) {
	found := map[string]bool{}
	block := make([]byte, 64<<10)
	for at := int64(512); at < size; at += int64(len(block)) {
		n, err := r.ReadAt(block, at)
		if err != nil && err != io.EOF {
			return nil, err
		}
		for i := 0; i+128 <= n; i += 128 {
			if name := streamName(block[i:i+128], names); name != "" {
				found[name] = true
			}
		}
	}
	return found, nil
}

// streamName returns the name of a directory entry of a stream if it is one of
// the names.
func streamName(entry []byte, names []string) string {
	const streamObject = 2
	if entry[66] != streamObject {
		return ""
	}
	length := int(binary.LittleEndian.Uint16(entry[64:]))
	for _, name := range names {
		if length == 2*len(name)+2 && bytes.Equal(entry[:length], UTF16(name+"\x00")) {
			return name
		}
	}
	return ""
}

// UTF16 returns a text as the container spells it.
func UTF16(s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}
