package disclosure

import (
	"regexp"
	"strings"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

var (
	web   = regexp.MustCompile(`https?://\S+`)
	email = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(\.[\pL\pN-]+)+`)
	// A telephone number: a plus sign or a bracket and 7 or more digits, or 9
	// digits and more with only spaces, dots or hyphens between them. Years,
	// date ranges and volume and page numbers stay below that.
	years = regexp.MustCompile(`^\(?(1[89]|20)\d\d ?[-–] ?(1[89]|20)\d\d$`) // "(2002-2007" of a title
	phone = regexp.MustCompile(`(\+|\()\d[\d\s().-]{5,}\d|\b\d(?:[ .-]?\d){8,}\b`)
)

// withheld stands where personal data were taken out.
const withheld = "[…]"

// publicSources returns the cited sources, ascending by id, without personal
// data in their texts.
func publicSources(d *dataset.Dataset) ([]observation.Source, diag.List) {
	cited := map[observation.SourceID]bool{}
	p := d.Programme
	for _, i := range p.Framework.All {
		for j := range p.Jurisdictions {
			for t := range p.Periods {
				if o := d.Answer(j, t, i); o != nil {
					for _, id := range o.Sources {
						cited[id] = true
					}
				}
			}
		}
	}
	for _, name := range indicator.Registers() {
		for _, e := range d.Register(name) {
			for _, id := range e.Sources {
				cited[id] = true
			}
		}
	}
	var out []observation.Source
	var list diag.List
	for _, s := range d.Sources() {
		if !cited[s.ID] {
			continue
		}
		for _, text := range []*string{&s.Title, &s.Publisher, &s.Date, &s.Licence, &s.Citation} {
			if clean := redact(*text); clean != *text {
				list.Add(personalData(s, *text))
				*text = clean
			}
		}
		out = append(out, s)
	}
	return out, list
}

// redact takes e-mail addresses and telephone numbers out of a text. Web
// addresses are left alone: digits in them are not telephone numbers.
func redact(text string) string {
	var b strings.Builder
	at := 0
	for _, address := range web.FindAllStringIndex(text, -1) {
		b.WriteString(redactPlain(text[at:address[0]]))
		b.WriteString(text[address[0]:address[1]])
		at = address[1]
	}
	b.WriteString(redactPlain(text[at:]))
	return b.String()
}

func redactPlain(text string) string {
	return phone.ReplaceAllStringFunc(email.ReplaceAllString(text, withheld), func(found string) string {
		if years.MatchString(found) {
			return found
		}
		return withheld
	})
}

func personalData(s observation.Source, text string) diag.Diagnostic {
	return diag.Diagnostic{
		Rule:     "personal-data",
		Severity: diag.Warning,
		Pos:      s.Pos,
		Message:  "the source \"" + string(s.ID) + "\" holds an e-mail address or a telephone number",
		Got:      text,
		Expected: "texts about sources without ways to reach a person",
		Hint:     "take it out of the workbook; it is left out of everything published",
	}
}
