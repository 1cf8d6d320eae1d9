package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// report is everything that was measured.
type report struct {
	Lines []line
}

// line is one step that was measured.
type line struct {
	Part   string // "check"
	Step   string // in words, for a reader
	Input  string
	Cost   *cost // nil where no process ran to its end
	Result string
	Target string
	Ratio  float64         // part check only
	Site   *siteSize       // where a site was built
	Saves  []time.Duration // part serve only
}

func (r *report) add(l line) { r.Lines = append(r.Lines, l) }

// writeTable writes the report in Markdown.
func (r *report) writeTable(w io.Writer) error {
	var b strings.Builder
	b.WriteString("| step | input | time | CPU | peak memory | result | target |\n")
	b.WriteString("|---|---|--:|--:|--:|---|---|\n")
	before := ""
	for _, l := range r.Lines {
		input := l.Input
		if input == before {
			input = "the same"
		}
		before = l.Input
		elapsed, cpu, peak := "", "", ""
		if l.Cost != nil {
			elapsed, cpu, peak = seconds(l.Cost.wall), seconds(l.Cost.cpu), size(l.Cost.peak)
		}
		if len(l.Saves) > 0 {
			elapsed = seconds(median(append([]time.Duration(nil), l.Saves...)))
		}
		fmt.Fprintf(&b, "| %s |\n", strings.Join([]string{l.Step, input, elapsed, cpu, peak, l.Result, l.Target}, " | "))
	}
	fmt.Fprintf(&b, "\n%d cores, %s/%s, %s. Time and CPU (user and system, all threads) are whole processes.\n",
		runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	_, err := io.WriteString(w, b.String())
	return err
}

// writeJSON writes the report for programs, with plain numbers.
func (r *report) writeJSON(w io.Writer) error {
	type figures struct {
		Part   string    `json:"part"`
		Step   string    `json:"step"`
		Input  string    `json:"input"`
		Wall   float64   `json:"wall_seconds,omitempty"`
		CPU    float64   `json:"cpu_seconds,omitempty"`
		Peak   int64     `json:"peak_bytes,omitempty"`
		Ratio  float64   `json:"ratio,omitempty"`
		Site   *siteSize `json:"site,omitempty"`
		Saves  []float64 `json:"save_to_reload_seconds,omitempty"`
		Target string    `json:"target,omitempty"`
	}
	out := struct {
		Cores    int       `json:"cores"`
		Platform string    `json:"platform"`
		Go       string    `json:"go"`
		Lines    []figures `json:"lines"`
	}{runtime.NumCPU(), runtime.GOOS + "/" + runtime.GOARCH, runtime.Version(), nil}
	for _, l := range r.Lines {
		f := figures{Part: l.Part, Step: l.Step, Input: l.Input, Ratio: l.Ratio, Site: l.Site, Target: l.Target}
		if l.Cost != nil {
			f.Wall, f.CPU, f.Peak = l.Cost.wall.Seconds(), l.Cost.cpu.Seconds(), l.Cost.peak
		}
		for _, s := range l.Saves {
			f.Saves = append(f.Saves, s.Seconds())
		}
		out.Lines = append(out.Lines, f)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func seconds(d time.Duration) string {
	if d >= 10*time.Second {
		return fmt.Sprintf("%.0f s", d.Seconds())
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

// size writes a number of bytes in decimal units, "" for 0.
func size(bytes int64) string {
	switch x := float64(bytes) / 1e6; {
	case bytes == 0:
		return ""
	case x < 1:
		return fmt.Sprintf("%.0f kB", 1000*x)
	case x < 10:
		return fmt.Sprintf("%.1f MB", x)
	default:
		return fmt.Sprintf("%.0f MB", x)
	}
}

// count writes a number with commas between the thousands.
func count(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
