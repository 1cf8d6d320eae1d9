package annotate

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
)

// sealed is the part that says what the others were when they were written.
// Every program that saves a workbook writes this part anew, or changes others.
const sealed = "docProps/core.xml"

const seals = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
	`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"><cp:version>tipscore-marks %x</cp:version></cp:coreProperties>`

// sealOf returns what the sealed part must say.
func sealOf(z *zip.Reader) string {
	h := sha256.New()
	for _, f := range z.File {
		if f.Name != sealed {
			fmt.Fprintf(h, "%s\n%08x %d\n", f.Name, f.CRC32, f.UncompressedSize64)
		}
	}
	return fmt.Sprintf(seals, h.Sum(nil)[:8])
}

// seal writes a workbook with its seal.
func seal(w io.Writer, data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("mark workbook: %w", err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range z.File {
		if f.Name != sealed {
			err = to.Copy(f)
		} else {
			var part io.Writer
			if part, err = to.CreateHeader(&zip.FileHeader{Name: sealed, Method: zip.Deflate}); err == nil {
				_, err = io.WriteString(part, sealOf(z))
			}
		}
		if err != nil {
			return fmt.Errorf("mark workbook: %w", err)
		}
	}
	if err := to.Close(); err != nil {
		return fmt.Errorf("mark workbook: %w", err)
	}
	_, err = w.Write(out.Bytes())
	return err
}

// Fresh reports whether a file is a marked copy that nobody has saved since it
// was written, so that nothing is lost with it.
func Fresh(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	f, err := z.Open(sealed)
	if err != nil {
		return false
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, 1<<16))
	return err == nil && string(content) == sealOf(z)
}
