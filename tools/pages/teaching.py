"""Tables for teachers and for the page on tests: exercises, faults, counts."""

import re
import tomllib

from tools import checks
from tools.course import ROOT, lessons
from tools.pages.glossary import anchor
from tools.pages.plans import link

MUTANTS = ROOT / "tests" / "mutants"


def exercises() -> str:
    """Returns the table of all exercises: kind, and how each is graded."""
    lines = ["| Exercise | Kind | Graded by |", "|---|---|---|"]
    for lesson in lessons():
        prose = "\n".join(cell.source for cell in lesson.notebook.cells)
        found = re.findall(
            r"^### (Exercise (\d\d\.\d) · ([^\n]+))$(.*?)(?=^##|\Z)",
            prose,
            re.MULTILINE | re.DOTALL,
        )
        for heading, number, kind, body in found:
            called = re.search(r"^check\.(\w+)\(", body, re.MULTILINE)
            how = f"its check, `{called.group(1)}`" if called else "reading"
            place = link(lesson, anchor(heading), number)
            lines.append(f"| {place} | {kind} | {how} |")
    return "\n".join(lines) + "\n"


def counts() -> str:
    """Returns what the tests look at, counted."""
    every = lessons()
    code = [
        c for one in every for c in one.notebook.cells if c.cell_type == "code"
    ]
    compared = [
        cell for cell in code if checks.CHECKED in cell.metadata.get("tags", [])
    ]
    claimed = sum(len(checks.claim_texts(one.notebook)) for one in every)
    called = sum(len(checks.checks_called(one.notebook)) for one in every)
    faults = sum(
        len(tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", []))
        for path in MUTANTS.glob("*.toml")
    )
    rows = {
        "lessons, each run from top to bottom": len(every),
        "code cells that must run without an error": len(code),
        "cells whose output must be the stored one": len(compared),
        "claims, asserted in each run": claimed,
        "exercise checks, each tried on wrong answers": called,
        "faults that a test or a claim must notice": faults,
    }
    lines = ["| What | How many |", "|---|---|"]
    lines += [f"| {name} | {count} |" for name, count in rows.items()]
    return "\n".join(lines) + "\n"


def faults() -> str:
    """Returns the faults that are put in on purpose, and what notices them."""
    lines = ["| In | Fault | Noticed by |", "|---|---|---|"]
    for path in sorted(MUTANTS.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for mutant in table.get("mutant", []):
            noticed = mutant.get("expects") or mutant["killed_by"]
            lines.append(
                f"| {path.stem} | {_cell(mutant['why'])} | {_cell(noticed)} |"
            )
    return "\n".join(lines) + "\n"


def _cell(text):
    text = " ".join(str(text).split())
    for sign in ("\\", "|", "*", "_", "<", "$", "`", "["):
        text = text.replace(sign, "\\" + sign)
    return text
