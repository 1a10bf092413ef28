"""A text read word by word, words that moved an answer, and honesty."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from helpers.figures.style import COLOURS, VALUES


def reading(
    words: Sequence[str],
    probabilities: np.ndarray,
    states: np.ndarray,
    *,
    title: str = "",
    ylabel: str = "probability of positive",
) -> np.ndarray:
    """Draws what a network believes after each word, and the state it is in.

    Args:
        words: one a step.
        probabilities: after each word, shape `(time,)`, from 0 to 1.
        states: hidden states after each word, shape `(time, units)`, from -1
            to 1.
        title: the finding, as a sentence.
        ylabel: what the probability is of.

    Returns:
        The axes of the two panels, shape `(2,)`.

    Raises:
        ValueError: if the three do not have one entry a word.
    """
    probabilities, states = np.asarray(probabilities), np.asarray(states)
    steps = len(words)
    if probabilities.shape != (steps,) or states.shape[:1] != (steps,):
        raise ValueError(
            f"reading needs one probability and one state a word: {steps} "
            f"words, but shapes {probabilities.shape} and {states.shape}."
        )
    _, axes = plt.subplots(
        2, 1, sharex=True, figsize=(7.2, 4.4), height_ratios=[1, 1.15]
    )
    _probability(axes[0], probabilities)
    axes[0].set(title=title, ylabel=ylabel.replace(" of ", "\nof "))
    image = axes[1].imshow(
        states.T, aspect="auto", cmap=VALUES, vmin=-1, vmax=1
    )
    axes[1].set(ylabel="unit of the\nhidden state", yticks=[])
    axes[1].grid(False)
    axes[1].set_xticks(
        range(steps),
        words,
        rotation=60,
        ha="right",
        rotation_mode="anchor",
        fontsize=9,
    )
    axes[1].tick_params(axis="x", length=0)
    axes[0].tick_params(axis="x", length=0, labelbottom=False)
    axes[1].figure.colorbar(image, ax=axes[1], pad=0.01, ticks=[-1, 0, 1])
    return axes


def _probability(ax, probabilities):
    steps = np.arange(len(probabilities))
    ax.axhline(0.5, color=COLOURS["weight"], lw=1)
    ax.plot(steps, probabilities, color=COLOURS["output"], lw=1.2)
    for positive, marker in ((True, "^"), (False, "v")):
        shown = (probabilities >= 0.5) == positive
        ax.plot(
            steps[shown], probabilities[shown], marker, color=COLOURS["output"]
        )
    ax.set(ylim=(-0.04, 1.04), xlim=(-0.5, len(steps) - 0.5))


def moved(
    words: Sequence[str],
    weights: Mapping[str, np.ndarray],
    *,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws how much each word moved an answer, one row of cells a method.

    Args:
        words: one a column.
        weights: from the name of a method to one number a word, shape
            `(time,)`; each row is scaled by its largest magnitude.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is no method, or not one number a word.
    """
    if not weights:
        raise ValueError("moved needs the weights of at least one method.")
    for name, row in weights.items():
        if np.shape(row) != (len(words),):
            raise ValueError(
                f"moved needs one weight a word: {len(words)} words, but "
                f"{name!r} has shape {np.shape(row)}."
            )
    if ax is None:
        _, ax = plt.subplots(figsize=(7.2, 1.5 + 0.42 * len(weights)))
    rows = np.stack([np.asarray(row, dtype=float) for row in weights.values()])
    largest = np.max(np.abs(rows), axis=1, keepdims=True)
    ax.imshow(
        rows / np.where(largest > 0, largest, 1),
        aspect="auto",
        cmap=VALUES,
        vmin=-1,
        vmax=1,
    )
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            strong = abs(value) > 0.6 * largest[i, 0] > 0
            ax.text(
                j,
                i,
                f"{round(value, 1) + 0:+.1f}".replace("-", "\N{MINUS SIGN}"),
                ha="center",
                va="center",
                fontsize=min(8, 110 / len(words)),
                color="white" if strong else COLOURS["target"],
            )
    ax.set_xticks(
        range(len(words)),
        words,
        rotation=60,
        ha="right",
        rotation_mode="anchor",
    )
    ax.set_yticks(range(len(weights)), list(weights))
    ax.tick_params(length=0)
    ax.grid(False)
    ax.spines[:].set_visible(False)
    ax.set_title(title)
    return ax


