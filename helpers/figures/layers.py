"""Pictures of recurrent layers: what they read, stacks, comparisons."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

from helpers.figures.style import COLOURS, VALUES

_RADIUS = 0.36
_SIDE = 0.26


def readout(
    reads: str, *, steps: int = 3, title: str = "", ax: Axes | None = None
) -> Axes:
    """Draws which hidden state the output of each step reads.

    Args:
        reads: "new" for outputs that read h_t, "old" for outputs that read x_t
            and h_{t-1}.
        steps: number of time steps, at least 1.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if `reads` is neither "new" nor "old", or if there is no
            step.
    """
    if reads not in ("new", "old"):
        raise ValueError(f'reads must be "new" or "old", but it is {reads!r}.')
    if steps < 1:
        raise ValueError(f"steps must be at least 1, but it is {steps}.")
    if ax is None:
        _, ax = plt.subplots(figsize=(1.3 * steps + 1.8, 3.2))
    ax.set_axis_off()
    ax.set_aspect("equal")
    for t in range(steps + 1):
        here = (1.7 * t, 1.5)
        unread = reads == "old" and t == steps
        _circle(ax, here, f"$h_{t}$", "state", dotted=unread)
        if t == 0:
            continue
        below, above, before = (1.7 * t, 0), (1.7 * t, 3), (1.7 * (t - 1), 1.5)
        _circle(ax, below, f"$x_{t}$", "input")
        _circle(ax, above, f"$y_{t}$", "output")
        _link(ax, below, here, "input")
        _link(ax, before, here, "state")
        if reads == "new":
            _link(ax, here, above, "output")
        else:
            _link(ax, before, above, "output")
            _link(ax, below, above, "output", bend=0.42)
    if reads == "old":
        ax.text(
            1.7 * steps + 0.95,
            1.5,
            f"no output\nreads $h_{steps}$",
            color=COLOURS["state"],
            fontsize=8,
            va="center",
        )
    ax.set_xlim(-0.5, 1.7 * steps + 2.2)
    ax.set_ylim(-0.45, 3.45)
    ax.set_title(title)
    return ax


def _circle(ax, centre, name, role, dotted=False):
    ax.add_patch(
        Circle(
            centre,
            _RADIUS,
            facecolor="white",
            edgecolor=COLOURS[role],
            linewidth=1.6,
            linestyle=":" if dotted else "-",
            zorder=2,
        )
    )
    ax.text(*centre, name, ha="center", va="center", zorder=3)


def _link(ax, start, end, role, bend=0.0, gap=_RADIUS + 0.05):
    start, end = np.asarray(start, float), np.asarray(end, float)
    away = (end - start) / np.linalg.norm(end - start) * gap
    if bend:
        aside = np.array([0.8, 0.6]) * gap
        start, end = start + aside, end + aside * [1, -1]
    else:
        start, end = start + away, end - away
    ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=11,
            color=COLOURS[role],
            linewidth=1.4,
            shrinkA=0,
            shrinkB=0,
            connectionstyle=f"arc3,rad={bend}",
            zorder=1,
        )
    )


def stack(
    inputs: np.ndarray,
    layers: Sequence[np.ndarray],
    *,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws stacked recurrent layers unrolled in time, with live values.

    Args:
        inputs: shape `(time, features)`.
        layers: hidden states of each layer from the bottom up, each of shape
            `(time, units)`; the numbers of units may differ.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones of fitting size where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if an array does not have two axes, or if the numbers of
            steps differ.
    """
    rows = [("input", np.asarray(inputs, dtype=float))]
    rows += [("state", np.asarray(states, dtype=float)) for states in layers]
    time = len(rows[0][1])
    for i, (_, values) in enumerate(rows):
        name = f"layer {i}" if i else "inputs"
        if values.ndim != 2 or len(values) != time:
            raise ValueError(
                f"stack needs arrays of shape ({time}, units), one row a "
                f"step; {name} has shape {values.shape}."
            )
    tall = sum(values.shape[1] * _SIDE + 0.7 for _, values in rows)
    if ax is None:
        _, ax = plt.subplots(figsize=(1.15 * time + 1.6, 0.62 * tall + 0.7))
    ax.set_axis_off()
    ax.set_aspect("equal")
    bottom, below = 0.0, None
    for i, (role, values) in enumerate(rows):
        height = values.shape[1] * _SIDE
        middle = bottom + height / 2
        for t in range(time):
            x = 1.6 * t
            _column(ax, values[t], x, bottom, role)
            if i and t:
                _link(ax, (x - 1.6, middle), (x, middle), "state", gap=0.2)
            if i:
                _arrow_up(ax, x, below, bottom, rows[i - 1][0])
        name = f"layer {i}" if i else "input"
        ax.text(
            -0.5,
            middle,
            f"{name}\n({values.shape[1]} {'units' if i else 'features'})",
            color=COLOURS[role],
            ha="right",
            va="center",
            fontsize=9,
        )
        below = bottom + height
        bottom = below + 0.7
    for t in range(time):
        ax.text(1.6 * t, -0.35, f"t = {t + 1}", ha="center", fontsize=9)
    ax.set_xlim(-2.2, 1.6 * time - 1)
    ax.set_ylim(-0.5, bottom - 0.5)
    ax.set_title(title)
    return ax


