package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
)

// reader is an open page of a preview: it listens to the news and loads the
// page again.
type reader struct {
	program *exec.Cmd
	address string
	stream  io.Closer
	news    *bufio.Scanner
}

var localAddress = regexp.MustCompile(`http://localhost:\d+/`)

// startPreview runs tipscore serve and listens to it.
func startPreview(ctx context.Context, binary, dir string) (*reader, error) {
	r := &reader{program: exec.CommandContext(ctx, binary, "serve", "-s", dir, "--port", "0")}
	stderr, err := r.program.StderrPipe()
	if err != nil {
		return nil, fmt.Errorf("start the preview: %w", err)
	}
	if err := r.program.Start(); err != nil {
		return nil, fmt.Errorf("start the preview: %w", err)
	}
	said := bufio.NewScanner(stderr)
	if !said.Scan() || !localAddress.MatchString(said.Text()) {
		r.close()
		return nil, fmt.Errorf("start the preview: it said %q", said.Text())
	}
	r.address = localAddress.FindString(said.Text())
	go io.Copy(io.Discard, stderr)
	answer, err := r.get(ctx, "__tipscore/events")
	if err != nil {
		r.close()
		return nil, err
	}
	r.stream, r.news = answer, bufio.NewScanner(answer)
	return r, nil
}

func (r *reader) close() {
	if r.stream != nil {
		r.stream.Close()
	}
	r.program.Process.Kill()
	r.program.Wait()
}

func (r *reader) get(ctx context.Context, name string) (io.ReadCloser, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.address+name, nil)
	if err != nil {
		return nil, fmt.Errorf("ask the preview: %w", err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, fmt.Errorf("ask the preview: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		answer.Body.Close()
		return nil, fmt.Errorf("the preview has no page %s: %s", name, answer.Status)
	}
	return answer.Body, nil
}

// reload waits for the news of the site with the number, and loads the page.
func (r *reader) reload(ctx context.Context, site int, page string) error {
	if err := r.wait(site); err != nil {
		return err
	}
	body, err := r.get(ctx, page)
	if err != nil {
		return err
	}
	defer body.Close()
	text, err := io.ReadAll(body)
	if err != nil {
		return fmt.Errorf("load the page %s: %w", page, err)
	}
	if !bytes.Contains(text, fmt.Appendf(nil, `data-site="%d"`, site)) {
		return fmt.Errorf("the page %s does not belong to site %d", page, site)
	}
	return nil
}

func (r *reader) wait(site int) error {
	for r.news.Scan() {
		data, ok := strings.CutPrefix(r.news.Text(), "data: ")
		if !ok {
			continue
		}
		var state struct {
			Site int
			Note string
		}
		if err := json.Unmarshal([]byte(data), &state); err != nil {
			return fmt.Errorf("listen to the preview: %w", err)
		}
		if state.Note != "" {
			return fmt.Errorf("the preview says: %s", state.Note)
		}
		if state.Site >= site {
			return nil
		}
	}
	return errors.Join(errors.New("the preview has ended"), r.news.Err())
}
