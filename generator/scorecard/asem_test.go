package scorecard

import (
	"archive/zip"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/dataset"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// oracle opens what the R package COINr made of its example.
func oracle(t testing.TB) fs.FS {
	t.Helper()
	z, err := zip.OpenReader("testdata/asem/oracle.zip")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { z.Close() })
	return z
}

// asem scores the example with the framework as changed by edit, which gets
// every file of it.
func asem(t testing.TB, results fs.FS, edit func(text string) string) *Scorecard {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, file := range unpacked(t, "testdata/asem") {
		if strings.HasPrefix(name, "indicators/") {
			file = &fstest.MapFile{Data: []byte(edit(string(file.Data)))}
		}
		fsys[name] = file
	}
	return scoredFrom(t, definitions(t, fsys, "asem", "asem"), readTable(t, results, "00_ASEM_iData.csv"))
}

// scoredFrom reads the answers of a programme from a table with a column for
// each indicator.
func scoredFrom(t testing.TB, p *programme.Programme, data csvTable) *Scorecard {
	t.Helper()
	// A growth of less than nothing is no answer that can be typed into a
	// workbook for people, so the example is not read as one.
	var answers []observation.Observation
	for _, row := range data.rows {
		j := p.Index(programme.JurisdictionID(row[data.at["uCode"]]))
		period, err := programme.ParsePeriod(row[data.at["Time"]])
		if err != nil {
			t.Fatal(err)
		}
		if j < 0 {
			continue
		}
		for _, column := range data.columns[data.at["Area"]:] {
			if x, known := data.number(row, column); known {
				i := p.Framework.Indicator(indicator.ID(strings.ToLower(column)))
				answers = append(answers, found(j, p.PeriodIndex(period), i, x))
			}
		}
	}
	d, findings := dataset.Build(p, answers, nil)
	clean(t, findings, nil)
	return Compute(d)
}

// TestPanelOfTheConnectivityIndex holds five years of 46 countries: outliers of
// each year, scores between the least and the greatest value of all years, and
// missing values left out of the means.
func TestPanelOfTheConnectivityIndex(t *testing.T) {
	results := oracle(t)
	fsys := unpacked(t, "testdata/asem")
	edit := func(name string, change func(line string) string) {
		var text strings.Builder
		for line := range strings.Lines(string(fsys[name].Data)) {
			text.WriteString(change(line))
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text.String())}
	}
	for name := range fsys {
		if strings.HasPrefix(name, "indicators/") {
			edit(name, func(line string) string {
				if strings.HasPrefix(line, "fill:") || strings.HasPrefix(line, "per:") {
					return ""
				}
				return strings.Replace(line, "  among: all\n", "  among: all\n  over: all\n", 1)
			})
		}
	}
	edit("data/asem/programme.yaml", func(line string) string { return strings.Replace(line, `to: "2018"`, `to: "2022"`, 1) })
	edit("data/asem/jurisdictions.csv", func(line string) string {
		if slices.Contains([]string{"BGD", "BRN", "KHM", "LAO", "MMR"}, line[:3]) {
			return "" // too little is known of these
		}
		return line
	})
	s := scoredFrom(t, definitions(t, fsys, "asem", "asem"), readTable(t, results, "00_ASEM_iData_panel.csv"))
	want := readTable(t, results, "40_purse_aggregated.csv")
	for y, period := range s.data.Programme.Periods {
		year := want
		year.rows = slices.DeleteFunc(slices.Clone(want.rows), func(row []string) bool { return row[want.at["Time"]] != period.String() })
		compared := 0
		for _, column := range want.columns {
			if n := nodeOf(s, column); n >= 0 {
				compared += held(t, s, year, column, func(j int) float64 { return s.sheet.Value[n][s.shape.Row(j, y)] })
			}
		}
		if compared != 60*46 {
			t.Errorf("%s: %d numbers were compared", period, compared)
		}
	}
}

func unchanged(text string) string { return text }

