"""Ranges over many runs, with one run marked."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from helpers.figures.style import COLOURS


def ranges(
    groups: Mapping[str, tuple[float, float, float]],
    marked: Mapping[str, float] | None = None,
    *,
    title: str = "",
    xlabel: str = "",
    digits: int = 2,
    ax: Axes | None = None,
) -> Axes:
    """Draws a line from the smallest to the largest value of each group.

    Args:
        groups: from name to the smallest, the middle and the largest value;
            drawn from top to bottom, the middle as a dot with its number.
        marked: from name to the value of one run, drawn as a ring.
        title: the finding, as a sentence.
        xlabel: name and unit of the horizontal axis.
        digits: digits of the middle value after the point.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is nothing to draw, or if a group's three values
            are not in order.
    """
    marked = marked or {}
    names = list(groups) + [name for name in marked if name not in groups]
    if not names:
        raise ValueError("ranges needs at least one named group, got none.")
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 0.4 * len(names) + 1.1))
    for i, name in enumerate(names):
        if name in groups:
            low, middle, high = groups[name]
            if not low <= middle <= high:
                raise ValueError(
                    "ranges needs the smallest, the middle and the largest "
                    f"value, in this order; {name!r} has {groups[name]!r}."
                )
            ax.plot([low, high], [-i, -i], color=COLOURS["state"], lw=3)
            ax.plot(middle, -i, "o", color=COLOURS["state"], ms=7)
            ax.annotate(
                f"{middle:.{digits}f}",
                (middle, -i),
                xytext=(0, 7),
                textcoords="offset points",
                color=COLOURS["state"],
                fontsize=9,
                ha="center",
            )
        if name in marked:
            ax.plot(
                marked[name], -i, "o", mec=COLOURS["target"], mfc="none", ms=11
            )
    ax.set_yticks([-i for i in range(len(names))], names)
    ax.set_ylim(0.6 - len(names), 0.8)
    ax.grid(False, axis="y")
    ax.set(title=title, xlabel=xlabel)
    return ax
