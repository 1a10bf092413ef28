"""The longest sequence that a model masters, against what it costs."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from helpers.figures.style import COLOURS

_MARKERS = ["o", "s", "^", "D", "v", "P"]


def longest(
    lengths: Mapping[str, Mapping[str, Sequence[int]]],
    costs: Mapping[str, Mapping[str, float]],
    tried: Sequence[int],
    *,
    title: str = "",
    colours: Mapping[str, str] | None = None,
) -> np.ndarray:
    """Draws one row of panels a task and one column a cost.

    Args:
        lengths: from a task's name to the longest length that each model
            mastered, one number a run; 0 where it mastered none.
        costs: from a cost's name, with its unit, to what each model costs.
        tried: the lengths that were tried, in order; they double.
        title: the finding, as a sentence.
        colours: from a model's name to a role of `COLOURS`.

    Returns:
        The axes, shape `(tasks, costs)`.

    Raises:
        ValueError: if a length was not among those tried, or if a cost lacks
            a model.
    """
    levels = [0, *tried]
    for task, models in lengths.items():
        for model, values in models.items():
            odd = sorted(set(values) - set(levels))
            if odd:
                raise ValueError(
                    f"longest knows the lengths {levels}, but {model!r} has "
                    f"{odd[0]} in {task!r}."
                )
            for cost, known in costs.items():
                if model not in known:
                    raise ValueError(f"{cost!r} lacks a number for {model!r}.")
    figure, axes = plt.subplots(
        len(lengths),
        len(costs),
        figsize=(7.4, 0.5 + 2.3 * len(lengths)),
        sharex="col",
        sharey=True,
        squeeze=False,
    )
    figure.suptitle(title, x=0.01, ha="left", fontsize=11)
    colours = colours or {}
    for row, (task, models) in zip(axes, lengths.items(), strict=True):
        for ax, known in zip(row, costs.values(), strict=True):
            _panel(ax, models, known, levels, colours)
        row[0].set_ylabel(f"{task}\nlongest mastered")
    for ax, cost in zip(axes[-1], costs, strict=True):
        ax.set_xlabel(cost)
    return axes


def _panel(ax: Axes, models, known, levels, colours):
    reach = max(known.values())
    labels = []
    for i, (model, values) in enumerate(models.items()):
        colour = colours.get(model, list(COLOURS)[i % len(COLOURS)])
        colour = COLOURS.get(colour, colour)
        places = np.array([levels.index(value) for value in values], float)
        spread = 0.02 * reach * (np.arange(len(places)) - len(places) // 2)
        marker = _MARKERS[i % len(_MARKERS)]
        x = known[model] + spread
        ax.plot(x, places, marker, color=colour, alpha=0.7, ms=7)
        at = known[model], places.max()
        below = sum(
            abs(x - at[0]) < 0.25 * reach and abs(y - at[1]) < 1
            for x, y in labels
        )
        labels.append(at)
        ax.annotate(
            model,
            at,
            xytext=(0, 8 + 11 * below),
            textcoords="offset points",
            color=colour,
            fontsize=9,
            ha="center",
        )
    ax.set_yticks(range(len(levels)), ["none", *map(str, levels[1:])])
    ax.set_ylim(-0.4, len(levels) + 0.2)
    ax.set_xlim(0, 1.2 * reach)
