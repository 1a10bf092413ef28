"""`make real [LESSON=NN] [DATASET=…]`: runs lessons on their real data sets.

Executes a lesson's own notebook with papermill on each real data set that its
parameters cell lists, once a seed, one run after the other, and writes what
the lesson reported with `helpers.records` to `results/real/NN.json`, with
examples of the first seed beside it. The data are looked for in the folder
named by UNROLLED_DATA, else downloaded. A finished run is kept in
`_build/real`, so that an interrupted command goes on where it stopped, as
long as the lesson and the helpers are unchanged.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median

import papermill
from nbclient.exceptions import DeadKernelError

from helpers import records
from tools.course import BUILD, Lesson, lessons, run_notebook, stop, writing
from tools.seeds import fingerprint

#: Seeds of a data set, where none are asked for; one of a run that takes more
#: than LONG seconds.
SEEDS = 3
LONG = 600
RUNS = BUILD / "real"
TIMES = "times.json"
PACKAGES = ("tensorflow", "keras", "numpy", "scikit-learn", "statsmodels")
KEY = ("dataset", "model", "baseline", "split", "metric")


def real_sets(lesson: Lesson) -> list[str]:
    """Returns the data sets of a lesson that are neither bundled nor files."""
    return [
        name
        for name in lesson.datasets
        if name != "bundled" and not name.startswith(".")
    ]


def run_once(lesson: Lesson, dataset: str, seed: int, folder: Path) -> dict:
    """Runs one lesson on one data set with one seed, or finds that it was.

    Args:
        lesson: the lesson.
        dataset: value of the lesson's `DATASET`.
        seed: value of the lesson's `SEED`.
        folder: where finished runs are kept, with the executed notebooks.

    Returns:
        "rows", what the lesson reported, in order; "seconds" of the whole
        run; "date"; "cores"; "versions".

    Raises:
        RuntimeError: if a cell fails or the kernel dies.
    """
    done = folder / f"{dataset}-{seed}.json"
    if done.exists():
        return json.loads(done.read_text("utf-8"))
    lines = folder / f"{dataset}-{seed}.partial"
    lines.write_text("")
    start = time.perf_counter()
    where = f"Lesson {lesson.number} on {dataset} with SEED = {seed}"
    try:
        run_notebook(
            lesson.path,
            folder / f"{dataset}-{seed}.ipynb",
            {"DATASET": dataset, "SEED": seed},
            environment={
                "UNROLLED_RECORDS_FILE": str(lines),
                "UNROLLED_CLAIMS_MODE": "report",
            },
        )
    except papermill.PapermillExecutionError as error:
        raise RuntimeError(
            f"{where} failed in cell {error.exec_count}: {error.ename}: "
            f"{error.evalue}"
        ) from None
    except DeadKernelError:
        raise RuntimeError(
            f"{where}: the kernel died; often the machine is out of memory."
        ) from None
    text = lines.read_text("utf-8")
    run = {
        "rows": [json.loads(line) for line in text.splitlines()],
        "seconds": round(time.perf_counter() - start, 1),
        "date": date.today().isoformat(),
        "cores": cores(),
        "versions": versions(),
    }
    lines.write_text(json.dumps(run, ensure_ascii=False), encoding="utf-8")
    lines.replace(done)
    return run


def cores() -> int:
    """Returns the number of CPU cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def versions() -> dict[str, str]:
    """Returns the versions that a measurement depends on."""
    found = {name: importlib.metadata.version(name) for name in PACKAGES}
    return {"python": platform.python_version(), **found}


def merged(number: str, runs: list[dict]) -> list[dict]:
    """Returns the records of one data set: one row a measurement.

    Args:
        number: the lesson's number.
        runs: what `run_once` returned, one a seed.

    Raises:
        ValueError: if the runs do not report the same, or one twice.
    """
    tables = []
    for run in runs:
        rows = [row for row in run["rows"] if "metric" in row]
        tables.append({tuple(row[k] for k in KEY): row for row in rows})
        if len(tables[-1]) < len(rows):
            raise ValueError(
                f"Lesson {number} reports one measurement twice: each needs "
                "a model, split and metric of its own."
            )
    if any(list(other) != list(tables[0]) for other in tables):
        raise ValueError(
            f"Lesson {number} does not report the same for every seed: a "
            "model's name or the order depends on the seed."
        )
    last = runs[-1]
    return [
        {
            "lesson": number,
            **dict(zip(KEY, key, strict=True)),
            "values": [each[key]["value"] for each in tables],
            "seconds": round(median(e[key]["seconds"] for e in tables), 2),
            "cores": last["cores"],
            "versions": last["versions"],
            "date": last["date"],
        }
        for key in tables[0]
    ]


