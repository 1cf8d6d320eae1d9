package chart

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
)

// element is an XML element of a drawing with all the text inside it.
type element struct {
	name   string
	attrs  map[string]string
	text   string
	parent int // index, -1 for the root
}

func (e element) class(name string) bool {
	for _, c := range strings.Fields(e.attrs["class"]) {
		if c == name {
			return true
		}
	}
	return false
}

func (e element) number(t *testing.T, attr string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(strings.TrimSuffix(e.attrs[attr], "%"), 64)
	if err != nil {
		t.Fatalf("%s of <%s class=%q>: %v", attr, e.name, e.attrs["class"], err)
	}
	return v
}

// parse reads a drawing as strict XML.
func parse(t *testing.T, svg string) []element {
	t.Helper()
	var out []element
	var open []int
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not XML: %v in %.300s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attrs: map[string]string{}, parent: -1}
			for _, a := range token.Attr {
				if _, twice := e.attrs[a.Name.Local]; twice && a.Name.Space == "" {
					t.Errorf("<%s> has %s twice", e.name, a.Name.Local)
				}
				e.attrs[a.Name.Local] = a.Value
			}
			if len(open) > 0 {
				e.parent = open[len(open)-1]
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.CharData:
			for _, i := range open {
				out[i].text += string(token)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
	if len(open) != 0 || len(out) == 0 {
		t.Fatalf("unbalanced: %.200s", svg)
	}
	return out
}

// find returns the elements of a class.
func find(elements []element, class string) []element {
	var out []element
	for _, e := range elements {
		if e.class(class) {
			out = append(out, e)
		}
	}
	return out
}

// corners returns the absolute corners of a path of M, L, h and v as this
// package writes them. The end of a short stroke is not a corner.
func corners(t *testing.T, d string) []Spot {
	t.Helper()
	var out []Spot
	for _, part := range strings.FieldsFunc(d, func(r rune) bool { return r == 'M' || r == 'L' }) {
		part, _, _ = strings.Cut(part, "h")
		part, _, _ = strings.Cut(part, "v")
		x, y, ok := strings.Cut(part, " ")
		fx, err1 := strconv.ParseFloat(x, 64)
		fy, err2 := strconv.ParseFloat(y, 64)
		if !ok || err1 != nil || err2 != nil {
			t.Fatalf("corner %q of path %.80q", part, d)
		}
		out = append(out, Spot{fx, fy})
	}
	return out
}
