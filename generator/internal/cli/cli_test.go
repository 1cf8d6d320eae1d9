package cli_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"

	"tipscore/generator/internal/cli"
)

// demoFile is the project that package project is tested with.
const demoFile = "../project/testdata/project.txtar"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"tipscore": func() { os.Exit(cli.Main(context.Background(), os.Args[1:], cli.System())) },
	})
}

// Every script in testdata is one user's story.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SOURCE_DATE_EPOCH", "1719792000") // in 2024-Q3
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":   status,
			"demo":     demo,
			"cell":     cell,
			"freeport": freePort,
			"await":    await,
		},
	})
}

// status N COMMAND... runs a command and demands its exit status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND [ARGUMENT...]")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

// demo DIR writes the project with two invented programmes.
func demo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: demo DIR")
	}
	a, err := txtar.ParseFile(demoFile)
	ts.Check(err)
	ts.Check(txtar.Write(a, ts.MkAbs(args[0])))
}

// cell FILE CELL VALUE types into the first sheet of a workbook and saves it.
func cell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: cell FILE CELL VALUE")
	}
	name := ts.MkAbs(args[0])
	f, err := excelize.OpenFile(name)
	ts.Check(err)
	defer f.Close()
	var value any = args[2]
	if n, err := strconv.Atoi(args[2]); err == nil {
		value = n
	}
	sheet, at, ok := strings.Cut(args[1], "!")
	if !ok {
		sheet, at = f.GetSheetName(0), args[1]
	}
	ts.Check(f.SetCellValue(sheet, at, value))
	ts.Check(f.Save())
}

// freeport NAME sets a variable to a port that nobody listens at.
func freePort(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: freeport NAME")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	defer l.Close()
	ts.Setenv(args[0], strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
}

// await URL TEXT asks for a page until it has the text.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: await URL TEXT")
	}
	last := "no answer"
	for range 1200 { // two minutes, for a machine that is busy with other tests
		if body, err := fetch(args[0]); err == nil {
			if last = body; strings.Contains(body, args[1]) {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	ts.Fatalf("%s never had %q; the last answer was:\n%s", args[0], args[1], last)
}

func fetch(url string) (string, error) {
	answer, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return fmt.Sprintf("%s\n%s", answer.Status, body), err
}