// raw leaves out what comes before the score, and replaces the method.
func raw(method string) func(string) string {
	return func(text string) string {
		var out []string
		for line := range strings.Lines(text) {
			switch {
			case strings.HasPrefix(line, "per:"), strings.HasPrefix(line, "fill:"), strings.HasPrefix(line, "  outliers:"):
			case strings.HasPrefix(line, "  method: minmax"):
				out = append(out, "  "+method+"\n")
			default:
				out = append(out, line)
			}
		}
		return strings.Join(out, "")
	}
}

// held compares a column of numbers by jurisdiction with one of a result, to a
// billionth, and returns how many it compared.
func held(t *testing.T, s *Scorecard, file csvTable, column string, got func(j int) float64) int {
	t.Helper()
	for _, row := range file.rows {
		j := s.data.Programme.Index(programme.JurisdictionID(row[file.at["uCode"]]))
		want, known := file.number(row, column)
		x := got(j)
		if !known {
			want = math.NaN()
		}
		if !(math.Abs(x-want) <= 1e-9*max(1e-3, math.Abs(want)) || x == want || math.IsNaN(x) && math.IsNaN(want)) {
			t.Errorf("%s of %s is %.17g, want %.17g", column, row[file.at["uCode"]], x, want)
		}
	}
	return len(file.rows)
}

// indicatorOf returns the scored indicator of a column of the results, or nil.
func indicatorOf(s *Scorecard, column string) *indicator.Indicator {
	i := s.data.Programme.Framework.Indicator(indicator.ID(strings.ToLower(column)))
	if i == nil || !i.Scored() {
		return nil
	}
	return i
}

// TestConnectivityIndex rebuilds COINr's worked example: every stage to a
// billionth, the scores of all nodes, and all ranks.
func TestConnectivityIndex(t *testing.T) {
	results := oracle(t)
	s := asem(t, results, unchanged)
	for name, stage := range map[string]func(Stages) []float64{
		"Denominated": func(x Stages) []float64 { return x.Divided },
		"Imputed":     func(x Stages) []float64 { return x.Full },
		"Screened":    func(x Stages) []float64 { return x.Full },
		"Treated":     func(x Stages) []float64 { return x.Treated },
		"Normalised":  func(x Stages) []float64 { return x.Score },
	} {
		file := readTable(t, results, "10_full_"+name+".csv")
		n := 0
		for _, column := range file.columns {
			if i := indicatorOf(s, column); i != nil {
				x := stage(s.Stages(i))
				n += held(t, s, file, column, func(j int) float64 { return x[j] })
			}
		}
		if n != 49*51 {
			t.Errorf("%s: %d numbers were compared", name, n)
		}
	}
	for _, name := range []string{"10_full_Aggregated.csv", "10_full_scores.csv"} {
		file := readTable(t, results, name)
		if n := heldNodes(t, s, file); n != 60*51 {
			t.Errorf("%s: %d numbers were compared", name, n)
		}
	}
	heldRanks(t, s, readTable(t, results, "10_full_ranks.csv"), indicator.AmongAll)
	heldRanks(t, s, readTable(t, results, "10_full_groupranks.csv"), indicator.AmongRegion)
}

// heldNodes compares the scores of all nodes that are columns of the results.
func heldNodes(t *testing.T, s *Scorecard, file csvTable) (compared int) {
	t.Helper()
	for _, column := range file.columns {
		if n := nodeOf(s, column); n >= 0 {
			compared += held(t, s, file, column, func(j int) float64 { return s.sheet.Value[n][j] })
		}
	}
	return compared
}

func nodeOf(s *Scorecard, column string) int {
	if column == "Index" {
		return 0
	}
	return s.Node(strings.ToLower(column))
}

// heldRanks compares all ranks that are columns of the results.
func heldRanks(t *testing.T, s *Scorecard, file csvTable, among indicator.Among) {
	t.Helper()
	compared := 0
	for _, column := range file.columns {
		n := nodeOf(s, column)
		if n < 0 {
			continue
		}
		ranks, _ := s.RanksWithin(0, n, among)
		compared += held(t, s, file, column, func(j int) float64 { return float64(ranks[j]) })
	}
	if compared < 11*51 {
		t.Errorf("%d ranks were compared", compared)
	}
}

