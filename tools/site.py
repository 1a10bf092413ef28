"""`make site`: builds the readable pages from the stored outputs.

Sphinx wants its sources in one folder, so the pages of docs/, the notebooks
and what is drawn or listed from them are gathered in `_build/pages/` first.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import nbformat

from tools import course_map, pages
from tools.course import BUILD, NOTEBOOKS, ROOT, lessons, stop, writing
from tools.pages import lesson_pages, pictures

PAGES = BUILD / "pages"
HTML = BUILD / "site"

#: What the pages use of MathJax; the package brings ten times as much.
MATHJAX = ["tex-chtml.js", "input/tex/extensions", "output/chtml/fonts"]


def build(notebooks: Path = NOTEBOOKS) -> Path:
    """Builds the site and returns the path of its first page.

    Args:
        notebooks: folder of executed notebooks that take the place of the
            stored ones, where it has them.

    Raises:
        SystemExit: with a sentence, if Sphinx reports a problem.
    """
    gather(notebooks)
    command = [
        sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-E",
        "-b", "html", "-d", str(BUILD / "doctrees"), str(PAGES), str(HTML),
    ]  # fmt: skip
    if subprocess.run(command, cwd=ROOT).returncode:
        shutil.rmtree(HTML, ignore_errors=True)
        stop("The pages could not be built; Sphinx's messages are above.")
    offer_downloads(notebooks)
    return HTML / "index.html"


def gather(notebooks: Path) -> None:
    """Fills `_build/pages/` with everything that Sphinx reads."""
    shutil.rmtree(PAGES, ignore_errors=True)
    shutil.copytree(ROOT / "docs", PAGES)
    shutil.copytree(
        NOTEBOOKS,
        PAGES / "notebooks",
        ignore=shutil.ignore_patterns("*.py", "__pycache__", ".*"),
    )
    settings = course_map.course()
    for lesson in lessons():
        notebook = read(lesson.path.name, notebooks)
        nbformat.write(
            lesson_pages.page(notebook, lesson, settings),
            PAGES / "notebooks" / lesson.path.name,
        )
    for path in PAGES.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(pages.fill(text), encoding="utf-8")
    pictures.draw(PAGES / "_static")
    copy_mathjax(PAGES / "_mathjax" / "mathjax")


def read(name: str, notebooks: Path) -> nbformat.NotebookNode:
    """Reads a lesson from the given folder, or else as it is stored."""
    path = notebooks / name
    return nbformat.read(path if path.exists() else NOTEBOOKS / name, 4)


def copy_mathjax(target: Path) -> None:
    """Copies the parts of MathJax that the pages load from its package."""
    package = Path(find_spec("sphinx-mathjax-offline").origin).parent
    for name in MATHJAX:
        source = package / "static" / "mathjax" / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        copy(source, target / name)


def offer_downloads(notebooks: Path) -> None:
    """Puts notebooks that can be opened alone where the pages link to."""
    settings = course_map.course()
    for lesson in lessons():
        notebook = read(lesson.path.name, notebooks)
        nbformat.write(
            lesson_pages.download(notebook, settings),
            HTML / "_sources" / "notebooks" / lesson.path.name,
        )


def main() -> None:
    """Builds the site from the stored notebooks and names its first page."""
    with writing(BUILD):
        page = build()
    print(f"Open {page.relative_to(ROOT)} in a browser.")


if __name__ == "__main__":
    main()
