package trace

import (
	"encoding/json"
	"fmt"
	"io"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/method"
)

// WriteJSON writes the calculation as JSON. The names of the fields are stable
// and stand in docs/scoring.md; what is not known is null, numbers are in full
// precision as in the score table.
func (t *Trace) WriteJSON(w io.Writer) error { return t.encode(w, "  ") }

// WriteLine writes the same JSON on one line, which takes half the room.
func (t *Trace) WriteLine(w io.Writer) error { return t.encode(w, "") }

func (t *Trace) encode(w io.Writer, indent string) error {
	out := json.NewEncoder(w)
	out.SetIndent("", indent)
	out.SetEscapeHTML(false)
	doc := jsonTrace{
		Framework: t.Framework, MethodVersion: t.Version, Decimals: t.Decimals,
		Jurisdiction: string(t.Jurisdiction), Name: t.Name, Period: t.Period.String(), Invented: t.Notice,
	}
	doc.lists(t)
	if t.Root != nil {
		doc.Calculation = jsonStepOf(t.Root, !t.Hidden())
	}
	if err := out.Encode(doc); err != nil {
		return fmt.Errorf("write the explanation as JSON: %w", err)
	}
	return nil
}

type jsonTrace struct {
	Framework     string         `json:"framework"`
	MethodVersion string         `json:"method_version"`
	Decimals      int            `json:"decimals"`
	Jurisdiction  string         `json:"jurisdiction"`
	Name          indicator.Text `json:"name"`
	Period        string         `json:"period"`
	Invented      indicator.Text `json:"invented,omitempty"` // the notice by language
	Calculation   *jsonStep      `json:"calculation"`
	Missing       []jsonMissing  `json:"missing,omitempty"`
	Raise         []jsonRaise    `json:"raise,omitempty"`
}

type jsonMissing struct {
	Indicator string      `json:"indicator"`
	Node      string      `json:"node"`
	State     string      `json:"state"`
	WaitsFor  string      `json:"waits_for,omitempty"`
	Stake     *jsonNumber `json:"overall_stake"`
}

type jsonRaise struct {
	Indicator string     `json:"indicator"`
	Node      string     `json:"node"`
	Best      string     `json:"best,omitempty"`
	Gain      jsonNumber `json:"gain"`
	Overall   jsonNumber `json:"overall_score"`
}

// lists fills in what is missing and what would raise the score.
func (doc *jsonTrace) lists(t *Trace) {
	for _, m := range t.Missing {
		doc.Missing = append(doc.Missing, jsonMissing{string(m.Indicator.ID), m.Node, m.State.String(), string(m.Waits), when(!t.Hidden(), m.Stake)})
	}
	for _, r := range t.Raise {
		one := jsonRaise{Indicator: string(r.Indicator.ID), Node: r.Node, Gain: jsonNumber(r.Gain), Overall: jsonNumber(r.Overall)}
		if r.Best != nil {
			one.Best = r.Best.ID
		}
		doc.Raise = append(doc.Raise, one)
	}
}

type jsonStep struct {
	Node      string         `json:"node"`
	Kind      string         `json:"kind"`
	Title     indicator.Text `json:"title"`
	Applies   bool           `json:"applies"`
	Score     *jsonNumber    `json:"score"`
	Published *jsonNumber    `json:"published"`
	Band      *string        `json:"band"`
	Rank      *int           `json:"rank"`
	RankedOf  *int           `json:"ranked_of"`
	Coverage  *jsonNumber    `json:"coverage"`
	Low       *jsonNumber    `json:"low"`
	High      *jsonNumber    `json:"high"`

	Weight    jsonNumber  `json:"weight"`
	WeightOf  *jsonNumber `json:"weight_of"`
	Share     *jsonNumber `json:"share"`
	Points    *jsonNumber `json:"points"`
	Overall   *jsonNumber `json:"overall_points"`
	Stake     *jsonNumber `json:"overall_stake"`
	Gain      *jsonNumber `json:"overall_gain,omitempty"`
	Hidden    bool        `json:"hidden,omitempty"`
	Aggregate string      `json:"aggregate,omitempty"`
	Needed    *jsonNumber `json:"weight_needed,omitempty"`
	Present   *jsonNumber `json:"weight_present,omitempty"`

	Filled   bool             `json:"rests_on_filled_in,omitempty"`
	Adjusted []jsonAdjustment `json:"adjustments,omitempty"`
	RedLines []jsonRedLine    `json:"red_lines,omitempty"`
	Cap      string           `json:"capped_by,omitempty"`

	Answer   *jsonAnswer `json:"answer,omitempty"`
	Rule     *jsonRule   `json:"rule,omitempty"`
	Children []*jsonStep `json:"children,omitempty"`
}

type jsonRedLine struct {
	Indicator string      `json:"indicator"`
	Subtract  jsonNumber  `json:"subtract"`
	Cap       string      `json:"cap"`
	Answer    *jsonAnswer `json:"answer,omitempty"`
}

type jsonAdjustment struct {
	Indicator string      `json:"indicator"`
	Points    jsonNumber  `json:"points"`
	Answer    *jsonAnswer `json:"answer,omitempty"`
}

type jsonAnswer struct {
	State       string      `json:"state"`
	Option      string      `json:"option,omitempty"`
	Number      *jsonNumber `json:"number,omitempty"`
	Numerator   *jsonNumber `json:"numerator,omitempty"`
	Denominator *jsonNumber `json:"denominator,omitempty"`
	Date        string      `json:"date,omitempty"`
	Currency    string      `json:"currency,omitempty"`
	Cell        string      `json:"cell,omitempty"`

	Sources []jsonSource `json:"sources,omitempty"`
}

