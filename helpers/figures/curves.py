"""Curves with their names at their ends."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from helpers.figures.style import COLOURS

#: Line styles in turn, so that colour is never the only difference.
STYLES = ["-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 3))]


def curves(
    series: Mapping[str, np.ndarray],
    x: np.ndarray | None = None,
    *,
    title: str = "",
    xlabel: str = "",
    ylabel: str = "",
    colours: Mapping[str, str] | None = None,
    log: bool = False,
    ax: Axes | None = None,
) -> Axes:
    """Draws one curve a name, each labelled at its right end.

    Args:
        series: from name to values, shape `(points,)`, or `(runs, points)`:
            then the median is drawn as the line and the range over the runs
            as a band.
        x: positions, shape `(points,)`; counted from 1 where it is not given.
        title: the finding, as a sentence.
        xlabel: name and unit of the horizontal axis.
        ylabel: name and unit of the vertical axis.
        colours: from name to a role of `COLOURS` or to any colour.
        log: whether the vertical axis is logarithmic.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is no curve, or if the shapes do not agree.
    """
    if not series:
        raise ValueError("curves needs at least one named curve, got none.")
    if ax is None:
        _, ax = plt.subplots()
    colours = colours or {}
    palette = list(COLOURS.values())
    ends = []
    for i, (name, values) in enumerate(series.items()):
        runs = np.atleast_2d(np.asarray(values, dtype=float))
        positions = _positions(name, runs, x)
        colour = colours.get(name, palette[i % len(palette)])
        colour = COLOURS.get(colour, colour)
        middle = np.median(runs, axis=0)
        style = STYLES[i % len(STYLES)]
        ax.plot(positions, middle, color=colour, linestyle=style, label=name)
        if len(runs) > 1:
            ax.fill_between(
                positions,
                runs.min(axis=0),
                runs.max(axis=0),
                color=colour,
                alpha=0.18,
                linewidth=0,
            )
        finite = np.flatnonzero(np.isfinite(middle))
        if finite.size:
            last = finite[-1]
            ends.append((positions[last], middle[last], name, colour))
    if log:
        ax.set_yscale("log")
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    _label_ends(ax, ends)
    return ax


def _positions(name, runs, x):
    if runs.ndim != 2:
        raise ValueError(
            "A curve has shape (points,) or (runs, points), but "
            f"{name!r} has shape {runs.shape}."
        )
    positions = np.arange(1, runs.shape[1] + 1) if x is None else np.asarray(x)
    if positions.shape != (runs.shape[1],):
        raise ValueError(
            f"{name!r} has {runs.shape[1]} points, but x has shape "
            f"{positions.shape}; expected ({runs.shape[1]},)."
        )
    return positions


def _label_ends(ax, ends, size=9):
    """Writes each name beside the end of its curve, moved apart vertically."""
    ax.figure.canvas.draw()
    points_per_pixel = 72 / ax.figure.dpi
    wanted = []
    for x, y, name, colour in ends:
        height = ax.transData.transform((x, y))[1] * points_per_pixel
        wanted.append([height, height, x, y, name, colour])
    wanted.sort(key=lambda end: end[0])
    gap = 1.25 * size
    for lower, upper in zip(wanted, wanted[1:], strict=False):
        upper[1] = max(upper[1], lower[1] + gap)
    for own, moved, x, y, name, colour in wanted:
        ax.annotate(
            name,
            (x, y),
            xytext=(6, moved - own),
            textcoords="offset points",
            color=colour,
            fontsize=size,
            va="center",
            annotation_clip=False,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
        )
