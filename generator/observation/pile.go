package observation

// pileSize is the number of observations in one piece of a pile: 800 KB.
const pileSize = 4096

// pile gathers observations in pieces. A slice that grows by appending would
// copy each of a million observations five times.
type pile struct {
	full [][]Observation
	last []Observation
}

func (p *pile) add(o *Observation) {
	if len(p.last) == cap(p.last) {
		if p.last != nil {
			p.full = append(p.full, p.last)
		}
		p.last = make([]Observation, 0, min(pileSize, 2*cap(p.last)+16))
	}
	p.last = append(p.last, *o)
}

// all returns the observations in one slice and empties the pile.
func (p *pile) all() []Observation {
	n := len(p.last)
	for _, piece := range p.full {
		n += len(piece)
	}
	out := make([]Observation, 0, n)
	for i, piece := range p.full {
		out = append(out, piece...)
		p.full[i] = nil
	}
	out = append(out, p.last...)
	*p = pile{}
	return out
}
