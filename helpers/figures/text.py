"""Text in cells, each coloured by a number that belongs to its character."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

#: What stands for characters that cannot be seen.
VISIBLE = {"\n": "¶", "\t": "→", " ": ""}


def running_text(
    text: str,
    values: np.ndarray,
    *,
    width: int = 60,
    colourmap: str = "Blues",
    limits: tuple[float, float] | None = None,
    label: str = "",
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws a text in lines of cells, one cell a character.

    Args:
        text: the text; an end of a line is drawn as ¶ and does not end one.
        values: the number of each character, shape `(characters,)`.
        width: characters in a line.
        colourmap: matplotlib's name of the colours from low to high.
        limits: values of the lowest and the highest colour; those of the
            data where it is not given.
        label: name and unit of the values, at the colour bar.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is no text, or not one value a character.
    """
    values = np.asarray(values, dtype=float)
    if not text or values.shape != (len(text),):
        raise ValueError(
            "running_text needs one value for each character, but the text "
            f"has {len(text)} and values has shape {values.shape}."
        )
    lines = -(-len(text) // width)
    if ax is None:
        _, ax = plt.subplots(figsize=(8.2, 0.6 + 0.3 * lines))
    low, high = limits or (np.nanmin(values), np.nanmax(values))
    grid = np.full(lines * width, np.nan)
    grid[: len(text)] = values
    image = ax.imshow(
        grid.reshape(lines, width),
        cmap=colourmap,
        vmin=low,
        vmax=high,
        aspect="auto",
        interpolation="nearest",
    )
    for i, character in enumerate(text):
        ax.text(
            i % width,
            i // width,
            VISIBLE.get(character, character),
            ha="center",
            va="center_baseline",
            fontsize=9,
            family="monospace",
            color="white" if _is_dark(image, values[i]) else "black",
        )
    ax.set(title=title, xticks=[], yticks=[])
    ax.grid(False)
    ax.spines[:].set_visible(False)
    bar = ax.figure.colorbar(image, ax=ax, pad=0.01, aspect=12)
    bar.set_label(label, fontsize=8)
    bar.ax.tick_params(labelsize=8)
    return ax


def _is_dark(image, value):
    red, green, blue, _ = image.cmap(image.norm(value))
    return 0.3 * red + 0.59 * green + 0.11 * blue < 0.5
