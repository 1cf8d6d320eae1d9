// Package cli is the command line of tipscore: commands, flags, streams,
// progress and exit statuses. One file per command holds its flags, as an
// options struct, and the function that runs it.
//
//	os.Exit(cli.Main(context.Background(), os.Args[1:], cli.System()))
//
// Rules that hold for every command:
//
//   - Data go to standard output, everything else to standard error with the
//     prefix "tipscore: ", in lower case and without a full stop. Findings are
//     the data of check; other commands that are stopped by findings write them
//     to standard error.
//   - The exit status is 0 if all is fine, 1 if there are problems in the
//     user's data, 2 for wrong usage, 3 if the tool failed, and 130 after
//     Ctrl-C.
//   - Text from workbooks passes through [diag.Printable].
//   - Nothing asks a question, nothing phones home.
//
// Cobra is imported by this package only.
package cli