type jsonSource struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Date      string `json:"date,omitempty"`
	URL       string `json:"url,omitempty"`
}

type jsonRule struct {
	Kind       string      `json:"kind"` // "option", "goalposts", "age" or a method that compares
	Option     string      `json:"option,omitempty"`
	Options    []string    `json:"options,omitempty"`
	Measured   *jsonNumber `json:"measured,omitempty"`
	Low        *jsonNumber `json:"low,omitempty"`
	High       *jsonNumber `json:"high,omitempty"`
	Direction  string      `json:"direction,omitempty"`
	Scale      string      `json:"scale,omitempty"`
	Filled     bool        `json:"filled_in,omitempty"`
	Definition string      `json:"definition,omitempty"`
}

// jsonNumber is written as the score table writes numbers.
type jsonNumber float64

// MarshalJSON implements [json.Marshaler].
func (n jsonNumber) MarshalJSON() ([]byte, error) { return []byte(method.Number(float64(n))), nil }

// when returns x where it is known, else nil for null.
func when(known bool, x float64) *jsonNumber {
	if !known {
		return nil
	}
	n := jsonNumber(x)
	return &n
}

// jsonStepOf writes a step. Where the overall score is kept back, open is false
// and nothing is told of what is brought to it.
func jsonStepOf(st *Step, open bool) *jsonStep {
	r := st.Result
	out := &jsonStep{
		Node: st.ID, Kind: st.Kind, Title: st.Title, Applies: r.Applies,
		Score:     when(r.Score.Known, r.Score.Value),
		Published: when(r.Score.Known, st.Published),
		Coverage:  when(r.Applies, r.Coverage), Low: when(r.Applies, r.Low), High: when(r.Applies, r.High),
		Weight: jsonNumber(st.Weight), WeightOf: when(st.Share > 0, st.Total),
		Share: when(st.Share > 0, st.Share), Points: when(st.Share > 0, st.Points),
		Overall: when(open, st.Reach), Stake: when(open, st.Stake), Gain: when(st.Gains, st.Gain), Hidden: st.Hidden,
		Aggregate: string(st.Aggregate),
	}
	if st.Band != nil {
		out.Band = &st.Band.ID
	}
	if r.Rank > 0 {
		out.Rank, out.RankedOf = &r.Rank, &r.Of
	}
	if st.Indicator == nil {
		out.Needed, out.Present = when(true, st.Need), when(true, st.Have)
	}
	if st.Answer != nil {
		out.Answer = jsonAnswerOf(st.Answer, st.Indicator.Type)
	}
	out.Filled = r.Filled
	for _, a := range st.Adjusted {
		if a.Points == 0 {
			continue
		}
		line := jsonAdjustment{Indicator: string(a.Indicator.ID), Points: jsonNumber(a.Points)}
		if a.Answer != nil {
			line.Answer = jsonAnswerOf(a.Answer, a.Indicator.Type)
		}
		out.Adjusted = append(out.Adjusted, line)
	}
	for _, r := range st.RedLines {
		line := jsonRedLine{Indicator: string(r.Indicator.ID), Subtract: jsonNumber(r.Indicator.RedLine.Subtract), Cap: r.Indicator.RedLine.Cap}
		if r.Answer != nil {
			line.Answer = jsonAnswerOf(r.Answer, r.Indicator.Type)
		}
		out.RedLines = append(out.RedLines, line)
	}
	if st.Cap != nil {
		out.Cap = string(st.Cap.Indicator.ID)
	}
	if st.Rule != nil {
		out.Rule = jsonRuleOf(st.Rule)
	}
	for _, c := range st.Children {
		out.Children = append(out.Children, jsonStepOf(c, open))
	}
	return out
}

func jsonAnswerOf(a *Answer, t indicator.Type) *jsonAnswer {
	out := &jsonAnswer{State: a.State.String(), Cell: a.Pos.String()}
	for _, s := range a.Sources {
		out.Sources = append(out.Sources, jsonSource{string(s.ID), s.Title, s.Publisher, s.Date, s.URL})
	}
	if a.State.HasValue() {
		out.value(t, a.Value)
	}
	return out
}

// value fills in the fields that count for the type.
func (a *jsonAnswer) value(t indicator.Type, v observation.Value) {
	switch t {
	case indicator.YesNo, indicator.Rubric, indicator.Category:
		a.Option = v.Option
	case indicator.Date:
		a.Date = v.Date.String()
	default:
		a.Number, a.Currency = when(true, v.Number), v.Currency.String()
		a.Numerator, a.Denominator = when(v.HasParts, v.Numerator), when(v.HasParts, v.Denominator)
	}
}

func jsonRuleOf(r *Rule) *jsonRule {
	out := &jsonRule{Kind: "option", Definition: r.Pos.String()}
	if r.Option != nil {
		out.Option = r.Option.ID
		for _, o := range r.Options {
			out.Options = append(out.Options, o.ID)
		}
		return out
	}
	out.Direction, out.Measured, out.Filled = string(r.Direction), when(true, r.Measured), r.Filled
	switch {
	case r.Normalise != nil:
		out.Kind = string(r.Normalise.Method)
	case r.Goalposts != nil:
		out.Kind = "goalposts"
		if r.Age {
			out.Kind = "age"
		}
		if r.Goalposts.Log {
			out.Scale = "log"
		}
		out.Low, out.High = when(true, r.Goalposts.Low), when(true, r.Goalposts.High)
	}
	return out
}
