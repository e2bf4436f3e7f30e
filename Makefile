# Everything a developer or an evaluator types. `make` alone lists it.
#
# Nothing but git, make and Python 3.11 with venv is needed; see dev/ for what these do.

PYTHON ?= python3
PORT ?= 8000
export PORT

.PHONY: help demo setup test check mutants bench bench-forecast stop clean requirements python tools
.DEFAULT_GOAL := help

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

demo: python  ## the whole of Casetrack with a made-up council, at http://127.0.0.1:8000 (PORT=)
	@exec $(PYTHON) -m dev demo

setup: python  ## all that the demo does but serve, and the test tools
	@exec $(PYTHON) -m dev setup

test: tools  ## the whole suite against real PostgreSQL, on all cores (PYTEST= adds options)
	@.venv/bin/python -m pytest -n auto $(PYTEST)

check: tools  ## format, lint, contracts, types, migrations, templates, API, docs
	@exec $(PYTHON) -m dev check

mutants: tools  ## break every clock in every small way; do its examples notice? (MUTANTS= adds options)
	@.venv/bin/python -m tests.mutants $(MUTANTS)

bench: tools  ## time imports, clocks, pages, search and audit at size (BENCH= adds options)
	@.venv/bin/python -m tests.bench $(BENCH)

bench-forecast: tools  ## how good are forecasts, in worlds whose truth is known? (BENCH= adds options)
	@.venv/bin/python -m tests.bench_forecast $(BENCH)

stop: python  ## stop the demo and the embedded database
	@exec $(PYTHON) -m dev stop

clean: python  ## stop, and remove all that make has written
	@exec $(PYTHON) -m dev clean

requirements: python  ## pin anew the packages named in requirements*.in
	@exec $(PYTHON) -m dev requirements

python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "Python 3.11 or newer is needed and $(PYTHON) is not found (Debian: apt install python3 python3-venv)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another: make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing (Debian: apt install python3-venv)." >&2; exit 1; }

tools: python
	@$(PYTHON) -m dev tools
