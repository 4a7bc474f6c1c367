# Each target makes .venv first, once: see tools/environment.sh.

PYTHON := .venv/bin/python
JOBS ?= 3
SLOW_JOBS ?= 2
ARGS ?=
SIZE ?= small
RUN := $(PYTHON)
# Modules are compiled once, and not anew by each process that a test starts.
export PYTHONDONTWRITEBYTECODE :=
ifdef MEASURE
RUN := $(PYTHON) -m coverage run
endif

.PHONY: help run test test-slow bench check check-static floors format clean environment

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1|/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

run: environment  ## start Newsmargin; make run ARGS='article.html' opens one
	@$(PYTHON) -m reader $(ARGS)

test: environment  ## run the tests; MEASURE=1 measures what they cover
ifdef MEASURE
	$(PYTHON) -m coverage erase
endif
	$(RUN) -m pytest -n $(JOBS) --dist worksteal $(ARGS)

test-slow: environment  ## run the faults, the many rounds, the packaging, the real terminal
	$(PYTHON) -m pytest -m slow -n $(SLOW_JOBS) --dist loadgroup $(ARGS)

bench: environment  ## measure speed and memory; SIZE=full takes minutes
	@for bench in tests/bench/bench_*.py; do $(PYTHON) $$bench $(SIZE) || exit 1; done

check: check-static  ## everything a change must pass but the slow tests
	@$(MAKE) --no-print-directory test MEASURE=1
	@$(MAKE) --no-print-directory floors

check-static: environment  ## format, lint, types and layers
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy
	$(PYTHON) -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-cache

floors: environment  ## what the last measured run covered, against the floors
	$(PYTHON) tools/coverage_floors.py

format: environment  ## format the code and mend what can be mended
	$(PYTHON) -m ruff format
	$(PYTHON) -m ruff check --fix

clean:  ## remove the environment and everything made
	rm -rf .venv build dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

environment:
	@sh tools/environment.sh
