# Chancery's commands; "make help" lists them.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
# Further arguments of pytest: make test ARGS="-k meeting"
ARGS ?=

# How many commitments make bench measures with; 100000 is another good one.
SIZES ?= 10000 1000000

# A bare machine may have no locale.
export LC_ALL ?= C.UTF-8
# uv trusts what the system trusts, as pip does.
export UV_SYSTEM_CERTS ?= true

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PIN := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header pyproject.toml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo catalogue test test-postgres check bench screens seed pins clean preflight python

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

demo: preflight .venv/.runtime ## install, start, seed and serve at HOST:PORT (127.0.0.1:8000)
	@CHANCERY_DEMO=1 $(MANAGE) demo --host "$(HOST)" --port "$(PORT)"

test: .venv/.dev ## run all tests on the embedded PostgreSQL, or on DATABASE_URL
	$(BIN)/python -m pytest $(ARGS)

test-postgres: .venv/.dev ## run all tests on a throw-away server of the system's PostgreSQL
	$(BIN)/python -m chancery.postgres.throwaway $(BIN)/python -m pytest $(ARGS)

check: .venv/.dev ## lint, format, types, and what Django and the fixtures say
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(MANAGE) check --fail-level WARNING
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) build_fixtures --check

bench: .venv/.dev ## measure the lists beside stock Django: make bench SIZES="10000 1000000"
	@$(BIN)/python -m tests.bench $(SIZES)

screens: .venv/.dev ## draw the pictures of docs/screens anew
	$(BIN)/python -m pytest tests/browser/screens.py

seed: .venv/.runtime ## migrate the database and load the seeds
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) seed

catalogue: .venv/.dev ## gather the strings to translate, and say which are untranslated
	$(MANAGE) catalogue

pins: ## pin the newest versions that pyproject.toml allows (needs uv)
	$(PIN) --upgrade --output-file requirements.txt
	$(PIN) --upgrade --group dev --constraints requirements.txt \
		--output-file requirements-dev.txt

clean: ## stop the embedded server and remove all that make made, but not the data
	@if [ -x $(BIN)/python ]; then env -u DATABASE_URL $(MANAGE) postgres stop || true; fi
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@command -v "$(PYTHON)" >/dev/null || { \
		echo "There is no $(PYTHON): install Python 3.11 or newer, or name one with PYTHON=." >&2; \
		exit 1; }
	@$(PYTHON) -m chancery.preflight

preflight: python
	@$(PYTHON) -m chancery.preflight --serve "$(HOST)" "$(PORT)"

# A stamp is newer than the requirements it was made from.
.venv/.runtime: requirements.txt | .venv/bin/python
	@echo "Installing what Chancery runs on ..."
	@$(call install,requirements.txt)
	@touch $@

.venv/.dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing what Chancery and its tests run on ..."
	@$(call install,requirements-dev.txt)
	@touch .venv/.runtime $@

.venv/bin/python: | python
	@echo "Making .venv ..."
	@$(PYTHON) -m venv .venv || { \
		echo "$(PYTHON) cannot make a virtual environment (Debian: apt install python3-venv)." >&2; \
		exit 1; }

# uv is faster, pip is always there; --only-binary runs no code of a package.
define install
if command -v uv >/dev/null && \
	uv pip install --python .venv/bin/python --require-hashes --only-binary :all: \
		-r $(1); then :; else \
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip; \
	$(BIN)/python -m pip install --disable-pip-version-check --no-input \
		--require-hashes --only-binary :all: -r $(1); fi
endef
