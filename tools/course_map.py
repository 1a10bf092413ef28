"""The course map: which lesson needs which, in what time, for what claim."""

import json
import re
import sys
import tomllib

from tools.course import ROOT, Lesson, lessons, write_text

README = ROOT / "README.md"
TIMES = ROOT / "results" / "times.json"
COURSE = ROOT / "docs" / "course.toml"
BEGIN = "<!-- map: begin, written by `make times` -->\n"
END = "<!-- map: end -->\n"


def question(lesson: Lesson) -> str:
    """Returns the question that the lesson answers, from its first cell."""
    found = re.search(
        r"\*\*Question\.\*\*\s+(.+?)\n\n", lesson.notebook.cells[0].source, re.S
    )
    return " ".join(found.group(1).split()) if found else ""


def strongest_claim(lesson: Lesson) -> str:
    """Returns the first claim of the cell that is tagged `strongest`."""
    for cell in lesson.notebook.cells:
        if "strongest" in cell.metadata.get("tags", []):
            text = "".join(output.get("text", "") for output in cell.outputs)
            claims = re.findall(r"^✓ (.+)$", text, re.M)
            return claims[0] if claims else ""
    return ""


def run_seconds(lesson: Lesson) -> int | None:
    """Returns the recorded run time in seconds, if there is one."""
    times = json.loads(TIMES.read_text()) if TIMES.exists() else {}
    return times.get(lesson.number, {}).get("seconds")


def seconds(lesson: Lesson) -> str:
    """Returns the recorded run time, for a reader."""
    found = run_seconds(lesson)
    return f"{found} s" if found else "not measured"


def card(lesson: Lesson) -> dict[str, str]:
    """Returns the rows of the lesson's card, from label to Markdown text."""
    rows = re.findall(
        r"^\| ([A-Z][^|]+?) \| (.+) \|$",
        lesson.notebook.cells[0].source,
        re.MULTILINE,
    )
    return dict(rows)


def minutes(lesson: Lesson) -> int:
    """Returns the time to read that the lesson's card states."""
    found = re.search(r"\d+", card(lesson).get("Time to read", ""))
    return int(found.group()) if found else 0


def needs(lesson: Lesson) -> list[str]:
    """Returns the numbers of the lessons that the card's `You need` names."""
    text = card(lesson).get("You need", "")
    found = re.findall(r"\[(\d\d)\]|\blessons? (\d\d)\b", text)
    named = {one or other for one, other in found}
    known = {one.number for one in lessons()}
    return sorted(n for n in named if n in known and n < lesson.number)


def direct_needs() -> dict[str, list[str]]:
    """Returns each lesson's needs without those that another one implies."""
    needed = {lesson.number: needs(lesson) for lesson in lessons()}
    implied: dict[str, set] = {}
    direct = {}
    for number, numbers in needed.items():
        below = set().union(*(implied[n] for n in numbers))
        direct[number] = [n for n in numbers if n not in below]
        implied[number] = below | set(numbers)
    return direct


def course() -> dict:
    """Returns the settings of docs/course.toml."""
    return tomllib.loads(COURSE.read_text(encoding="utf-8"))


def parts() -> list[tuple[str, list[Lesson]]]:
    """Returns the parts of the course that hold a lesson, with their lessons.

    Raises:
        ValueError: if a lesson lies behind the last part.
    """
    rest, found = lessons(), []
    for i, part in enumerate(course()["parts"]):
        inside = [one for one in rest if one.number <= part["last"]]
        rest = rest[len(inside) :]
        if inside:
            found.append((f"Part {'I' * (i + 1)}: {part['title']}", inside))
    if rest:
        raise ValueError(f"docs/course.toml has no part for {rest[0].number}.")
    return found


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
