"""Scores of several models side by side, with what they cost."""

from collections.abc import Collection, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from helpers.figures.style import COLOURS


def scores(
    values: Mapping[str, Sequence[float]],
    seconds: Mapping[str, float] | None = None,
    *,
    baselines: Collection[str] = (),
    marks: Mapping[str, float] | None = None,
    xlabel: str = "",
    title: str = "",
) -> np.ndarray:
    """Draws one row a model: a dot a run, and a bar for the training time.

    Args:
        values: from a model's name to the scores of its runs.
        seconds: from the same names to the training time; without it there
            is one panel.
        baselines: names of the models that are drawn as baselines.
        marks: from name to score of results to compare with, drawn as
            vertical lines.
        xlabel: name and unit of the score.
        title: the finding, as a sentence.

    Returns:
        The axes, shape `(panels,)`.

    Raises:
        ValueError: if there is no model, or if `seconds` lacks one.
    """
    if not values:
        raise ValueError("scores needs at least one model, got none.")
    if seconds is not None and set(values) - set(seconds):
        raise ValueError(
            "scores needs the training time of every model; it lacks "
            f"{', '.join(sorted(set(values) - set(seconds)))}."
        )
    panels = 1 if seconds is None else 2
    figure, axes = plt.subplots(
        1,
        panels,
        sharey=True,
        squeeze=False,
        figsize=(7.0, 1.3 + 0.34 * len(values) + 0.2 * len(marks or {})),
        width_ratios=[3, 2][:panels],
    )
    axes = axes[0]
    figure.suptitle(title, x=0.01, ha="left", fontsize=11)
    places = np.arange(len(values))
    colours = [
        COLOURS["weight" if name in baselines else "state"] for name in values
    ]
    for place, name, colour in zip(places, values, colours, strict=True):
        runs = np.asarray(values[name], dtype=float)
        marker = "s" if name in baselines else "o"
        axes[0].plot(runs, [place] * len(runs), marker, color=colour, alpha=0.6)
        axes[0].plot(np.median(runs), place, "|", color=colour, ms=16, mew=2)
    _draw_marks(axes[0], marks or {})
    axes[0].set(xlabel=xlabel)
    axes[0].locator_params(axis="x", nbins=5)
    if max(map(abs, axes[0].get_xlim())) >= 10_000:
        axes[0].xaxis.set_major_formatter("{x:,.0f}")
    axes[0].set_yticks(places, list(values))
    axes[0].set_ylim(len(values) - 0.5, -0.5)
    if seconds is not None:
        _draw_seconds(axes[1], places, [seconds[n] for n in values], colours)
    return axes


def _draw_marks(ax, marks):
    """Draws a line a mark, its name above, each on a line of its own."""
    for height, (name, value) in enumerate(marks.items()):
        ax.axvline(value, color=COLOURS["target"], ls=":", lw=1.2)
        ax.annotate(
            name,
            (value, 1),
            xytext=(0, 3 + 11 * height),
            xycoords=ax.get_xaxis_transform(),
            textcoords="offset points",
            fontsize=8,
        )


def _draw_seconds(ax: Axes, places, seconds, colours):
    shown = np.maximum(seconds, 0.1)
    ax.barh(
        places, shown - 0.09, left=0.09, color=colours, height=0.5, alpha=0.6
    )
    for place, end, value in zip(places, shown, seconds, strict=True):
        text = "none" if value == 0 else f"{value:.2g}"
        text = f"{value:.0f}" if value >= 100 else text
        ax.text(end * 1.25, place, text, va="center", fontsize=9)
    ax.set_xscale("log")
    ax.set(xlim=(0.09, max(10, shown.max()) * 6))
    ax.set(xlabel="training time (s)")
