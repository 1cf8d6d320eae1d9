# The two main targets: `make site` builds the website into public/, `make test`
# sets up what the tests need and runs them all. `make` prints all targets.
GO      ?= go
NPM     ?= npm
SOURCES := $(shell find generator indicators data site templates -name node_modules -prune -o -type f -print 2>/dev/null)
BUNDLE  := site/static/explore/echarts.js
MODULES := site/node_modules/.package-lock.json

.PHONY: help site serve check test unit browser-setup lint fuzz bench clean
.DEFAULT_GOAL := help

help: ## print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

bin/tipscore: go.mod go.sum $(SOURCES) $(BUNDLE)
	$(GO) build -trimpath -o $@ ./generator/cmd/tipscore

$(MODULES): site/package-lock.json
	@if command -v $(NPM) >/dev/null; then \
	  cd site && $(NPM) ci --no-audit --no-fund --loglevel=error && touch ../$@; \
	else \
	  echo "npm is not here: no Explore buttons, no accessibility check (Debian: apt-get install npm)"; \
	fi

$(BUNDLE): site/explore/echarts.js site/package.json $(MODULES)
	@mkdir -p $(@D)
	@if [ -e $(MODULES) ]; then cd site && $(NPM) run --silent explore; else printf '' > $@; fi

site: bin/tipscore ## check the data, compute the scores, build the website in public/
	bin/tipscore build --destination public

serve: bin/tipscore ## show the website on this machine; saved changes appear by themselves
	bin/tipscore serve

check: bin/tipscore ## check all definitions and workbooks
	bin/tipscore check

test: browser-setup $(BUNDLE) lint unit ## set up and run all tests, the browser's included

unit: $(BUNDLE)
	$(GO) test ./...

lint:
	@test -z "$$(gofmt -l generator site templates indicators data)" || { gofmt -l generator site templates indicators data; echo "run gofmt -w on these"; exit 1; }
	$(GO) vet ./...

browser-setup:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || { \
	  echo "The page tests need Chromium. Installing Debian's package: chromium"; \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  else \
	    echo "Cannot install it here. Install it (Debian: sudo apt-get install chromium) and run make test again."; exit 1; \
	  fi; }

fuzz: ## run every fuzz target for 10 seconds
	@for package in $$($(GO) list ./generator/...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime 10s $$package || exit 1; \
	  done; done

bench: bin/tipscore ## measure; prints the table of the README's performance section
	$(GO) run ./generator/internal/bench

clean: ## remove what was built
	rm -rf bin public site/node_modules site/static/explore
