package cli

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var updateDocs = flag.Bool("update-docs", false, "write what the examples in docs/cli.md print")

const docsFile = "../../../docs/cli.md"

func readDocs(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile(docsFile)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

func commands() []*cobra.Command {
	a := &app{streams: Streams{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}, Getenv: func(string) string { return "" }}}
	root := a.newRoot()
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	root.InitDefaultHelpCmd()
	return append([]*cobra.Command{root}, root.Commands()...)
}

// section returns the part of the page about a command.
func section(page, name string) string {
	title := "\n## " + name + "\n"
	if name == "tipscore" {
		title = "\n## What holds for all commands\n"
	}
	_, after, _ := strings.Cut(page, title)
	text, _, _ := strings.Cut(after, "\n## ")
	return text
}

func TestEveryCommandAndFlagIsDocumented(t *testing.T) {
	page := readDocs(t)
	for _, c := range commands() {
		text := section(page, c.Name())
		if text == "" {
			t.Errorf("docs/cli.md has no section %q", c.Name())
			continue
		}
		if usage := strings.TrimPrefix(c.Use, "tipscore "); c.Name() != "tipscore" && c.Name() != "help" && !strings.Contains(text, "`tipscore "+usage+"`") {
			t.Errorf("docs/cli.md: the section %q does not begin with its use `tipscore %s`", c.Name(), usage)
		}
		flags := pflag.NewFlagSet("", pflag.ContinueOnError)
		flags.AddFlagSet(c.LocalNonPersistentFlags())
		flags.AddFlagSet(c.PersistentFlags())
		flags.VisitAll(func(f *pflag.Flag) {
			if f.Name == "help" && c.Name() != "tipscore" {
				return
			}
			cell := "`--" + f.Name
			if f.Shorthand != "" {
				cell = "`-" + f.Shorthand + "`, " + cell
			}
			if word, _ := pflag.UnquoteUsage(f); word != "" {
				cell += " " + word
			}
			if !strings.Contains(text, "| "+cell+"` |") {
				t.Errorf("docs/cli.md: the section %q has no row %s`", c.Name(), cell)
			}
		})
	}
}

// The page has no flag that the program lacks.
func TestNoDocumentedFlagIsInvented(t *testing.T) {
	page := readDocs(t)
	for _, c := range commands() {
		for _, line := range strings.Split(section(page, c.Name()), "\n") {
			_, after, ok := strings.Cut(line, "`--")
			if !ok || !strings.HasPrefix(line, "| `-") {
				continue
			}
			name := strings.FieldsFunc(after, func(r rune) bool { return r == '`' || r == ' ' })[0]
			if c.Flags().Lookup(name) == nil && c.PersistentFlags().Lookup(name) == nil {
				t.Errorf("docs/cli.md: the command %s has no flag --%s", c.Name(), name)
			}
		}
	}
}

func TestHelpLeadsWithExamples(t *testing.T) {
	for _, c := range commands() {
		var out bytes.Buffer
		c.SetOut(&out)
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		examples, usage := strings.Index(out.String(), "\nExamples:\n  "), strings.Index(out.String(), "\nUsage:\n")
		if examples < 0 || usage < examples {
			t.Errorf("the help of %s has its examples at %d and its usage at %d", c.Name(), examples, usage)
		}
		if !strings.HasSuffix(out.String(), exitHelp+"\n") {
			t.Errorf("the help of %s does not end with the exit statuses", c.Name())
		}
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s is described as %q", c.Name(), c.Short)
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if len(line) > 100 {
				t.Errorf("the help of %s has a line of %d characters: %s", c.Name(), len(line), line)
			}
		}
	}
}

// The examples of the page are run in order, in one folder. A file that is
// shown with cat is a file that is made.
func TestExamplesOfThePageAreTrue(t *testing.T) {
	page := readDocs(t)
	file, err := filepath.Abs(docsFile)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	parts := strings.Split(page, "```console\n")
	status := 0
	for i, part := range parts[1:] {
		block, rest, ok := strings.Cut(part, "```\n")
		if !ok {
			t.Fatal("a block of examples does not end")
		}
		var got strings.Builder
		for _, example := range strings.SplitAfter(block, "\n$ ") {
			example = strings.TrimPrefix(strings.TrimSuffix(example, "$ "), "$ ")
			command, shown, _ := strings.Cut(example, "\n")
			var printed string
			printed, status = perform(t, command, shown, status)
			fmt.Fprintf(&got, "$ %s\n%s", command, printed)
		}
		if got.String() != block && !*updateDocs {
			t.Errorf("the page says\n%s\nand the program\n%s", block, got.String())
		}
		parts[i+1] = got.String() + "```\n" + rest
	}
	if *updateDocs {
		if err := os.WriteFile(file, []byte(strings.Join(parts, "```console\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// inSummer is an environment in which it is the third quarter of 2024.
func inSummer(name string) string {
	if name == "SOURCE_DATE_EPOCH" {
		return "1719792000"
	}
	return ""
}

// perform carries out one line of an example and returns what it prints and
// the exit status that a next "echo $?" shows.
func perform(t *testing.T, line, shown string, before int) (printed string, status int) {
	t.Helper()
	words := strings.Fields(line)
	switch {
	case words[0] == "tipscore":
		var out bytes.Buffer
		status = Main(context.Background(), words[1:], Streams{Out: &out, Err: &out, Getenv: inSummer})
		return out.String(), status
	case words[0] == "cd":
		t.Chdir(words[1])
		return "", 0
	case words[0] == "cat":
		if err := os.WriteFile(words[1], []byte(shown), 0o644); err != nil {
			t.Fatal(err)
		}
		return shown, 0
	case line == "echo $?":
		return fmt.Sprintln(before), 0
	}
	t.Fatalf("the example %q cannot be run", line)
	return "", 0
}
