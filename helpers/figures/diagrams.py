"""Diagrams drawn from real values: unrolled networks, matrix products."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Rectangle

from helpers.figures.style import COLOURS, VALUES

_HEIGHT = {"input": 0.0, "state": 1.5, "output": 3.0}
_NAMES = {"input": "input", "state": "hidden state", "output": "output"}
_STEP = 1.9


def unrolled(
    inputs: Sequence | np.ndarray,
    states: Sequence | np.ndarray,
    outputs: Sequence | np.ndarray | None = None,
    *,
    initial_state: float | np.ndarray | None = None,
    input_labels: Sequence[str] | None = None,
    state_labels: Sequence[str] | None = None,
    output_labels: Sequence[str] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws a recurrent network unrolled in time, with its live values.

    A node with one number shows the number; a node with several shows them as
    a column of coloured squares (blue below zero, red above).

    Args:
        inputs: shape `(time,)` or `(time, features)`. A step whose entry is
            `None` has no input node; then pass a list.
        states: hidden states, shape `(time,)` or `(time, units)`.
        outputs: shape `(time,)` or `(time, features)`, or a list with `None`
            at the steps without an output; no outputs where not given.
        initial_state: the state before the first step, drawn at t = 0.
        input_labels: texts on the arrows from input to state, one a step.
        state_labels: texts on the arrows that enter each state from the state
            before it, one a step (the first belongs to `initial_state`).
        output_labels: texts on the arrows from state to output, one a step.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones of fitting size where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the numbers of steps do not agree, or if there is more
            than one sequence.
    """
    time = len(states)
    rows = {"input": inputs, "output": outputs}
    labels = {
        "input": input_labels,
        "state": state_labels,
        "output": output_labels,
    }
    for name, row in [
        ("inputs", inputs),
        ("outputs", outputs),
        *((f"{role}_labels", row) for role, row in labels.items()),
    ]:
        if row is not None and len(row) != time:
            raise ValueError(
                f"unrolled needs one entry a step: {name} has {len(row)}, "
                f"but states has {time}."
            )
    for name, row in (("inputs", inputs), ("states", states)):
        for t, value in enumerate(row, 1):
            if value is not None and np.ndim(value) > 1:
                raise ValueError(
                    f"unrolled draws one sequence, so {name} must have shape "
                    f"(time,) or (time, features); step {t} has shape "
                    f"{np.shape(value)}."
                )
    if ax is None:
        tall = 3.4 if outputs is not None else 2.4
        wide = min(1.15 * (time + (initial_state is not None)) + 1.0, 9.0)
        _, ax = plt.subplots(figsize=(wide, tall))
    ax.set_axis_off()
    ax.set_aspect("equal")

    before = None
    if initial_state is not None:
        before = _node(ax, 0, "state", initial_state)
        _time(ax, 0)
    for t in range(1, time + 1):
        here = _node(ax, t, "state", states[t - 1])
        if before is not None:
            _arrow(ax, before, here, "state", _at(labels["state"], t))
        for role in ("input", "output"):
            row = rows[role]
            if row is None or row[t - 1] is None:
                continue
            other = _node(ax, t, role, row[t - 1])
            ends = (other, here) if role == "input" else (here, other)
            _arrow(ax, *ends, role, _at(labels[role], t))
        _time(ax, t)
        before = here
    first = 0 if initial_state is not None else 1
    for role in ("input", "state", "output"):
        if role == "state" or rows[role] is not None:
            ax.text(
                (first - 0.42) * _STEP,
                _HEIGHT[role],
                _NAMES[role],
                color=COLOURS[role],
                ha="right",
                va="center",
            )
    ax.set_title(title)
    ax.autoscale_view()
    top = "state" if outputs is None else "output"
    ax.set_ylim(-1.2, _HEIGHT[top] + 0.75)  # room for steps and labels
    return ax


def _at(labels, t):
    return labels[t - 1] if labels is not None else ""


def _time(ax, t):
    ax.text(t * _STEP, -0.95, f"t = {t}", ha="center", va="center", fontsize=9)


def _node(ax, t, role, value):
    """Draws one node and returns (x, y, half its width, half its height)."""
    x, y = t * _STEP, _HEIGHT[role]
    value = np.atleast_1d(np.asarray(value, dtype=float)).ravel()
    colour = COLOURS[role]
    if value.size == 1:
        half_width, half = 0.48, 0.3
        ax.add_patch(
            FancyBboxPatch(
                (x - 0.36, y - 0.18),
                0.72,
                0.36,
                boxstyle="round,pad=0.12",
                facecolor="white",
                edgecolor=colour,
                linewidth=1.6,
            )
        )
        ax.text(x, y, _number(value[0]), ha="center", va="center", fontsize=9)
    else:
        side = min(0.3, 1.0 / value.size)
        half_width, half = side / 2, side * value.size / 2
        _cells(ax, value[:, None], x - side / 2, y + half, side)
        ax.add_patch(
            Rectangle(
                (x - side / 2, y - half),
                side,
                2 * half,
                fill=False,
                edgecolor=colour,
                linewidth=1.8,
            )
        )
    return x, y, half_width, half


