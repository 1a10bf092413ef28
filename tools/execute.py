"""`make execute [LESSON=NN]`: rewrites the stored outputs, in canonical form.

The order is: execute in a fresh kernel, bring into canonical form, refuse
what must not be stored, replace the file. A lesson that fails keeps its file.
"""

import argparse
import sys
import time
from pathlib import Path

import nbformat
import papermill
from nbclient.exceptions import DeadKernelError

from tools.course import canonical, lessons, run_notebook, writing


def execute(path: Path) -> nbformat.NotebookNode:
    """Executes a notebook in a fresh kernel and returns its canonical form.

    Args:
        path: path of the notebook; it is not changed.

    Raises:
        papermill.PapermillExecutionError: if a cell fails.
        nbclient.exceptions.DeadKernelError: if the kernel dies.
        ValueError: if a cell wrote to stderr.
    """
    result = canonical(run_notebook(path))
    for cell in result.cells:
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                raise ValueError(
                    f"cell {cell.execution_count} writes to stderr: "
                    f"{output.text.strip()[:300]}"
                )
    return result


def main() -> int:
    """Executes the chosen lessons and their solutions."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lesson", nargs="?", help="number, all by default")
    failed = 0
    for lesson in lessons(parser.parse_args().lesson):
        for path in (lesson.path, lesson.solutions):
            if not path.exists():
                continue
            start = time.perf_counter()
            try:
                notebook = execute(path)
            except (
                papermill.PapermillExecutionError,
                DeadKernelError,
                ValueError,
            ) as error:
                failed += 1
                print(f"{path.stem} failed, its file is unchanged. {error}")
                continue
            new = path.with_suffix(".ipynb.new")
            with writing(path.parent, new):
                nbformat.write(notebook, new)
                new.replace(path)
            seconds = time.perf_counter() - start
            print(f"{path.parent.name}/{path.name}: {seconds:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
