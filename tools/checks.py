"""What must hold of every stored notebook, beyond that it runs."""

import json
import re

import nbformat

from tools.course import canonical

CARD = [
    "You will be able to",
    "You need",
    "Time to read",
    "Time to run",
    "Data",
]
SECTIONS = [
    "What goes wrong",
    "Exercises",
    "Take away",
    "Further reading",
]
CHECKED = "nbval-check-output"
#: Signs of the machine that made an output: an absolute path, an address.
PATHS = re.compile(r"(?<![\w.:/<])/[\w.-]+/[\w.-]|[A-Z]:\\| at 0x")


def form_problems(notebook: nbformat.NotebookNode) -> list[str]:
    """Lists what is wrong with the form of a stored notebook.

    Args:
        notebook: a lesson or a notebook of solutions, as read from its file.
    """
    found = []
    if json.dumps(notebook, sort_keys=True) != json.dumps(
        canonical(notebook), sort_keys=True
    ):
        found.append("is not in canonical form: run `make execute`")
    if len(nbformat.writes(notebook)) > 1_500_000:
        found.append("is larger than 1.5 MB")
    for i, cell in enumerate(_code(notebook), 1):
        checked = CHECKED in cell.metadata.get("tags", [])
        if cell.execution_count is None:
            found.append(f"cell {i} was not run: run `make execute`")
        if checked and not cell.outputs:
            found.append(f"cell {i} is checked, but has no output")
        for output in cell.outputs:
            found += [f"cell {i} {p}" for p in _output_problems(output, cell)]
    return found


def _output_problems(output, cell):
    if output.output_type == "error":
        yield "holds an error"
    if output.get("name") == "stderr":
        yield "holds output on stderr"
    data = output.get("data", {})
    if "image/png" in data:
        image = cell.metadata.get("mystnb", {}).get("image", {})
        if len(image.get("alt", "")) < 20:
            yield "has a figure without an alternative text"
    text = output.get("text", "") + data.get("text/plain", "")
    if PATHS.search(text):
        yield f"shows a path or an address of a machine: {text.strip()[:80]}"


def lesson_problems(notebook: nbformat.NotebookNode) -> list[str]:
    """Lists what a lesson lacks: card, claims, sections, exercises.

    Args:
        notebook: a lesson as read from its file.
    """
    found = []
    first = notebook.cells[0].source
    if not re.match(r"# \d\d · .+\n", first):
        found.append("does not begin with '# NN · Title'")
    if "**Question.**" not in first:
        found.append("its first cell asks no '**Question.**'")
    for row in CARD:
        if not re.search(rf"^\| {row} \| .+ \|$", first, re.M):
            found.append(f"its card lacks the row '{row}'")
    code = _code(notebook)
    if "parameters" not in code[0].metadata.get("tags", []):
        found.append("its first code cell is not tagged 'parameters'")
    if "runtime.start(SEED, DATASET" not in code[1].source:
        found.append(
            "its second code cell does not call runtime.start(SEED, DATASET)"
        )
    headings = re.findall(r"^## (.+)$", _prose(notebook), re.M)
    for section in SECTIONS:
        if section not in headings:
            found.append(f"lacks the section '## {section}'")
    claims = claim_texts(notebook)
    if len(claims) < 3:
        found.append(f"makes {len(claims)} claims, expected at least 3")
    for text in sorted({text for text in claims if claims.count(text) > 1}):
        found.append(f"makes the claim '{text}' more than once")
    strongest = [c for c in code if "strongest" in c.metadata.get("tags", [])]
    if len(strongest) != 1:
        found.append(
            f"has {len(strongest)} cells tagged 'strongest', expected 1"
        )
    for i, cell in enumerate(code, 1):
        tags = cell.metadata.get("tags", [])
        if re.search(r"^\s*claim\(", cell.source, re.M) and CHECKED not in tags:
            found.append(f"cell {i} makes a claim that is not checked")
        shown = re.match(r"records\.(table|examples)\(", cell.source)
        if shown and CHECKED not in tags:
            found.append(f"cell {i} shows records that are not checked")
    if not re.search(r"^### Exercise \d\d\.\d · ", _prose(notebook), re.M):
        found.append("has no heading '### Exercise NN.N · Kind'")
    if not checks_called(notebook):
        found.append("calls no exercise check")
    return found


def claim_texts(notebook: nbformat.NotebookNode) -> list[str]:
    """Returns the claims that a lesson's stored outputs show, in order."""
    texts = []
    for cell in _code(notebook):
        if re.search(r"^\s*claim\(", cell.source, re.M):
            shown = "".join(o.get("text", "") for o in cell.outputs)
            lines = re.findall(r"^[✓✗] (.+) \([^()]+\)$", shown, re.M)
            texts += lines
    return texts


def checks_called(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Returns the exercise checks a notebook calls, with their output."""
    called = {}
    for cell in _code(notebook):
        for name in re.findall(r"^check\.(\w+)\(", cell.source, re.M):
            called[name] = "".join(o.get("text", "") for o in cell.outputs)
    return called


def _code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _prose(notebook):
    return "\n".join(
        cell.source for cell in notebook.cells if cell.cell_type == "markdown"
    )