def write(name: str, content) -> None:
    """Writes one file of `results/real`, whole or not at all."""
    records.FOLDER.mkdir(parents=True, exist_ok=True)
    path = records.FOLDER / name
    new = path.with_suffix(".new")
    text = json.dumps(content, indent=1, ensure_ascii=False)
    new.write_text(text + "\n", encoding="utf-8")
    new.replace(path)


def read(name: str, default):
    """Returns the content of one file of `results/real`, or the default."""
    path = records.FOLDER / name
    return json.loads(path.read_text("utf-8")) if path.exists() else default


def keep(lesson: Lesson, dataset: str, runs: list[dict]) -> int:
    """Writes the records of one data set; the other data sets' stay.

    Args:
        lesson: the lesson.
        dataset: the data set.
        runs: what `run_once` returned, one a seed.

    Returns:
        The number of records.
    """
    rows = merged(lesson.number, runs)
    shown = [
        {"lesson": lesson.number, **row}
        for row in runs[0]["rows"]
        if "metric" not in row
    ]
    for name, new in (("json", rows), ("examples.json", shown)):
        old = read(f"{lesson.number}.{name}", [])
        others = [row for row in old if row["dataset"] != dataset]
        if others or new:
            write(f"{lesson.number}.{name}", others + new)
    times = read(TIMES, {})
    took = round(median(run["seconds"] for run in runs))
    times.setdefault(lesson.number, {})[dataset] = took
    write(TIMES, dict(sorted(times.items())))
    return len(rows)


def record(lesson: Lesson, dataset: str, seeds: int | None = None) -> None:
    """Runs one lesson on one data set and keeps the records.

    Args:
        lesson: the lesson.
        dataset: the data set.
        seeds: how many; if None, SEEDS, or one where that takes LONG.
    """
    folder = RUNS / lesson.number / fingerprint(lesson)
    folder.mkdir(parents=True, exist_ok=True)
    runs = []
    for seed in range(seeds or SEEDS):
        print(f"{lesson.number} on {dataset}, seed {seed} ", end="", flush=True)
        runs.append(run_once(lesson, dataset, seed, folder))
        print(f"took {records.duration(runs[-1]['seconds'])}.")
        if not seeds and runs[-1]["seconds"] > LONG:
            print("A run of more than ten minutes: no further seed.")
            break
    count = keep(lesson, dataset, runs)
    if count:
        print(f"  results/real/{lesson.number}.json: {count} records")
    else:
        print(f"  Lesson {lesson.number} reports nothing on {dataset}.")


def plan(number: str, dataset: str) -> list[tuple[Lesson, str]]:
    """Returns the pairs of lesson and data set that are to be run.

    Args:
        number: a lesson's number, all where it is empty.
        dataset: a data set's name, all where it is empty.

    Raises:
        SystemExit: with a sentence, if there is nothing to run.
    """
    chosen = lessons(number)
    pairs = [(one, name) for one in chosen for name in real_sets(one)]
    if number and not pairs:
        known = ", ".join(one.number for one in lessons() if real_sets(one))
        stop(
            f"Lesson {chosen[0].number} has no real data set. "
            f"Lessons that have one: {known or 'none yet'}."
        )
    if dataset:
        known = ", ".join(sorted({name for _, name in pairs}))
        pairs = [(one, name) for one, name in pairs if name == dataset]
        if not pairs:
            stop(
                f"There is no real data set {dataset!r} here. "
                f"The real data sets are: {known or 'none yet'}."
            )
    return pairs


def announce(pairs: list[tuple[Lesson, str]], seeds: int | None = None) -> None:
    """Says what will be run, and how long it took the last time."""
    times = read(TIMES, {})
    for lesson, dataset in pairs:
        took = times.get(lesson.number, {}).get(dataset)
        runs = seeds or (1 if took and took > LONG else SEEDS)
        many = "1 seed" if runs == 1 else f"{runs} seeds"
        what = f"{lesson.number} {lesson.title} on {dataset}, {many}: "
        if took is None:
            what += "not measured yet, the first seed will tell"
        else:
            what += f"about {records.duration(max(took * runs, 1))}"
            what += f" ({records.duration(took)} a run, at the last record)"
        print(what, flush=True)


def main() -> int:
    """Runs the chosen lessons on their real data and records the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lesson", default="", help="number, all by default")
    parser.add_argument("--dataset", default="", help="name, all by default")
    parser.add_argument(
        "--seeds", type=int, help=f"default {SEEDS}, or 1 of a long run"
    )
    options = parser.parse_args()
    if options.seeds is not None and not 1 <= options.seeds <= 10:
        stop(f"SEEDS must be from 1 to 10, but it is {options.seeds}.")
    pairs = plan(options.lesson, options.dataset)
    announce(pairs, options.seeds)
    for lesson, dataset in pairs:
        try:
            with writing(BUILD):
                record(lesson, dataset, options.seeds)
        except (RuntimeError, ValueError) as error:
            stop(f"\n{error}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
