"""Pictures with the words that a model finds for them."""

import textwrap

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure


def gallery(
    images: np.ndarray,
    captions: list[str],
    *,
    right: list[bool] | None = None,
    columns: int = 4,
    width: int = 24,
    title: str = "",
) -> Figure:
    """Draws pictures in rows, each with a caption below it.

    Args:
        images: values from 0 to 1, shape `(pictures, height, width)` or
            `(pictures, height, width, 3)`.
        captions: one text a picture.
        right: for each picture whether its caption is right, drawn as ✓ or ✗
            in front of the text; no sign where it is not given.
        columns: pictures in a row.
        width: characters in a line of a caption.
        title: the finding, as a sentence.

    Returns:
        The figure.

    Raises:
        ValueError: if there is no picture, or not one caption a picture.
    """
    images = np.asarray(images)
    sizes = {
        len(images),
        len(captions),
        len(captions if right is None else right),
    }
    if images.ndim not in (3, 4) or len(sizes) > 1 or 0 in sizes:
        raise ValueError(
            "gallery needs one caption for each picture, and one entry of "
            f"right if it is given, but images has shape {images.shape} and "
            f"there are {len(captions)} captions."
        )
    texts = [textwrap.wrap(caption, width) or [""] for caption in captions]
    lines = max(len(text) for text in texts)
    rows = -(-len(images) // columns)
    tall = (7.6 / columns - 0.2) * images.shape[1] / images.shape[2]
    figure, axes = plt.subplots(
        rows,
        columns,
        figsize=(7.6, 0.35 + rows * (tall + 0.1 + 0.16 * lines)),
        squeeze=False,
    )
    for i, ax in enumerate(axes.flat):
        if i >= len(images):
            ax.set_axis_off()
            continue
        ax.imshow(
            images[i], cmap="gray", vmin=0, vmax=1, interpolation="nearest"
        )
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        ax.grid(False)
        sign = "" if right is None else "✓ " if right[i] else "✗ "
        missing = "\n" * (lines - len(texts[i]))
        ax.set_xlabel(sign + "\n".join(texts[i]) + missing, fontsize=8)
    figure.suptitle(title, fontsize=11, x=0.02, ha="left")
    return figure


def word_maps(
    image: np.ndarray,
    words: list[str],
    drops: np.ndarray,
    *,
    columns: int = 5,
    stride: float | None = None,
    title: str = "",
) -> Figure:
    """Draws a picture, and once for each word where it depends on the picture.

    Each map has its largest value written in a corner. What is gained is drawn
    as nothing.

    Args:
        image: values from 0 to 1, shape `(height, width, 3)`.
        words: the words of a caption.
        drops: for each word, how far its log probability falls when a part of
            the picture is hidden, shape `(words, rows, columns)`.
        columns: panels in a row.
        stride: pixels from one place to the next; the maps stand in the
            middle of the picture. By default they fill it.
        title: the finding, as a sentence.

    Returns:
        The figure.

    Raises:
        ValueError: if there is not one map for each word.
    """
    drops = np.asarray(drops, dtype=float)
    if drops.ndim != 3 or len(drops) != len(words) or not len(words):
        raise ValueError(
            "word_maps needs one map for each word, but there are "
            f"{len(words)} words and drops has shape {drops.shape}."
        )
    rows = -(-(len(words) + 1) // columns)
    figure, axes = plt.subplots(
        rows, columns, figsize=(7.6, 0.4 + 1.7 * rows), squeeze=False
    )
    height, width = image.shape[:2]
    down, across = drops.shape[1:]
    tall, wide = (
        (height, width) if stride is None else (down * stride, across * stride)
    )
    left, top = (width - wide) / 2 - 0.5, (height - tall) / 2 - 0.5
    largest = max(float(drops.max()), 1e-9)
    for ax in axes.flat:
        ax.set_axis_off()
    for ax, word, drop in zip(
        axes.flat, ["the picture", *words], [None, *drops], strict=False
    ):
        ax.set_title(word, fontsize=9, loc="center")
        if drop is None:
            ax.imshow(image, vmin=0, vmax=1, interpolation="nearest")
            continue
        grey = image.mean(axis=-1)
        ax.imshow(grey, cmap="gray", vmin=0, interpolation="nearest")
        drop = np.maximum(drop, 0)
        ax.imshow(
            drop,
            cmap="YlOrRd",
            vmin=0,
            vmax=largest,
            alpha=np.where(drop > 0.02 * largest, 0.85, 0),  # else look through
            extent=(left, left + wide, top + tall, top),
            interpolation="nearest",
        )
        ax.set(xlim=(-0.5, width - 0.5), ylim=(height - 0.5, -0.5))
        ax.text(
            0.04,
            0.04,
            f"{drop.max():.1f}",
            color="white",
            fontsize=9,
            transform=ax.transAxes,
        )
    scale = ScalarMappable(Normalize(0, largest), cmap="YlOrRd")
    bar = figure.colorbar(scale, ax=axes, shrink=0.8, pad=0.01, aspect=25)
    bar.set_label("log probability lost (nats)", fontsize=8)
    bar.ax.tick_params(labelsize=8)
    figure.suptitle(title, fontsize=11, x=0.02, ha="left")
    return figure
