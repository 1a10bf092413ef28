"""What the site adds to a lesson: a bar of facts, a way to its solutions.

The stored notebooks stay as they are; the additions go into the copies that
become pages, and into the copies that a reader downloads.
"""

import nbformat

from tools import course_map
from tools.course import Lesson, lessons

COLAB = "https://colab.research.google.com/github/{name}/blob/{branch}/{path}"
BINDER = "https://mybinder.org/v2/gh/{name}/{branch}?urlpath=lab/tree/{path}"

ALONE = """\
# Opened alone? This cell finds the course's helpers or {promise}.
from importlib.util import find_spec

if find_spec("helpers") is None:
"""
INSTALL = """\
    %pip install --quiet --editable "git+{repository}#egg=unrolled"
    raise SystemExit("Restart the kernel, then run the notebook from its top.")
"""
EXPLAIN = """\
    raise SystemExit(
        "This notebook needs the course's helpers. Open it in a copy of the "
        "course, or install them from there: %pip install --editable FOLDER"
    )
"""


def launch_links(lesson: Lesson, settings: dict) -> dict[str, str]:
    """Returns the links that open a lesson elsewhere, from name to address.

    Args:
        lesson: the lesson.
        settings: what docs/course.toml says; without an address of a
            repository there is no link.
    """
    repository = settings["repository"].rstrip("/")
    if not repository.startswith("https://github.com/"):
        return {}
    parts = {
        "name": repository.removeprefix("https://github.com/"),
        "branch": settings["branch"],
        "path": f"notebooks/{lesson.path.name}",
    }
    return {
        "Open in Colab": COLAB.format(**parts),
        "Open in Binder": BINDER.format(**parts),
    }


def bar(lesson: Lesson, settings: dict) -> str:
    """Returns a line of facts and links under a lesson's title, as HTML."""
    facts = [f"{course_map.minutes(lesson)} min to read"]
    if course_map.run_seconds(lesson):
        facts.append(f"runs in {course_map.seconds(lesson)}")
    source = f"../_sources/notebooks/{lesson.path.name}"
    facts.append(f'<a href="{source}" download>Download the notebook</a>')
    facts += [
        f'<a href="{address}">{name}</a>'
        for name, address in launch_links(lesson, settings).items()
    ]
    return f'<p class="lesson-bar">{" · ".join(facts)}</p>'


def page(
    notebook: nbformat.NotebookNode, lesson: Lesson, settings: dict
) -> nbformat.NotebookNode:
    """Adds the bar and the way to the solutions to a copy of a lesson.

    Args:
        notebook: the copy, which is changed.
        lesson: the lesson.
        settings: what docs/course.toml says.
    """
    first = notebook.cells[0]
    title, _, rest = first.source.partition("\n")
    first.source = f"{title}\n\n{bar(lesson, settings)}\n{rest}"
    solutions = (
        "\n<details><summary>Solutions</summary>\n\n"
        "Try first: a check says what is wrong and gives a hint. Then compare "
        f"with the [solved exercises](solutions/{lesson.path.name}).\n\n"
        "</details>\n"
    )
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "## Exercises\n" in cell.source:
            cell.source = cell.source.replace(
                "## Exercises\n", "## Exercises\n" + solutions, 1
            )
    return notebook


def download(
    notebook: nbformat.NotebookNode, settings: dict
) -> nbformat.NotebookNode:
    """Adds a cell to a copy that finds or installs the course's helpers.

    Args:
        notebook: the copy, which is changed.
        settings: what docs/course.toml says.
    """
    repository = settings["repository"]
    source = ALONE.format(
        promise="installs them" if repository else "says how to get them"
    ) + (INSTALL.format(repository=repository) if repository else EXPLAIN)
    cell = nbformat.v4.new_code_cell(source.strip(), id="helpers")
    notebook.cells.insert(1, cell)
    return notebook


def contents() -> str:
    """Returns the tables of contents of all parts, for the side bar."""
    blocks = []
    for title, part in course_map.parts():
        entries = "\n".join(f"notebooks/{one.path.stem}" for one in part)
        blocks.append(
            f"```{{toctree}}\n:hidden:\n:caption: '{title}'\n:maxdepth: 1\n\n"
            f"{entries}\n```\n"
        )
    return "\n".join(blocks)


def solutions() -> str:
    """Returns the list of the solved notebooks, with their entries."""
    entries = "\n".join(
        f"notebooks/solutions/{one.path.stem}" for one in lessons()
    )
    return f"```{{toctree}}\n:maxdepth: 1\n\n{entries}\n```\n"
