package observation

import "testing"

func TestPileKeepsOrder(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, pileSize, 3*pileSize + 5} {
		var p pile
		for i := range n {
			p.add(&Observation{Period: i})
		}
		all := p.all()
		if len(all) != n || cap(all) != n {
			t.Errorf("%d: got %d of %d", n, len(all), cap(all))
		}
		for i := range all {
			if all[i].Period != i {
				t.Fatalf("%d: place %d holds %d", n, i, all[i].Period)
			}
		}
		if again := p.all(); len(again) != 0 {
			t.Errorf("%d: the pile was not emptied", n)
		}
	}
}
