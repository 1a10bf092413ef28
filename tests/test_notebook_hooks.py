"""The hooks of notebooks/conftest.py, on small notebooks made here."""

import os
import shutil
import subprocess
import sys
import time

import nbformat

from tools.course import ROOT


def run_cells(folder, *cells, seconds=60):
    """Runs pytest with the course's hooks on a notebook of these cells.

    Args:
        folder: an empty folder.
        *cells: source of each cell, or pair of source and expected output,
            "stripped" for none that is stored.
        seconds: the time limit of the notebook.

    Returns:
        The results in pytest's short form, such as "1 failed, 2 skipped", and
        the whole output.
    """
    notebook = nbformat.v4.new_notebook()
    for i, cell in enumerate(cells, 1):
        source, expected = cell if isinstance(cell, tuple) else (cell, None)
        count = None if expected == "stripped" else i
        new = nbformat.v4.new_code_cell(source, execution_count=count)
        if expected is not None:
            new.metadata["tags"] = ["nbval-check-output"]
            output = nbformat.v4.new_output("stream", text=expected)
            new.outputs = [output] if count else []
        notebook.cells.append(new)
    nbformat.write(notebook, folder / "small.ipynb")
    shutil.copy(ROOT / "notebooks" / "conftest.py", folder)
    (folder / "pytest.ini").write_text("[pytest]\n")
    run = subprocess.run(
        [
            sys.executable, "-m", "pytest", "small.ipynb", "--nbval-lax",
            "--nbval-current-env", "-p", "no:xdist", "-p", "tools", "-rs",
            "--color=no",
        ],
        cwd=folder,
        env={**os.environ, "UNROLLED_NOTEBOOK_SECONDS": str(seconds)},
        capture_output=True,
        text=True,
    )  # fmt: skip
    summary = run.stdout.strip().splitlines()[-1].strip("= ")
    return summary.split(" in ")[0], run.stdout


def test_a_good_notebook_passes(tmp_path):
    summary, _ = run_cells(tmp_path, "x = 1", ("print(x)", "1\n"))
    assert summary == "2 passed"


def test_the_rest_is_skipped_after_a_failing_cell(tmp_path):
    summary, output = run_cells(tmp_path, "x = 1", "1 / 0", "x", "x")
    assert summary == "1 failed, 1 passed, 2 skipped"
    assert "ZeroDivisionError" in output
    assert "cell 1 of this notebook failed" in output


def test_a_dead_kernel_is_noticed_within_seconds(tmp_path):
    start = time.monotonic()
    summary, output = run_cells(
        tmp_path, "import os; os._exit(1)", "2", seconds=600
    )
    assert time.monotonic() - start < 30
    assert summary == "1 failed, 1 skipped"
    assert "The kernel died" in output


def test_a_difference_fails_and_the_rest_still_runs(tmp_path):
    summary, output = run_cells(tmp_path, ("print(1)", "2\n"), "3")
    assert summary == "1 failed, 1 passed"
    assert "Cell outputs differ" in output


def test_a_stripped_notebook_fails(tmp_path):
    """Without the hook, nbval would pass it: it has nothing to compare."""
    summary, output = run_cells(tmp_path, ("print(1)", "stripped"), "2")
    assert summary == "1 failed, 1 skipped"
    assert "There is no stored output: run `make execute`." in output


def test_the_time_limit_counts_for_the_whole_notebook(tmp_path):
    # Each wait alone would do; the start of a kernel fits in beside one.
    wait = "import time; time.sleep(7)"
    summary, output = run_cells(tmp_path, wait, wait, wait, wait, seconds=13)
    assert summary == "1 failed, 1 passed, 2 skipped"
    assert "seconds exceeded" in output
