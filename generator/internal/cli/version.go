package cli

import (
	"encoding/json"
	"fmt"
	"regexp"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version says what this binary was built from.
type version struct {
	Version string `json:"version"`
	Go      string `json:"go"`
	Hugo    string `json:"hugo"`
}

// hugoModule is the module path of the library that renders the pages.
const hugoModule = "github.com/gohugoio/hugo"

// buildVersion reads the version that the Go toolchain wrote into the binary.
// It takes nothing else from there, since the rest may name paths.
func buildVersion() version {
	v := version{Version: "development", Go: "unknown", Hugo: "unknown"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Go = info.GoVersion
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		v.Version = info.Main.Version
	}
	for _, dep := range info.Deps {
		if dep.Path == hugoModule {
			v.Hugo = dep.Version
		}
	}
	return v
}

// released matches the versions of releases. The toolchain also makes versions
// out of a commit and the state of a folder; those differ between two machines
// that build the same source.
var released = regexp.MustCompile(`^v\d+\.\d+\.\d+(-(alpha|beta|rc)\.?\d*)?$`)

// toolName is what a site says it was made with: the version only if it is that
// of a release, which means something to a reader and is the same everywhere.
func toolName(version string) string {
	if released.MatchString(version) {
		return "tipscore " + version
	}
	return "tipscore"
}

func (a *app) newVersion() *cobra.Command {
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of tipscore, Go and Hugo",
		Example: `  tipscore version
  tipscore version --format json`,
		Args: exact(),
	}
	format := choiceFlag(c, "format", "how the versions are written", "text", "json")
	c.RunE = func(*cobra.Command, []string) error { return a.runVersion(format.value) }
	return c
}

func (a *app) runVersion(format string) error {
	v := buildVersion()
	if format == "json" {
		return json.NewEncoder(a.streams.Out).Encode(v)
	}
	_, err := fmt.Fprintf(a.streams.Out, "tipscore %s\ngo %s\nhugo %s\n", v.Version, v.Go, v.Hugo)
	return err
}
