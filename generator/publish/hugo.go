package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// This file is the only one that touches hugolib, which promises no stable
// API. It drives Hugo in this process over a source tree in memory.

// sourceDir is where the source tree stands in its file system. Hugo prints
// paths below it in its messages, so it is named after what a user knows.
const sourceDir = "/site"

// run says what one Hugo run renders.
type run struct {
	source   afero.Fs // the tree below sourceDir
	output   afero.Fs // pages are written to its root
	language string   // the only language of this run
	label    string   // the language's own name
	baseURL  string   // absolute or "/"
	answers  any      // the object that templates ask, as site.Params.tipscore
}

// render runs Hugo once. Warnings of Hugo are errors here: a site that was
// built with one is not the site that was meant.
func (r run) render(ctx context.Context) error {
	var said bytes.Buffer
	flags := config.New()
	flags.Set("workingDir", sourceDir)
	flags.Set("publishDir", "/")
	flags.Set("baseURL", r.baseURL)
	flags.Set("defaultContentLanguage", r.language)
	flags.Set("defaultContentLanguageInSubdir", true)
	flags.Set("languages", map[string]any{
		r.language: map[string]any{"label": r.label, "weight": 1, "contentDir": "content/" + r.language},
	})
	flags.Set("params", hmaps.Params{"tipscore": r.answers})

	logger := loggers.New(loggers.Options{
		Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn, StdOut: &said, StdErr: &said,
	})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs:       r.source,
		Filename: sourceDir + "/hugo.yaml",
		Flags:    flags,
		Logger:   logger,
		// An empty list would mean the user's own environment.
		Environ: []string{"HUGO_ENVIRONMENT=production"},
	})
	if err != nil {
		return fmt.Errorf("site configuration: %w", err)
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:  configs,
		Fs:       hugofs.NewFromSourceAndDestination(r.source, r.output, flags),
		LogLevel: logg.LevelWarn,
		StdOut:   &said,
		StdErr:   &said,
	})
	if err != nil {
		return fmt.Errorf("site templates: %w", err)
	}
	defer sites.Close()
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		// What a template says with errorf is only in what Hugo has said.
		if text := strings.TrimSpace(said.String()); text != "" && !strings.Contains(text, err.Error()) {
			err = fmt.Errorf("%w: %s", err, text)
		}
		return fmt.Errorf("site pages in %s: %w", r.language, err)
	}
	if text := strings.TrimSpace(said.String()); text != "" {
		return fmt.Errorf("site pages in %s: %w", r.language, errors.New(text))
	}
	return nil
}