def _arrow(ax, start, end, role, label):
    (x0, y0, w0, h0), (x1, y1, w1, h1) = start, end
    if x0 == x1:
        a, b = (x0, y0 + h0 + 0.05), (x1, y1 - h1 - 0.05)
        at, align = (x0 + 0.1, (a[1] + b[1]) / 2), {"ha": "left"}
    else:
        a, b = (x0 + w0 + 0.05, y0), (x1 - w1 - 0.05, y1)
        at, align = ((a[0] + b[0]) / 2, y0 + 0.42), {"ha": "center"}
    colour = COLOURS[role]
    ax.add_patch(
        FancyArrowPatch(
            a,
            b,
            arrowstyle="-|>",
            mutation_scale=11,
            color=colour,
            linewidth=1.4,
            shrinkA=0,
            shrinkB=0,
        )
    )
    if label:
        ax.text(*at, label, color=colour, fontsize=8, va="center", **align)


def _number(value):
    return f"{value + 0.0:.2f}"


def _cells(ax, matrix, left, top, side, limit=1.0):
    """Draws a matrix as coloured squares."""
    colours = plt.get_cmap(VALUES)(0.5 + 0.4 * np.clip(matrix / limit, -1, 1))
    for i, row in enumerate(matrix):
        for j in range(len(row)):
            ax.add_patch(
                Rectangle(
                    (left + j * side, top - (i + 1) * side),
                    side,
                    side,
                    facecolor=colours[i, j],
                    edgecolor="white",
                    linewidth=0.6,
                )
            )


def matrices(
    *terms: str | tuple[str, np.ndarray, str],
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws an equation of matrices, each with its values and its shape.

    Args:
        *terms: in reading order, either a string, which is written as it is
            (an operator, a bracket, a function's name), or a triple of the
            name, the values, shape `(rows, columns)`, and the role, a key of
            `COLOURS`, that gives the colour of the frame.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones of fitting size where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if a term's values do not have two axes, or if its role is
            unknown.
    """
    widths = [_width(term) for term in terms]
    tallest = max(
        (len(term[1]) for term in terms if not isinstance(term, str)),
        default=1,
    )
    if ax is None:
        size = (min(0.32 * sum(widths) + 0.4, 10), 0.32 * tallest + 1.1)
        _, ax = plt.subplots(figsize=size)
    ax.set_axis_off()
    ax.set_aspect("equal")
    x = 0.0
    for term, width in zip(terms, widths, strict=True):
        if isinstance(term, str):
            ax.text(x + width / 2, 0, term, ha="center", va="center", size=13)
        else:
            _matrix(ax, *term, x, width)
        x += width
    ax.set_xlim(0, x)
    ax.set_ylim(-tallest / 2 - 1.0, tallest / 2 + 1.2)
    ax.set_title(title)
    return ax


def _width(term):
    if isinstance(term, str):
        return 0.9 + 0.45 * len(term)
    name, values, role = term
    if np.ndim(values) != 2:
        raise ValueError(
            f"matrices draws arrays of shape (rows, columns), but {name!r} "
            f"has shape {np.shape(values)}."
        )
    if role not in COLOURS:
        raise ValueError(
            f"The role of {name!r} must be one of {', '.join(COLOURS)}; "
            f"it is {role!r}."
        )
    return max(np.shape(values)[1], 1.9) + 0.5


def _matrix(ax, name, values, role, x, width):
    rows, columns = np.shape(values)
    left, top = x + (width - columns) / 2, rows / 2
    limit = max(1.0, float(np.max(np.abs(values))))
    _cells(ax, np.asarray(values, dtype=float), left, top, 1.0, limit)
    ax.add_patch(
        Rectangle(
            (left, -rows / 2),
            columns,
            rows,
            fill=False,
            edgecolor=COLOURS[role],
            linewidth=2,
        )
    )
    middle = x + width / 2
    ax.text(middle, top + 0.55, name, ha="center", color=COLOURS[role])
    ax.text(middle, -top - 0.7, f"({rows}, {columns})", ha="center", fontsize=8)
