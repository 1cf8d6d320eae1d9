package webtest_test

import (
	"bytes"
	"io/fs"
	"testing"

	"tipscore/generator/publish"
)

// The preview renders a page when it is opened, one at a time and in any order;
// a build renders all of them at once. A reader of the one must see the other.
func TestPreviewShowsWhatABuildWrites(t *testing.T) {
	dir := t.TempDir()
	awkwardProject(t, dir)
	r, err := freeze(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	preview, err := publish.Preview(t.Context(), r, options("", awkwardURL))
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	err = fs.WalkDir(buildAwkward(t), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		want, err := fs.ReadFile(buildAwkward(t), name)
		if err != nil {
			return err
		}
		got, err := fs.ReadFile(preview, name)
		if err != nil {
			t.Errorf("the preview has no %s: %v", name, err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs in the preview", name)
		}
		pages++
		return nil
	})
	if err != nil || pages == 0 {
		t.Fatal(pages, err)
	}
	if _, err := fs.ReadFile(preview, "en/nowhere/index.html"); err == nil {
		t.Error("the preview has a page that is not in the plan")
	}
}
