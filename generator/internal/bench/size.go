package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// siteSize is how big a built site is.
type siteSize struct {
	Pages       int    `json:"pages"` // files that end in .html
	Files       int    `json:"files"`
	Bytes       int64  `json:"bytes"`
	PageBytes   int64  `json:"page_bytes"`
	Largest     string `json:"largest_page"` // path in the site
	LargestSize int64  `json:"largest_page_bytes"`
}

func sizeOf(dir string) (siteSize, error) {
	var s siteSize
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		s.Files++
		s.Bytes += info.Size()
		if strings.HasSuffix(name, ".html") {
			s.Pages++
			s.PageBytes += info.Size()
			if info.Size() > s.LargestSize {
				s.Largest, s.LargestSize = name, info.Size()
			}
		}
		return nil
	})
	if err != nil {
		return siteSize{}, fmt.Errorf("measure the site: %w", err)
	}
	return s, nil
}

// String tells the size in a line.
func (s siteSize) String() string {
	return fmt.Sprintf("%s pages, %s files, %s; the largest page has %s",
		count(s.Pages), count(s.Files), size(s.Bytes), size(s.LargestSize))
}
