package annotate

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// What is marked at most: excelize keeps every cell between the first and the
// last of a row in memory, and every row from the first to the last.
const (
	maxUnpacked = 48 << 20
	maxGrid     = 2_000_000
)

var (
	gridTag    = regexp.MustCompile(`<(?:[\w.-]+:)?(row|c)((?:\s[^>]*)?)>`)
	gridPlace  = regexp.MustCompile(`\sr\s*=\s*["']([^"']*)["']`)
	inEncoding = regexp.MustCompile(`^[^>]{0,100}encoding\s*=\s*["']([^"']*)["']`)
)

// errTooLarge is for what needs no marks by hand: nobody mends it by hand.
var errTooLarge = errors.New("the workbook is too large to be marked")

// bounded returns an error for a workbook that excelize had better not open.
func bounded(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	left, grid := int64(maxUnpacked), 0
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
		content, err := io.ReadAll(io.LimitReader(r, left+1))
		r.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
		if left -= int64(len(content)); left < 0 {
			return errTooLarge
		}
		name := strings.ToLower(part.Name)
		if !strings.HasSuffix(name, ".xml") && !strings.Contains(name, "sheet") {
			continue
		}
		if m := inEncoding.FindSubmatch(content); bytes.IndexByte(content, 0) >= 0 || m != nil && !strings.EqualFold(string(m[1]), "utf-8") {
			return fmt.Errorf("%s is not written in UTF-8", part.Name)
		}
		if grid += gridOf(content); grid > maxGrid {
			return errTooLarge
		}
	}
	return nil
}

// gridOf returns how many cells excelize makes of the rows of a part: those
// that are there, and those before them.
func gridOf(content []byte) int {
	cells, rows, columns := 0, 0, 0
	for _, tag := range gridTag.FindAllSubmatchIndex(content, maxGrid) {
		isRow := tag[3]-tag[2] == len("row")
		place := ""
		if m := gridPlace.FindSubmatch(content[tag[4]:tag[5]]); m != nil {
			place = string(m[1])
		}
		if strings.Contains(place, "&") {
			return maxGrid + 1 // an address that hides
		}
		letters := strings.TrimRight(place, "0123456789")
		if n, err := strconv.Atoi(place[len(letters):]); err == nil {
			rows = max(rows, n)
		}
		if isRow {
			cells, columns = cells+columns, 0
			rows++
			continue
		}
		column := 0
		for _, l := range strings.ToUpper(letters) {
			column = min(column*26+int(l-'A'+1), maxGrid)
		}
		columns = max(columns+1, column)
	}
	return cells + columns + 2*rows
}
