"""The shapes of sequence models: what goes in, what comes out, and when."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.ticker import MultipleLocator

from helpers.figures.style import COLOURS

_STEP = 1.3
_HEIGHT = {"input": 0.0, "state": 1.35, "output": 2.7}
_HALF = 0.34


def shape(
    inputs: Sequence[str | None],
    outputs: Sequence[str | None],
    *,
    states: Sequence[str] | None = None,
    start: str | None = None,
    recurrent: bool = True,
    split: int | None = None,
    feedback: bool = False,
    targets: Sequence[str | None] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws the shape of a sequence model, unrolled, with symbols or values.

    Time runs to the right. A step whose entry is `None` has no input, or no
    output.

    Args:
        inputs: what enters each step, shape `(time,)`: symbols or values.
        outputs: what leaves each step, shape `(time,)`.
        states: texts in the boxes of the hidden states, shape `(time,)`;
            empty boxes where they are not given.
        start: a vector that sets the state before the first step.
        recurrent: whether each state is handed on to the next step.
        split: number of steps of the encoder; the rest is the decoder.
        feedback: whether each output is the next step's input.
        targets: the right outputs, shape `(time,)`, written above outputs
            that differ from them.
        title: the finding, or the name of the shape.
        ax: axes to draw on; new ones of fitting size where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the numbers of steps do not agree, or if `split` is not
            inside the sequence.
    """
    time = len(inputs)
    rows = {"outputs": outputs, "states": states, "targets": targets}
    for name, row in rows.items():
        if row is not None and len(row) != time:
            raise ValueError(
                f"shape needs one entry a step: {name} has {len(row)}, but "
                f"inputs has {time}."
            )
    if split is not None and not 0 < split < time:
        raise ValueError(
            f"split must be from 1 to {time - 1} for {time} steps, but it is "
            f"{split}."
        )
    if ax is None:
        wide = 0.62 * (time + (start is not None)) + 1.0
        _, ax = plt.subplots(figsize=(min(wide, 10), 2.6))
    ax.set_axis_off()
    ax.set_aspect("equal", anchor="N")
    if start is not None:
        _box(ax, -1, "state", start, "input")
        _arrow(ax, (-1, "state"), (0, "state"), "input")
    corrected = False
    for t in range(time):
        _box(ax, t, "state", states[t] if states else "", "state")
        if inputs[t] is not None:
            _box(ax, t, "input", inputs[t], "input")
            _arrow(ax, (t, "input"), (t, "state"), "input")
        if recurrent and t:
            _arrow(ax, (t - 1, "state"), (t, "state"), "state")
        if outputs[t] is not None:
            _box(ax, t, "output", outputs[t], "output")
            _arrow(ax, (t, "state"), (t, "output"), "output")
        if feedback and t and outputs[t - 1] is not None:
            _feed(ax, t)
        if targets and targets[t] is not None and targets[t] != outputs[t]:
            _correction(ax, t, targets[t])
            corrected = True
    if split is not None:
        _parts(ax, split, time)
    first = -1 if start is not None else 0
    ax.set_xlim((first - 0.6) * _STEP, (time - 0.4) * _STEP)
    ax.set_ylim(-1.2 if split else -0.5, 3.75 if corrected else 3.2)
    ax.set_title(title)
    return ax


def _box(ax, t, row, text, role):
    x, y = t * _STEP, _HEIGHT[row]
    ax.add_patch(
        FancyBboxPatch(
            (x - 0.26, y - 0.2),
            0.52,
            0.4,
            boxstyle="round,pad=0.1",
            facecolor="white",
            edgecolor=COLOURS[role],
            linewidth=1.6,
            zorder=2,
        )
    )
    size = 11 if len(text) < 4 or text.startswith("$") else 7.5
    ax.text(x, y, text, ha="center", va="center", fontsize=size, zorder=3)


def _arrow(ax, start, end, role):
    (t0, from_row), (t1, to_row) = start, end
    dx = _HALF + 0.06 if t1 > t0 else 0
    dy = 0.36 if t1 == t0 else 0
    _line(
        ax,
        (t0 * _STEP + dx, _HEIGHT[from_row] + dy),
        (t1 * _STEP - dx, _HEIGHT[to_row] - dy),
        role,
    )


def _feed(ax, t):
    """The way from the output of step t - 1 down to the input of step t."""
    middle = (t - 0.5) * _STEP
    ax.plot(
        [(t - 1) * _STEP + _HALF, middle, middle],
        [_HEIGHT["output"], _HEIGHT["output"], _HEIGHT["input"]],
        color=COLOURS["output"],
        linewidth=1.2,
        linestyle="--",
        zorder=0,
    )
    end = (t * _STEP - _HALF - 0.02, _HEIGHT["input"])
    _line(ax, (middle, _HEIGHT["input"]), end, "output", linewidth=1.2)


def _line(ax, start, end, role, linewidth=1.4):
    ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=9,
            color=COLOURS[role],
            linewidth=linewidth,
            shrinkA=0,
            shrinkB=0,
            zorder=1,
        )
    )


def _correction(ax, t, text):
    ax.text(
        t * _STEP,
        _HEIGHT["output"] + 0.68,
        text,
        ha="center",
        va="center",
        color=COLOURS["target"],
        fontsize=10 if len(text) < 4 else 7.5,
        fontweight="bold",
    )


def _parts(ax, split, time):
    """Names the encoder and the decoder under their steps."""
    for first, last, name in [
        (0, split - 1, "encoder"),
        (split, time - 1, "decoder"),
    ]:
        left, right = first * _STEP - _HALF, last * _STEP + _HALF
        y = -0.6
        ax.plot([left, right], [y, y], color=COLOURS["target"], linewidth=1)
        ax.text((left + right) / 2, y - 0.32, name, ha="center", va="center")


def trails(
    paths: Mapping[str, np.ndarray],
    *,
    colours: Mapping[str, str] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws walks on a grid of unit steps, the nest at the origin.

    Args:
        paths: from name to the places of a walk in their order, shape
            `(places, 2)`: how far east and how far north.
        colours: from name to a role of `COLOURS` or to any colour.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the places of a walk do not have shape `(places, 2)`.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7.0, 3.2))
    colours = colours or {}
    for i, (name, places) in enumerate(paths.items()):
        places = np.asarray(places, dtype=float)
        if places.ndim != 2 or places.shape[1] != 2:
            raise ValueError(
                "trails draws places of shape (places, 2), but "
                f"{name!r} has shape {places.shape}."
            )
        colour = colours.get(name, list(COLOURS)[i % len(COLOURS)])
        colour = COLOURS.get(colour, colour)
        aside = places + 0.12 * i
        ax.plot(*aside.T, "-o", color=colour, markersize=3, label=name)
        for a, b in zip(aside, aside[1:], strict=False):
            ax.annotate(
                "",
                (a + 0.68 * (b - a)),
                a,
                arrowprops={"arrowstyle": "-|>", "color": colour},
            )
    ax.plot(0, 0, "s", color=COLOURS["target"], markersize=8)
    ax.annotate("nest", (0, 0), (-9, 4), textcoords="offset points", ha="right")
    ax.set_aspect("equal")
    ax.margins(0.2)
    ax.xaxis.set_major_locator(MultipleLocator(1))
    ax.yaxis.set_major_locator(MultipleLocator(1))
    ax.set(title=title, xlabel="east (steps)", ylabel="north (steps)")
    ax.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=9)
    return ax
