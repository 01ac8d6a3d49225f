# Everything a person types here. `make run` needs only Python 3.11+, pip and make.
.DEFAULT_GOAL := help
.PHONY: help run import migrate import-shop import-orders retail reset-owner backup restore test test-all chaos lint format frontend screenshots bench lock

PYTHON_IN_VENV := .venv/bin/python

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 18

.venv/.run-stamp: requirements.txt scripts/install
	@sh scripts/install requirements.txt
	@touch $@

.venv/.dev-stamp: requirements.txt requirements-dev.txt scripts/install
	@sh scripts/install requirements.txt requirements-dev.txt
	@touch .venv/.run-stamp $@

run: .venv/.run-stamp  ## start the whole suite (ARGS="--only web_service,user_service" and the like)
	@sh scripts/frontend build || echo "The front end was not built (see above): the shop runs with what was there before" >&2
	@exec $(PYTHON_IN_VENV) main.py $(ARGS)

import: .venv/.run-stamp  ## bring in a catalogue: make import FILE=products.csv.gz
	@test -n "$(FILE)" || { echo "Name the file: make import FILE=products.csv.gz" >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m product_service.import_catalogue "$(FILE)" $(ARGS)

import-shop: .venv/.run-stamp  ## move a whole shop in: make import-shop DIR=folder (ARGS="--currency USD --stock 100")
	@test -n "$(DIR)" || { echo "Name the folder: make import-shop DIR=my-shop" >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m scripts.import_shop "$(DIR)" $(ARGS)

import-orders: .venv/.run-stamp  ## bring other books' invoices into the reports: make import-orders DIR=folder (ARGS="--currency GBP")
	@test -n "$(DIR)" || { echo "Name the folder: make import-orders DIR=invoices" >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m scripts.import_history "$(DIR)" $(ARGS)

retail: .venv/.dev-stamp  ## play recorded customer-service cases in a shop of their own and compare what became of it
	@exec $(PYTHON_IN_VENV) -m scripts.retail $(DIR)

migrate: .venv/.run-stamp  ## bring every database to the newest tables, without starting the suite
	@exec $(PYTHON_IN_VENV) -m scripts.migrate

reset-owner: .venv/.run-stamp  ## a link to a new password for the owner, when nobody can sign in (ARGS="--email ...")
	@exec $(PYTHON_IN_VENV) -m user_service.reset_owner $(ARGS)

backup: .venv/.run-stamp  ## databases, keys and media into one file (FILE=... to name it); works while the suite runs
	@exec $(PYTHON_IN_VENV) -m scripts.backup $(FILE)

restore: .venv/.run-stamp  ## put a backup back: make restore FILE=backup.tar.gz; the suite must be stopped
	@test -n "$(FILE)" || { echo "Name the file: make restore FILE=shopkeeper-backup.tar.gz" >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m scripts.restore "$(FILE)"

test: .venv/.dev-stamp  ## the fast suite, on SQLite, and the front end's own tests
	@sh scripts/frontend test
	@exec $(PYTHON_IN_VENV) -m pytest -q -n auto --dist worksteal -m "not e2e and not faults and not slow and not browser and not chaos" $(ARGS)

test-all: .venv/.dev-stamp  ## end-to-end and fault tests, and every suite again on PostgreSQL and MySQL
	@sh scripts/test-all $(ARGS)

chaos: .venv/.dev-stamp  ## kill a service at every point of a sale, and the like (CHAOS_SEED=... repeats a run)
	@exec $(PYTHON_IN_VENV) -m pytest -v -m chaos -o log_cli=true -o log_cli_level=INFO -o log_cli_format="%(message)s" tests/faults $(ARGS)

lint: .venv/.dev-stamp  ## ruff, mypy, import rules; workflow and compose files; the front end's types and eslint
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.compose-spec docker-compose.yml
	@sh scripts/frontend lint

format: .venv/.dev-stamp  ## let ruff put the code in order
	@.venv/bin/ruff check --fix --quiet .
	@.venv/bin/ruff format .

frontend: .venv/.run-stamp  ## build the front end, when it or the services' contracts changed
	@sh scripts/frontend build

screenshots: .venv/.dev-stamp  ## take the pictures of docs/screenshots anew, from a demo shop of their own
	@exec $(PYTHON_IN_VENV) -m scripts.screenshots

bench: .venv/.dev-stamp  ## measure; prints tables (ARGS to choose)
	@exec $(PYTHON_IN_VENV) -m bench $(ARGS)

lock: .venv/.dev-stamp  ## compile requirements*.in to hashed requirements*.txt
	@sh scripts/lock
