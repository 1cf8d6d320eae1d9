package scorecard

// band returns the index of the band that the published score falls into, or
// -1 without a score. Bands are decided on the rounded value, as UNDP does for
// the groups of the Human Development Index: 74.96 is published as 75.0 and
// stands in the band that begins at 75, or readers would see a contradiction.
func (s *Scorecard) band(score Score) int {
	if !score.Known {
		return -1
	}
	published, band := s.Published(score), -1
	for i, b := range s.data.Programme.Framework.Bands {
		if published < b.From {
			break
		}
		band = i
	}
	return band
}
