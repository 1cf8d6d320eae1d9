package preview

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"
	"time"
)

// prefix is the address below which the preview's own pages stand.
const prefix = "/__tipscore/"

//go:embed assets
var assets embed.FS

// Handler returns the preview as a web server's handler.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", s.page)
	mux.HandleFunc("GET "+prefix+"events", s.events)
	mux.HandleFunc("GET "+prefix+"problems", s.problems)
	for _, name := range []string{"preview.js", "preview.css"} {
		mux.HandleFunc("GET "+prefix+name, func(w http.ResponseWriter, r *http.Request) {
			data, err := assets.ReadFile("assets/" + name)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			send(w, r, name, data)
		})
	}
	return guard(mux)
}

// guard answers only requests that name this machine as their host. A page on
// the web that has its own name point here (DNS rebinding) is refused.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		switch strings.Trim(host, "[]") {
		case "localhost", "127.0.0.1", "::1":
		default:
			http.Error(w, "the preview answers only at localhost", http.StatusForbidden)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

// page serves a file of the site.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	now := s.current()
	if now.site == nil {
		s.problems(w, r)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "."
	}
	info, err := fs.Stat(now.site, name)
	if err == nil && info.IsDir() {
		if !strings.HasSuffix(r.URL.Path, "/") {
			http.Redirect(w, r, "/"+name+"/", http.StatusFound)
			return
		}
		name = path.Join(name, "index.html")
	}
	data, err := fs.ReadFile(now.site, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid):
		notFound(w, now, name)
	case err != nil:
		now.failure = err
		showProblems(w, now, http.StatusInternalServerError)
	case path.Ext(name) == ".html":
		s.remember(name)
		send(w, r, name, inject(data, now.built))
	default:
		send(w, r, name, data)
	}
}

// notFound answers with the nearest 404.html of the site, as static hosts do.
func notFound(w http.ResponseWriter, now state, name string) {
	for dir := name; dir != "."; {
		dir = path.Dir(dir)
		if data, err := fs.ReadFile(now.site, path.Join(dir, "404.html")); err == nil {
			w.Header().Set("Content-Type", contentType(".html"))
			w.WriteHeader(http.StatusNotFound)
			w.Write(inject(data, now.built))
			return
		}
	}
	http.Error(w, "the site has no such page", http.StatusNotFound)
}

// inject adds the script that keeps a page fresh.
func inject(page []byte, built int) []byte {
	script := fmt.Appendf(nil, `<link rel="stylesheet" href="%spreview.css"><script src="%spreview.js" data-site="%d" defer></script>`, prefix, prefix, built)
	i := bytes.LastIndex(page, []byte("</body>"))
	if i < 0 {
		i = len(page)
	}
	return bytes.Join([][]byte{page[:i], page[i:]}, script)
}

// send writes a file.
func send(w http.ResponseWriter, r *http.Request, name string, data []byte) {
	w.Header().Set("Content-Type", contentType(path.Ext(name)))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// contentType returns the media type of a file by its ending. What a system
// has registered is not asked, so that it is the same on every machine.
func contentType(ext string) string {
	switch strings.ToLower(ext) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".json", ".map", ".webmanifest":
		return "application/json"
	case ".svg":
		return "image/svg+xml"
	case ".xml", ".rss", ".atom":
		return "application/xml; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".txt", ".md", ".yaml", ".sql":
		return "text/plain; charset=utf-8"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".ico":
		return "image/x-icon"
	case ".pdf":
		return "application/pdf"
	case ".zip":
		return "application/zip"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "application/octet-stream"
}