// TestNormalisationsOfTheConnectivityIndex holds ten normalisations of the raw
// data. Ours keep to 0 to 100, so each is brought to the range of the result.
func TestNormalisationsOfTheConnectivityIndex(t *testing.T) {
	results := oracle(t)
	for _, c := range []struct {
		file, method string
		back         func(score, count float64) float64
	}{
		{"minmax", "method: minmax", func(s, _ float64) float64 { return s }},
		{"minmax1", "method: minmax\n  low: 1", func(s, _ float64) float64 { return s }},
		{"zscore", "method: zscore\n  deviation: 5", func(s, _ float64) float64 { return 10 + 2*(s-50)/5 }},
		{"zscore01", "method: zscore\n  deviation: 5", func(s, _ float64) float64 { return (s - 50) / 5 }},
		{"dist2max", "method: maximum", func(s, _ float64) float64 { return s / 100 }},
		{"rank", "method: rank", func(s, n float64) float64 { return math.Round(s * n / 100) }},
		{"borda", "method: percentile", func(s, n float64) float64 { return math.Round(s * (n - 1) / 100) }},
		{"prank", "method: percentile", func(s, _ float64) float64 { return s / 100 }},
	} {
		s := asem(t, results, raw(c.method))
		file := readTable(t, results, "20_norm_"+c.file+".csv")
		n := 0
		for _, column := range file.columns {
			i := indicatorOf(s, column)
			if i == nil {
				continue
			}
			count := 0.0
			for _, o := range s.Stages(i).Raw {
				if o == o {
					count++
				}
			}
			scores := s.Stages(i).Score
			n += held(t, s, file, column, func(j int) float64 { return c.back(scores[j], count) })
		}
		if n != 49*51 {
			t.Errorf("%s: %d numbers were compared", c.file, n)
		}
	}
}

// The share of the greatest value is our own where less is better: COINr
// divides two negative numbers there, which gives x / least, and we give
// least / x. Below zero nothing is a share of anything.
func TestFractionsOfTheConnectivityIndex(t *testing.T) {
	results := oracle(t)
	s := asem(t, results, raw("method: fraction"))
	file := readTable(t, results, "20_norm_fracmax.csv")
	for _, row := range file.rows {
		j := s.data.Programme.Index(programme.JurisdictionID(row[file.at["uCode"]]))
		for _, column := range file.columns {
			i := indicatorOf(s, column)
			if i == nil || s.Stages(i).Raw[j] != s.Stages(i).Raw[j] {
				continue
			}
			want, err := strconv.ParseFloat(row[file.at[column]], 64)
			if err != nil {
				want = 1 // 0 / 0: the best there is
			}
			if i.Direction == indicator.Down {
				want = 1 / want
			}
			if got := s.Stages(i).Score[j]; math.Abs(got-100*max(want, 0)) > 1e-9 {
				t.Errorf("%s of %s is %v, want %v", column, row[0], got, 100*want)
			}
		}
	}
}

// Fixed bounds of 0 and 100 leave a number as it is; ours go no further.
func TestBoundsOfTheConnectivityIndex(t *testing.T) {
	results := oracle(t)
	s := asem(t, results, func(text string) string {
		text = strings.ReplaceAll(raw("low: 0\n  high: 100")(text), "  among: all\n", "")
		return strings.Replace(text, "normalise:", "goalposts:", 1)
	})
	file := readTable(t, results, "20_norm_scaled.csv")
	for _, column := range file.columns {
		i := indicatorOf(s, column)
		if i == nil {
			continue
		}
		score := scoresOf(s, i)
		for _, row := range file.rows {
			j := s.data.Programme.Index(programme.JurisdictionID(row[file.at["uCode"]]))
			want, known := file.number(row, column)
			if i.Direction == indicator.Down {
				want += 100
			}
			if want = within(want); known && math.Abs(score[j]-want) > 1e-9 {
				t.Errorf("%s of %s is %v, want %v", column, row[0], score[j], want)
			}
		}
	}
}

