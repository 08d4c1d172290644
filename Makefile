# Every job of the project by name; `make` alone lists them. CMake does the building (CMakePresets.json),
# scripts/ does the rest, so that each can also be run on its own.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help build demo test bench quality model research warnings sanitize fuzz tidy format fresh clean

JOBS ?= $(shell nproc)
RELEASE := build/release

# What to measure speed on: a folder or file of releases; the program's own default where empty.
BENCH_TEXTS ?=

# ccache then knows a file again in another checkout of the same sources.
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## install what is missing, build the release program, leave it at build/chancery
	@scripts/install build
	@scripts/build_web
	@scripts/configure release
	@cmake --build $(RELEASE) --parallel $(JOBS) --target chancery
	@ln -sfn release/bin/chancery build/chancery

demo: build ## add the sample collection to a record and open it in the reading room
	@scripts/demo

test: build ## install what is missing, build and run every test, end with a count
	@scripts/install test
	@scripts/configure release-with-tests
	@cmake --build $(RELEASE) --parallel $(JOBS)
	@scripts/run_tests --build $(RELEASE)

bench: build ## measure speed and memory over real releases beside the project, write docs/performance.md
	@scripts/configure bench
	@cmake --build build/bench --parallel $(JOBS) --target chancery-bench
	@build/bench/bin/chancery-bench --program build/chancery $(BENCH_TEXTS) >build/performance.md
	@mv build/performance.md docs/performance.md && cat docs/performance.md

quality: build ## measure the facts against gold data beside the project, write docs/quality.md
	@scripts/install test
	@eval/quality --program build/chancery --write docs/quality.md

model: ## train the model that ships (about half an hour), leave it at models/english.model
	@scripts/train english models/english.model

research: ## train the model for research on all corpora beside the project, leave it at models/research.model
	@scripts/train research models/research.model

warnings: ## build everything with g++ and with clang, warnings are errors
	@scripts/install build
	@scripts/install tools
	@scripts/build_web
	@scripts/configure warnings-gcc && cmake --build build/warnings-gcc --parallel $(JOBS)
	@scripts/configure warnings-clang && cmake --build build/warnings-clang --parallel $(JOBS)

sanitize: ## build with address and undefined-behaviour sanitizers, run the unit tests
	@scripts/install build
	@scripts/install test
	@scripts/build_web
	@scripts/configure asan+ubsan
	@cmake --build build/asan --parallel $(JOBS)
	@ctest --test-dir build/asan --output-on-failure

fuzz: ## run segmentation and the whole chain over changed texts, with sanitizers, 20 s each
	@scripts/install build
	@fuzz/check

tidy: ## clang-tidy over the sources (reasons for its settings are in .clang-tidy)
	@scripts/install build
	@scripts/install tools
	@scripts/configure release
	@run-clang-tidy -quiet -j $(JOBS) -p $(RELEASE) '$(CURDIR)/src/.*\.cpp'

format: ## clang-format the sources in place
	@scripts/install tools
	@git ls-files '*.cpp' '*.hpp' | xargs -r clang-format -i

fresh: ## prove `make demo` and `make test` in a new Debian 12 root, write docs/fresh-debian.md (as root)
	@scripts/prove_fresh

clean: ## remove everything that was built
	@rm -rf build web/dist web/node_modules
