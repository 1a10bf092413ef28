"""The course map: the README's and the site's table of lessons."""

import json
import re
import sys

from tools.course import ROOT, Lesson, lessons, write_text

README = ROOT / "README.md"
TIMES = ROOT / "results" / "times.json"
BEGIN = "<!-- map: begin, written by `make times` -->\n"
END = "<!-- map: end -->\n"


def question(lesson: Lesson) -> str:
    """Returns the question that the lesson answers, from its first cell."""
    found = re.search(
        r"\*\*Question\.\*\*\s+(.+?)\n\n", lesson.notebook.cells[0].source, re.S
    )
    return " ".join(found.group(1).split()) if found else ""


def strongest_claim(lesson: Lesson) -> str:
    """Returns the claim of the cell that is tagged `strongest`."""
    for cell in lesson.notebook.cells:
        if "strongest" in cell.metadata.get("tags", []):
            text = "".join(output.get("text", "") for output in cell.outputs)
            return text.strip().removeprefix("✓ ")
    return ""


def seconds(lesson: Lesson) -> str:
    """Returns the recorded run time, for a reader."""
    times = json.loads(TIMES.read_text()) if TIMES.exists() else {}
    found = times.get(lesson.number)
    return f"{found['seconds']} s" if found else "not measured"


def table(folder: str) -> str:
    """Returns the map of all lessons as a Markdown table.

    Args:
        folder: where the notebooks are, seen from the page, with a slash at
            its end.
    """
    rows = [
        "| | Lesson | Question | Strongest claim, asserted | Runs in |",
        "|---|---|---|---|---|",
    ]
    for lesson in lessons():
        link = f"[{lesson.title}]({folder}{lesson.path.name})"
        rows.append(
            f"| {lesson.number} | {link} | {question(lesson)} "
            f"| {strongest_claim(lesson)} | {seconds(lesson)} |"
        )
    return "\n".join(rows) + "\n"


def with_map(readme: str) -> str:
    """Returns the README's text with the current map between its marks."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + "\n" + table("notebooks/") + "\n" + END + after


def main() -> int:
    """Rewrites the map in the README."""
    write_text(README, with_map(README.read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
