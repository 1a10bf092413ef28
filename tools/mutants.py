"""`make mutants [LESSON=NN]`: tests the tests.

Applies the small faults of tests/mutants.toml, one at a time, each to a copy
of the course, and runs the test or the lesson that must notice it. A fault
that nothing notices has survived, and is reported.
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import nbformat
from tqdm import tqdm

from tools.course import ROOT, stop

TABLE = ROOT / "tests" / "mutants.toml"


def mutants() -> list[dict]:
    """Returns the table of faults."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))["mutant"]


def mutate(mutant: dict, root: Path) -> None:
    """Applies one fault to a copy of the course.

    Args:
        mutant: a row of the table: `file`, `old` and `new` text.
        root: the copy's folder.

    Raises:
        ValueError: if the old text does not occur exactly once in the code.
    """
    path = root / mutant["file"]
    old, new = mutant["old"].strip("\n"), mutant["new"].strip("\n")
    if path.suffix == ".ipynb":
        notebook = nbformat.read(path, as_version=4)
        parts = [c for c in notebook.cells if c.cell_type == "code"]
        count = sum(cell.source.count(old) for cell in parts)
        for cell in parts:
            cell.source = cell.source.replace(old, new)
    else:
        text = path.read_text(encoding="utf-8")
        count = text.count(old)
    if count != 1:
        raise ValueError(
            f"{mutant['file']}: {old!r} occurs {count} times in the code, "
            "expected once."
        )
    if path.suffix == ".ipynb":
        nbformat.write(notebook, path)
    else:
        path.write_text(text.replace(old, new), encoding="utf-8")


def survives(mutant: dict) -> str:
    """Runs what must notice a fault; says how it survived, or nothing.

    Args:
        mutant: a row of the table.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "course"
        shutil.copytree(
            ROOT,
            copy,
            ignore=shutil.ignore_patterns(
                ".git", ".venv", "_build", "__pycache__", ".*_cache"
            ),
        )
        mutate(mutant, copy)
        run = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-n",
                "0",
                "-q",
                "--color=no",
                "-p",
                "no:cacheprovider",
                *mutant["killed_by"].split(),
            ],  # fmt: skip
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            capture_output=True,
            text=True,
        )
    output = re.sub(r"\x1b\[[0-9;]*m", "", run.stdout + run.stderr)
    if run.returncode == 0:
        return "nothing noticed it"
    if run.returncode != 1:
        return f"pytest ended with {run.returncode}: {output[-300:]}"
    if mutant["expects"] not in output:
        return f"failed without {mutant['expects']!r}: {output[-600:]}"
    return ""


def main() -> int:
    """Tries the faults and reports the survivors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lesson", nargs="?", help="number, all by default")
    number = parser.parse_args().lesson
    chosen = mutants()
    if number:
        name = f"notebooks/{number.zfill(2)}_"
        chosen = [m for m in chosen if name in m["file"] + m["killed_by"]]
        if not chosen:
            stop(f"tests/mutants.toml has no fault for lesson {number!r}.")
    survived = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = tqdm(
            pool.map(survives, chosen), total=len(chosen), unit="fault"
        )
        for mutant, how in zip(chosen, results, strict=True):
            survived += bool(how)
            mark = f"SURVIVED ({how})" if how else "killed"
            tqdm.write(f"{mark}: {mutant['why']} ({mutant['file']})")
    print(f"{len(chosen)} faults, {survived} survived.")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
