package cli

import "github.com/spf13/cobra"

func (a *app) newCompletion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a script that completes commands in your shell",
		Long: "Completion prints a script for bash, zsh, fish or powershell. With it the Tab\n" +
			"key completes commands, flags, programmes, jurisdictions and periods.",
		Example: `  source <(tipscore completion bash)
  tipscore completion fish > ~/.config/fish/completions/tipscore.fish`,
		ValidArgs: shells,
		Args:      exact("SHELL"),
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.streams.Out, true)
			case "zsh":
				return root.GenZshCompletion(a.streams.Out)
			case "fish":
				return root.GenFishCompletion(a.streams.Out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.streams.Out)
			}
			return usagef("it must be one of: bash, zsh, fish, powershell", "no completion for the shell %q", args[0])
		},
	}
}
