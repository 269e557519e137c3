# GNU Make and bash; needs Go 1.26. "make help" lists what there is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

ADDR     ?= 127.0.0.1:8016
FUZZTIME ?= 60s
FAST     ?=
export PLAIN ?=
ONLY     ?=
HOSTILE  ?= 5000

# Go keeps its caches under HOME. Where there is none, they are kept here, under a
# name that Go does not take for packages.
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/build/.home
endif

# In a copy without a history that git will read, a binary cannot be stamped with it.
VCS := $(shell git -C . rev-parse HEAD >/dev/null 2>&1 || echo -buildvcs=false)

WASMBROWSERTEST := v0.11.0
WASM_TEST := build/bin/wasmbrowsertest-$(WASMBROWSERTEST)/wasmbrowsertest
WASM_GO   := GOOS=js GOARCH=wasm go

.PHONY: help
help: ## list the targets
	@echo 'make TARGET, where TARGET is one of'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

# Building

.PHONY: run
run: build ## build everything and serve the viewer (ADDR=127.0.0.1:8016)
	@exec build/filingview serve -addr $(ADDR)

.PHONY: build
build: page ## build the page (web/dist) and the tool (build/filingview); FAST=1 packs the page fast, PLAIN=1 leaves out all tricks of cmd/build
	@go build -trimpath $(VCS) -o build/filingview ./cmd/filingview

.PHONY: page
page:
	@go run ./cmd/build $(if $(FAST),-fast) $(if $(PLAIN),-without all)

.PHONY: dist
dist: ## make a folder, dist, that any static host can serve under any path
	@go run ./cmd/build $(if $(PLAIN),-without all) -o dist

.PHONY: size
size: ## list what a first visit loads and fail if it is too much
	@go run ./cmd/build -size

.PHONY: npm
npm: ## make the parser as a JavaScript module, build/npm, and pack it: build/filingview-parser-VERSION.tgz; needs npm
	@go run ./cmd/build -npm
	@rm -f build/filingview-parser-*.tgz
	@cd build && npm pack --silent --no-update-notifier ./npm

.PHONY: generate
generate: ## write anew what follows from the list of fields (cmd/fields), and the pages on the rules (cmd/rules)
	@go run ./cmd/fields
	@go run ./cmd/rules

# Testing

# What make test runs, in order: what fails fast first, the browser last.
STEPS := format vet unit page chromium wasm browser

.PHONY: test
test: ## run all tests, installing Chromium by apt if there is none (CHROMIUM=PATH names one)
	@summary= result=0 begin=$$EPOCHSECONDS; \
	for step in $(STEPS); do \
	  echo "== $$step"; since=$$EPOCHSECONDS; verdict=passed; \
	  $(MAKE) --no-print-directory FAST=1 "$$step" || { verdict=FAILED; result=1; }; \
	  summary+=$$(printf '  %-10s %-6s %4d s' "$$step" "$$verdict" $$((EPOCHSECONDS - since)))$$'\n'; \
	done; \
	printf '== summary\n%s  %-10s %-6s %4d s\n' "$$summary" all "$$([ $$result = 0 ] && echo passed || echo FAILED)" $$((EPOCHSECONDS - begin)); \
	exit $$result

.PHONY: format
format: # is every Go file as gofmt has it?
	@odd=$$(gofmt -l app cmd e2e parser web); [ -z "$$odd" ] || { printf 'not as gofmt has it:\n%s\n' "$$odd"; exit 1; }

.PHONY: vet
vet:
	@go vet ./...
	@go vet -tags e2e,npm ./e2e/...
	@go vet -tags load ./cmd/filingview
	@$(WASM_GO) vet ./app/... ./parser/... ./cmd/viewer ./cmd/reader ./cmd/module

.PHONY: unit
unit:
	@go test ./...

.PHONY: chromium
chromium:
	@.ci/chromium

$(WASM_TEST):
	@GOBIN='$(CURDIR)/$(@D)' GOFLAGS= go install github.com/agnivade/wasmbrowsertest@$(WASMBROWSERTEST)

