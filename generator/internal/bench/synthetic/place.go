package synthetic

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

// place is an invented district.
type place struct {
	id, slug, name string
	region         string
}

// newPlaces returns so many districts, named after syllables by their number,
// so that no two are equal.
func newPlaces(n int) []place {
	begin := []string{"Bra", "Cel", "Dor", "Fen", "Gal", "Hav", "Kor", "Lun", "Mir", "Nov", "Ost", "Pal", "Quin", "Ros"}
	middle := []string{"va", "li", "do", "me", "ru", "sa", "ti", "no", "ke", "pu", "be", "ga", "mi"}
	end := []string{"land", "mark", "stad", "via", "gora", "ness", "port", "wick"}
	out := make([]place, n)
	for i := range out {
		name := begin[i%len(begin)] + middle[i/len(begin)%len(middle)] + end[i%len(end)]
		if again := i / (len(begin) * len(middle)); again > 0 {
			name += fmt.Sprintf(" %d", again+1)
		}
		out[i] = place{
			id: fmt.Sprintf("D%04d", i+1), name: name,
			slug:   strings.ReplaceAll(strings.ToLower(name), " ", "-"),
			region: fmt.Sprintf("region-%d", 1+i%8),
		}
	}
	return out
}

func (p *plan) jurisdictions() file {
	var b bytes.Buffer
	b.WriteString("id,slug,level,parent,region")
	for _, lang := range p.Languages {
		b.WriteString(",name_" + lang)
	}
	b.WriteByte('\n')
	for _, at := range p.places {
		fmt.Fprintf(&b, "%s,%s,district,,%s", at.id, at.slug, at.region)
		for range p.Languages {
			b.WriteString("," + at.name)
		}
		b.WriteByte('\n')
	}
	return file{"data/" + programmeID + "/jurisdictions.csv", b.Bytes()}
}

// The map is a grid of ragged shapes on the plane of 1000 by 500 units.
const (
	mapWidth  = 1000.0
	mapHeight = 500.0
	corners   = 24
)

func (p *plan) outlines() file {
	r := rand.New(rand.NewPCG(1, 1))
	columns := int(math.Ceil(math.Sqrt(2 * float64(len(p.places)))))
	size := mapWidth / float64(columns)
	rows := (len(p.places) + columns - 1) / columns
	height := min(size, mapHeight/float64(rows))
	var b bytes.Buffer
	b.WriteString("jurisdiction,x,y,path\n")
	for i, at := range p.places {
		x, y := (float64(i%columns)+0.5)*size, (float64(i/columns)+0.5)*height
		fmt.Fprintf(&b, "%s,%.1f,%.1f,M", at.id, x, y)
		for k := range corners {
			turn, reach := 2*math.Pi*float64(k)/corners, 0.45-0.1*r.Float64()
			if k > 0 {
				b.WriteByte('L')
			}
			fmt.Fprintf(&b, "%.1f %.1f", x+reach*size*math.Cos(turn), y+reach*height*math.Sin(turn))
		}
		b.WriteString("z\n")
	}
	return file{"data/" + programmeID + "/map.csv", b.Bytes()}
}
