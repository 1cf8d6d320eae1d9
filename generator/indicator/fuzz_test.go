package indicator_test

import (
	"testing"
	"testing/fstest"

	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode/fixture"
)

// FuzzLoad holds that no file makes the loader panic or fail, and that there
// is a framework wherever no error was found, with its indicators in place.
func FuzzLoad(f *testing.F) {
	base := fixture.Base(f)
	names := []string{demo + "/framework.yaml", demo + "/law/law-01.yaml", demo + "/law/law-02.yaml", demo + "/care/care-01.yaml"}
	for i, name := range names {
		f.Add(uint8(i), base[name].Data)
	}
	f.Add(uint8(0), []byte("a: &a [*a, *a]\n? [b]\n: c\n<<: {d: e}\n"))
	f.Add(uint8(0), []byte("tree: {nodes: [{nodes: [{nodes: []}]}, x, [y], ~]}\nbands: [{from: 1}, 2]\nlanguages: {en: es}\n"))
	f.Add(uint8(1), []byte("--- !!set {? a}\n--- b\n"))
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		fsys := fstest.MapFS{}
		for name, file := range base {
			fsys[name] = file
		}
		fsys[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		fw, findings, err := indicator.Load(fsys, demo)
		if err != nil {
			t.Fatalf("the tool failed: %v", err)
		}
		if fw == nil && !findings.HasErrors() {
			t.Error("there is no framework, and no error says why")
		}
		for _, d := range findings {
			if d.Pos.File == "" || d.Message == "" || d.Rule == "" {
				t.Errorf("a finding without a place, a message or a rule: %+v", d)
			}
		}
		if fw == nil {
			return
		}
		for n, i := range fw.All {
			if i.Index != n || fw.Indicator(i.ID) == nil {
				t.Errorf("%s is not in its place", i.ID)
			}
		}
		if findings.HasErrors() {
			return // what could be read; the same id may stand twice
		}
		if len(fw.All) != len(base)-1 {
			t.Errorf("%d indicators are in place of %d", len(fw.All), len(base)-1)
		}
	})
}
