"""Weights of attention, drawn as tables of words against words."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.figures.style import COLOURS

#: Shares from white to dark; a share has no sign, so this is no `VALUES`.
SHARES = "Blues"


def alignment(
    weights: np.ndarray,
    columns: Sequence[str],
    rows: Sequence[str],
    *,
    numbers: bool = False,
    title: str = "",
    xlabel: str = "",
    ylabel: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws weights as shades: a row for who looks, a column for what is seen.

    Args:
        weights: shares from 0 to 1, shape `(targets, sources)`.
        columns: names of the sources, such as the words of a sentence.
        rows: names of the targets.
        numbers: whether each share is written into its place.
        title: the finding, as a sentence.
        xlabel: what the columns are.
        ylabel: what the rows are.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the shapes do not agree.
    """
    weights = _checked(weights, columns, rows)
    if ax is None:
        width = min(7.0, 1.9 + 0.45 * len(columns))
        _, ax = plt.subplots(figsize=(width, 1.2 + 0.27 * len(rows)))
    ax.imshow(
        weights,
        cmap=SHARES,
        vmin=0,
        vmax=1,
        aspect="auto",
        interpolation="nearest",
    )
    ax.set_xticks(range(len(columns)), columns, rotation=45, ha="right")
    ax.set_yticks(range(len(rows)), rows)
    ax.tick_params(length=0)
    ax.grid(False)
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    if numbers:
        for row, shares in enumerate(weights):
            for column, share in enumerate(shares):
                ax.text(
                    column,
                    row,
                    f"{share:.2f}",
                    ha="center",
                    va="center",
                    fontsize=8,
                    color="white" if share > 0.6 else COLOURS["target"],
                )
    return ax


def alignment_strip(
    pictures: Mapping[str, np.ndarray],
    columns: Sequence[str],
    rows: Sequence[str],
    *,
    title: str = "",
) -> Figure:
    """Draws the same alignment several times, side by side.

    Args:
        pictures: from a name, such as a number of steps, to weights, shape
            `(targets, sources)`.
        columns: names of the sources, written below each picture.
        rows: names of the targets, written beside the first picture.
        title: the finding, as a sentence.

    Returns:
        The figure.

    Raises:
        ValueError: if there is no picture, or if the shapes do not agree.
    """
    if not pictures:
        raise ValueError("alignment_strip needs at least one picture, got none")
    figure, axes = plt.subplots(
        1,
        len(pictures),
        figsize=(7.6, 1.5 + 0.2 * len(rows)),
        sharey=True,
        squeeze=False,
    )
    for ax, (name, weights) in zip(axes[0], pictures.items(), strict=True):
        alignment(weights, columns, rows, ax=ax)
        ax.set_title(name, fontsize=9, loc="center")
        ax.set_xticks(
            range(len(columns)), columns, rotation=90, ha="center", fontsize=7
        )
        ax.tick_params(axis="y", labelsize=8)
    figure.suptitle(title, fontsize=11, x=0.02, ha="left")
    return figure


def _checked(weights, columns, rows):
    weights = np.asarray(weights, dtype=float)
    if weights.shape != (len(rows), len(columns)) or not weights.size:
        raise ValueError(
            "An alignment needs a share for each row and each column, but "
            f"weights has shape {weights.shape} for {len(rows)} rows and "
            f"{len(columns)} columns."
        )
    return weights
