package yamlnode

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"gopkg.in/yaml.v3"

	"tipscore/generator/diag"
)

// The bounds of one file. Definitions are written by hand: the longest known
// is a hundredth of this.
const (
	MaxBytes = 1 << 20 // size of the file
	MaxDepth = 32      // mappings and lists inside each other
)

// Read returns the root of the YAML document in the file. It returns an
// absent [Value] when findings say why there is none, and an error only when
// the file could not be read for a reason that is not the user's.
func Read(fsys fs.FS, name string, findings *diag.List) (Value, error) {
	data, err := readFile(fsys, name, findings)
	if err != nil || data == nil {
		return Value{}, err
	}
	source := source{name: name, data: bytes.TrimPrefix(data, []byte("\ufeff"))}
	if d, bad := source.badCharacter(); bad {
		findings.Add(d)
		return Value{}, nil
	}
	root, d, ok := source.parse()
	if !ok {
		findings.Add(d)
		return Value{}, nil
	}
	value := Value{file: name, node: root}
	before := len(*findings)
	refuse(value, 0, findings)
	if len(*findings) > before {
		return Value{}, nil
	}
	return value, nil
}

// readFile returns the bytes of the file, or nil with a finding.
func readFile(fsys fs.FS, name string, findings *diag.List) ([]byte, error) {
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		findings.Add(diag.Diagnostic{
			Rule: "missing-file", Pos: diag.Pos{File: name}, Message: "there is no such file",
			Hint: "check the name of the folder, or write the file",
		})
		return nil, nil
	}
	if err != nil {
		list, err := diag.ReadError(name, err)
		findings.Add(list...)
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > MaxBytes {
		findings.Add(diag.Diagnostic{
			Rule: "file-size", Pos: diag.Pos{File: name},
			Message: fmt.Sprintf("the file is larger than %d KiB", MaxBytes>>10),
			Hint:    "definitions are short texts; keep data in a workbook",
		})
		return nil, nil
	}
	if data == nil {
		data = []byte{}
	}
	return data, nil
}

// refuse finds what YAML can do and definitions must not: aliases can make a
// small file huge, tags change what a value is, and deep nesting costs stack.
func refuse(v Value, depth int, findings *diag.List) {
	if depth > MaxDepth {
		d := v.Finding("too-deep", fmt.Sprintf("more than %d lists and mappings inside each other", MaxDepth))
		d.Hint = "close the brackets and braces, and check the indentation"
		findings.Add(d)
		return
	}
	d := diag.Diagnostic{}
	switch {
	case v.node.Kind == yaml.AliasNode:
		d = v.Finding("yaml-alias", fmt.Sprintf("aliases are not used here: *%s", v.node.Value))
		d.Hint = "write the value out at both places"
	case v.node.Anchor != "":
		d = v.Finding("yaml-alias", fmt.Sprintf("anchors are not used here: &%s", v.node.Anchor))
		d.Hint = "remove it, and write the value out wherever it is needed"
	case v.node.Style&yaml.TaggedStyle != 0:
		d = v.Finding("yaml-tag", fmt.Sprintf("tags are not used here: %s", v.node.Tag))
		d.Hint = "remove the tag; the key says what type its value has"
	}
	if d.Rule != "" {
		findings.Add(d)
	}
	for _, child := range v.node.Content {
		refuse(Value{file: v.file, node: child}, depth+1, findings)
	}
}
