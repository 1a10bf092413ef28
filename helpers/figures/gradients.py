"""Pictures of gradients: paths on a loss surface, entries before and after."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from helpers.figures.style import COLOURS

#: Greys of a loss, pale enough for paths to be seen on them.
_PALE = LinearSegmentedColormap.from_list("pale", ["#FFFFFF", "#808080"])

#: Markers and colours of several paths or tensors, in turn.
_MARKS = ["o", "s", "^", "D", "v"]
_ROLES = ["input", "state", "weight", "output", "target"]


def landscape(
    x: np.ndarray,
    y: np.ndarray,
    loss: np.ndarray,
    paths: Mapping[str, np.ndarray],
    *,
    title: str = "",
    xlabel: str = "",
    ylabel: str = "",
    colours: Mapping[str, str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draws a loss of two weights as a map, and paths of training on it.

    A path begins at a ring. Where it leaves the map it is cut off.

    Args:
        x: values of the first weight, ascending, shape `(columns,)`.
        y: values of the second weight, ascending, shape `(rows,)`.
        loss: the loss at each pair, shape `(rows, columns)`.
        paths: from name to the points that training visited, shape
            `(updates, 2)`, first weight first.
        title: the finding, as a sentence.
        xlabel: name of the first weight.
        ylabel: name of the second weight.
        colours: from name to a role of `COLOURS` or to any colour.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the shapes do not agree.
    """
    x, y, loss = np.asarray(x), np.asarray(y), np.asarray(loss)
    if loss.shape != (len(y), len(x)):
        raise ValueError(
            "The loss needs one row for each y and one column for each x: "
            f"expected shape {(len(y), len(x))}, it has {loss.shape}."
        )
    for name, path in paths.items():
        if np.ndim(path) != 2 or np.shape(path)[1] != 2:
            raise ValueError(
                "A path has shape (updates, 2), but "
                f"{name!r} has shape {np.shape(path)}."
            )
    if ax is None:
        _, ax = plt.subplots(figsize=(7.0, 4.2))
    shades = ax.pcolormesh(x, y, loss, cmap=_PALE)
    ax.figure.colorbar(shades, ax=ax, label="loss")
    colours = colours or {}
    for i, (name, path) in enumerate(paths.items()):
        colour = colours.get(name, _ROLES[i % len(_ROLES)])
        colour = COLOURS.get(colour, colour)
        path = np.asarray(path, dtype=float)
        ax.plot(
            *path.T,
            color=colour,
            marker=_MARKS[i % len(_MARKS)],
            ms=3,
            lw=1.2,
            label=name,
        )
        ax.plot(*path[0], "o", ms=11, mfc="none", mec=COLOURS["target"])
    ax.set(xlim=(x[0], x[-1]), ylim=(y[0], y[-1]))
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    ax.grid(False)
    ax.legend(loc="lower left", fontsize=9)
    return ax


def before_after(
    before: Sequence[np.ndarray],
    after: Sequence[np.ndarray],
    names: Sequence[str],
    *,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws the size of each entry of several tensors before and after.

    Both axes are logarithmic, and the diagonal means unchanged. Entries that
    all shrink by one factor lie on a line parallel to it.

    Args:
        before: one array a tensor, any shapes.
        after: arrays of the same shapes.
        names: one name a tensor, for the legend.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the numbers of tensors or their shapes do not agree.
    """
    if not len(before) == len(after) == len(names):
        raise ValueError(
            "before, after and names need one entry a tensor; they have "
            f"{len(before)}, {len(after)} and {len(names)}."
        )
    for name, old, new in zip(names, before, after, strict=True):
        if np.shape(old) != np.shape(new):
            raise ValueError(
                f"{name!r} has shape {np.shape(old)} before and "
                f"{np.shape(new)} after; expected the same."
            )
    if ax is None:
        _, ax = plt.subplots(figsize=(3.6, 3.6))
    for i, (name, old, new) in enumerate(
        zip(names, before, after, strict=True)
    ):
        ax.plot(
            np.abs(np.ravel(old)),
            np.abs(np.ravel(new)),
            _MARKS[i % len(_MARKS)],
            color=COLOURS[_ROLES[i % len(_ROLES)]],
            ms=3.5,
            mew=0,
            alpha=0.6,
            label=name,
        )
    ax.set(xscale="log", yscale="log", title=title)
    ends = np.array(ax.get_xlim())
    ax.plot(ends, ends, color=COLOURS["target"], lw=0.8, ls=":", zorder=0)
    ax.set(xlabel="size of an entry before", ylabel="size after")
    return ax
