"""`make site`: builds the readable pages from the stored outputs.

Sphinx wants its sources in one folder, so the pages of docs/, the notebooks
and the map of the course are gathered in `_build/pages/` first.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tools import course_map
from tools.course import BUILD, NOTEBOOKS, ROOT, stop, writing

PAGES = BUILD / "pages"
HTML = BUILD / "site"


def build(notebooks: Path = NOTEBOOKS) -> Path:
    """Builds the site and returns the path of its first page.

    Args:
        notebooks: folder of executed notebooks that take the place of the
            stored ones, where it has them.

    Raises:
        SystemExit: with a sentence, if Sphinx reports a problem.
    """
    shutil.rmtree(PAGES, ignore_errors=True)
    shutil.copytree(ROOT / "docs", PAGES)
    shutil.copytree(
        NOTEBOOKS,
        PAGES / "notebooks",
        ignore=shutil.ignore_patterns("*.py", "__pycache__", ".*"),
    )
    for path in notebooks.glob("[0-9]*.ipynb"):
        shutil.copyfile(path, PAGES / "notebooks" / path.name)
    (PAGES / "map.md").write_text(
        course_map.table("notebooks/"), encoding="utf-8"
    )
    command = [
        sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-E",
        "-b", "html", "-d", str(BUILD / "doctrees"), str(PAGES), str(HTML),
    ]  # fmt: skip
    if subprocess.run(command, cwd=ROOT).returncode:
        shutil.rmtree(HTML, ignore_errors=True)
        stop("The pages could not be built; Sphinx's messages are above.")
    return HTML / "index.html"


def main() -> None:
    """Builds the site from the stored notebooks and names its first page."""
    with writing(BUILD):
        page = build()
    print(f"Open {page.relative_to(ROOT)} in a browser.")


if __name__ == "__main__":
    main()
