package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"

	"tipscore/generator/disclosure"
	"tipscore/generator/internal/preview"
	"tipscore/generator/internal/project"
	"tipscore/generator/publish"
)

type serveOptions struct {
	port       int
	anyPort    bool // the port was not asked for; another one will do
	open       bool
	programmes []string
}

func (a *app) newServe() *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the site on this machine, fresh after every save",
		Long: "Serve builds the site in memory and shows it at an address that only this\n" +
			"machine can reach. When a workbook, a definition or a template is saved, open\n" +
			"pages load the new state by themselves. While the data have errors the last\n" +
			"good site stays, with a note that leads to the problems. Ctrl-C stops it.",
		Example: `  tipscore serve
  tipscore serve --open
  tipscore serve --source my-project --port 8080`,
		Args: exact(),
		RunE: func(c *cobra.Command, _ []string) error {
			o.anyPort = !c.Flags().Changed("port")
			return a.runServe(c.Context(), o)
		},
	}
	c.Flags().IntVar(&o.port, "port", 1313, "`PORT` to serve at; 0 takes a free one")
	c.Flags().BoolVar(&o.open, "open", false, "open the site in the browser")
	a.programmesFlag(c, &o.programmes)
	return c
}

func (a *app) runServe(ctx context.Context, o serveOptions) error {
	p, err := project.Open(a.source)
	if err != nil {
		return err
	}
	if err := unknownProgrammes(p, o.programmes); err != nil {
		return err
	}
	listener, err := listen(o)
	if err != nil {
		return err
	}
	address := fmt.Sprintf("http://localhost:%d/", listener.Addr().(*net.TCPAddr).Port)
	a.say("serving "+address+" (Ctrl-C stops it)", "")
	if o.open {
		a.openBrowser(address)
	}
	w := &workshop{loader: &project.Loader{Project: p}, programmes: o.programmes}
	s := preview.New(preview.Options{
		Dir: a.source, Load: w.load, Build: w.build,
		Report: (&reporter{app: a, address: address}).report,
	})
	return s.Run(ctx, listener)
}

// unknownProgrammes finds out at once what would otherwise be said after every
// save.
func unknownProgrammes(p *project.Project, ids []string) error {
	known, err := p.Programmes()
	if err != nil {
		return err
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return &project.UnknownProgrammeError{ID: id, Known: known}
		}
	}
	return nil
}

// listen opens a port of this machine alone. If the usual port is taken, by
// another preview perhaps, the next free one is used.
func listen(o serveOptions) (net.Listener, error) {
	const tries, most = 20, 1<<16 - 1
	if o.port < 0 || o.port > most {
		return nil, usagef("for example: tipscore serve --port 8080", "there is no port %d: ports are numbers from 0 to %d", o.port, most)
	}
	last := o.port
	if o.anyPort {
		last += tries - 1
	}
	var err error
	for port := o.port; port <= last; port++ {
		var l net.Listener
		if l, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			return l, nil
		}
	}
	why := err.Error()
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		why = "another program uses it"
	case errors.Is(err, fs.ErrPermission):
		why = "you are not allowed to use it"
	}
	return nil, usagef("choose another one with --port", "the port %d cannot be used: %s", last, why)
}

// workshop makes the site in memory. It keeps what one save has not changed.
type workshop struct {
	loader     *project.Loader
	programmes []string
	publics    []*disclosure.Public // of the last load
}

func (w *workshop) load(ctx context.Context) (*project.Loaded, error) {
	loaded, err := w.loader.Load(ctx, w.programmes...)
	if err != nil {
		return nil, err
	}
	w.publics = gate(loaded)
	return loaded, nil
}

func (w *workshop) build(ctx context.Context, loaded *project.Loaded) (fs.FS, error) {
	if len(w.publics) == 0 {
		return nil, errors.New("the project has no programme")
	}
	return publish.Preview(ctx, freeze(w.publics), siteOptions(loaded.Project))
}

// openBrowser opens the address in the user's browser. Where that is not
// possible the address on the terminal has to do.
func (a *app) openBrowser(address string) {
	command := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "darwin":
		command = []string{"open", address}
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	if err := exec.Command(command[0], command[1:]...).Start(); err != nil {
		a.say("no browser could be opened: "+err.Error(), "open "+address)
	}
}
