"""`make seeds [LESSON=NN]`: the claims of each lesson over seeds 0 to 9.

Runs each lesson's notebook with papermill for ten values of `SEED`, two at a
time, and writes for every claim how many seeds held and the spread of the
measured value to `results/seeds/NN.json`. A run that was interrupted goes on
where it stopped, as long as the lesson and the helpers are unchanged.
"""

import argparse
import concurrent.futures
import hashlib
import json
import shutil
import statistics
import sys
from pathlib import Path

import papermill
from tqdm import tqdm

from tools.course import (
    BUILD,
    ROOT,
    Lesson,
    lessons,
    run_notebook,
    stop,
    write_text,
    writing,
)

SEEDS = 10
WORKERS = 2
RECORDS = ROOT / "results" / "seeds"


def run_seed(lesson: Lesson, seed: int, folder: Path) -> list[dict]:
    """Runs one lesson with one seed and returns the records of its claims.

    Args:
        lesson: the lesson.
        seed: value of the lesson's `SEED`.
        folder: where the records of finished runs are kept.

    Raises:
        RuntimeError: if a cell fails for another reason than a claim.
    """
    done = folder / f"{seed}.jsonl"
    if not done.exists():
        record = folder / f"{seed}.partial"
        record.unlink(missing_ok=True)
        environment = {
            "UNROLLED_CLAIMS_FILE": str(record),
            "UNROLLED_CLAIMS_MODE": "report",
            "OMP_NUM_THREADS": "1",
            "TF_NUM_INTRAOP_THREADS": "1",
            "TF_NUM_INTEROP_THREADS": "1",
        }
        try:
            run_notebook(
                lesson.path,
                parameters={"SEED": seed},
                environment=environment,
                bar=False,
            )
        except papermill.PapermillExecutionError as error:
            raise RuntimeError(
                f"Lesson {lesson.number} fails with SEED = {seed} in cell "
                f"{error.exec_count}: {error.ename}: {error.evalue}"
            ) from None
        record.touch()
        record.replace(done)
    lines = done.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def summary(runs: list[list[dict]]) -> list[dict]:
    """Returns one row a claim: how many seeds held, and the spread.

    Args:
        runs: for each seed the records of its claims, in the same order.

    Returns:
        Rows with the claim's text and bound, the number of seeds that held,
        minimum, median, maximum and standard deviation of the value, and the
        values themselves, in the order of the seeds.

    Raises:
        ValueError: if the runs do not make the same claims.
    """
    texts = [[row["claim"] for row in run] for run in runs]
    if any(other != texts[0] for other in texts):
        raise ValueError(
            "The seeds do not make the same claims: a claim's text or their "
            "order depends on the seed."
        )
    rows = []
    for records in zip(*runs, strict=True):
        values = [record["value"] for record in records]
        rows.append(
            {
                "claim": records[0]["claim"],
                "bound": records[0]["bound"],
                "low": records[0]["low"],
                "high": records[0]["high"],
                "held": sum(record["held"] for record in records),
                "seeds": len(values),
                "min": min(values),
                "median": statistics.median(values),
                "max": max(values),
                "std": statistics.pstdev(values),
                "values": values,
            }
        )
    return rows


def weakness(row: dict) -> str:
    """Says what speaks against a claim, or returns an empty string.

    A claim must hold for every seed, and the worst seed must stay at least
    one standard deviation from the bound.

    Args:
        row: one row of `summary`.
    """
    if row["held"] < row["seeds"]:
        return f"held for {row['held']} of {row['seeds']} seeds"
    room = min(
        row["min"] - row["low"] if row["low"] is not None else float("inf"),
        row["high"] - row["max"] if row["high"] is not None else float("inf"),
    )
    if room < row["std"]:
        return "worst seed within one standard deviation of the bound"
    return ""


def fingerprint(lesson: Lesson) -> str:
    """Identifies the code that a lesson's claims depend on."""
    digest = hashlib.sha256()
    for cell in lesson.notebook.cells:
        if cell.cell_type == "code":
            digest.update(cell.source.encode())
    for path in sorted((ROOT / "helpers").rglob("*.py")):
        if path.parent.name not in ("figures", "exercises"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def record(lesson: Lesson) -> list[dict]:
    """Runs the seeds that are missing, writes and returns the record."""
    keep = BUILD / "seeds" / lesson.number
    folder = keep / fingerprint(lesson)
    if not folder.exists():
        shutil.rmtree(keep, ignore_errors=True)
        folder.mkdir(parents=True)
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as pool:
        futures = [
            pool.submit(run_seed, lesson, seed, folder) for seed in range(SEEDS)
        ]
        for _ in tqdm(
            concurrent.futures.as_completed(futures),
            total=SEEDS,
            desc=lesson.path.stem,
            unit="seed",
            leave=False,
        ):
            pass
        rows = summary([future.result() for future in futures])
    RECORDS.mkdir(parents=True, exist_ok=True)
    text = json.dumps(rows, indent=1, ensure_ascii=False)
    write_text(RECORDS / f"{lesson.number}.json", text + "\n")
    return rows


def main() -> int:
    """Records the chosen lessons and prints every claim with its spread."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lesson", nargs="?", help="number, all by default")
    weak = 0
    for lesson in lessons(parser.parse_args().lesson):
        try:
            with writing(BUILD):
                rows = record(lesson)
        except (RuntimeError, ValueError) as error:
            stop(str(error))
        print(f"\n{lesson.number} {lesson.title}")
        for row in rows:
            problem = weakness(row)
            weak += bool(problem)
            print(
                f"  {row['held']}/{row['seeds']} {row['claim']} "
                f"({row['bound']}): {row['min']:.4g} to {row['max']:.4g}, "
                f"median {row['median']:.4g}, std {row['std']:.2g}"
                + (f"\n        WEAK: {problem}" if problem else "")
            )
    print(f"\n{weak} weak claims" if weak else "\nEvery claim holds.")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