// scoresOf returns the scores of an indicator.
func scoresOf(s *Scorecard, i *indicator.Indicator) []float64 {
	return s.sheet.Value[s.Node(string(i.ID))]
}

// TestMeansOfTheConnectivityIndex holds every node and rank of the arithmetic,
// geometric and harmonic index.
func TestMeansOfTheConnectivityIndex(t *testing.T) {
	results := oracle(t)
	for name, c := range map[string][2]string{
		"minmax_a_amean":  {"method: minmax", "arithmetic"},
		"minmax1_a_amean": {"method: minmax\n  low: 1", "arithmetic"},
		"minmax1_a_gmean": {"method: minmax\n  low: 1", "geometric"},
		"minmax1_a_hmean": {"method: minmax\n  low: 1", "harmonic"},
	} {
		s := asem(t, results, func(text string) string {
			return strings.Replace(raw(c[0])(text), "aggregate: arithmetic", "aggregate: "+c[1], 1)
		})
		if n := heldNodes(t, s, readTable(t, results, "21_agg_"+name+".csv")); n != 60*51 {
			t.Errorf("%s: %d numbers were compared", name, n)
		}
		heldRanks(t, s, readTable(t, results, "22_ranks_"+name+".csv"), indicator.AmongAll)
	}
}

// TestWeightSetsOfTheConnectivityIndex holds the scores and ranks of the index
// under 100 sets of weights, and the mean, median, 5th and 95th percentile of
// the ranks.
func TestWeightSetsOfTheConnectivityIndex(t *testing.T) {
	results := oracle(t)
	s := asem(t, results, unchanged)
	scores, ranks := readTable(t, results, "35_weightsets100_index_scores.csv"), readTable(t, results, "35_weightsets100_index_ranks.csv")
	sets := weightSets(t, s, readTable(t, results, "30_noisy_weights.csv"))
	all := make([][]float64, s.shape.Units)
	for k, weights := range sets {
		sheet := method.NewSheet(slices.Clone(s.sheet.Nodes), s.shape.Rows())
		for n := range sheet.Nodes {
			sheet.Nodes[n].Weight = weights[n]
			if sheet.Nodes[n].Leaf {
				sheet.Value[n] = s.sheet.Value[n]
			}
		}
		sheet.Run(0, s.shape.Rows())
		rank := make([]int32, s.shape.Units)
		method.Ranks(sheet.Value[0], method.Low, rank)
		rep := "rep" + strconv.Itoa(k+1)
		held(t, s, scores, rep, func(j int) float64 { return sheet.Value[0][j] })
		held(t, s, ranks, rep, func(j int) float64 { return float64(rank[j]) })
		for j, r := range rank {
			all[j] = append(all[j], float64(r))
		}
	}
	stats := readTable(t, results, "35_weightsets100_rankstats_type7.csv")
	for j := range all {
		slices.Sort(all[j])
	}
	held(t, s, stats, "Mean", func(j int) float64 { return method.Describe(all[j]).Mean })
	for column, p := range map[string]float64{"Median": 0.5, "Q5": 0.05, "Q95": 0.95} {
		held(t, s, stats, column, func(j int) float64 { return method.Quantile(all[j], p) })
	}
	if len(sets) != 100 {
		t.Errorf("there are %d sets of weights", len(sets))
	}
}

// weightSets returns the weights of every set by node.
func weightSets(t testing.TB, s *Scorecard, file csvTable) (sets [][]float64) {
	t.Helper()
	for _, row := range file.rows {
		set, err := strconv.Atoi(row[file.at["rep"]])
		n := nodeOf(s, row[file.at["iCode"]])
		weight, known := file.number(row, "Weight")
		if err != nil || n < 0 || !known {
			t.Fatalf("%q is no weight", row)
		}
		for len(sets) < set {
			sets = append(sets, make([]float64, len(s.Nodes)))
		}
		sets[set-1][n] = weight
	}
	return sets
}
