# The course in one command each. `make help` lists them.
PYTHON ?= python3
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN := $(BIN)/python -m
export PYTHONDONTWRITEBYTECODE := 1
# Kernels run in notebooks/, so a relative folder of real data would be lost.
ifdef UNROLLED_DATA
export UNROLLED_DATA := $(abspath $(UNROLLED_DATA))
endif

.DEFAULT_GOAL := help
.PHONY: help environment run test lab site execute seeds mutants times real weights lock

help:  ## show this list
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1	/p' Makefile | expand -t 18

environment:
	@$(PYTHON) tools/environment.py

run: environment  ## run the lessons, print their claims, build the pages [LESSON=02] [DATASET=...]
	@$(RUN) tools.run $(if $(LESSON),--lesson "$(LESSON)") $(if $(DATASET),--dataset "$(DATASET)")

test: environment  ## run every lesson and every test [ARGS=...]
	@$(RUN) pytest $(ARGS)

lab: environment  ## open JupyterLab on the course [PORT=8888]
	@$(RUN) tools.lab $(if $(PORT),--port "$(PORT)")

site: environment  ## build the pages from the stored outputs
	@$(RUN) tools.site

execute: environment  ## rewrite the stored outputs [LESSON=02]
	@$(RUN) tools.execute $(LESSON)

seeds: environment  ## run the lessons with ten seeds, record their claims [LESSON=02]
	@$(RUN) tools.seeds $(LESSON)

mutants: environment  ## test the tests: apply small faults, one at a time [LESSON=02]
	@$(RUN) tools.mutants $(LESSON)

times: environment  ## measure the run times and refresh the README's map
	@$(RUN) tools.times

real: environment  ## run lessons on real data, record the results [LESSON=14] [DATASET=...] [SEEDS=3]
	@$(RUN) tools.real $(if $(LESSON),--lesson "$(LESSON)") $(if $(DATASET),--dataset "$(DATASET)") $(if $(SEEDS),--seeds "$(SEEDS)")

weights: environment  ## export the trained reader for the page "Try it"
	@$(RUN) tools.weights

lock: environment  ## compile requirements.in into requirements.txt
	@$(RUN) tools.lock
