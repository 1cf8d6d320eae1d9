package browser

import "regexp"

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// PDFPages counts the pages of a PDF that a browser printed: it writes the
// objects of pages uncompressed.
func PDFPages(pdf []byte) int { return len(pdfPage.FindAll(pdf, -1)) }
