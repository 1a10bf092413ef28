"""The commands behind the Makefile: run, execute, seeds, mutants, site."""

import sys

# Every start of nbformat would build a grammar of web addresses, for two
# seconds, if it found this optional package of jsonschema. No notebook needs
# it.
sys.modules.setdefault("rfc3987_syntax", None)
