package programme_test

import (
	"testing"
	"testing/fstest"

	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode/fixture"
	"tipscore/generator/programme"
)

// FuzzLoad holds that no file makes the loader panic or fail, and that there
// is a programme wherever no error was found.
func FuzzLoad(f *testing.F) {
	base := fixture.Base(f)
	demo, _, err := indicator.Load(base, "indicators/demo")
	if err != nil || demo == nil {
		f.Fatalf("base project: %v", err)
	}
	names := []string{coast + "/programme.yaml", coast + "/jurisdictions.csv", coast + "/map.csv"}
	for i, name := range names {
		f.Add(uint8(i), base[name].Data)
	}
	f.Add(uint8(1), []byte("id;slug\n\"a\nb\""))
	f.Add(uint8(0), []byte("periods: {frequency: year, from: 0001, to: \"9999\"}\nworkbooks: ['[', '**', 'a/../b', '.']\njurisdictions: .\n"))
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		fsys := fstest.MapFS{}
		for name, file := range base {
			fsys[name] = file
		}
		fsys[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		p, findings, err := programme.Load(fsys, coast, func(id string) *indicator.Framework {
			if id == demo.ID {
				return demo
			}
			return nil
		})
		if err != nil {
			t.Fatalf("the tool failed: %v", err)
		}
		if p == nil && !findings.HasErrors() {
			t.Error("there is no programme, and no error says why")
		}
		for _, d := range findings {
			if d.Pos.File == "" || d.Message == "" || d.Rule == "" {
				t.Errorf("a finding without a place, a message or a rule: %+v", d)
			}
		}
	})
}
