package colour

import (
	"math"
	"strconv"
	"testing"
)

// rgb is a colour in linear light, 0 to 1.
type rgb [3]float64

func hex(t *testing.T, s string) rgb {
	t.Helper()
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		t.Fatalf("colour %q", s)
	}
	var out rgb
	for i := range out {
		c := float64(v>>(16-8*i)&255) / 255
		if c <= 0.04045 { // IEC 61966-2-1
			out[i] = c / 12.92
		} else {
			out[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return out
}

// luminance is relative luminance as WCAG 2.2 defines it.
func (c rgb) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// contrast is the contrast ratio of WCAG 2.2: 21 for black on white.
func contrast(a, b rgb) float64 {
	x, y := a.luminance(), b.luminance()
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// views are normal sight, protanopia, deuteranopia and tritanopia after Machado,
// Oliveira and Fernandes (2009), severity 1.0, and grey.
func (c rgb) views() map[string]rgb {
	y := c.luminance()
	return map[string]rgb{
		"normal": c,
		"protan": c.times([9]float64{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}),
		"deutan": c.times([9]float64{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}),
		"tritan": c.times([9]float64{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}),
		"grey":   {y, y, y},
	}
}

func (c rgb) times(m [9]float64) rgb {
	var out rgb
	for i := range out {
		v := m[3*i]*c[0] + m[3*i+1]*c[1] + m[3*i+2]*c[2]
		out[i] = math.Max(0, math.Min(1, v))
	}
	return out
}

// lab is a colour in CIE L*a*b* with the white of D65.
type lab struct{ l, a, b float64 }

func (c rgb) lab() lab {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// ciede2000 is the colour difference of Sharma, Wu and Dalal (2005), "The
// CIEDE2000 color-difference formula", equations 2 to 22.
func ciede2000(p, q lab) float64 {
	rad, deg := math.Pi/180, 180/math.Pi
	seven := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	g := 0.5 * (1 - seven((math.Hypot(p.a, p.b)+math.Hypot(q.a, q.b))/2))
	p.a, q.a = p.a*(1+g), q.a*(1+g)
	c1, c2 := math.Hypot(p.a, p.b), math.Hypot(q.a, q.b)
	hue := func(v lab) float64 { return math.Mod(math.Atan2(v.b, v.a)*deg+360, 360) }
	h1, h2 := hue(p), hue(q)
	dh, mean := h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		dh, mean = 0, h1+h2
	case math.Abs(h1-h2) > 180:
		dh -= math.Copysign(360, dh)
		mean += math.Copysign(180, 360-h1-h2)
	}
	dH := 2 * math.Sqrt(c1*c2) * math.Sin(dh/2*rad)
	l, c := (p.l+q.l)/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos((mean-30)*rad) + 0.24*math.Cos(2*mean*rad) + 0.32*math.Cos((3*mean+6)*rad) - 0.20*math.Cos((4*mean-63)*rad)
	sl := 1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	sc, sh := 1+0.045*c, 1+0.015*c*t
	turn := -math.Sin(60*math.Exp(-math.Pow((mean-275)/25, 2))*rad) * 2 * seven(c)
	dl, dc := (q.l-p.l)/sl, (c2-c1)/sc
	dH /= sh
	return math.Sqrt(dl*dl + dc*dc + dH*dH + turn*dc*dH)
}

// TestCIEDE2000 checks the formula against pairs of table 1 of the paper.
func TestCIEDE2000(t *testing.T) {
	for _, c := range []struct {
		p, q lab
		want float64
	}{
		{lab{50, 2.6772, -79.7751}, lab{50, 0, -82.7485}, 2.0425},
		{lab{50, 0, 0}, lab{50, -1, 2}, 2.3669},
		{lab{50, 2.49, -0.001}, lab{50, -2.49, 0.0009}, 7.1792},
		{lab{50, 2.5, 0}, lab{73, 25, -18}, 27.1492},
		{lab{60.2574, -34.0099, 36.2677}, lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{lab{2.0776, 0.0795, -1.1350}, lab{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if got := ciede2000(c.p, c.q); math.Abs(got-c.want) > 5e-5 {
			t.Errorf("%v and %v differ by %.4f, want %.4f", c.p, c.q, got, c.want)
		}
	}
}