# The packages whose tests carry their files in themselves: in a browser each access
# to the file system is a request.
.PHONY: wasm
wasm: $(WASM_TEST)
	@$(WASM_GO) test -exec '$(CURDIR)/.ci/wasm $(CURDIR)/$(WASM_TEST)' ./parser ./parser/internal/html ./parser/internal/plaintext ./parser/internal/rules ./app/wire ./cmd/module

.PHONY: browser
browser:
	@CHROMIUM='$(CURDIR)/build/chromium/headless_shell' go test -tags e2e -count=1 ./e2e/...

.PHONY: test-npm
test-npm: npm page chromium ## try the module from a project that uses it, and the page with Lighthouse; needs Node 20 and npm
	@CHROMIUM='$(CURDIR)/build/chromium/headless_shell' go test -tags e2e,npm -count=1 -v -run '^(TestModule|TestLighthouse)$$' ./e2e

.PHONY: test-long
test-long: page chromium ## run all browser tests, those included that make test leaves out since they take long
	@LONG=1 CHROMIUM='$(CURDIR)/build/chromium/headless_shell' go test -tags e2e -count=1 -timeout 40m ./e2e/...

.PHONY: golden
golden: ## write the goldens anew: read the diff before you commit it
	@go test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' app cmd parser | xargs -n 1 dirname | sort -u | sed 's|^|./|') -update
	@git status --short -- '*testdata*'

.PHONY: agreement
agreement: ## score every form of a filing against its XML, every PDF against its truth; ONLY=TEXT for some, FORMS=FOLDER for other filings
	@go test -count=1 -v ./parser/internal/agreement -args -report -only '$(ONLY)' -forms '$(abspath $(FORMS))' | grep -v -e '^=== ' -e '^--- PASS'

FILINGS ?= $(wildcard ../shared/filings/xml)
SEEDS   ?= 1,2,3
V       ?=

.PHONY: honesty
honesty: ## leave one filing out, and put one fault in, and judge what the ledger says then; FILINGS=FOLDER, SEEDS=1,2,3, V=1 lists all
	@go run ./cmd/honesty $(if $(V),-v) -seeds $(SEEDS) $(FILINGS)
	@$(if $(FILINGS),,echo; echo 'There are no filings beside the checkout: only simulated owners were measured.')

.PHONY: ledger-diff
ledger-diff: ## list each line beside the checkout of which the ledger says something else than in BASE=REV; HEAD=REV for another than the working tree
	@go run ./cmd/ledgerdiff -base '$(BASE)' -head '$(HEAD)'

.PHONY: hostile
hostile: page chromium ## have tool and page read HOSTILE=5000 damaged PDFs each: all are answered, none does harm
	@HOSTILE=$(HOSTILE) go test -count=1 -v -timeout 60m -run HostilePDFs ./cmd/filingview
	@HOSTILE=$(HOSTILE) CHROMIUM='$(CURDIR)/build/chromium/headless_shell' go test -tags e2e -count=1 -v -timeout 60m -run 'Page/harmful' ./e2e

.PHONY: silence
silence: ## damage N=2000 copies of each kind of file and cut others off: what is lost must be said; needs ../shared for most of them
	@go test -count=1 -v -timeout 30m -run 'TestNothingIsLostInSilence|TestNoPageIsLostInSilence|TestCutIsCut' ./parser -silence $(if $(filter 40,$(N)),2000,$(N))

# Readers and ledger, with the tests of the whole that hold them too.
READERS := ./parser/internal/formreader ./parser/internal/repair ./parser/internal/form ./parser/internal/layout
LEDGER  := ./parser/ledger ./parser/internal/totals ./parser/internal/order ./parser/internal/cause ./parser/internal/identity ./parser/internal/misprint ./parser/internal/notetext ./parser/internal/split
N       ?= 40
SEED    ?= 1

