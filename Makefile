# `make` lists the targets. Everything lives in .venv and .zuji; neither root nor a system package is needed to `make run`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet install --constraint constraints.txt
PINS := pyproject.toml constraints.txt
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest -n $(WORKERS)

.PHONY: help run test pictures test-all system check fix types imports migrations messages docs metrics quality bench release clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Zuji needs Python 3.11 or newer: make PYTHON=python3.11 run"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python lacks its venv module. On Debian: apt-get install python3-venv"; exit 1; }

.venv/installed-runtime: $(PINS) | $(BIN)/python
	@echo "Installing what Zuji runs on …"
	@$(PIP) --editable .
	@touch $@

.venv/installed-test: $(PINS) | $(BIN)/python
	@echo "Installing what the tests need …"
	@$(PIP) --editable '.[test]'
	@touch $@ .venv/installed-runtime

.venv/installed-spark: $(PINS) | $(BIN)/python
	@echo "Installing Spark (430 MB) …"
	@$(PIP) --editable '.[test,spark]'
	@touch $@ .venv/installed-test .venv/installed-runtime

run: .venv/installed-runtime  ## run the demo year; prints address and accounts; safe to repeat
	@exec $(BIN)/zuji run

test: .venv/installed-test  ## run every test: SQLite, PostgreSQL, DuckDB, browser
	@$(BIN)/zuji check-env
	$(PYTEST) -m "not spark"
	$(PYTEST) --dist loadfile -m "not spark and not journey" --database postgres

pictures: .venv/installed-test  ## take a picture of every page, narrow and wide, in tests/journeys/pictures
	$(PYTEST) tests/journeys --pictures

test-all: test .venv/installed-spark  ## the same, and Spark
	@$(BIN)/zuji check-env --spark
	$(BIN)/python -m pytest -m spark

system: .venv/installed-runtime  ## install the Debian packages of browser, PostgreSQL, fonts and Java
	@$(BIN)/zuji check-env --spark --install

check: .venv/installed-test imports migrations types  ## lint, types, imports, migrations, templates, translations, pins
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint zuji --lint --quiet
	$(BIN)/zuji messages --check
	$(BIN)/python tools/pins.py

fix: .venv/installed-test  ## format the code, and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/installed-test  ## check the types
	$(BIN)/mypy

imports: .venv/installed-test  ## check who imports whom
	$(BIN)/lint-imports

migrations: .venv/installed-test  ## check that the migrations say what the models say
	$(BIN)/python manage.py makemigrations --check --dry-run

messages: .venv/installed-test  ## gather what is to be translated
	$(BIN)/zuji messages

docs: .venv/installed-test  ## check that the documents tell the truth
	$(BIN)/python -m pytest -q tests/test_house.py

metrics: .venv/installed-runtime  ## print the shape of the code, and what crosses a tripwire
	@$(BIN)/python tools/metrics.py

quality: check docs metrics  ## everything about the code short of running it

bench: .venv/installed-test  ## measure
	$(BIN)/zuji bench

release: quality test  ## build the package after everything passed
	rm -rf dist build
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
	@ls dist

clean:  ## remove what was made, except the installation's data in .zuji
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find zuji -name '*.mo' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
