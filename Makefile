# Two commands on a bare machine with Python 3.11-3.13, pip and make:  make demo   make test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED := ../shared

.PHONY: help demo test lint types imports unit gate bench lock clean

help:  ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(READY): requirements/dev.txt pyproject.toml
	sh scripts/venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -c "from dateline.lexicon.gazetteer import open_gazetteer; open_gazetteer()"
	touch $(READY)

demo: $(READY)  ## Code the sample reports into a ledger, print the claims, link them, write a page
	mkdir -p out
	$(BIN)/dateline code samples --ledger out/demo.duckdb --format table
	$(BIN)/dateline link --ledger out/demo.duckdb
	$(BIN)/dateline report --ledger out/demo.duckdb -o out/demo.html
	@echo "Open out/demo.html in a browser."

test: $(READY) lint types imports unit gate  ## Run every check that CI runs

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/python -m pytest

gate: $(READY)  ## Score the coder on the gold reports and fail below a floor
	$(BIN)/python -m benchmarks.quality.run --gate

bench: $(READY)  ## Score every stage and time the coder; tables go to standard output
	$(BIN)/python -m benchmarks.quality.run
	$(BIN)/python -m benchmarks.all

lock: ## Renew the locked dependencies (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate -q -o requirements/dev.txt

clean:  ## Remove everything that was made
	rm -rf $(VENV) .bootstrap out build dist
