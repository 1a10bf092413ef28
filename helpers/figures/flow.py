"""The backward pass drawn: gradients that flow against the arrows of time."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from helpers.figures.style import COLOURS

_STEP = 2.3
_HEIGHT = {"output": 2.9, "state": 1.5, "weight": 0.1}


def gradient_flow(
    direct: Sequence[float | None],
    totals: Sequence[float],
    contributions: Sequence[float],
    *,
    carried_labels: Sequence[str] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws how the gradients of one recurrent neuron flow back in time.

    Args:
        direct: the gradient that each state receives from its own output, one
            number a step, or `None` at a step without an output.
        totals: the whole gradient of the loss with respect to each state.
        contributions: what each step adds to the gradient of the recurrent
            weight.
        carried_labels: texts on the arrows from each state to the state
            before it, one a step; the first one, which would leave the
            picture, is not drawn.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones of fitting size where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the numbers of steps do not agree, or if there is more
            than one sequence.
    """
    if np.ndim(totals) != 1:
        raise ValueError(
            "gradient_flow draws one sequence, so totals must have shape "
            f"(time,); it has shape {np.shape(totals)}."
        )
    time = len(totals)
    for name, row in [
        ("direct", direct),
        ("contributions", contributions),
        ("carried_labels", carried_labels),
    ]:
        if row is not None and len(row) != time:
            raise ValueError(
                f"gradient_flow needs one entry a step: {name} has "
                f"{len(row)}, but totals has {time}."
            )
    if ax is None:
        _, ax = plt.subplots(figsize=(1.6 * time + 2.6, 3.5))
    ax.set_axis_off()
    ax.set_aspect("equal")
    for t in range(1, time + 1):
        x = t * _STEP
        _box(ax, x, "state", totals[t - 1])
        _box(ax, x, "weight", contributions[t - 1])
        _flow(ax, (x, "state"), (x, "weight"), "weight")
        if direct[t - 1] is not None:
            _box(ax, x, "output", direct[t - 1])
            _flow(ax, (x, "output"), (x, "state"), "output")
        if t > 1:
            _flow(ax, (x, "state"), (x - _STEP, "state"), "state")
            label = carried_labels[t - 1] if carried_labels else ""
            ax.text(
                x - _STEP / 2,
                _HEIGHT["state"] + 0.42,
                label,
                color=COLOURS["state"],
                fontsize=8,
                ha="center",
                va="center",
            )
        ax.text(x, -0.8, f"t = {t}", ha="center", va="center", fontsize=9)
    for role, name in [
        ("output", "from the output $e_t$"),
        ("state", "in total $g_t$"),
        ("weight", "to $w_h$: $\\delta_t h_{t-1}$"),
    ]:
        ax.text(
            0.68 * _STEP,
            _HEIGHT[role],
            name,
            color=COLOURS[role],
            ha="right",
            va="center",
        )
    ax.set_title(title)
    ax.set_xlim(-0.25 * _STEP, (time + 0.4) * _STEP)
    ax.set_ylim(-1.1, 3.5)
    return ax


def _box(ax, x, role, value):
    y = _HEIGHT[role]
    ax.add_patch(
        FancyBboxPatch(
            (x - 0.42, y - 0.18),
            0.84,
            0.36,
            boxstyle="round,pad=0.12",
            facecolor="white",
            edgecolor=COLOURS[role],
            linewidth=1.6,
        )
    )
    text = f"{np.round(value, 2) + 0.0:.2f}"
    ax.text(x, y, text, ha="center", va="center", fontsize=9)


def _flow(ax, start, end, role):
    """An arrow between two boxes, dashed, since it runs backward."""
    (x0, from_role), (x1, to_role) = start, end
    y0, y1 = _HEIGHT[from_role], _HEIGHT[to_role]
    dx, dy = np.sign(x1 - x0) * 0.58, np.sign(y1 - y0) * 0.35
    ax.add_patch(
        FancyArrowPatch(
            (x0 + dx, y0 + dy),
            (x1 - dx, y1 - dy),
            arrowstyle="-|>",
            mutation_scale=11,
            color=COLOURS[role],
            linewidth=1.4,
            linestyle=(0, (4, 2)),
            shrinkA=0,
            shrinkB=0,
        )
    )
