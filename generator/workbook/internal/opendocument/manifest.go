package opendocument

import (
	"io"
	"strings"

	"tipscore/generator/workbook/internal/xmlscan"
)

// Manifest is what the list of the files in a document says of it.
type Manifest struct {
	Encrypted bool // a file is encrypted
	Objects   bool // there are embedded documents; charts do not count
}

// ReadManifest reads META-INF/manifest.xml (OpenDocument 1.3 part 2, section 4).
func ReadManifest(r io.Reader) (m Manifest, err error) {
	for x := xmlscan.New(r); ; {
		tok, err := x.Next()
		if err != nil || tok == xmlscan.EOF {
			return m, err
		}
		if tok != xmlscan.Start {
			continue
		}
		switch string(x.Name()) {
		case "encryption-data":
			m.Encrypted = true
		case "file-entry":
			path, kind := string(x.Attr("manifest:full-path")), string(x.Attr("manifest:media-type"))
			document := strings.HasPrefix(kind, "application/vnd.oasis.opendocument.") && !strings.HasSuffix(kind, ".chart")
			m.Objects = m.Objects || path != "/" && (document || kind == "application/vnd.sun.star.oleobject")
		}
	}
}
