package chart

import (
	"strconv"
	"testing"
)

func BenchmarkTimeline(b *testing.B) {
	t := sampleTimeline()
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(t.SVG())))
	}
}

func BenchmarkTimelineOption(b *testing.B) {
	t := sampleTimeline()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := t.Option(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBars(b *testing.B) {
	t := sampleBars()
	b.ReportAllocs()
	for b.Loop() {
		t.SVG()
	}
}

func BenchmarkStrip(b *testing.B) {
	t := sampleStrip()
	b.ReportAllocs()
	for b.Loop() {
		t.SVG()
	}
}

// BenchmarkMap draws 200 shapes of 60 corners and 60 dots, about as much as the
// world at 1:110 million.
func BenchmarkMap(b *testing.B) {
	m := Map{Head: Head{ID: "world", Title: "Benchmark"}}
	for i := range 260 {
		s := Shape{Name: "Place " + strconv.Itoa(i), Href: "place-" + strconv.Itoa(i) + "/", Point: Known(float64(i*37%101), "")}
		if i >= 200 {
			s.Dot = Spot{300 + float64(i%30)*3, 200 + float64(i%40)*4}
		} else {
			s.Path = "M" + strconv.Itoa(i*5) + " 100"
			for k := range 60 {
				s.Path += "l" + strconv.Itoa(k%7-3) + " " + strconv.Itoa(k%5-2)
			}
			s.Path += "z"
		}
		m.Shapes = append(m.Shapes, s)
	}
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(m.SVG())))
	}
}
