"""`make mutants [LESSON=NN]`: tests the tests.

Applies the small faults of tests/mutants/NN.toml, one at a time, each to a
copy of the course, and runs the test or the lesson that must notice it. A
fault that nothing notices has survived, and is reported. Each row of a table
says why it is a fault, the file, the old text (once in its code), the new
text, the pytest target that must fail, and a piece of what it must say.
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

TABLES = ROOT / "tests" / "mutants"


def mutants(number: str | None = None) -> list[dict]:
    """Returns the faults of one lesson, or of all.

    Args:
        number: a lesson's number, such as "2" or "02"; all where it is not
            given or empty.

    Raises:
        SystemExit: with a sentence, if there is no table for the lesson.
    """
    paths = sorted(TABLES.glob("*.toml"))
    if number:
        chosen = [path for path in paths if path.stem == number.zfill(2)]
        if not chosen:
            known = ", ".join(path.stem for path in paths)
            stop(
                f"tests/mutants has no faults for lesson {number!r}. "
                f"It has them for: {known}."
            )
        paths = chosen
    rows = []
    for path in paths:
        rows += tomllib.loads(path.read_text(encoding="utf-8"))["mutant"]
    return rows


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
    chosen = mutants(parser.parse_args().lesson)
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