def reliability(
    probabilities: Mapping[str, np.ndarray],
    labels: np.ndarray,
    *,
    bins: int = 5,
    title: str = "",
) -> np.ndarray:
    """Draws the share of positives against the probability that was stated.

    Answers are sorted and cut into bins of equal size. Where a network is
    well calibrated, its points lie on the diagonal. Bars show two standard
    errors.

    Args:
        probabilities: from a name to what was stated, shape `(texts,)`.
        labels: 1 or 0, shape `(texts,)`.
        bins: number of bins.
        title: the finding, as a sentence.

    Returns:
        The axes, one a name.

    Raises:
        ValueError: if there is not one probability a label, or fewer labels
            than bins.
    """
    labels = np.asarray(labels, dtype=float)
    for name, stated in probabilities.items():
        if np.shape(stated) != labels.shape:
            raise ValueError(
                f"reliability needs one probability a label: {name!r} has "
                f"shape {np.shape(stated)}, the labels {labels.shape}."
            )
    if not 0 < bins <= len(labels):
        raise ValueError(
            f"reliability needs at least as many labels as bins; there are "
            f"{len(labels)} and {bins}."
        )
    figure, axes = plt.subplots(
        1, len(probabilities), sharey=True, squeeze=False, figsize=(7.0, 3.3)
    )
    figure.suptitle(title, x=0.01, ha="left", fontsize=11)
    for ax, (name, stated) in zip(axes[0], probabilities.items(), strict=True):
        order = np.argsort(stated, kind="stable")
        parts = np.array_split(order, bins)
        said = [np.mean(np.asarray(stated)[part]) for part in parts]
        found = np.array([np.mean(labels[part]) for part in parts])
        sizes = np.array([len(part) for part in parts])
        error = 2 * np.sqrt(found * (1 - found) / sizes)
        ax.plot([0, 1], [0, 1], color=COLOURS["weight"], lw=1)
        ax.errorbar(
            said, found, error, fmt="o-", color=COLOURS["output"], capsize=3
        )
        ax.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), title=name)
        ax.set_xlabel("stated probability of positive")
    axes[0][0].set_ylabel("share that is positive")
    return axes[0]


def word_map(
    words: Sequence[str],
    places: np.ndarray,
    values: np.ndarray,
    *,
    title: str = "",
    xlabel: str = "",
    ylabel: str = "",
    label: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws words at places of a plane, coloured by a value of their own.

    A word is left out where it would cover one drawn before it.

    Args:
        words: the words, the most important first.
        places: shape `(words, 2)`.
        values: shape `(words,)`: the colour, blue below zero, red above.
        title: the finding, as a sentence.
        xlabel: name of the horizontal direction.
        ylabel: name of the vertical direction.
        label: what the colour means.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is not one place and one value a word.
    """
    places, values = np.asarray(places), np.asarray(values)
    if places.shape != (len(words), 2) or values.shape != (len(words),):
        raise ValueError(
            f"word_map needs one place and one value a word: {len(words)} "
            f"words, but shapes {places.shape} and {values.shape}."
        )
    if ax is None:
        _, ax = plt.subplots(figsize=(7.2, 4.2))
    limit = np.quantile(np.abs(values), 0.9)
    dots = ax.scatter(
        *places.T, c=values, cmap=VALUES, vmin=-limit, vmax=limit, s=14,
        edgecolor="#999999", linewidth=0.3,
    )  # fmt: skip
    ax.margins(0.08)
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    ax.figure.colorbar(dots, ax=ax, pad=0.01, label=label)
    ax.figure.canvas.draw()
    taken = []
    for word, place in zip(words, places, strict=True):
        text = ax.annotate(
            word, place, xytext=(4, 0), textcoords="offset points",
            fontsize=8, va="center",
        )  # fmt: skip
        box = text.get_window_extent().expanded(1.05, 1.1)
        inside = ax.bbox.contains(box.x1, box.y1)
        if not inside or any(box.overlaps(other) for other in taken):
            text.remove()
        else:
            taken.append(box)
    return ax


def by_group(
    values: Mapping[str, np.ndarray],
    groups: Sequence[str],
    sizes: np.ndarray,
    *,
    title: str = "",
    xlabel: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws the accuracy of several models in groups of texts.

    A grey bar reaches two standard errors to both sides of the models' mean:
    what chance alone would move one accuracy in a group of that size.

    Args:
        values: from a model's name to its accuracy in each group, shape
            `(groups,)`.
        groups: the names of the groups, drawn from top to bottom.
        sizes: number of texts in each group, shape `(groups,)`.
        title: the finding, as a sentence.
        xlabel: name of the horizontal axis.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if there is no model, or not one accuracy and one size a
            group.
    """
    rows = {name: np.asarray(row, dtype=float) for name, row in values.items()}
    shapes = {np.shape(sizes), *(row.shape for row in rows.values())}
    if not rows or shapes != {(len(groups),)}:
        raise ValueError(
            f"by_group needs a model, and one accuracy and one size for each "
            f"of {len(groups)} groups; it got {len(rows)} models and the "
            f"shapes {sorted(shapes)}."
        )
    if ax is None:
        _, ax = plt.subplots(figsize=(7.0, 1.4 + 0.4 * len(groups)))
    places = np.arange(len(groups))
    mean = np.mean(list(rows.values()), axis=0)
    error = 2 * np.sqrt(mean * (1 - mean) / np.asarray(sizes))
    ax.barh(places, 2 * error, left=mean - error, height=0.7, color="#E4E4E4")
    ax.axvline(0.5, color=COLOURS["weight"], lw=1)
    markers = "sDo^vP*"
    palette = ["weight", "target", "state", "cell", "output", "input", "other"]
    shift = np.linspace(-0.22, 0.22, len(rows)) if len(rows) > 1 else [0.0]
    for i, (name, row) in enumerate(rows.items()):
        ax.plot(
            row,
            places + shift[i],
            markers[i % len(markers)],
            color=COLOURS[palette[i % len(palette)]],
            markersize=6,
            label=name,
        )
    ax.set_yticks(places, groups)
    ax.set_ylim(len(groups) - 0.5, -0.5)
    ax.grid(False, axis="y")
    ax.set(title=title, xlabel=xlabel)
    ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), fontsize=9)
    return ax