def _column(ax, values, x, bottom, role):
    colours = plt.get_cmap(VALUES)(0.5 + 0.4 * np.clip(values, -1, 1))
    for i, colour in enumerate(colours[::-1]):
        ax.add_patch(
            Rectangle(
                (x - _SIDE / 2, bottom + i * _SIDE),
                _SIDE,
                _SIDE,
                facecolor=colour,
                edgecolor="white",
                linewidth=0.6,
            )
        )
    ax.add_patch(
        Rectangle(
            (x - _SIDE / 2, bottom),
            _SIDE,
            len(values) * _SIDE,
            fill=False,
            edgecolor=COLOURS[role],
            linewidth=1.8,
        )
    )


def _arrow_up(ax, x, start, end, role):
    _link(ax, (x, start), (x, end), role, gap=0.06)


def dots(
    groups: Mapping[str, np.ndarray],
    *,
    title: str = "",
    xlabel: str = "",
    colours: Mapping[str, str] | None = None,
    digits: int = 2,
    ax: Axes | None = None,
) -> Axes:
    """Draws one dot a run, one line of dots a group, with the group's median.

    Args:
        groups: from name to the values of its runs, shape `(runs,)`; drawn
            from top to bottom.
        title: the finding, as a sentence.
        xlabel: name and unit of the horizontal axis.
        colours: from name to a role of `COLOURS` or to any colour.
        digits: digits of the median after the point.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is no group, or if a group's values do not have
            one axis.
    """
    if not groups:
        raise ValueError("dots needs at least one named group, got none.")
    for name, values in groups.items():
        if np.ndim(values) != 1 or np.size(values) == 0:
            raise ValueError(
                f"dots draws values of shape (runs,), but {name!r} has shape "
                f"{np.shape(values)}."
            )
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 0.4 * len(groups) + 1.1))
    colours = colours or {}
    for i, (name, values) in enumerate(groups.items()):
        colour = colours.get(name, "output")
        colour = COLOURS.get(colour, colour)
        row = np.full(len(values), -i)
        ax.plot(values, row, "o", color=colour, alpha=0.6, markersize=7)
        middle = float(np.median(values))
        ax.annotate(
            f"{middle:.{digits}f}",
            (middle, -i),
            xytext=(0, 8),
            textcoords="offset points",
            color=colour,
            fontsize=9,
            ha="center",
        )
    ax.set_yticks(-np.arange(len(groups)), list(groups))
    ax.set_ylim(0.7 - len(groups) - 0.2, 0.7)
    ax.grid(False, axis="y")
    ax.set(title=title, xlabel=xlabel)
    return ax


def verdicts(
    values: np.ndarray,
    rows: Sequence[str],
    columns: Sequence[str],
    *,
    tolerance: float,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws a table of differences: noticed above a tolerance, else missed.

    Args:
        values: largest absolute differences, shape `(rows, columns)`.
        rows: names of the rows: the faults.
        columns: names of the columns: the tests.
        tolerance: a difference above it is noticed.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the shape does not fit the names.
    """
    values = np.asarray(values, dtype=float)
    if values.shape != (len(rows), len(columns)):
        raise ValueError(
            f"verdicts needs one value a row and column, shape "
            f"({len(rows)}, {len(columns)}), but values has shape "
            f"{values.shape}."
        )
    if ax is None:
        size = (1.5 * len(columns) + 2.0, 0.42 * len(rows) + 1.2)
        _, ax = plt.subplots(figsize=size)
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            noticed = value > tolerance
            ax.add_patch(
                Rectangle(
                    (j - 0.48, i - 0.44),
                    0.96,
                    0.88,
                    facecolor="#DCEBF5" if noticed else "white",
                    edgecolor=COLOURS["input" if noticed else "state"],
                    linestyle="-" if noticed else "--",
                )
            )
            text = f"noticed ({value:.2f})" if noticed else "missed"
            ax.text(j, i, text, ha="center", va="center", fontsize=9)
    ax.set_xticks(range(len(columns)), columns)
    ax.set_yticks(range(len(rows)), rows)
    ax.set_xlim(-0.5, len(columns) - 0.5)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.grid(False)
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.set_title(title, pad=8)
    return ax
