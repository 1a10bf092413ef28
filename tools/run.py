"""`make run [LESSON=NN] [DATASET=…]`: runs lessons without changing them.

Executes into `_build/notebooks/`, prints every claim with its measured value,
and builds the pages from that run.
"""

import argparse
import json
import sys
import time
from pathlib import Path

import nbformat
import papermill
from nbclient.exceptions import DeadKernelError

from tools import site
from tools.course import (
    BUILD,
    ROOT,
    Lesson,
    canonical,
    lessons,
    run_notebook,
    stop,
    writing,
)

RUN = BUILD / "notebooks"


def run_lesson(
    lesson: Lesson, parameters: dict
) -> tuple[list[dict], str | None]:
    """Executes one lesson into `_build/notebooks/`.

    Args:
        lesson: the lesson.
        parameters: values for its parameters cell.

    Returns:
        The records of its claims, and what went wrong: cell and error in one
        line, or None.
    """
    target = RUN / lesson.path.name
    record = RUN / f"{lesson.number}.claims.jsonl"
    with writing(BUILD):
        record.write_text("")
    environment = {"UNROLLED_CLAIMS_FILE": str(record)}
    problem = None
    try:
        with writing(BUILD, target):
            notebook = run_notebook(
                lesson.path, target, parameters, environment=environment
            )
            nbformat.write(canonical(notebook), target)
    except papermill.PapermillExecutionError as error:
        problem = f"cell {error.exec_count}: {error.ename}: {error.evalue}"
    except DeadKernelError:
        problem = "the kernel died; often the machine is out of memory"
    lines = record.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines], problem


def print_claims(claims: dict[str, list[dict]]) -> None:
    """Prints all claims with their bounds and measured values.

    Args:
        claims: from a lesson's number to the records of its claims.
    """
    for number, rows in claims.items():
        print(f"\nClaims of lesson {number}")
        for row in rows:
            mark = "✓" if row["held"] else "✗"
            print(f"  {mark} {row['claim']}")
            print(f"      {row['bound']}; measured {row['value']:.4g}")


def check_dataset(dataset: str, chosen: list[Lesson], number: str) -> None:
    """Stops with a sentence where the chosen lesson lacks a data set."""
    if not number:
        stop("DATASET needs a lesson: make run LESSON=NN DATASET=…")
    known = chosen[0].datasets
    ending = Path(dataset).suffix
    own_file = ending and any(name.endswith(ending) for name in known)
    if own_file:
        if not Path(dataset).is_file():
            stop(f"There is no file {dataset!r}.")
    elif dataset not in known:
        stop(
            f"Lesson {chosen[0].number} has no data set {dataset!r}. It "
            f"knows: {', '.join(known)}."
        )


def main() -> int:
    """Runs the chosen lessons; the exit code is 1 if one fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lesson", default="", help="number, all by default")
    parser.add_argument("--dataset", default="", help="as the lesson lists")
    options = parser.parse_args()
    chosen = lessons(options.lesson)
    parameters = {}
    if options.dataset:
        check_dataset(options.dataset, chosen, options.lesson)
        own_file = Path(options.dataset)
        parameters["DATASET"] = (
            str(own_file.resolve()) if own_file.is_file() else options.dataset
        )
    claims, problems = {}, {}
    with writing(BUILD):
        RUN.mkdir(parents=True, exist_ok=True)
    for i, lesson in enumerate(chosen, 1):
        print(f"[{i}/{len(chosen)}] {lesson.number} {lesson.title}")
        start = time.perf_counter()
        claims[lesson.number], problem = run_lesson(lesson, parameters)
        if problem:
            problems[lesson.path.name] = problem
            print(f"      FAILED in {problem}")
        print(f"      {time.perf_counter() - start:.0f} s")
    print_claims(claims)
    with writing(BUILD):
        page = site.build(RUN)
    if options.lesson and not problems:
        page = page.parent / "notebooks" / f"{chosen[0].path.stem}.html"
    for name, problem in problems.items():
        print(f"\n{name} failed in {problem}", file=sys.stderr)
    print(f"\nOpen {page.relative_to(ROOT)} in a browser.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
