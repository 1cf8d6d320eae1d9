package chart

import (
	"fmt"
	"math"
	"testing"
)

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		axis Axis
		want string
	}{
		{Axis{}, "[0 20 40 60 80 100]"},
		{Axis{Max: 50}, "[0 10 20 30 40 50]"},
		{Axis{Min: -10, Max: 10}, "[-10 -5 0 5 10]"},
		{Axis{Min: 1, Max: 5, Ticks: []float64{1, 3, 5, 9}}, "[1 3 5]"},
		{Axis{Min: math.NaN(), Max: 7}, "[0 20 40 60 80 100]"},
		{Axis{Min: 9, Max: 3}, "[0 20 40 60 80 100]"},
	} {
		if got := fmt.Sprint(c.axis.scale().Labels); got != c.want {
			t.Errorf("%+v has ticks %s, want %s", c.axis, got, c.want)
		}
	}
}

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		steps Steps
		v     float64
		want  int
	}{
		{Steps{}, -1, 1}, {Steps{}, 0, 1}, {Steps{}, 19.9, 1}, {Steps{}, 20, 2}, {Steps{}, 79.9, 4}, {Steps{}, 80, 5}, {Steps{}, 100, 5}, {Steps{}, 101, 5},
		{Steps{Edges: []float64{0, 50, 100}}, 49, 1}, {Steps{Edges: []float64{0, 50, 100}}, 50, 5},
		{Steps{Edges: []float64{0, 30, 60, 100}}, 45, 3},
		{Steps{Edges: []float64{0, 25, 50, 75, 100}}, 30, 2}, {Steps{Edges: []float64{0, 25, 50, 75, 100}}, 60, 4},
		{Steps{Edges: []float64{0, 0, 100}}, 60, 4}, {Steps{Edges: []float64{0, 1, 2, 3, 4, 5, 6}}, 60, 4}, // unusable: five equal steps
	} {
		if got := c.steps.Of(c.v); got != c.want {
			t.Errorf("%v in %v is step %d, want %d", c.v, c.steps.Edges, got, c.want)
		}
	}
	if got := (Steps{}).CellClass(Known(85, "")); got != "c-step-5 c-on-5" {
		t.Errorf("cell of 85 is %q", got)
	}
	if got := (Steps{}).CellClass(Unknown(Hidden, "<5")); got != "c-hidden" {
		t.Errorf("hidden cell is %q", got)
	}
}
