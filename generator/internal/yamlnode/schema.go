package yamlnode

// Type says what the value of a key looks like. The words are the ones of the
// documentation.
type Type string

// The types.
const (
	ID        Type = "id"              // lower-case letters, digits and hyphens
	String    Type = "string"          // one line, the same in every language
	URL       Type = "address"         // http(s), or empty
	Contact   Type = "contact"         // https, or of a mailbox
	Title     Type = "title"           // one line in every language
	Text      Type = "text"            // in the languages there are
	Citation  Type = "citation"        // one line, the same in every language or one for each
	Number    Type = "number"          // without quotes
	Integer   Type = "whole number"    // without quotes
	Boolean   Type = "true or false"   // without quotes
	IDs       Type = "list of ids"     // at least one, none twice
	Strings   Type = "list of strings" // at least one, none twice
	Languages Type = "list of languages"
	Map       Type = "mapping"          // of the keys in Key.Of
	Maps      Type = "list of mappings" // of the keys in Key.Of
)

// Key is one key that a mapping may have.
type Key struct {
	Name     string
	Type     Type
	Required bool
	Values   []string       // String only: the words allowed; nil allows all
	Range    *Range         // Number and Integer only; nil allows all
	Of       func() Mapping // Map and Maps only; a function, as trees nest
}

// Range bounds a number.
type Range struct {
	Low, High float64
	Above     bool // Low itself is not allowed
}

// Mapping is the list of keys that stand together.
type Mapping struct {
	Name string // as in "title" is missing from the indicator
	Keys []Key
}

// Names returns the names of the keys in order.
func (m Mapping) Names() []string {
	names := make([]string, len(m.Keys))
	for i, k := range m.Keys {
		names[i] = k.Name
	}
	return names
}

// find returns the key with the name.
func (m Mapping) find(name string) (Key, bool) {
	for _, k := range m.Keys {
		if k.Name == name {
			return k, true
		}
	}
	return Key{}, false
}

// All returns the mapping and every mapping inside it, each once by name, in
// the order of the keys. The documentation is held against this list.
func (m Mapping) All() []Mapping {
	var all []Mapping
	seen := map[string]bool{}
	var visit func(Mapping)
	visit = func(m Mapping) {
		if seen[m.Name] {
			return
		}
		seen[m.Name] = true
		all = append(all, m)
		for _, k := range m.Keys {
			if k.Of != nil {
				visit(k.Of())
			}
		}
	}
	visit(m)
	return all
}
