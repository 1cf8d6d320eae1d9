package svg

import (
	"math"
	"strconv"
)

// Finite reports whether a number can be drawn.
func Finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// Plain writes a number with as many digits as it needs.
func Plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
