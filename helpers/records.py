"""Recorded runs on real data: what a lesson measured, kept and shown.

A lesson reports each of its measurements with `record` and a few examples
with `example`. Both do nothing but check their arguments, unless the
environment variable `UNROLLED_RECORDS_FILE` names a file: then they append
one JSON object a line. `make real` sets it, runs the lesson on its real data
sets for several seeds, and writes `results/real/NN.json` and
`results/real/NN.examples.json`. The lesson shows these with `table`, `figure`
and `examples`. What its claims measured over ten seeds it reads with
`over_seeds`.
"""

import html
import json
import math
import os
from pathlib import Path
from statistics import median

import numpy as np

FOLDER = Path(__file__).resolve().parents[1] / "results" / "real"
SEEDS = FOLDER.parent / "seeds"

#: The metrics that can be recorded, and whether more of it is better.
METRICS = {
    "accuracy": True,
    "mae": False,
    "nats_per_character": False,
    "bleu": True,
    "exact_match": True,
    "token_accuracy": True,
    "entity_f1": True,
}


def record(
    model: str,
    value: float,
    *,
    metric: str,
    dataset: str,
    split: str = "test",
    seconds: float = 0.0,
    baseline: bool = False,
) -> None:
    """Reports one measurement of a lesson's run.

    Args:
        model: what was measured, such as "GRU"; the same for every seed.
        value: the measured value, one finite number.
        metric: a name in `METRICS`.
        dataset: the lesson's `DATASET`.
        split: the part of the data it was measured on.
        seconds: time that training took; 0 for what needs no training.
        baseline: whether the model is there to be compared with.

    Raises:
        ValueError: if an argument is not of that kind.
    """
    if metric not in METRICS:
        raise ValueError(
            f"There is no metric {metric!r}. The metrics are: "
            f"{', '.join(METRICS)}."
        )
    _append(
        {
            "dataset": _text("dataset", dataset),
            "model": _text("model", model),
            "baseline": bool(baseline),
            "split": _text("split", split),
            "metric": metric,
            "value": _number(f"value of {model}", value),
            "seconds": _number(f"seconds of {model}", seconds, at_least=0),
        }
    )


def example(
    model: str,
    *,
    given: str,
    answer: str,
    dataset: str,
    target: str = "",
) -> None:
    """Reports one example of what a model makes of its input.

    Args:
        model: as in `record`.
        given: the input, for a reader.
        answer: what the model made of it, for a reader.
        dataset: the lesson's `DATASET`.
        target: what it should have made of it; "" where there is no such
            thing.

    Raises:
        ValueError: if an argument is not a text.
    """
    _append(
        {
            "dataset": _text("dataset", dataset),
            "model": _text("model", model),
            "given": _text("given", given),
            "target": _text("target", target, empty=True),
            "answer": _text("answer", answer),
        }
    )


def load(number: str) -> list[dict]:
    """Returns the recorded measurements of a lesson, none as an empty list.

    Args:
        number: the lesson's number, two digits.
    """
    return _read(f"{number}.json")


def over_seeds(number: str) -> dict[str, dict]:
    """Returns the claims of a lesson as `make seeds` recorded them.

    Args:
        number: the lesson's number, such as "10".

    Returns:
        From a claim's text to its row, with "min", "median", "max" and "std"
        of the measured value over ten seeds; empty where none is recorded.
    """
    path = SEEDS / f"{number}.json"
    rows = json.loads(path.read_text("utf-8")) if path.exists() else []
    return {row["claim"]: row for row in rows}


class Table(list):
    """Rows of text with names; a notebook shows them as a table.

    Args:
        columns: the names of the columns.
        rows: lists of as many strings.
        note: a sentence below the table.
    """

    def __init__(self, columns, rows, note=""):
        super().__init__(rows)
        self.columns, self.note = columns, note

    def __repr__(self):
        if not self:
            return self.note
        lines = [
            f"| {' | '.join(cells)} |"
            for cells in (self.columns, ["---"] * len(self.columns), *self)
        ]
        return "\n".join(lines) + (f"\n\n{self.note}" if self.note else "")

    def _repr_markdown_(self):
        return repr(self)


