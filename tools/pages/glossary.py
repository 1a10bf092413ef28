"""The glossary: each term with the section of a lesson that defines it."""

import re
import tomllib

from tools.course import ROOT, Lesson, heading_anchor, lessons
from tools.pages.plans import link

TERMS = ROOT / "docs" / "glossary.toml"


def anchor(heading: str) -> str:
    """Returns the anchor that a page gives to a heading, with its `#`."""
    return "#" + heading_anchor(re.sub(r"[`*]", "", heading))


def terms() -> list[dict]:
    """Returns the terms of docs/glossary.toml, sorted by name."""
    table = tomllib.loads(TERMS.read_text(encoding="utf-8"))
    return sorted(table["term"], key=lambda term: term["name"].lower())


def section(lesson: Lesson, heading: str) -> str | None:
    """Returns the text of a section of a lesson, up to the next heading.

    Args:
        lesson: the lesson.
        heading: the heading's text, without its signs.
    """
    prose = "\n\n".join(
        cell.source
        for cell in lesson.notebook.cells
        if cell.cell_type == "markdown"
    )
    found = re.search(
        rf"^#+ {re.escape(heading)}$(.*?)(?=^#|\Z)",
        prose,
        re.MULTILINE | re.DOTALL,
    )
    return found and heading + found.group(1)


def glossary() -> str:
    """Returns the glossary of the lessons that exist, as Markdown."""
    known = {one.number: one for one in lessons()}
    lines = []
    for term in terms():
        lesson = known.get(term["lesson"])
        if lesson:
            where = link(
                lesson,
                anchor(term["section"]),
                f"{lesson.number}, {term['section']}",
            )
            lines.append(f"{term['name']}\n: {term['text']} {where}\n")
    return "\n".join(lines)
