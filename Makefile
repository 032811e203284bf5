# Two commands do all that a fresh machine needs: make site, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site test lint types unit serve check lab bench mutants clean

site: $(READY)
	$(BIN)/factbook build

test: lint types unit

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

unit: $(READY)
	$(BIN)/pytest

serve: $(READY)
	$(BIN)/factbook serve

lab: $(READY)
	$(BIN)/factbook lab

check: $(READY)
	$(BIN)/factbook check

bench: $(READY)
	$(BIN)/python -m tests.bench

mutants: site
	$(BIN)/python -m tests.mutants

$(READY): requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf _build $(VENV)
