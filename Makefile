# Two commands do all that a fresh machine needs: make site, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# What checks the scripts of the pages runs on Node from PyPI, as pinned in requirements.in.
NODE := $(BIN)/node
MODULES := node_modules
CHECKED := $(MODULES)/.ready

# Where nothing that is compiled may be kept, each of the many processes compiles the whole package anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test quick lint types scripts unit serve check lab bench mutants lock font codes clean

# Python for browsers, with which a page of the site checks documents. It comes from npm; where that is not to be had, the
# site is built without the page, and so it is by: make site CHECKER=
CHECKER := $(MODULES)/pyodide

site: $(READY)
	@$(if $(CHECKER),make --no-print-directory $(CHECKED) || echo 'make: npm cannot be had: the site is built without the page that checks documents')
	$(BIN)/factbook build $$(test ! -d '$(CHECKER)' || echo --checker '$(CHECKER)')

test: lint types scripts unit

# What takes a minute: no book is built and no browser opened.
quick: lint types scripts
	$(BIN)/pytest -m "not builds and not nightly"

lint: $(READY) $(CHECKED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(NODE) $(MODULES)/@biomejs/biome/bin/biome check --error-on-warnings

types: $(READY) $(CHECKED)
	$(BIN)/mypy
	$(NODE) $(MODULES)/typescript/bin/tsc

# The scripts of the pages, on examples that Python wrote.
scripts: $(READY)
	$(NODE) --test "tests/js/*.test.js"

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

NEEDED := $(shell sed -n 's/^requires-python = ">=\(.*\)"$$/\1/p' pyproject.toml)
# What $(PYTHON) is where it is too old or missing, else nothing.
UNFIT = $(shell $(PYTHON) -c 'import sys; sys.exit(sys.version_info < tuple(map(int, "$(NEEDED)".split("."))))' 2>/dev/null \
	|| $(PYTHON) --version 2>/dev/null || echo missing)

$(READY): requirements.txt pyproject.toml
	$(if $(UNFIT),$(error Python $(NEEDED) or later is needed, and $(PYTHON) is $(UNFIT); name another, such as: make $(or $(MAKECMDGOALS),site) PYTHON=python3.12))
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(CHECKED): package.json package-lock.json | $(READY)
	$(BIN)/npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

# With uv, for every system at once. What is locked stays at its version; to move, change requirements.in.
lock:
	cp requirements.txt requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url requirements.in --output-file requirements.lock
	printf '%s\n' '# Every dependency, pinned with its hashes. The direct ones, each with its reason, are in requirements.in.' '# Made with: make lock' | cat - requirements.lock > requirements.txt
	rm requirements.lock

# Latin, Greek, punctuation, signs, every Hangul syllable; with the Hanja and the vertical forms of the whole font, each
# letter of a picture takes twice as long.
font: $(READY)
	$(BIN)/pyftsubset "$$($(BIN)/python -c 'import pylopdf_fonts_ko as fonts; print(fonts.sans_path())')" \
		--unicodes=U+0020-03FF,U+2000-2BFF,U+3000-303F,U+3130-318F,U+AC00-D7A3 --name-IDs='*' \
		--output-file=src/factbook/figures/font/NotoSansKR-Regular.otf

# The list of all codes, from the catalogues.
codes: $(READY)
	$(BIN)/python -m factbook.problem_codes

clean:
	rm -rf _build $(VENV) $(MODULES)
