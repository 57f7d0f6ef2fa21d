# Set-up and the everyday commands. Everything lands in .venv; nothing else is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-long test-engines test-large lint types imports evaluate quick-evaluate figures bench messages docs fuzz-quick fuzz kills package sbom pins clean

demo: $(VENV)/.runtime  ## run the main job on examples/
	$(BIN)/retold trace examples/harbour -o build/harbour.trace --html build/harbour.html
	@echo "The same as a page: build/harbour.html"

test: $(VENV)/.dev  ## pass the tests, but for the long ones
	$(BIN)/python -m pytest -n 2 -m "not long"

test-long: $(VENV)/.dev  ## pass the long ones: campaigns, bounds of time and memory, browsers, pages of the docs
	$(BIN)/python -m pytest -n 2 -m long

test-engines: $(VENV)/.engines  ## pass the tests that need Sail and Spark (and Java)
	$(BIN)/python -m pytest -m "engines or spark" tests/engines tests/flow tests/test_cli_engine.py

test-large: $(VENV)/.engines  ## hold every engine against this machine at size; more than an hour
	RETOLD_LARGE=1 $(BIN)/python -m pytest -o faulthandler_timeout=0 -o faulthandler_exit_on_timeout=false tests/flow/test_large.py

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

quick-evaluate: $(VENV)/.dev  ## the part of the evaluation gate that CI runs
	$(BIN)/python -m evaluation.gate --quick

evaluate: $(VENV)/.dev  ## the whole evaluation gate, against the corpora
	$(BIN)/python -m evaluation.gate

figures: $(VENV)/.dev  ## write the measured figures into docs/evaluation.md
	$(BIN)/python -m evaluation.report

bench: $(VENV)/.bench  ## speed and memory, beside the peers
	$(BIN)/python -m bench.wide_job anchors
	$(BIN)/python -m bench.wide_job stories 10000
	$(BIN)/python -m bench.wide_job copies
	$(BIN)/python -m bench.main_job

package: $(VENV)/.dev  ## build, install in clean environments, run the example there
	$(BIN)/python -m tests.package.installing $(PYTHONS)

sbom: $(VENV)/.runtime  ## what .venv consists of, as CycloneDX, in build/sbom.json
	$(PYTHON) -m venv build/sbom
	build/sbom/bin/pip install --quiet "cyclonedx-bom>=7,<8"
	build/sbom/bin/cyclonedx-py environment --output-reproducible --of JSON -o build/sbom.json $(BIN)/python

pins: $(VENV)/.dev  ## compile requirements/*.txt anew
	$(BIN)/pip-compile -q --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras -o requirements/runtime.txt pyproject.toml
	$(BIN)/pip-compile -q --extra server --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras -o requirements/server.txt pyproject.toml
	$(BIN)/pip-compile -q --extra dev --extra bench --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras -o requirements/bench.txt pyproject.toml
	$(BIN)/pip-compile -q --extra dev --extra engines --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras -o requirements/engines.txt pyproject.toml
	$(BIN)/pip-compile -q --extra dev --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras -o requirements/dev.txt pyproject.toml

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime

$(VENV)/.bench: requirements/bench.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/.engines: requirements/engines.txt $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/engines.txt
	@touch $@

messages: $(VENV)/.dev  ## write the catalogue of messages, bring translations up to date and compile them
	$(BIN)/python -m translation.catalogue

docs: $(VENV)/.dev  ## write what is generated in the docs, and build the site into build/site
	$(BIN)/python docs/refresh.py
	$(BIN)/zensical build --clean --strict

fuzz-quick: $(VENV)/.dev  ## a minute of the fuzz campaign
	$(BIN)/python -m tests.fuzz.campaign --seconds 60

fuzz: $(VENV)/.dev  ## an hour of it
	$(BIN)/python -m tests.fuzz.campaign --seconds 3600 --seed 0

N ?= 1000
kills: $(VENV)/.dev  ## kill the program N times at random moments
	RETOLD_KILLS=$(N) $(BIN)/python -m pytest -q -o faulthandler_timeout=0 tests/hostile/test_kills.py tests/hostile/test_killed_adding.py tests/hostile/test_killed_serving.py

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
