package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tipscore/generator/diag"
)

// newRoot returns the command tree.
func (a *app) newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "tipscore",
		Short: "Measure what governments do against trafficking in persons",
		Long: "tipscore reads indicator definitions (YAML) and spreadsheets, checks them,\n" +
			"computes scorecards and publishes them as a website with charts.",
		Example: `  tipscore init my-project            make a small project to start from
  tipscore workbook                   make empty workbooks for monitors
  tipscore check                      find everything that is wrong in the data
  tipscore score                      print the scores as a table
  tipscore serve                      see the site, fresh after every save
  tipscore build                      write the site to public/`,
		Args:          a.noCommand,
		RunE:          a.runRoot,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       buildVersion().Version,
		PersistentPreRun: func(*cobra.Command, []string) {
			a.running = true
		},
	}
	root.SetIn(a.streams.In)
	root.SetOut(a.streams.Out)
	root.SetErr(a.streams.Err)
	root.SetVersionTemplate("tipscore {{.Version}}\n")
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(helpTemplate)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().StringVarP(&a.source, "source", "s", ".", "`DIR` of the project")
	root.PersistentFlags().BoolVar(&a.noColor, "no-color", false, "no colours (also: the environment variable NO_COLOR)")
	root.RegisterFlagCompletionFunc("source", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveFilterDirs
	})
	root.AddCommand(
		a.newInit(), a.newWorkbook(), a.newCheck(), a.newScore(), a.newExplain(), a.newBuild(), a.newServe(),
		a.newVersion(), a.newCompletion(),
	)
	root.SetHelpCommand(a.newHelp())
	return root
}

func (a *app) newHelp() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Print the help of a command",
		Example: "  tipscore help check",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(c.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			topic, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.noCommand(c.Root(), args)
			}
			topic.InitDefaultHelpFlag()
			return topic.Help()
		},
	}
}

// commandNames returns the names of the commands.
func commandNames(root *cobra.Command) []string {
	var names []string
	for _, sub := range root.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// noCommand refuses a word that is no command.
func (a *app) noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	names := commandNames(c)
	hint := diag.DidYouMean(args[0], names)
	if hint == "" {
		hint = "the commands are: " + strings.Join(names, ", ")
	}
	return usagef(hint, "there is no command %q", args[0])
}

// runRoot prints the concise help: what it is, how to begin, where to read on.
func (a *app) runRoot(c *cobra.Command, _ []string) error {
	fmt.Fprintf(a.streams.Out, "%s\n\n%s\n\nCommands:\n", c.Long, c.Example)
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(a.streams.Out, "  %-12s %s\n", sub.Name(), sub.Short)
		}
	}
	fmt.Fprintln(a.streams.Out, "\nMore about one of them: tipscore COMMAND --help")
	return nil
}

// helpTemplate is the layout of every help text: examples first, because they
// are what people look for.
const helpTemplate = `{{if .Long}}{{.Long}}{{else}}{{.Short}}{{end}}
{{if .HasExample}}
Examples:
{{.Example}}
{{end}}
Usage:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} COMMAND [flags]{{else}}{{.UseLine}}{{end}}
{{if .HasAvailableSubCommands}}
Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}
{{end}}{{if .HasAvailableLocalFlags}}
Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
Flags of every command:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}
` + exitHelp + "\n"

// exact returns a rule for the number of arguments, with a message that names
// them.
func exact(names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == len(names) {
			return nil
		}
		if len(names) == 0 {
			return usagef(c.CommandPath()+" --help shows its flags", "%s takes no arguments, but got %q", c.Name(), args[0])
		}
		example, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
		return usagef("for example: "+example, "%s needs %s, but got %d of %d arguments",
			c.Name(), strings.Join(names, " "), len(args), len(names))
	}
}

// flagError makes an error about flags a usage error with a suggestion.
func flagError(c *cobra.Command, err error) error {
	if errors.Is(err, pflag.ErrHelp) {
		return err
	}
	hint := c.CommandPath() + " --help lists the flags"
	var (
		unknown *pflag.NotExistError
		empty   *pflag.ValueRequiredError
		wrong   *pflag.InvalidValueError
		number  *strconv.NumError
	)
	switch {
	case errors.As(err, &unknown):
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if s := diag.Suggest(unknown.GetSpecifiedName(), names); s != "" {
			hint = "did you mean --" + s + "?"
		}
	case errors.As(err, &empty):
		word, _ := pflag.UnquoteUsage(empty.GetFlag())
		return usagef(hint, "--%s needs a value: --%[1]s %s", empty.GetFlag().Name, word)
	case errors.As(err, &wrong) && errors.As(err, &number):
		kind := "a whole number"
		if wrong.GetFlag().Value.Type() == "bool" {
			kind = "true or false"
		}
		return usagef(hint, "invalid argument %q for \"--%s\" flag: it must be %s", wrong.GetValue(), wrong.GetFlag().Name, kind)
	}
	return &usageError{err.Error(), hint}
}

// choice is a flag with a few allowed values.
type choice struct {
	value   string
	allowed []string
}

// choiceFlag adds a flag whose first value is the default. It completes.
func choiceFlag(c *cobra.Command, name, usage string, allowed ...string) *choice {
	f := &choice{allowed[0], allowed}
	c.Flags().Var(f, name, usage+" ("+strings.Join(allowed, ", ")+")")
	c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(allowed, cobra.ShellCompDirectiveNoFileComp))
	return f
}

// String returns the value.
func (f *choice) String() string { return f.value }

// Type is the word for the value in help texts.
func (f *choice) Type() string { return "FORMAT" }

// Set takes one of the allowed values.
func (f *choice) Set(s string) error {
	for _, v := range f.allowed {
		if s == v {
			f.value = s
			return nil
		}
	}
	if near := diag.Suggest(s, f.allowed); near != "" {
		return fmt.Errorf("did you mean %q?", near)
	}
	return fmt.Errorf("it must be one of: %s", strings.Join(f.allowed, ", "))
}
