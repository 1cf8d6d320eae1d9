package observation

import (
	"flag"
	"os"
	"testing"
)

// update rewrites the expected outputs: go test ./generator/observation -update
var update = flag.Bool("update", false, "rewrite the expected outputs of fixtures")

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