def table(number: str, dataset: str | None = None) -> Table:
    """Returns the recorded measurements of a lesson, to be shown.

    Args:
        number: the lesson's number, two digits.
        dataset: show this data set only; all where it is not given.
    """
    rows = [r for r in load(number) if dataset in (None, r["dataset"])]
    if not rows:
        return Table([], [], _nothing(number))
    about = {
        "Data": [row["dataset"] for row in rows],
        "Metric": [_spelled(row["metric"]) for row in rows],
    }
    differing = [name for name, own in about.items() if len({*own}) > 1]
    columns = [
        *differing,
        *("Model", "Measured on", "Median", "Lowest to highest", "Training"),
    ]
    cells = [
        [
            *(about[name][i] for name in differing),
            row["model"] + (" (baseline)" if row["baseline"] else ""),
            row["split"],
            short(median(row["values"])),
            _range(row["values"]),
            duration(row["seconds"]),
        ]
        for i, row in enumerate(rows)
    ]
    seeds = sorted({len(row["values"]) for row in rows})
    last = max(rows, key=lambda row: row["date"])
    versions = last["versions"]
    note = (
        f"Seeds: {' or '.join(map(str, seeds))}. Last run on {last['date']}, "
        f"{last['cores']} {'core' if last['cores'] == 1 else 'cores'}, "
        f"Python {versions['python']}, TensorFlow "
        f"{versions['tensorflow']}, Keras {versions['keras']}."
    )
    same = [own[0] for name, own in about.items() if name not in differing]
    if same:
        note = f"{', '.join(same)}. {note}"
    return Table(columns, cells, note)


def _spelled(metric: str) -> str:
    """Writes the name of a metric in words."""
    known = {"mae": "mean absolute error", "bleu": "BLEU"}
    return known.get(metric, metric.replace("_", " "))


def _range(values: list[float]) -> str:
    """Writes from where to where the values of several runs reach."""
    if len(values) == 1:
        return "one run"
    low, high = short(min(values)), short(max(values))
    return f"{low} to {high}" if low != high else "same"


def figure(
    number: str,
    *,
    dataset: str,
    metric: str,
    split: str = "test",
    marks: dict[str, float] | None = None,
):
    """Draws one metric of the recorded runs, and what training costs.

    Args:
        number: the lesson's number, two digits.
        dataset: the data set.
        metric: a name in `METRICS`.
        split: the part of the data.
        marks: from name to value of published results, drawn as lines.

    Returns:
        The two Axes, or None if nothing is recorded; `table` says so.
    """
    rows = [
        row
        for row in load(number)
        if (row["dataset"], row["metric"], row["split"])
        == (dataset, metric, split)
    ]
    if not rows:
        return None
    from helpers import figures

    sign = 1 if METRICS[metric] else -1
    best = max(rows, key=lambda row: sign * median(row["values"]))
    name = _spelled(metric)
    return figures.scores(
        {row["model"]: row["values"] for row in rows},
        {row["model"]: row["seconds"] for row in rows},
        baselines=[row["model"] for row in rows if row["baseline"]],
        marks=marks,
        xlabel=f"{name}, {'more' if sign > 0 else 'less'} is better",
        title=(
            f"Best on {dataset} ({split}): {best['model']}, "
            f"{short(median(best['values']))}"
        ),
    )


def examples(number: str, dataset: str | None = None) -> Table:
    """Returns the recorded examples of a lesson, to be shown.

    Args:
        number: the lesson's number, two digits.
        dataset: show this data set only; all where it is not given.
    """
    rows = [
        row
        for row in _read(f"{number}.examples.json")
        if dataset in (None, row["dataset"])
    ]
    if not rows:
        return Table([], [], _nothing(number))
    keys = ["given", "target", "answer"]
    if not any(row["target"] for row in rows):
        keys.remove("target")
    cells = [[row["model"], *(_cell(row[key]) for key in keys)] for row in rows]
    return Table(["Model", *(key.capitalize() for key in keys)], cells)


def short(value: float) -> str:
    """Writes a measured value with four figures: 0.8765, 24310."""
    if value == 0:
        return "0"
    before = math.floor(math.log10(abs(value))) + 1
    return f"{value:,.{max(0, 4 - max(before, 0))}f}"


def duration(seconds: float) -> str:
    """Writes a time for a reader: none, 43 s, 12 min."""
    if seconds == 0:
        return "none"
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 300:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min"


def _nothing(number):
    return (
        "No run on real data is recorded yet. "
        f"`make real LESSON={number}` makes one."
    )


#: Signs that Markdown or MathJax would take for their own.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "|$*_`[]~\\"}


def _cell(text):
    text = html.escape(text, quote=False).translate(_SIGNS)
    return text.strip().replace("\n", "<br>")


def _read(name):
    path = FOLDER / name
    return json.loads(path.read_text("utf-8")) if path.exists() else []


def _append(row):
    path = os.environ.get("UNROLLED_RECORDS_FILE")
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _text(what, value, empty=False):
    if not isinstance(value, str) or not (value.strip() or empty):
        raise ValueError(
            f"The {what} of a record must be a text that is not empty; "
            f"it is {value!r}."
        )
    return value


def _number(what, value, at_least=-math.inf):
    array = np.asarray(value)
    if array.size != 1 or array.dtype.kind not in "biuf":
        raise ValueError(f"The {what} must be one number; it is {value!r}.")
    number = float(array.reshape(()))
    if not math.isfinite(number) or number < at_least:
        raise ValueError(
            f"The {what} must be finite"
            + (f" and at least {at_least:g}" if at_least > -math.inf else "")
            + f"; it is {number}."
        )
    return number
