package uncertainty

import "math/rand/v2"

// source draws numbers. The steps from the bits of the generator to a number
// are written out here, because the library may change its own.
type source struct{ bits *rand.PCG }

// newSource returns the generator of a run.
func newSource(seed, run uint64) source { return source{rand.NewPCG(seed, run)} }

// share returns a number from 0 up to, without, 1.
func (s source) share() float64 { return float64(s.bits.Uint64()>>11) / (1 << 53) }

// pick returns a whole number below n for a share.
func pick(share float64, n int) int { return min(int(share*float64(n)), n-1) }
