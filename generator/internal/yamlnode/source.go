package yamlnode

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"tipscore/generator/diag"
)

// source is the text of one file, kept to point into it.
type source struct {
	name string
	data []byte
}

var (
	errorLine     = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`)
	parserError   = regexp.MustCompile(`^did not find expected (<|node content|'-' indicator|key|',' or )`)
	tabbedLine    = regexp.MustCompile(`^ *\t`)
	unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced`)
)

// at returns the position of the byte.
func (s source) at(offset int) diag.Pos {
	before := s.data[:offset]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return diag.Pos{
		File: s.name, Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(line),
	}
}

// badCharacter finds the first byte that is not UTF-8 text: the YAML reader
// refuses such a file too, but cannot say where.
func (s source) badCharacter() (diag.Diagnostic, bool) {
	for i := 0; i < len(s.data); {
		r, size := utf8.DecodeRune(s.data[i:])
		if r == utf8.RuneError && size == 1 {
			return diag.Diagnostic{
				Rule: "encoding", Pos: s.at(i),
				Message: fmt.Sprintf("the byte 0x%02X is not UTF-8 text", s.data[i]),
				Hint:    "save the file as UTF-8",
			}, true
		}
		if IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			return diag.Diagnostic{
				Rule: "control-character", Pos: s.at(i),
				Message: fmt.Sprintf("the control character U+%04X stands in the text", r),
				Hint:    "delete it; it is invisible in most editors",
			}, true
		}
		i += size
	}
	return diag.Diagnostic{}, false
}

// parse returns the root node of the only document.
func (s source) parse() (root *yaml.Node, d diag.Diagnostic, ok bool) {
	// The YAML library recovers from its own errors only; a bug in it must not
	// end the program because of what somebody typed.
	defer func() {
		if r := recover(); r != nil {
			root, ok = nil, false
			d = diag.Diagnostic{Rule: "yaml-syntax", Pos: s.at(0), Message: "the file cannot be read as YAML", Hint: "look for what was changed last"}
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(s.data))
	var first, second yaml.Node
	err := decoder.Decode(&first)
	if errors.Is(err, io.EOF) || err == nil && isNull(&first) {
		return nil, diag.Diagnostic{Rule: "empty-file", Pos: s.at(0), Message: "the file is empty", Hint: "write it, or delete it"}, false
	}
	if err != nil {
		return nil, s.syntax(err), false
	}
	switch err = decoder.Decode(&second); {
	case errors.Is(err, io.EOF):
		return first.Content[0], d, true
	case err != nil:
		return nil, s.syntax(err), false
	}
	return nil, diag.Diagnostic{
		Rule: "several-documents", Pos: diag.Pos{File: s.name, Line: second.Line, Column: second.Column},
		Message: "a second document begins here; a file holds one definition",
		Hint:    `remove the line "---", or move what follows to a file of its own`,
	}, false
}

// isNull reports whether the document holds nothing but comments.
func isNull(document *yaml.Node) bool {
	return len(document.Content) == 0 ||
		document.Content[0].ShortTag() == "!!null" && document.Content[0].Value == ""
}

// syntax turns an error of the YAML library into a finding. The library counts
// lines from 0 in the errors of its parser and from 1 in those of its scanner,
// and gives none for the first line.
func (s source) syntax(err error) diag.Diagnostic {
	line, message := 1, err.Error()
	if m := errorLine.FindStringSubmatch(message); m != nil {
		message = m[2]
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = n
		}
		if parserError.MatchString(message) {
			line++
		}
	}
	if strings.Contains(message, "tab character") {
		line = s.tabbed(line)
	}
	d := diag.Diagnostic{
		Rule: "yaml-syntax", Pos: s.lineStart(line), Message: "the YAML is broken: " + message, Hint: syntaxHint(message),
	}
	if m := unknownAnchor.FindStringSubmatch(message); m != nil {
		d.Pos = s.at(max(0, bytes.Index(s.data, []byte("*"+m[1]))))
	}
	return d
}

// lineStart returns the first character of the line, or of the last line
// before it that is not blank.
func (s source) lineStart(line int) diag.Pos {
	lines := strings.Split(string(s.data), "\n")
	for line = min(line, len(lines)); line > 1 && strings.TrimSpace(lines[line-1]) == ""; {
		line--
	}
	text := lines[line-1]
	indent := len(text) - len(strings.TrimLeft(text, " \t"))
	return diag.Pos{File: s.name, Line: line, Column: indent + 1}
}

// tabbed returns the first line from the given one on that is indented with a
// tab: the library names the line in which the block around it began.
func (s source) tabbed(line int) int {
	for i, text := range strings.Split(string(s.data), "\n") {
		if i+1 >= line && tabbedLine.MatchString(text) {
			return i + 1
		}
	}
	return line
}

// syntaxHint says what usually causes the library's message.
func syntaxHint(message string) string {
	switch {
	case strings.Contains(message, "mapping values are not allowed"):
		return `put a text with ": " in it between double quotes, and check the indentation`
	case strings.Contains(message, "tab character"):
		return "indent with spaces instead of tabs"
	case strings.Contains(message, "unexpected end of stream"):
		return "a quotation mark is opened and never closed"
	case strings.Contains(message, "cannot start any token"):
		return "put a text that begins with a sign such as @, ` or % between double quotes"
	case strings.Contains(message, "escape character"):
		return `write a backslash twice, or use single quotes`
	case strings.Contains(message, "',' or"), strings.Contains(message, "node content"):
		return "close every bracket and brace, and put a text that stands between them in double quotes"
	case strings.Contains(message, "expected ':'"), strings.Contains(message, "expected key"),
		strings.Contains(message, "'-' indicator"):
		return "check the indentation, and that every key ends in a colon and a space"
	case strings.Contains(message, "unknown anchor"), strings.Contains(message, "alphabetic or numeric"):
		return "put a text that begins with * or & between double quotes"
	}
	return ""
}
