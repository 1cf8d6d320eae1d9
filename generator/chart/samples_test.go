package chart

import "strconv"

// The samples are invented; no number in them is about a real place.

// known turns numbers into points; -1 is unknown.
func points(values ...float64) []Point {
	out := make([]Point, len(values))
	for i, v := range values {
		if v >= 0 {
			out[i] = Known(v, "")
		}
	}
	return out
}

func years(from, to int) []string {
	var out []string
	for y := from; y <= to; y++ {
		out = append(out, strconv.Itoa(y))
	}
	return out
}

func sampleTimeline() Timeline {
	return Timeline{
		Head: Head{ID: "course", Title: "Exampleland (invented): scores 1999 to 2014", Lang: "en", NoData: "no data",
			Desc:   "The overall score rose from 25 in 1999 to 66.7 in 2014. Protection has no data in 2003 and 2004.",
			Source: "Invented for a test"},
		Periods: years(1999, 2014),
		Series: []Series{
			{"Overall", points(25, 25, 33.3, 41.7, -1, -1, 50, 50, 58.3, 58.3, 58.3, 66.7, 66.7, 58.3, 66.7, 66.7)},
			{"Prosecution", points(25, 25, 25, 50, 50, 50, 50, 75, 75, 75, 75, 75, 75, 75, 75, 75)},
			{"Protection", points(0, 0, 25, 25, -1, -1, 50, 25, 50, 50, 50, 50, 50, 25, 50, 50)},
			{"Prevention", points(50, 50, 50, 50, -1, 50, -1, 50, 50, 50, 50, 75, 75, 75, 75, 75)},
		},
		Bands:  []Band{{0, 20, "very weak"}, {20, 40, "weak"}, {40, 60, "middling"}, {60, 80, "strong"}, {80, 100, "very strong"}},
		Events: []Event{{At: 1.6, Label: "Organized crime convention"}, {At: 9, Label: "Palermo Protocol"}, {At: 7.4, Label: "Protocol on the sale of children"}},
		Breaks: []Event{{At: 4.5, Label: "New method"}},

		PeriodHead: "Year", NotesHead: "Notes",
	}
}

func sampleBars() Bars {
	return Bars{
		Head: Head{ID: "pillars", Title: "Exampleland (invented): pillars in 2014", Lang: "en", NoData: "no data",
			Desc: "Prosecution 75, protection 50, prevention without data; overall 66.7.", Source: "Invented for a test"},
		Rows: []Bar{
			{Label: "Overall", Point: Known(66.7, ""), Compare: Known(58.3, ""), Strong: true},
			{Label: "Prosecution", Point: Known(75, ""), Compare: Known(75, "")},
			{Label: "Protection of victims and of witnesses who take part in proceedings", Point: Known(0, ""), Compare: Known(50, "")},
			{Label: "Prevention", Point: Unknown(NoData, "not assessed yet"), Compare: Known(50, "")},
		},
		Compare: "median of 189", LabelHead: "Pillar", ValueHead: "Score",
	}
}

func sampleStrip() Strip {
	s := Strip{
		Head: Head{ID: "spread", Title: "Invented: all scores of 2014", Lang: "en", NoData: "no data",
			Desc: "Scores of 120 invented places; Exampleland has 66.7, the median is 50.", Source: "Invented for a test"},
		Median: Known(50, ""), Middle: "median of 120", LabelHead: "Place", ValueHead: "Score",
	}
	for i := range 120 {
		v := float64(3+(i*i*7+i*13)%13-3) / 12 * 100
		if i%3 > 0 {
			v = float64(3+(i%7)) / 12 * 100
		}
		v = float64(int(v*10+0.5)) / 10
		s.Marks = append(s.Marks, Mark{Label: "Place " + strconv.Itoa(i), Point: Known(v, "")})
	}
	s.Marks[17] = Mark{Label: "Exampleland", Point: Known(66.7, ""), Highlight: true, Span: &Span{Low: 58.3, High: 75, Text: "58.3 to 75"}}
	s.SpanHead = "Likely"
	s.Marks[18] = Mark{Label: "Nowhere"}
	return s
}

