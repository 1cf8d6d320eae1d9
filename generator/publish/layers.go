package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"tipscore/generator/publish/wording"
)

// Layer is a pair of folders: a site folder (configuration, content, words,
// static files) and a templates folder. Either may be nil.
type Layer struct {
	Site      fs.FS
	Templates fs.FS
}

// source makes Hugo's source tree in memory out of the layers. The first layer
// that has a file wins. It returns the static files apart, by path: they need
// no Hugo.
func source(layers []Layer) (afero.Fs, map[string][]byte, error) {
	tree := afero.NewMemMapFs()
	static := map[string][]byte{}
	put := func(name string, data []byte) error {
		if rest, ok := strings.CutPrefix(name, "static/"); ok {
			if _, have := static[rest]; !have {
				static[rest] = data
			}
			return nil
		}
		target := path.Join(sourceDir, name)
		if have, _ := afero.Exists(tree, target); have {
			return nil
		}
		return afero.WriteFile(tree, target, data, 0o644)
	}
	for _, l := range layers {
		if err := copyTree(l.Site, "", put); err != nil {
			return nil, nil, fmt.Errorf("read the site folder: %w", err)
		}
		if err := copyTree(l.Templates, "layouts", put); err != nil {
			return nil, nil, fmt.Errorf("read the templates folder: %w", err)
		}
	}
	return tree, static, nil
}

// readWords returns the words of a language out of the source tree.
func readWords(tree afero.Fs, lang string) (wording.Words, error) {
	name := sourceDir + "/i18n/" + lang + ".yaml"
	data, err := afero.ReadFile(tree, name)
	if err != nil {
		return nil, fmt.Errorf("the words of the language %q: %w", lang, err)
	}
	words, err := wording.ParseWords(data)
	if err != nil {
		return nil, fmt.Errorf("the words of the language %q in %s: %w", lang, name, err)
	}
	return words, nil
}

// placeAdapter copies the content adapter into the content folder of a language,
// because Hugo looks for one only there.
func placeAdapter(tree afero.Fs, lang string) error {
	data, err := afero.ReadFile(tree, sourceDir+"/content/_content.gotmpl")
	if err != nil {
		return fmt.Errorf("read the content adapter: %w", err)
	}
	target := sourceDir + "/content/" + lang + "/_content.gotmpl"
	if have, _ := afero.Exists(tree, target); have {
		return nil
	}
	return afero.WriteFile(tree, target, data, 0o644)
}

// sourceSuffixes are the kinds of files that a site is made of. Others, such as
// an editor's backup or a package manager's folder, stay out.
var sourceSuffixes = []string{".yaml", ".html", ".xml", ".txt", ".md", ".gotmpl", ".css", ".js", ".svg", ".png", ".ico", ".jpg", ".webmanifest"}

func copyTree(tree fs.FS, below string, put func(string, []byte) error) error {
	if tree == nil {
		return nil
	}
	return fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == ".":
			return nil // a project need not have its own
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".") && name != "."):
			return fs.SkipDir
		case d.IsDir() || !isSource(name):
			return nil
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		return put(path.Join(below, name), data)
	})
}

// isSource reports whether a file is part of a site. Of the static files all are
// but hidden ones and editors' backups; a publisher's CNAME has no suffix.
func isSource(name string) bool {
	if strings.HasPrefix(name, "static/") {
		return !strings.HasPrefix(path.Base(name), ".") && !strings.HasSuffix(name, "~")
	}
	return slices.ContainsFunc(sourceSuffixes, func(s string) bool { return strings.HasSuffix(name, s) })
}
