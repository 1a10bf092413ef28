"""Sequences as arrays: steps, batches, and rows of labelled cells."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.figures.style import COLOURS


def steps(
    values: np.ndarray,
    *,
    title: str = "",
    xlabel: str = "time step",
    ylabel: str = "feature",
    feature_labels: Sequence[str] | None = None,
    step_labels: Sequence[str] | None = None,
    colourmap: str = "Blues",
    limits: tuple[float, float] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draws one sequence: time runs to the right, features run upwards.

    Args:
        values: shape `(time, features)`.
        title: the finding, as a sentence.
        xlabel: what one step is.
        ylabel: what one feature is.
        feature_labels: names at the vertical axis, one a feature.
        step_labels: names at the horizontal axis, one a step.
        colourmap: matplotlib's name of the colours from low to high.
        limits: values of the lowest and the highest colour; those of the data
            where they are not given.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if `values` does not have two axes, or if the numbers of
            labels do not agree with them.
    """
    values = np.asarray(values, dtype=float)
    if values.ndim != 2:
        raise ValueError(
            "steps draws one sequence of shape (time, features), but got "
            f"shape {values.shape}."
        )
    for name, labels, expected in [
        ("step_labels", step_labels, values.shape[0]),
        ("feature_labels", feature_labels, values.shape[1]),
    ]:
        if labels is not None and len(labels) != expected:
            raise ValueError(
                f"steps needs {expected} {name} for values of shape "
                f"{values.shape}, but got {len(labels)}."
            )
    if ax is None:
        _, ax = plt.subplots()
    low, high = limits or (values.min(), values.max())
    ax.imshow(
        values.T,
        origin="lower",
        aspect="auto",
        cmap=colourmap,
        interpolation="nearest",
        vmin=low,
        vmax=high,
    )
    ax.grid(False)
    if feature_labels is not None:
        ax.set_yticks(range(values.shape[1]), feature_labels, fontsize=7)
    if step_labels is not None:
        ax.set_xticks(range(values.shape[0]), step_labels)
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    return ax


def batch(
    values: np.ndarray,
    *,
    title: str = "",
    colourmap: str = "Blues",
    ax: Axes | None = None,
) -> Axes:
    """Draws a batch as sheets, one a sequence, the first in front.

    Args:
        values: shape `(batch, time, features)`, at most 8 sequences.
        title: the finding, as a sentence.
        colourmap: matplotlib's name of the colours from low to high.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if `values` does not have three axes, or if there are too
            many sequences to draw.
    """
    values = np.asarray(values, dtype=float)
    if values.ndim != 3 or not 1 <= len(values) <= 8:
        raise ValueError(
            "batch draws 1 to 8 sequences, shape (batch, time, features), "
            f"but got shape {values.shape}."
        )
    if ax is None:
        _, ax = plt.subplots(figsize=(7.0, 3.0))
    size, time, features = values.shape
    right, up = 0.09 * time, 0.28 * features
    limits = {"vmin": values.min(), "vmax": values.max()}
    for b in reversed(range(size)):
        x, y = b * right, b * up
        box = (x, x + time, y, y + features)
        ax.imshow(
            values[b].T,
            origin="lower",
            extent=box,
            aspect="auto",
            cmap=colourmap,
            interpolation="nearest",
            zorder=2 * (size - b),
            **limits,
        )
        frame = Rectangle(
            (x, y),
            time,
            features,
            fill=False,
            edgecolor=COLOURS["input"],
            zorder=2 * (size - b) + 1,
        )
        ax.add_patch(frame)
    ax.set_axis_off()
    ax.set_xlim(-0.12 * time, time + (size - 1) * right + 1)
    ax.set_ylim(-0.35 * features, features + (size - 1) * up + 1)
    arrow = {"arrowstyle": "-|>", "color": COLOURS["target"]}
    ax.annotate("", (time, -1.5), (0, -1.5), arrowprops=arrow)
    ax.text(time / 2, -2.2, f"time: {time} steps", ha="center", va="top")
    ax.annotate("", (-1, features), (-1, 0), arrowprops=arrow)
    ax.text(
        -1.5,
        features / 2,
        f"features: {features}",
        ha="right",
        va="center",
        rotation=90,
    )
    if size > 1:
        corner = (time + 1, 0)
        away = (time + 1 + (size - 1) * right, (size - 1) * up)
        ax.annotate("", away, corner, arrowprops=arrow)
        ax.text(
            (corner[0] + away[0]) / 2 + 1,
            (corner[1] + away[1]) / 2 - 0.5,
            f"batch: {size}\nsequences",
            ha="left",
            va="top",
        )
    ax.set_title(title)
    return ax


def cells(
    texts: Sequence[Sequence[str | None]],
    roles: Sequence[Sequence[str]],
    *,
    row_labels: Sequence[str] | None = None,
    column_labels: Sequence[str] | None = None,
    xlabel: str = "",
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws rows of cells, each with a text and the colour of its role.

    Args:
        texts: rows of texts, all of one length; no cell where `None` stands.
        roles: of the same shape, keys of `COLOURS`; "weight" draws a cell in
            grey, for what is not data.
        row_labels: names on the left, one a row.
        column_labels: names below, one a column.
        xlabel: what the columns are.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones of fitting size where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the rows are not of one length, if the shapes do not
            agree, or if a role is unknown.
    """
    shape = [len(row) for row in texts]
    if len(set(shape)) != 1 or [len(row) for row in roles] != shape:
        raise ValueError(
            "cells needs rows of one length, and texts and roles of one "
            f"shape, but the rows of texts have {shape} cells and those of "
            f"roles {[len(row) for row in roles]}."
        )
    unknown = sorted({role for row in roles for role in row} - set(COLOURS))
    if unknown:
        raise ValueError(
            f"The roles must be among {', '.join(COLOURS)}; got {unknown}."
        )
    rows, columns = len(shape), shape[0]
    for name, labels, expected in [
        ("row_labels", row_labels, rows),
        ("column_labels", column_labels, columns),
    ]:
        if labels is not None and len(labels) != expected:
            raise ValueError(
                f"cells needs {expected} {name}, but got {len(labels)}."
            )
    if ax is None:
        side = min(0.42, 6.6 / columns)
        size = (side * columns + 1.4, max(side, 0.26) * rows + 0.9)
        _, ax = plt.subplots(figsize=size)
    for i, (row, row_roles) in enumerate(zip(texts, roles, strict=True)):
        for j, (text, role) in enumerate(zip(row, row_roles, strict=True)):
            if text is not None:
                _cell(ax, i, j, text, role)
    ax.set_xlim(-0.6, columns - 0.4)
    ax.set_ylim(rows - 0.4, -0.6)
    ax.grid(False)
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    ax.set_yticks(range(rows) if row_labels else [], row_labels or None)
    shown = range(columns) if column_labels else []
    ax.set_xticks(shown, column_labels or None)
    ax.set(title=title, xlabel=xlabel)
    return ax


def _cell(ax, row, column, text, role):
    blank = role == "weight"
    ax.add_patch(
        Rectangle(
            (column - 0.44, row - 0.42),
            0.88,
            0.84,
            facecolor="#E4E4E4" if blank else "white",
            edgecolor=COLOURS[role],
            linewidth=0.6 if blank else 1.2,
        )
    )
    ax.text(
        column,
        row,
        text,
        ha="center",
        va="center",
        fontsize=8,
        color=COLOURS[role],
    )
