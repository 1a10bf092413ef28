"""The commands behind the Makefile: run, execute, seeds, mutants, site."""