.PHONY: mutants
mutants: ## change one operator, condition or number at a time and count what the tests notice; N=40 a package, SEED=1, ONLY=PACKAGE for one
	@result=0; \
	try() { echo "== at least $$1 %"; go run ./cmd/mutants -n $(N) -seed $(SEED) -least "$$1" -also "$$2" "$${@:3}" || result=1; }; \
	if [ -n '$(ONLY)' ]; then try 0 ./parser $(ONLY); else \
	  try 85 ./parser,./parser/internal/agreement $(READERS); \
	  try 90 '' $(LEDGER); \
	  try 90 ./parser ./parser/internal/rules; \
	fi; exit $$result

.PHONY: load
load: build ## measure the server beside nginx, and with 10,000 slow connections; installs wrk and nginx by apt
	@.ci/load

.PHONY: fuzz
fuzz: ## run every fuzz target (FUZZTIME=60s each)
	@result=0; \
	for package in $$(go list -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{end}}' ./...); do \
	  tests=$$(go test -list '^Fuzz' "$$package"); \
	  for target in $$(grep '^Fuzz' <<<"$$tests" || true); do \
	    echo "== $$target of $$package"; \
	    go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x "$$package" || result=1; \
	  done; \
	done; \
	exit $$result

.PHONY: bench
bench: chromium $(WASM_TEST) ## measure parser and ledger, natively and in Chromium
	@mkdir -p build/bench
	@echo '== native'; go test -run '^$$' -bench . ./parser/... | tee build/bench/native
	@echo '== wasm'; $(WASM_GO) test -exec '$(CURDIR)/.ci/wasm $(CURDIR)/$(WASM_TEST)' -run '^$$' -bench . ./parser | tee build/bench/wasm
	@$(WASM_GO) test -exec '$(CURDIR)/.ci/wasm $(CURDIR)/$(WASM_TEST)' -run '^$$' -bench Reconcile -benchtime 1x ./parser/ledger | tee -a build/bench/wasm
	@echo '== a filing read in full, against the RawToken loop of encoding/xml on the same files'
	@for where in native wasm; do \
	  awk -v where=$$where '/^BenchmarkRatio/ { for (i = 3; i < NF; i += 2) v[$$(i + 1)] = $$i; found = 1 } \
	    END { if (!found) { print where ": no BenchmarkRatio"; exit 1 } \
	          printf "  %-7s %s times as fast, %s MB/s\n", where, v["x-rawtoken"], v["MB/s-parse"] }' build/bench/$$where; \
	done
	@echo '== filings reconciled; per filing: the time for one of 10,000 over that for one of 250, 1 is linear'
	@for where in native wasm; do \
	  awk -v where=$$where '/^BenchmarkReconcile\// { for (i = 3; i < NF; i += 2) v[$$(i + 1)] = $$i; if (!("ms-250" in v)) next; \
	      split($$1, name, "[/-]"); found = 1; \
	      printf "  %-7s %-9s 250: %s ms, 10,000: %s ms, per filing: %s\n", where, name[2], v["ms-250"], v["ms-10000"], v["x-per-filing"] } \
	    END { if (!found) { print where ": no BenchmarkReconcile"; exit 1 } }' build/bench/$$where; \
	done
	@awk '/^BenchmarkRates/ { for (i = 3; i < NF; i += 2) v[$$(i + 1)] = $$i; all = v["lines"]; if (!all) next; found = 1; \
	    printf "== %d lines of the filings beside the checkout\n", all; \
	    n = split("reconciled explained unexplained cannot-be-tested", state, " "); \
	    for (i = 1; i <= n; i++) printf "  %-17s %5d  %5.1f %%\n", state[i], v[state[i]], 100 * v[state[i]] / all } \
	  END { if (!found) print "== no filings beside the checkout, so no rates" }' build/bench/native

.PHONY: clean
clean: ## remove what was built
	@if [ -d build ]; then chmod -R u+w build; fi
	@rm -rf build dist
	@find web/dist -mindepth 1 ! -name placeholder.txt -delete