func sampleSteppedStrip() Strip {
	s := sampleStrip()
	s.ID, s.Stepped, s.Compact = "summary", true, true
	s.Marks[17].Highlight, s.Marks[17].Span, s.SpanHead = false, nil, ""
	return s
}

func sampleColumns() Columns {
	return Columns{
		Head: Head{ID: "victims", Title: "Exampleland (invented): detected victims by year", Lang: "en", NoData: "no data",
			Desc: "Between 12 and 131 victims a year; no data for 2005 to 2007, fewer than five in 2010.", Source: "Invented for a test"},
		Periods: years(2003, 2020),
		Points: []Point{Known(12, ""), Known(31, ""), {}, {}, {}, Known(55, ""), Known(40, ""), Unknown(Hidden, "<5"), Known(61, ""),
			Known(86, ""), Known(131, ""), Known(120, ""), Known(96, ""), Known(104, ""), Unknown(NotAssessed, "not assessed"), Known(77, ""),
			Known(0, ""), Known(43, "")},
		Breaks:     []Event{{At: 8.5, Label: "Calls are counted too"}},
		PeriodHead: "Year", ValueHead: "Victims", NotesHead: "Notes",
	}
}

func sampleStates() States {
	s := States{
		Head: Head{ID: "tier", Title: "Exampleland (invented): tier by year", Lang: "en", NoData: "no data",
			Desc: "Tier 3 in 2001, Tier 2 in most years, Tier 1 since 2019.", Source: "Invented for a test"},
		Periods: years(2001, 2022), Columns: []string{"Year", "Tier"},
		Breaks: []Event{{At: 14.5, Label: "New law"}}, NotesHead: "Notes",
	}
	kinds := map[byte]State{
		'1': {"1", "Tier 1", 5, true, 0}, '2': {"2", "Tier 2", 4, true, 0}, 'W': {"2W", "Tier 2 Watch List", 2, true, 0},
		'3': {"3", "Tier 3", 1, true, 0}, '-': {},
	}
	for _, c := range []byte("33-222W23WWW2222W2-111") {
		s.Cells = append(s.Cells, kinds[c])
	}
	return s
}

// sampleMap has squares for countries and a chain of islands.
func sampleMap() Map {
	m := Map{
		Head: Head{ID: "world", Title: "Invented: scores of 2014 on a map", Lang: "en", NoData: "no data",
			Desc: "Invented squares.", Source: "Invented for a test"},
		Steps: Steps{Low: "weak response", High: "strong response",
			Names: []string{"very weak", "weak", "middling", "strong", "very strong"}},
		LabelHead: "Place", ValueHead: "Score",
	}
	for i := range 12 {
		x := strconv.Itoa(60 + 140*(i%6))
		y := strconv.Itoa(60 + 160*(i/6))
		m.Shapes = append(m.Shapes, Shape{Name: "Square " + x + "-" + y, Path: "M" + x + " " + y + "h120v140h-120z",
			Point: Known(float64(i)*9, ""), Href: "square-" + strconv.Itoa(i) + "/"})
	}
	m.Shapes[4].Point = Point{}
	m.Shapes[5].Point = Unknown(NotAssessed, "not assessed")
	m.Shapes[6].Point = Unknown(NotApplicable, "does not apply")
	m.Shapes[7].Point = Unknown(Hidden, "withheld")
	m.Shapes[8].Current = true
	m.Shapes = append(m.Shapes, Shape{Path: "M60 400h60v40h-60z"}, Shape{Path: "M140 400h60v40h-60z"}) // no place of ours
	for i := range 6 {
		m.Shapes = append(m.Shapes, Shape{Name: "Island " + strconv.Itoa(i), Dot: Spot{930 + float64(i%2)*2, 200 + float64(i)*4},
			Point: Known(float64(i)*19, ""), Href: "island-" + strconv.Itoa(i) + "/"})
	}
	m.Shapes = append(m.Shapes, Shape{Name: "Enclave", Path: "M395 100h4v4h-4z", Dot: Spot{397, 102}, Point: Known(88, ""), Href: "enclave/"})
	return m
}

