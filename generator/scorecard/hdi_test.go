package scorecard

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"tipscore/generator/programme"
)

// TestHumanDevelopmentIndex rebuilds the index of 1990 to 2022 from a framework
// in YAML and the published figures: 6,171 values to three decimals (one on our
// scale from 0 to 100), and the 193 ranks and groups of 2022.
func TestHumanDevelopmentIndex(t *testing.T) {
	fsys := unpacked(t, "testdata/hdi")
	s := scoredProject(t, fsys, definitions(t, fsys, "hdi", "hdi"))
	published := readTable(t, fsys, "published.csv")
	names := map[string]string{"Low": "low", "Medium": "medium", "High": "high", "Very High": "very-high"}
	values, ranks, groups := 0, 0, 0
	for _, row := range published.rows {
		j := s.data.Programme.Index(programme.JurisdictionID(row[0]))
		for year, period := range s.data.Programme.Periods {
			got := s.Result(j, year, 0).Score
			want, known := published.number(row, period.String())
			if !known && !got.Known {
				continue
			}
			if !known && row[0] == "RWA" && period.Year < 1995 {
				continue // UNDP prints no value for these years, although the four figures are there
			}
			values++
			if !got.Known || s.Published(got) != Round(100*want, 1) {
				t.Errorf("%s %s: %v, published is %v", row[0], period, s.Published(got), want)
			}
		}
		last := s.Result(j, len(s.data.Programme.Periods)-1, 0)
		if rank := row[published.at["rank_2022"]]; rank != "" {
			ranks++
			if strconv.Itoa(last.Rank) != rank {
				t.Errorf("%s has rank %d, published is %s", row[0], last.Rank, rank)
			}
		}
		if group := row[published.at["group_2022"]]; group != "" {
			groups++
			if got := s.bandID(last); got != names[group] {
				t.Errorf("%s is %s, published is %s", row[0], got, group)
			}
		}
	}
	if values != 6171 || ranks != 193 || groups != 193 {
		t.Errorf("%d values, %d ranks and %d groups were compared", values, ranks, groups)
	}
}

// The page on rebuilding an index shows the definitions as they are, and an
// explanation as it is printed.
func TestRebuildingPage(t *testing.T) {
	const name = repository + "/docs/reproduce.md"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	fsys := unpacked(t, "testdata/hdi")
	for _, file := range []string{"framework", "income"} {
		_, after, _ := strings.Cut(page, "(`indicators/hdi/"+file+".yaml`)")
		_, after, _ = strings.Cut(after, "```yaml\n")
		shown, _, found := strings.Cut(after, "```")
		if !found || !strings.Contains(string(fsys["indicators/hdi/"+file+".yaml"].Data), shown) {
			t.Errorf("%s shows of %s.yaml\n%s", name, file, shown)
		}
	}
	s := scoredProject(t, fsys, definitions(t, fsys, "hdi", "hdi"))
	j, y := where(t, s, "DOM", "2022")
	command := "$ bin/tipscore explain hdi DOM 2022 -s /tmp/hdi\n"
	before, rest, found := strings.Cut(page, command)
	if !found {
		t.Fatalf("%s does not show the command", name)
	}
	got, after, _ := strings.Cut(rest, "```")
	if want := text(t, s.Explain(j, y), "en"); *update {
		if err := os.WriteFile(name, []byte(before+command+want+"```"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != want {
		t.Errorf("%s shows\n%s\nand not\n%s", name, got, want)
	}
}
