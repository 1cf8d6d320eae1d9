package xmlscan

// Error says what is wrong with the XML, after "the sheet is damaged: ".
type Error string

// Error returns what is wrong.
func (e Error) Error() string { return string(e) }

// The errors that have a name.
const (
	ErrCutOff    = Error("it breaks off")
	ErrDoctype   = Error("it has a document type declaration")
	ErrLongToken = Error("it has a text or a tag of more than 2 MiB")
	ErrCharacter = Error("it has bytes that are no characters")
)
