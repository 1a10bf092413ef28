"""A beam search, drawn as a tree of beginnings."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from helpers.figures.style import COLOURS


def search_tree(
    following: Mapping[str, Mapping[str, float]],
    *,
    width: int,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws which beginnings a beam keeps in a language of two-word sentences.

    Args:
        following: from a word to the words that may come next with their
            probabilities; "" stands for the start of a sentence. A word that
            has none ends it.
        width: beginnings that are kept in each step.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if nothing follows the start, or if width is below 1.
    """
    if not following.get("") or width < 1:
        raise ValueError(
            "search_tree needs words that follow the start, '', and a width "
            f"of at least 1; got {sorted(following)} and {width}."
        )
    first = dict(following[""])
    pairs = {
        (word, other): p * q
        for word, p in first.items()
        for other, q in following.get(word, {}).items()
    }
    kept = set(sorted(first, key=lambda word: -first[word])[:width])
    seen = {pair: p for pair, p in pairs.items() if pair[0] in kept}
    best = set(sorted(seen, key=lambda pair: -seen[pair])[:width])
    if ax is None:
        _, ax = plt.subplots(figsize=(7.0, 0.7 + 0.36 * len(pairs)))
    rows = {pair: -i for i, pair in enumerate(pairs)}
    middle = {}
    for word in first:
        own = [row for pair, row in rows.items() if pair[0] == word]
        middle[word] = sum(own) / len(own) if own else 0.0
    root = sum(middle.values()) / len(middle)
    _node(ax, 0.0, root, "(start)", True)
    for word, p in first.items():
        _edge(ax, (0.0, root), (1.0, middle[word]), word in kept)
        _node(ax, 1.0, middle[word], f"{word}  {p:.2f}", word in kept)
    top = max(pairs, key=pairs.get, default=None)
    for pair, row in rows.items():
        _edge(ax, (1.0, middle[pair[0]]), (2.0, row), pair in best)
        text = f"{' '.join(pair)}  {pairs[pair]:.3f}"
        _node(
            ax, 2.0, row, text + ("  (best)" if pair == top else ""),
            pair in best,
        )  # fmt: skip
    ax.set(title=title, xlim=(-0.3, 2.75), xticks=[], yticks=[])
    ax.set_ylim(-len(pairs) + 0.4, 0.6)
    ax.grid(False)
    ax.spines[:].set_visible(False)
    return ax


def _edge(ax, start, end, kept):
    (x, y), (to_x, to_y) = start, end
    ax.plot(
        [x + 0.3, to_x - 0.02],
        [y, to_y],
        color=COLOURS["state" if kept else "weight"],
        linestyle="-" if kept else ":",
        lw=1.8 if kept else 1.2,
    )


def _node(ax, x, y, text, kept):
    ax.text(
        x,
        y,
        text,
        va="center",
        ha="left",
        fontsize=9,
        color=COLOURS["state" if kept else "weight"],
        weight="bold" if kept else "normal",
    )
