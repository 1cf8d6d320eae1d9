package indicator

import (
	"tipscore/generator/diag"
)

// Type says what kind of value answers an indicator.
type Type string

// The types. The ones with answer options are yesno, rubric and category; the
// ones with a numerator and a denominator are percent, ratio and rate.
const (
	YesNo    Type = "yesno"
	Rubric   Type = "rubric"
	Category Type = "category"
	Count    Type = "count"
	Percent  Type = "percent"
	Ratio    Type = "ratio"
	Rate     Type = "rate"
	Days     Type = "days"
	Date     Type = "date"
	Money    Type = "money"
)

// Actor says whose doing an indicator measures. Only government is scored.
type Actor string

// The actors.
const (
	Government Actor = "government"
	Programme  Actor = "programme"
	Context    Actor = "context"
)

// Direction says which way is better.
type Direction string

// The directions.
const (
	Up          Direction = "up"
	Down        Direction = "down"
	NoDirection Direction = "none"
)

// Timing says how often an indicator is answered.
type Timing string

// PerPeriod answers belong to a period; Standing ones hold for the whole
// programme, such as the date of becoming party to a treaty.
const (
	PerPeriod Timing = "period"
	Standing  Timing = "standing"
)

// Indicator is one question with the rule that turns its answer into a score
// from 0 to 100. It is read from one YAML file.
type Indicator struct {
	ID          ID
	Index       int // place in Framework.All
	Version     int
	Replaces    []ID   // earlier ids of the question
	Parent      string // id of the node or context group it stands under
	Title       Text
	Question    Text
	Why         Text // why it matters
	How         Text // how to collect it
	Levels      []string
	Actor       Actor
	Dimension   string // structure, process or outcome
	Type        Type
	Unit        Text
	Numerator   Text // percent, ratio and rate, and money that is spent per something
	Denominator Text
	Direction   Direction
	Timing      Timing
	Weight      float64 // among its siblings, above 0; scored ones only
	Options     []Option
	Goalposts   *Goalposts     // linear normalisation; nil if Options score it
	ByProgramme bool           // every programme sets the goalposts for itself
	Normalise   *Normalisation // comparison with others; nil if Options or Goalposts score it
	Per         *Divisor       // what an answer is divided by first; nil for nothing
	Fill        *Fill          // what takes the place of a missing answer; nil for nothing
	Gate        *Gate          // what must hold for the answer to count; nil for nothing
	Adjusts     Adjusts        // a bonus or a penalty beside the mean; "" for everything else
	RedLine     *RedLine       // nil for everything else
	Cumulative  bool           // a count since a date that the programme names
	Computed    *Computed      // how a programme's registers give the answer; nil where only a monitor does
	Earliest    int            // a date: the first year in which it can lie, 0 for any
	Evidence    Evidence
	Suppression string // class of small counts: "people", "cases" or "none"
	Reference   Reference
	Pos         diag.Pos
}

// Scored reports whether the indicator takes part in the means that make
// scores. A red line does not, as it lowers them, nor does a bonus or penalty.
func (i *Indicator) Scored() bool {
	return i.Actor == Government && i.RedLine == nil && i.Adjusts == ""
}

// HidesSmallCounts reports whether the answers count people or cases, so that
// small numbers among them must not be published.
func (i *Indicator) HidesSmallCounts() bool {
	return i.Suppression != "" && i.Suppression != "none"
}

// InParts reports whether the answer can be given as a numerator and a
// denominator.
func (i *Indicator) InParts() bool { return len(i.Numerator) > 0 }

// Option returns the answer option with the id, or nil.
func (i *Indicator) Option(id string) *Option {
	for k := range i.Options {
		if i.Options[k].ID == id {
			return &i.Options[k]
		}
	}
	return nil
}

// Option is one possible answer: a rubric level, a category, yes or no.
// Options stand in the order of the definition, which for rubrics and ordered
// categories is from weakest to strongest.
type Option struct {
	ID    string  // as typed in a cell: "1", "tier-2-watch-list", "yes"
	Score float64 // 0 to 100; scored indicators only
	Title Text
	Short Text // a few letters for the cell of a chart; the title if absent
	Text  Text // the anchor: what must be true for this answer
	Pos   diag.Pos
}

// Goalposts are the values worth 0 and 100 points. Low is always below High;
// the direction says which end is the good one.
type Goalposts struct {
	Low, High     float64
	Log           bool // on the logarithm: the same ratio is worth the same points
	Justification Text
	Pos           diag.Pos
}

// Evidence says what an answer needs to be accepted.
type Evidence struct {
	MinSources int
	Rule       Text
}

// RedLine is what a finding costs that no good work elsewhere makes up for,
// such as victims who were punished. A "yes" subtracts points from the node
// that the indicator names as its parent, and keeps the overall score from
// being called better than the band.
type RedLine struct {
	Subtract float64 // points, 0 to 100
	Cap      string  // id of the best band that the overall score may have
	Pos      diag.Pos
}

// Basis says how an indicator goes back to the work that it names.
type Basis string

// The bases. Published is the named body's own rule; Inspired means that the
// question, its levels and goalposts are the framework's own, so that nobody
// takes them for that body's rule; Own names no other work.
const (
	Published Basis = "published"
	Inspired  Basis = "inspired"
	Own       Basis = "own"
)

// Reference names the work that an indicator goes back to.
type Reference struct {
	Text  Text
	URL   string
	Basis Basis
}
