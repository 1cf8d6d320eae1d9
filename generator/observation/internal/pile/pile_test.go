package pile

import "testing"

func TestPileKeepsOrder(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, pieceSize, 3*pieceSize + 5} {
		var p Pile[int]
		for i := range n {
			p.Add(&i)
		}
		all := p.All()
		if len(all) != n || cap(all) != n {
			t.Errorf("%d: got %d of %d", n, len(all), cap(all))
		}
		for i := range all {
			if all[i] != i {
				t.Fatalf("%d: place %d holds %d", n, i, all[i])
			}
		}
		if again := p.All(); len(again) != 0 {
			t.Errorf("%d: the pile was not emptied", n)
		}
	}
}
