package svg

// Flow lays out texts, each with a sample before it, in rows for a phone, and
// returns the number of rows, and the row and the place of each in pixels.
func Flow(texts []string) (rows int, row []int, left []float64) {
	x := 0.0
	for _, text := range texts {
		w := 26 + TextWidth(text, SmallSize) + 14
		if x > 0 && x+w-14 > NarrowWidth {
			rows, x = rows+1, 0
		}
		row, left = append(row, rows), append(left, x)
		x += w
	}
	if len(texts) > 0 {
		rows++
	}
	return rows, row, left
}
