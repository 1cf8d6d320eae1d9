package cli

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/internal/starter"
)

func (a *app) newInit() *cobra.Command {
	var example string
	c := &cobra.Command{
		Use:   "init DIR",
		Short: "Make a new project with an invented example in it",
		Long: "Init makes a folder with a framework of indicators and a small programme: one\n" +
			"country with two towns, this quarter, all of it invented. It passes check and\n" +
			"builds a site. With --example it writes a large example that shows everything.",
		Example: `  tipscore init my-project
  tipscore init tarvania --example demonstration
  cd my-project && tipscore serve`,
		Args: exact("DIR"),
		RunE: func(_ *cobra.Command, args []string) error { return a.runInit(args[0], example) },
	}
	c.Flags().StringVar(&example, "example", "", "the large example `NAME` instead: "+strings.Join(starter.Examples(), ", "))
	c.RegisterFlagCompletionFunc("example", cobra.FixedCompletions(starter.Examples(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (a *app) runInit(dir, example string) error {
	if known := starter.Examples(); example != "" && !slices.Contains(known, example) {
		return usagef("there is: "+strings.Join(known, ", "), "there is no example %q", example)
	}
	if err := emptyFolder(dir); err != nil {
		return err
	}
	if err := atomicfile.MakeFolder(dir); err != nil {
		return err
	}
	what := "an invented example"
	if example != "" {
		what = "the invented programme " + example
		if err := starter.Example(dir, example); err != nil {
			return err
		}
	} else if err := starter.Small(dir, starter.Quarter(a.streams.now())); err != nil {
		return err
	}
	a.say("made the project "+dir+" with "+what, "cd "+quoted(dir)+" && tipscore serve")
	return nil
}

// emptyFolder refuses a folder that has something in it.
func emptyFolder(dir string) error {
	if dir == "" {
		// An unset variable in a script; the files would land where one stands.
		return usagef("name a folder that does not exist yet", "the name of the folder is empty")
	}
	if err := atomicfile.Blocked(dir); err != nil {
		return err
	}
	have, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(have) == 0:
		return nil
	case err == nil:
		return usagef("name a folder that does not exist yet", "the folder %s is not empty", dir)
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return usagef("name a folder that does not exist yet", "%s is a file", dir)
	}
	return atomicfile.Refused(dir, err)
}
