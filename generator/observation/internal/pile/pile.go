// Package pile gathers many things without copying them again and again.
package pile

// pieceSize is the number of things in one piece of a pile: 800 KB of
// observations.
const pieceSize = 4096

// Pile gathers things in pieces. A slice that grows by appending would
// copy each of a million of them five times.
type Pile[T any] struct {
	full [][]T
	last []T
}

// Add puts a copy of o on the pile.
func (p *Pile[T]) Add(o *T) {
	if len(p.last) == cap(p.last) {
		if p.last != nil {
			p.full = append(p.full, p.last)
		}
		p.last = make([]T, 0, min(pieceSize, 2*cap(p.last)+16))
	}
	p.last = append(p.last, *o)
}

// All returns them in one slice and empties the pile.
func (p *Pile[T]) All() []T {
	n := len(p.last)
	for _, piece := range p.full {
		n += len(piece)
	}
	out := make([]T, 0, n)
	for i, piece := range p.full {
		out = append(out, piece...)
		p.full[i] = nil
	}
	out = append(out, p.last...)
	*p = Pile[T]{}
	return out
}