// sampleTiles has seven squares in four columns, with every kind of absence.
func sampleTiles() Tiles {
	t := Tiles{
		Head: Head{ID: "tiles", Title: "Invented: scores of 2014, each place one square", Lang: "en", NoData: "no data",
			Desc: "Invented squares.", Source: "Invented for a test"},
		Steps: sampleMap().Steps, LabelHead: "Place", ValueHead: "Score",
		Squares: []Square{
			{Name: "North", Column: 2, Row: 1, Point: Known(0, "0.0"), Href: "north/"},
			{Name: "Saint Anthony on the Hill", Short: "SAH", Column: 3, Row: 1, Point: Known(39.5, "39.5"), Href: "hill/"},
			{Name: "Llanfairpwllgwyngyll on Sea", Column: 4, Row: 1, Point: Known(100, "100.0"), Href: "llan/"},
			{Name: "East", Column: 5, Row: 2, Point: Unknown(NotAssessed, "not assessed"), Href: "east/"},
			{Name: "South", Column: 2, Row: 3, Href: "south/"},
			{Name: "West", Column: 3, Row: 3, Point: Unknown(Hidden, "withheld"), Href: "javascript:alert(1)"},
			{Name: "Sea", Column: 4, Row: 3, Point: Unknown(NotApplicable, "does not apply")},
		},
	}
	return t
}

func sampleHeat() Heat {
	return Heat{
		Head:  Head{ID: "heat", Title: "Invented: scores by place and year", NoData: "no data", Desc: "Three places, four years."},
		Names: []string{"Alpha", "Beta", "Gamma"}, Periods: years(2011, 2014), LabelHead: "Place",
		Cells: [][]Point{points(0, 20, 40, 60), points(-1, 19.9, 80, 100), points(33.3)},
	}
}

// spanish has names that are too long to stand beside their numbers.
func spanish(t Timeline) Timeline {
	t.Head = Head{ID: "es", Title: "Ejemplo (inventado): puntuaciones", Desc: "Puntuaciones inventadas.", Lang: "es", NoData: "sin datos"}
	series := make([]Series, 3)
	for i, name := range []string{"Enjuiciamiento", "Protección", "Prevención y cooperación internacional"} {
		series[i] = Series{name, t.Series[i].Points}
	}
	series[1].Points = series[1].Points[:12]
	t.Series, t.Bands, t.Events, t.Breaks = series, nil, nil, nil
	return t
}

// arabic is the same drawing from right to left.
func arabic(t Timeline) Timeline {
	t.Head = Head{ID: "ar", Title: "مثال (مختلق): الدرجات", Desc: "درجات مختلقة للاختبار", Lang: "ar", RTL: true, NoData: "لا بيانات"}
	names := []string{"المجموع", "الملاحقة", "الحماية", "الوقاية"}
	series := make([]Series, len(t.Series))
	for i, s := range t.Series {
		series[i] = Series{names[i], s.Points}
	}
	t.Series = series
	t.Events = []Event{{At: 9, Label: "بروتوكول باليرمو"}, {At: 1.6, Label: "اتفاقية"}}
	t.Breaks = []Event{{At: 4.5, Label: "منهج جديد"}}
	return t
}

// figures returns every sample by the name of its golden file.
func figures() map[string]Figure {
	return map[string]Figure{
		"timeline":     sampleTimeline(),
		"timeline-rtl": arabic(sampleTimeline()),
		"timeline-es":  spanish(sampleTimeline()),
		"bars":         sampleBars(),
		"strip":        sampleStrip(),
		"summary":      sampleSteppedStrip(),
		"columns":      sampleColumns(),
		"states":       sampleStates(),
		"map":          sampleMap(),
		"tiles":        sampleTiles(),
	}
}

// rightToLeft turns any sample around without changing its data.
func rightToLeft(f Figure) Figure {
	switch f := f.(type) {
	case Timeline:
		f.RTL = true
		return f
	case Bars:
		f.RTL = true
		return f
	case Strip:
		f.RTL = true
		return f
	case Columns:
		f.RTL = true
		return f
	case States:
		f.RTL = true
		return f
	}
	return f
}
