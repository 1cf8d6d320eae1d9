package webtest

import (
	"fmt"
	"io/fs"

	"golang.org/x/net/html"
)

// Cell is a cell of a table as a reader meets it.
type Cell struct {
	Text string
	Link string // address of the first link in it, as written
}

// Rows returns the rows of the first table in the element with an id, the head
// included, so that a test can hold a page against the data it was made from.
func Rows(site fs.FS, name, id string) ([][]Cell, error) {
	raw, err := fs.ReadFile(site, name)
	if err != nil {
		return nil, fmt.Errorf("read a table: %w", err)
	}
	p, err := parsePage(name, raw)
	if err != nil {
		return nil, err
	}
	part := p.byID[id]
	if part == nil {
		return nil, fmt.Errorf("read a table: %s has no id %q", name, id)
	}
	table := find(part, "table")
	if table == nil {
		return nil, fmt.Errorf("read a table: %s has no table in %q", name, id)
	}
	var rows [][]Cell
	for n := range table.Descendants() {
		if n.Type != html.ElementNode || n.Data != "tr" {
			continue
		}
		var row []Cell
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
				cell := Cell{Text: text(c)}
				if a := find(c, "a"); a != nil {
					cell.Link = value(a, "href")
				}
				row = append(row, cell)
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// find returns the first element of a name below n, or nil.
func find(n *html.Node, name string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			return d
		}
	}
	return nil
}
