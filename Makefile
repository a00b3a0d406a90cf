# For people who work on reader. Everything happens in .venv; only Python 3.11 or newer and git are needed.
PYTHON ?= python3
bin := .venv/bin

.PHONY: help check test lint wheel pictures bench soak clean

help:                     ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

check: lint wheel test    ## everything that must hold before a change lands (.ci/run: the same, in fresh environments)

test: .venv/ready         ## the tests
	tests/run

lint: .venv/ready         ## style, types, the direction of imports
	.ci/lint $(bin)

wheel: .venv/ready        ## the wheel, built and used from an empty environment
	$(bin)/python .ci/wheel.py

pictures: .venv/ready     ## draw every view again
	$(bin)/python screenshots/make.py

bench: .venv/ready        ## measure matching and the screen; takes many minutes on an idle machine
	$(bin)/python benchmarks/matching.py --speed
	$(bin)/python benchmarks/terminal.py

soak: .venv/ready         ## 10,000 keys in every view, 100,000 hostile texts, 500 sizes, 500 kills; takes hours (READER_SEED=N)
	READER_SOAK=1 $(bin)/python -m pytest tests/terminal/test_any_key.py tests/terminal/test_input.py \
	    tests/terminal/test_toughness.py tests/terminal/test_hostile.py tests/tui/test_hostile_texts.py
	$(bin)/python -m tests.soak.kills --kills 500

clean:                    ## take away what was built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find reader tests benchmarks screenshots -name __pycache__ -prune -exec rm -rf {} +

.venv/ready: pyproject.toml
	[ -x $(bin)/python ] || $(PYTHON) -m venv .venv
	$(bin)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@
