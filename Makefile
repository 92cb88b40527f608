# Matters Arising: two commands are all a newcomer needs, `make run` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PAPERS := $(shell find papers -type f ! -name README.md 2>/dev/null | head -1)
SAMPLES := corpus/samples/papers

.PHONY: run test lint index clean

run: $(VENV)/installed index
	$(BIN)/streamlit run app.py

index: $(VENV)/installed
	$(BIN)/python -m index add $(if $(PAPERS),papers,$(SAMPLES)) || test $$? -eq 1

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/installed: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements-dev-nodeps.txt $(VENV)/installed
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --requirement requirements-dev-nodeps.txt
	touch $@

clean:
	rm -rf $(VENV) .matters .matters-evals
