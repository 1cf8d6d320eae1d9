package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// options are the command line.
type options struct {
	quick, json bool
	only        string
	source      string
	binary      string

	bare, inputs, change string // what a process that this one starts does
}

// run is main with its streams: 0 fine, 2 wrong usage, 3 failed.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.BoolVar(&o.quick, "quick", false, "a tenth of the size")
	flags.BoolVar(&o.json, "json", false, "print JSON instead of a table")
	flags.StringVar(&o.only, "only", "check,programmes,serve,national", "the parts to measure")
	flags.StringVar(&o.source, "source", ".", "folder of the repository")
	flags.StringVar(&o.binary, "binary", "", "the program to measure (default bin/tipscore, built if absent)")
	flags.StringVar(&o.bare, "bare", "", "only read the rows of this workbook with excelize (used by bench itself)")
	flags.StringVar(&o.inputs, "inputs", "", "only make the inputs of this name in the folder that follows (used by bench itself)")
	flags.StringVar(&o.change, "change", "", "only change an answer of this workbook, in the copy that follows (used by bench itself)")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	var err error
	switch {
	case o.bare != "":
		err = readBare(o.bare)
	case o.inputs != "":
		err = makeInputs(o, flags.Arg(0))
	case o.change != "":
		err = changeWorkbook(o.change, flags.Arg(0))
	default:
		err = measureAll(ctx, o, stdout, stderr)
	}
	if err != nil {
		fmt.Fprintf(stderr, "bench: error: %v\n", err)
		return 3
	}
	return 0
}

// bench is one run.
type bench struct {
	options
	dir    string // temporary
	log    io.Writer
	report report
}

// part is one of the things to measure.
type part struct {
	name    string
	measure func(context.Context) error
}

func measureAll(ctx context.Context, o options, stdout, stderr io.Writer) error {
	b := &bench{options: o, log: stderr}
	parts := []part{{"check", b.check}, {"programmes", b.programmes}, {"serve", b.serve}, {"national", b.national}}
	if err := b.choose(&parts); err != nil {
		return err
	}
	if err := b.prepare(ctx); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	for _, p := range parts {
		fmt.Fprintf(stderr, "bench: %s\n", p.name)
		if err := p.measure(ctx); err != nil {
			return fmt.Errorf("measure %s: %w", p.name, err)
		}
	}
	if o.json {
		return b.report.writeJSON(stdout)
	}
	return b.report.writeTable(stdout)
}

// choose keeps the parts that were asked for.
func (b *bench) choose(parts *[]part) error {
	var known []string
	for _, p := range *parts {
		known = append(known, p.name)
	}
	chosen := strings.Split(b.only, ",")
	for _, name := range chosen {
		if !slices.Contains(known, name) {
			return fmt.Errorf("there is no part %q; the parts are %s", name, strings.Join(known, ", "))
		}
	}
	*parts = slices.DeleteFunc(*parts, func(p part) bool { return !slices.Contains(chosen, p.name) })
	return nil
}

// prepare makes the temporary folder and the program.
func (b *bench) prepare(ctx context.Context) error {
	if b.binary == "" {
		b.binary = filepath.Join(b.source, "bin", "tipscore")
	}
	var err error
	if b.binary, err = filepath.Abs(b.binary); err != nil {
		return fmt.Errorf("find the program: %w", err)
	}
	if _, err := os.Stat(b.binary); err != nil {
		fmt.Fprintln(b.log, "bench: building bin/tipscore")
		build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", b.binary, "./generator/cmd/tipscore")
		build.Dir, build.Stdout, build.Stderr = b.source, b.log, b.log
		if err := build.Run(); err != nil {
			return fmt.Errorf("build the program: %w", err)
		}
	}
	if b.dir, err = os.MkdirTemp("", "tipscore-bench-"); err != nil {
		return fmt.Errorf("make a temporary folder: %w", err)
	}
	return nil
}
