"""What the site's pages show of the lessons and of the recorded runs.

A page in docs/ names a fragment on a line of its own:
`<!-- generated: NAME -->`.
"""

import re
from collections.abc import Callable

from helpers.figures import COLOURS
from tools import course_map
from tools.course import ROOT, lessons
from tools.pages import glossary, lesson_pages, plans, rails, records, teaching

WEIGHTS = "docs/_static/try/weights.js"
MARK = re.compile(r"^<!-- generated: (\w+) -->\n", re.MULTILINE)


def letters() -> str:
    """Returns the table of letters as lesson 03 prints it."""
    third = next(one for one in lessons() if one.number == "03")
    text = glossary.section(third, "The letters of this course")
    return text.split("\n", 1)[1].strip() + "\n"


def when_something_fails() -> str:
    """Returns the README's section on failures."""
    readme = course_map.README.read_text(encoding="utf-8")
    found = re.search(
        r"^## When something fails\n(.+?)^## ", readme, re.MULTILINE | re.DOTALL
    )
    return found.group(1).strip() + "\n"


def colours() -> str:
    """Returns the palette of the figures, as a list of swatches."""
    swatches = "".join(
        f'<li><span style="background: {colour}"></span>{role}</li>'
        for role, colour in COLOURS.items()
    )
    return f'<ul class="palette">{swatches}</ul>\n'


def alone() -> str:
    """Returns the line that installs the helpers beside a notebook."""
    address = course_map.course()["repository"]
    source = f"git+{address}#egg=unrolled" if address else "FOLDER"
    text = f'```python\n%pip install --editable "{source}"\n```\n'
    if not address:
        text += "\n`FOLDER` is the folder of your copy of the course.\n"
    return text


def changes() -> str:
    """Returns the change log without its title."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    return text.split("\n", 1)[1].strip() + "\n"


def reader() -> str:
    """Returns the part of "Try it" that needs exported weights, if any."""
    if not (ROOT / WEIGHTS).exists():
        return ""
    text = (ROOT / "docs" / "_parts" / "reader.md").read_text(encoding="utf-8")
    return text.replace("](../../notebooks/", "](notebooks/")


def start() -> str:
    """Returns the link to the first lesson, as a button."""
    first = lessons()[0]
    return (
        '<p class="buttons">'
        f'<a class="button first" href="notebooks/{first.path.stem}.html">'
        f"Start with lesson {first.number}</a>"
        '<a class="button" href="try.html">Try it in the browser</a></p>\n'
    )


FRAGMENTS: dict[str, Callable[[], str]] = {
    "alone": alone,
    "changes": changes,
    "claims": records.claims,
    "colours": colours,
    "contents": lesson_pages.contents,
    "counts": teaching.counts,
    "exercises": teaching.exercises,
    "faults": teaching.faults,
    "glossary": glossary.glossary,
    "lesson_map": rails.lesson_map,
    "letters": letters,
    "one_week": plans.one_week,
    "reader": reader,
    "real_data": records.real_data,
    "run_times": records.run_times,
    "six_weeks": plans.six_weeks,
    "solutions": lesson_pages.solutions,
    "start": start,
    "twelve_weeks": plans.twelve_weeks,
    "two_hours": plans.two_hours,
    "when_something_fails": when_something_fails,
}


def fill(text: str) -> str:
    """Returns a page with its fragments in the place of their names.

    On the site the notebooks lie beside the pages, not above them.

    Raises:
        KeyError: if there is no fragment of that name.
    """
    text = text.replace("](../notebooks/", "](notebooks/")
    return MARK.sub(lambda found: FRAGMENTS[found.group(1)](), text)
