// Tipscore measures what governments do against trafficking in persons. Its
// commands are described in docs/cli.md and by tipscore --help.
package main

import (
	"context"
	"os"

	"tipscore/generator/internal/cli"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], cli.System()))
}
