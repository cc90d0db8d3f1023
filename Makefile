# The targets, a line each, are listed by `make` alone. All they need is Python 3.11 or later and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A file's tests stay together: what they share is made once.
SIDE_BY_SIDE := -n auto --dist loadscope
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint requirements/constraints.txt

.DEFAULT_GOAL := help
.PHONY: help build check fmt editors test lint types bench golden lowest lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | awk -F'|' '{printf "make %-8s %s\n", $$1, $$2}'

$(VENV)/made: pyproject.toml requirements/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable '.[office,lsp]'
	@touch $@

$(VENV)/made-dev: $(VENV)/made
	$(PIP) --no-build-isolation --editable '.[office,lsp,dev]'
	@touch $@

build: $(VENV)/made ## check the standards and make every artefact into build/
	@$(BIN)/ctmm build

check: $(VENV)/made ## check the standards
	@$(BIN)/ctmm check

fmt: $(VENV)/made ## lay the standards out in the one style
	@$(BIN)/ctmm fmt

editors: $(VENV)/made ## write the colours and settings for editors anew
	@$(BIN)/python -m generators.editors

test: $(VENV)/made-dev ## run the tests
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

lint: $(VENV)/made-dev ## style of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/made-dev ## types of the code, and of the scorers that were generated
	@$(BIN)/mypy
	@for scorer in build/*/scorer.py; do $(BIN)/mypy --strict --config-file= $$scorer || exit 1; done

bench: $(VENV)/made-dev ## speed, as ratios measured side by side
	@$(BIN)/python -m bench.run

golden: $(VENV)/made-dev ## write the expected outputs of the tests anew; read their difference
	@$(BIN)/python -m tests.golden
	@$(BIN)/python -m tests.language.regenerate
	@$(BIN)/python -m tests.docs.test_language_reference
	@$(BIN)/python -m tests.docs.test_readme

lowest: ## run the tests with the lowest versions that pyproject.toml admits
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip --disable-pip-version-check install --quiet --requirement requirements/lowest.txt
	@.venv-lowest/bin/python -m pytest -p no:cacheprovider $(SIDE_BY_SIDE)

lock: ## renew requirements/constraints.txt
	@rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python -m pip --disable-pip-version-check install --quiet hatchling editables '.[office,lsp,dev]'
	@{ head -1 requirements/constraints.txt; .venv-lock/bin/python -m pip freeze --exclude ctmm-dsl; } > .venv-lock/new
	@mv .venv-lock/new requirements/constraints.txt && rm -rf .venv-lock

clean: ## remove what the set-up and the tests left; build/ stays
	rm -rf .venv .venv-lowest .venv-lock .pytest_cache .mypy_cache .ruff_cache .hypothesis dist editors/vscode/dist editors/vscode/node_modules editors/vscode/*.vsix
