"""Tables of what was recorded: run times, claims over seeds, real data."""

import json
import math
from html import escape
from statistics import median

from helpers.records import FOLDER
from tools import course_map, seeds
from tools.course import Lesson, lessons
from tools.pages.plans import link

WIDTH, HEIGHT, MARGIN = 160, 18, 6


def run_times() -> str:
    """Returns the table of the measured run times."""
    times = json.loads(course_map.TIMES.read_text())
    lines = [
        "| Lesson | Runs in | Cores | Python | Measured |",
        "|---|---|---|---|---|",
    ]
    for lesson in lessons():
        row = times.get(lesson.number)
        if row:
            lines.append(
                f"| {link(lesson)} | {row['seconds']} s | {row['cores']} "
                f"| {row['python']} | {row['date']} |"
            )
    total = sum(
        times[one.number]["seconds"] for one in lessons() if one.number in times
    )
    return (
        "\n".join(lines) + f"\n\nAll of them, one after the other: {total} s.\n"
    )


def _rows(lesson: Lesson):
    path = seeds.RECORDS / f"{lesson.number}.json"
    return json.loads(path.read_text()) if path.exists() else []


def number(value: float) -> str:
    """Writes a measured value with three significant digits."""
    if value and not 1e-3 <= abs(value) < 1e7:
        mantissa, exponent = f"{value:.1e}".split("e")
        return f"{mantissa}·10<sup>{int(exponent)}</sup>"
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def _scale(row):
    """A function from a value to a share of the strip's width."""
    bounds = [row[key] for key in ("low", "high") if row[key] is not None]
    values = bounds + [row["min"], row["max"]]
    if row["low"] is None and row["min"] > 0 and row["high"] > 50 * row["min"]:
        floor, top = math.log(min(values)), math.log(max(values))
        return lambda v: (math.log(max(v, min(values))) - floor) / (top - floor)
    low, high = min(values), max(values)
    span = (high - low) or 1
    return lambda v: (v - low) / span


def strip(row: dict) -> str:
    """Draws a claim: what the bound allows, and where the ten seeds lie.

    Args:
        row: one claim of a record in results/seeds.
    """
    scale = _scale(row)

    def x(value):
        return MARGIN + scale(value) * (WIDTH - 2 * MARGIN)

    start = 0 if row["low"] is None else x(row["low"])
    end = WIDTH if row["high"] is None else x(row["high"])
    bounds = "".join(
        f"M{x(row[key]):.1f} 0V{HEIGHT}"
        for key in ("low", "high")
        if row[key] is not None
    )
    left, right, middle = (x(row[key]) for key in ("min", "max", "median"))
    return (
        f'<svg class="strip" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        f'<rect class="allowed" x="{start:.1f}" y="0" height="{HEIGHT}" '
        f'width="{max(end - start, 1.5):.1f}"/>'
        f'<path class="bound" d="{bounds}"/>'
        f'<path class="range" d="M{left:.1f} {HEIGHT / 2}H{right:.1f}"/>'
        f'<circle cx="{middle:.1f}" cy="{HEIGHT / 2}" r="4"/></svg>'
    )


def _claim(row):
    cells = [
        escape(row["claim"], quote=False) + strip(row),
        escape(row["bound"], quote=False),
        *(number(row[key]) for key in ("min", "median", "max")),
        f"{row['held']} of {row['seeds']}",
    ]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


_HEAD = "".join(
    f'<th scope="col">{name}</th>'
    for name in ("Claim", "Bound", "Least", "Median", "Most", "Held")
)


def claims() -> str:
    """Returns every claim of every lesson over its seeds, folded."""
    blocks = []
    for lesson in lessons():
        rows = _rows(lesson)
        if rows:
            body = "\n".join(_claim(row) for row in rows)
            blocks.append(
                f"### {lesson.number} {lesson.title}\n\n"
                f"<details><summary>{len(rows)} claims</summary>\n"
                f'<div class="wide" tabindex="0" role="region" '
                f'aria-label="Claims of lesson {lesson.number}">'
                f'<table class="table claims"><thead><tr>{_HEAD}</tr></thead>'
                f"<tbody>{body}</tbody></table></div></details>"
            )
    return "\n\n".join(blocks) + "\n"


def _measured(row):
    values = row["values"]
    seeds = f"{len(values)} seeds" if len(values) > 1 else "1 seed"
    cells = [
        f"**{row['model']}**" if not row["baseline"] else row["model"],
        f"{row['metric'].replace('_', ' ')}, {row['split']}",
        *(number(f(values)) for f in (min, median, max)),
        seeds,
        f"{row['seconds']:.0f} s",
        row["date"],
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def real_table(rows: list[dict]) -> str:
    """Returns the records of one lesson on one data set as a table.

    Args:
        rows: as in results/real/NN.json, all of one data set.
    """
    head = "Model | Measured | Least | Median | Most | Runs | Trained | Date"
    lines = [f"| {head} |", "|" + "---|" * 8]
    return "\n".join(lines + [_measured(row) for row in rows]) + "\n"


def real_data() -> str:
    """Returns the recorded runs on real data, or a sentence if none is."""
    blocks = []
    for lesson in lessons():
        path = FOLDER / f"{lesson.number}.json"
        rows = json.loads(path.read_text("utf-8")) if path.exists() else []
        for name in dict.fromkeys(row["dataset"] for row in rows):
            title = f"### {lesson.number} {lesson.title}, on {name}\n\n"
            table = [row for row in rows if row["dataset"] == name]
            blocks.append(title + real_table(table))
    none = "No run on a real data set has been recorded yet.\n"
    return "\n\n".join(blocks) or none
