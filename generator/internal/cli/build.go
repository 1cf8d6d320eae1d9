package cli

import (
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tipscore/generator/disclosure"
	"tipscore/generator/internal/project"
	"tipscore/generator/publish"
	"tipscore/generator/release"
	"tipscore/site"
	"tipscore/templates"
)

type buildOptions struct {
	destination string
	named       bool // the destination was given
	baseURL     string
	programmes  []string
}

func (a *app) newBuild() *cobra.Command {
	var o buildOptions
	c := &cobra.Command{
		Use:   "build",
		Short: "Write the website",
		Long: "Build checks and scores the programmes and writes their website. The site\n" +
			"appears whole or not at all: it is written beside the old one and then takes\n" +
			"its place; files of others there (.git, CNAME) are kept. Data with errors are\n" +
			"not published.",
		Example: `  tipscore build
  tipscore build -d /var/www/scorecards --base-url https://scores.example.org/
  tipscore build --programme world`,
		Args: exact(),
		RunE: func(c *cobra.Command, _ []string) error {
			o.named = c.Flags().Changed("destination")
			return a.runBuild(c.Context(), o)
		},
	}
	c.Flags().StringVarP(&o.destination, "destination", "d", "", "`DIR` for the site (default: public in the project)")
	c.Flags().StringVar(&o.baseURL, "base-url", "", "public `URL` of the site, for feeds and search engines")
	a.programmesFlag(c, &o.programmes)
	return c
}

// programmesFlag adds --programme for commands that take several.
func (a *app) programmesFlag(c *cobra.Command, values *[]string) {
	c.Flags().StringArrayVar(values, "programme", nil, "only this programme (`ID`); may be given several times")
	c.RegisterFlagCompletionFunc("programme", a.completeProgramme)
}

func (a *app) runBuild(ctx context.Context, o buildOptions) error {
	if err := checkURL(o.baseURL); err != nil {
		return err
	}
	if o.destination == "" && o.named { // an unset variable in a script
		return usagef("name a folder for the site, such as public", "the name of the destination is empty")
	}
	if o.destination == "" {
		o.destination = filepath.Join(a.source, "public")
	}
	if err := a.apartFromInputs(o.destination); err != nil {
		return err
	}
	loaded, err := a.load(ctx, o.programmes...)
	if err != nil {
		return err
	}
	publics := gate(loaded)
	if err := a.refuse(loaded, "site"); err != nil {
		return err
	}
	if len(publics) == 0 {
		return usagef("a programme is a folder in data/ with a programme.yaml", "the project has no programme")
	}
	options := siteOptions(loaded.Project)
	options.Destination, options.BaseURL = o.destination, o.baseURL
	bar := a.progress(atOnce, "building the site")
	err = publish.Site(ctx, freeze(publics), options)
	bar.stop()
	if err != nil {
		return err
	}
	a.say("wrote the site to "+o.destination, "")
	return nil
}

// apartFromInputs refuses a destination inside the folders that a site is made
// from: the next build would take this one for something to publish.
func (a *app) apartFromInputs(destination string) error {
	to, err := filepath.Abs(destination)
	if err != nil {
		return fmt.Errorf("destination: %w", err)
	}
	for _, input := range []string{"indicators", "data", "site", "templates"} {
		from, err := filepath.Abs(filepath.Join(a.source, input))
		if err != nil {
			return fmt.Errorf("destination: %w", err)
		}
		below, err := filepath.Rel(from, to)
		if err == nil && below != ".." && !strings.HasPrefix(below, ".."+string(filepath.Separator)) {
			return usagef("name a folder outside of it, such as public", "%s lies in %s/, which the site is made from", destination, input)
		}
	}
	return nil
}

// checkURL refuses an address that no reader could use.
func checkURL(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return usagef("write it in full, as in https://scores.example.org/", "%q is not the address of a website", address)
	}
	return nil
}

// freeze makes a release of what passed the gate.
func freeze(publics []*disclosure.Public) *release.Release {
	return release.Freeze(publics, release.Info{Tool: toolName(buildVersion().Version)})
}

// siteOptions returns the layers of a project's site: the user's own files win
// over the embedded ones.
func siteOptions(p *project.Project) publish.Options {
	own := publish.Layer{Site: sub(p.FS, "site"), Templates: sub(p.FS, "templates")}
	return publish.Options{Layers: []publish.Layer{own, {Site: site.FS, Templates: templates.FS}}}
}

// sub returns a folder of a project, nil if there is none.
func sub(fsys fs.FS, dir string) fs.FS {
	if _, err := fs.Stat(fsys, dir); err != nil {
		return nil
	}
	below, err := fs.Sub(fsys, dir)
	if err != nil {
		return nil
	}
	return below
}
