package preview

import "testing"

func TestPassingFiles(t *testing.T) {
	for name, want := range map[string]bool{
		"data/world/3p.xlsx":              false,
		"data/world/programme.yaml":       false,
		"site/static/CNAME":               false,
		"data/world/deadbeef.xlsx":        false,
		"data/world/.~lock.3p.xlsx#":      true,
		"data/world/~$3p.xlsx":            true,
		"data/world/lu12345abc.tmp":       true,
		"data/world/5A1B2C3D":             true,
		"data/world/5a1b2c3d.TMP":         true,
		"indicators/x.yaml~":              true,
		"indicators/.x.yaml.swp":          true,
		"indicators/4913":                 true,
		"data/from-maria.xlsx.crdownload": true,
		"site/node_modules":               true,
		"data/.git":                       true,
	} {
		if got := passing(name); got != want {
			t.Errorf("passing(%q) = %v", name, got)
		}
	}
}
