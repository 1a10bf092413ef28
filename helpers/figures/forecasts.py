"""Series in time: windows cut from them, and the periods of a split."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.figures.style import COLOURS

#: From this many columns on the cells are too narrow for numbers.
_NARROW = 16


def windows(
    x: np.ndarray,
    y: np.ndarray,
    starts: Sequence[int] | None = None,
    *,
    ahead: int = 1,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws windows and their targets, each under the time it comes from.

    The numbers are read from the arrays themselves, so that a window that is
    cut at a wrong place shows a wrong number.

    Args:
        x: windows, shape `(windows, past)`.
        y: the target of each window, shape `(windows,)`.
        starts: time step of the first value of each window; 0, 1, 2, … where
            it is not given.
        ahead: how many steps after the end of a window its target lies.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones of fitting size where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the shapes do not agree.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    starts = np.arange(len(x)) if starts is None else np.asarray(starts)
    if x.ndim != 2 or y.shape != x.shape[:1] or starts.shape != y.shape:
        raise ValueError(
            "windows needs x of shape (windows, past), and y and starts of "
            f"shape (windows,), but they have the shapes {x.shape}, {y.shape} "
            f"and {starts.shape}."
        )
    count, past = x.shape
    left = int(starts.min())
    columns = int(starts.max()) - left + past + ahead
    if ax is None:
        size = (min(7.0, 1.2 + 0.55 * columns), 1.1 + 0.38 * count)
        _, ax = plt.subplots(figsize=size)
    for row, start in enumerate(starts):
        cells = [(start + k, x[row, k], "input") for k in range(past)]
        cells.append((start + past + ahead - 1, y[row], "target"))
        for step, value, role in cells:
            _cell(ax, row, step, value, role, columns < _NARROW)
    ax.set(
        title=title,
        xlabel="time step",
        ylabel="window",
        xlim=(left - 0.6, left + columns - 0.4),
        ylim=(count - 0.4, -0.6),
        xticks=np.arange(left, left + columns, 1 + columns // 20),
        yticks=np.arange(count),
    )
    ax.grid(False)
    return ax


def _cell(ax, row, step, value, role, numbers):
    target = role == "target"
    ax.add_patch(
        Rectangle(
            (step - 0.45, row - 0.4),
            0.9,
            0.8,
            facecolor=COLOURS[role] if target else COLOURS[role] + "30",
            edgecolor=COLOURS[role],
            linewidth=1.5,
        )
    )
    if numbers:
        ax.text(
            step,
            row,
            f"{value:.3g}",
            ha="center",
            va="center",
            fontsize=8,
            color="white" if target else "black",
        )


def periods(
    steps: np.ndarray,
    values: Mapping[str, np.ndarray],
    spans: Mapping[str, tuple] | None = None,
    *,
    title: str = "",
    xlabel: str = "",
    ylabel: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws series over time, and shades named periods.

    Args:
        steps: time of each value, shape `(time,)`: numbers or datetime64.
        values: from name to a series, shape `(time,)`; the first is drawn as
            the target, the others as forecasts, each in a style of its own.
        spans: from name to the first and the last time of a period, shaded in
            turn.
        title: the finding, as a sentence.
        xlabel: name of the horizontal axis.
        ylabel: name and unit of the vertical axis.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is no series, or if one has another length than
            `steps`.
    """
    if not values:
        raise ValueError("periods needs at least one series, got none.")
    steps = np.asarray(steps)
    if steps.dtype.kind == "M":
        steps = steps.astype("datetime64[m]").astype(object)
    if ax is None:
        _, ax = plt.subplots()
    looks = [("target", "-"), ("state", "--"), ("input", "-."), ("cell", ":")]
    for i, (name, series) in enumerate(values.items()):
        if np.shape(series) != np.shape(steps):
            raise ValueError(
                f"{name!r} has shape {np.shape(series)}, but steps has shape "
                f"{np.shape(steps)}."
            )
        role, line = looks[i % len(looks)]
        colour = COLOURS[role]
        ax.plot(steps, series, line, color=colour, lw=1.3, label=name)
    for i, (name, span) in enumerate((spans or {}).items()):
        start, end = np.asarray(span)
        if np.asarray(span).dtype.kind == "M":
            both = np.asarray(span).astype("datetime64[m]").astype(object)
            start, end = both
        shade = COLOURS["weight"] if i % 2 else COLOURS["other"]
        ax.axvspan(start, end, color=shade, alpha=0.13, lw=0)
        ax.text(
            start + (end - start) / 2,
            1.0,
            name,
            transform=ax.get_xaxis_transform(),
            ha="center",
            va="top",
            fontsize=9,
        )
    if len(values) > 1:
        ax.legend(loc="upper right", ncols=len(values), fontsize=9)
    ax.set(xlabel=xlabel, ylabel=ylabel)
    ax.set_title(title, pad=10)
    ax.margins(x=0.01)
    return ax
