# Each thing there is to do, by one word; `make` alone lists them.
#
#   make run ARGS="--port 8080"   hands arguments on to rodatraden serve
#   make test ARGS="-k trace"     and to pytest
#   make test PYTHON=/opt/python  uses that Python for a new environment

VENV := .venv
RUN := $(VENV)/bin/python
RUNS := $(VENV)/runs
READY := $(VENV)/ready
# What an environment is made of; the assets are bundled when the project is installed.
PARTS := pyproject.toml hatch_build.py scripts/setup scripts/python scripts/apt \
         $(filter-out webapp/assets/node_modules,$(wildcard webapp/assets/*)) $(wildcard webapp/assets/js/* webapp/assets/js/*/* webapp/assets/css/*)

.DEFAULT_GOAL := help
.PHONY: help setup java chromium test check format bench facts notebooks run clean

help: ## list these words
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: $(RUNS) ## load the examples and serve the explorer on this machine
	@scripts/run $(VENV) $(ARGS)

$(RUNS): $(PARTS)
	@scripts/setup $(VENV)
	@touch $@

setup: $(READY) ## make the environment in .venv: the project, editable, with what its tests need

$(READY): $(PARTS)
	scripts/setup $(VENV) --group dev
	@touch $(RUNS) $@

java: ## install Java where that may be done, else say what goes without
	@scripts/java

chromium: ## install Chromium where that may be done, else say what goes without
	@scripts/chromium

test: $(READY) java chromium ## run all tests, two at a time
	$(RUN) -m pytest -n 2 --dist worksteal $(ARGS)

check: $(READY) ## style, format, types, import rules
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports

format: $(READY) ## put the code in shape
	$(RUN) -m ruff check --fix
	$(RUN) -m ruff format

bench: $(READY) ## measure loading and asking, and what suggested links are worth
	$(RUN) -m benchmarks.load
	$(RUN) -m benchmarks.many
	$(RUN) -m benchmarks.queries
	$(RUN) -m benchmarks.endpoint
	$(RUN) -m benchmarks.pages
	$(RUN) -m benchmarks.lineage
	$(RUN) -m benchmarks.links
	$(RUN) -m benchmarks.regions

facts: $(READY) ## make examples/facts anew, where the corpus of real plans is at hand
	scripts/facts $(VENV)

notebooks: $(READY) ## run docs/notebooks over the examples and write them anew
	scripts/notebooks $(VENV)

clean: ## remove all that these words made
	rm -rf $(VENV) .store webapp/static/built webapp/assets/node_modules build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
