"""Pictures of gated cells: one step with its values, and gates over time."""

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyBboxPatch

from helpers.figures.curves import curves
from helpers.figures.style import COLOURS

_CELL = ["x", "h_before", "c_before", "f", "i", "g", "o", "c", "h"]
_COLUMNS = {"f": 1.9, "i": 3.55, "g": 5.25, "o": 6.9}
_NAMES = {
    "f": "forget gate",
    "i": "input gate",
    "g": "candidate",
    "o": "output gate",
}
_TOP, _MIDDLE, _BOTTOM = 4.4, 1.7, 0.0


def lstm_cell(
    values: Mapping[str, float],
    *,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws one step of one LSTM unit with its live values.

    Args:
        values: one number for each of "x", "h_before", "c_before", "f", "i",
            "g", "o", "c" and "h".
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if a value is missing or is not one number.
    """
    v = _numbers("lstm_cell", values, _CELL)
    if ax is None:
        _, ax = plt.subplots(figsize=(8.2, 4.4))
    ax.set_axis_off()
    ax.set_aspect("equal")
    times, plus = (_COLUMNS["f"], _TOP), (4.4, _TOP)
    write, show = (4.4, 3.1), (8.3, 3.1)
    start, end = (-0.2, _TOP), (10.2, _TOP)
    _line(ax, [(0.64, _TOP), (1.6, _TOP)], "cell")
    _line(ax, [(2.2, _TOP), (4.1, _TOP)], "cell")
    _line(ax, [(4.7, _TOP), (9.4, _TOP)], "cell")
    _line(ax, [(8.3, _TOP), (8.3, 3.4)], "cell")
    ax.text(8.42, 3.8, f"tanh: {np.tanh(v['c']):.2f}", fontsize=8, va="center")
    _line(ax, [(4.4, 3.4), (4.4, _TOP - 0.3)], "cell")
    ax.text(4.52, 3.75, f"{v['i'] * v['g']:.2f}", fontsize=8, va="center")
    kept = f"kept: {v['f'] * v['c_before']:.2f}"
    ax.text(3.15, _TOP + 0.25, kept, fontsize=8, ha="center")
    up = _MIDDLE + 0.36
    _line(ax, [(_COLUMNS["f"], up), (_COLUMNS["f"], _TOP - 0.3)], "weight")
    for name, side in (("i", -0.3), ("g", 0.3)):
        x = _COLUMNS[name]
        _line(ax, [(x, up), (x, 3.1), (4.4 + side, 3.1)], "weight")
    x = _COLUMNS["o"]
    _line(ax, [(x, up), (x, 3.1), (8.0, 3.1)], "weight")
    _line(ax, [(8.6, 3.1), (9.4, 3.1)], "state")
    _line(ax, [(0.64, _BOTTOM), (x, _BOTTOM)], "state", head=False)
    for name, x in _COLUMNS.items():
        _line(ax, [(x, _BOTTOM), (x, _MIDDLE - 0.36)], "state")
        _box(ax, (x, _MIDDLE), f"${name}_t$ = {v[name]:.2f}", "weight", 1.25)
        ax.text(
            x,
            0.83,
            _NAMES[name],
            fontsize=8,
            ha="center",
            color=COLOURS["weight"],
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6},
        )
    _line(ax, [(1.2, -0.9), (1.2, _BOTTOM)], "input", head=False)
    ax.plot(1.2, _BOTTOM, "o", color=COLOURS["target"], ms=5)  # side by side
    for (x, y), sign in [(times, "×"), (plus, "+"), (write, "×"), (show, "×")]:
        ax.add_patch(Circle((x, y), 0.28, fc="white", ec=COLOURS["target"]))
        ax.text(x, y, sign, ha="center", va="center", fontsize=12)
    _box(ax, start, f"$c_{{t-1}}$ = {v['c_before']:.2f}", "cell", 1.5)
    _box(ax, end, f"$c_t$ = {v['c']:.2f}", "cell", 1.4)
    _box(ax, (10.2, 3.1), f"$h_t$ = {v['h']:.2f}", "state", 1.4)
    _box(
        ax, (-0.2, _BOTTOM), f"$h_{{t-1}}$ = {v['h_before']:.2f}", "state", 1.5
    )
    _box(ax, (1.2, -1.1), f"$x_t$ = {v['x']:.2f}", "input", 1.4)
    ax.set_xlim(-1.2, 11.1)
    ax.set_ylim(-1.6, 5.0)
    ax.set_title(title)
    return ax


def _line(ax, points, role, head=True):
    colour = COLOURS[role]
    ax.plot(*zip(*points, strict=True), color=colour, lw=1.5, zorder=1)
    if head:
        arrow = {"arrowstyle": "-|>", "color": colour, "shrinkA": 0}
        arrow |= {"shrinkB": 0, "mutation_scale": 10}
        ax.annotate("", points[-1], points[-2], arrowprops=arrow)


def _box(ax, at, text, role, width):
    x, y = at
    ax.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - 0.24),
            width,
            0.48,
            boxstyle="round,pad=0.08",
            facecolor="white",
            edgecolor=COLOURS[role],
            linewidth=1.5,
            zorder=2,
        )
    )
    ax.text(x, y, text, ha="center", va="center", fontsize=8.5, zorder=3)


def gates_over_time(
    inputs: np.ndarray,
    gates: Mapping[str, np.ndarray],
    memory: Mapping[str, np.ndarray],
    *,
    events: Mapping[str, Sequence[int]],
    title: str = "",
    colours: Mapping[str, str] | None = None,
) -> list[Axes]:
    """Draws inputs, gates and memory of one unit, one above the other.

    Args:
        inputs: shape `(time,)`, drawn as stems.
        gates: from name to values between 0 and 1, shape `(time,)`.
        memory: from name to values, shape `(time,)`: cell state, output.
        events: from name to the time steps (counted from 1) that are marked
            by dotted lines through all panels.
        title: the finding, as a sentence.
        colours: from name to a role of `COLOURS` or to any colour.

    Returns:
        The three axes, from top to bottom.

    Raises:
        ValueError: if `inputs` does not have one axis, or if a curve does not
            have one value a step.
    """
    inputs = np.asarray(inputs, dtype=float)
    if inputs.ndim != 1:
        raise ValueError(
            "gates_over_time draws one sequence, so inputs must have shape "
            f"(time,); it has shape {inputs.shape}."
        )
    for name, values in {**gates, **memory}.items():
        if np.shape(values) != inputs.shape:
            raise ValueError(
                f"gates_over_time needs one value a step: {name!r} has shape "
                f"{np.shape(values)}, expected {inputs.shape}."
            )
    _, axes = plt.subplots(
        3,
        figsize=(7.4, 5.0),
        sharex=True,
        height_ratios=[1, 1.4, 1.6],
    )
    steps = np.arange(1, len(inputs) + 1)
    axes[0].vlines(steps, 0, inputs, color=COLOURS["input"], linewidth=1.4)
    axes[0].set(ylabel="input", title=title)
    for ax, series, label in [
        (axes[1], gates, "gate"),
        (axes[2], memory, "memory"),
    ]:
        curves(series, steps, ylabel=label, colours=colours, ax=ax)
        for line in ax.lines:
            line.set_drawstyle("steps-mid")
    low, high = min(0.0, inputs.min()), max(0.0, inputs.max())
    axes[0].set_ylim(low, high + 0.35 * (high - low or 1.0))  # for the names
    axes[1].set_ylim(-0.08, 1.08)
    axes[2].set_xlabel("time step")
    for name, where in events.items():
        for step in where:
            for ax in axes:
                ax.axvline(
                    step, color=COLOURS["target"], ls=":", lw=1, zorder=0
                )
            axes[0].annotate(
                name,
                (step, 1),
                xycoords=axes[0].get_xaxis_transform(),
                xytext=(0, -2),
                textcoords="offset points",
                fontsize=8,
                ha="center",
                va="top",
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.2},
            )
    return list(axes)


_GRU = ["x", "h_before", "r", "z", "g", "h"]


def gru_cell(
    values: Mapping[str, float],
    *,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws one step of one GRU unit with its live values.

    Args:
        values: one number for each of "x", "h_before", "r", "z", "g" and "h".
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if a value is missing or is not one number.
    """
    v = _numbers("gru_cell", values, _GRU)
    if ax is None:
        _, ax = plt.subplots(figsize=(8.2, 3.9))
    ax.set_axis_off()
    ax.set_aspect("equal")
    top, middle, bottom = 3.6, 1.7, 0.0
    keep, plus, write = (3.2, top), (6.2, top), (6.2, 2.75)
    _line(ax, [(0.64, top), (2.9, top)], "state")
    _line(ax, [(3.5, top), (5.9, top)], "state")
    _line(ax, [(6.5, top), (9.4, top)], "state")
    ax.text(
        4.7,
        top + 0.25,
        f"kept: {v['z'] * v['h_before']:.2f}",
        fontsize=8,
        ha="center",
    )
    _line(ax, [(1.0, top), (1.0, bottom)], "state", head=False)
    _line(ax, [(1.0, bottom), (5.0, bottom)], "state", head=False)
    _line(ax, [(6.2, 3.05), (6.2, top - 0.3)], "state")
    ax.text(
        6.32,
        3.18,
        f"{(1 - v['z']) * v['g']:.2f}",
        fontsize=8,
        va="center",
    )
    up, low = middle + 0.36, middle - 0.36
    _line(ax, [(3.2, up), (3.2, top - 0.3)], "weight")
    _line(ax, [(3.2, 2.75), (5.9, 2.75)], "weight")
    ax.text(4.5, 2.87, f"1 − z: {1 - v['z']:.2f}", fontsize=8, ha="center")
    _line(ax, [(7.4, up), (7.4, 2.75), (6.5, 2.75)], "weight")
    _line(ax, [(3.2, bottom), (3.2, low)], "state")
    _line(ax, [(5.0, bottom), (5.0, low)], "state")
    reset = (6.2, bottom)
    _line(ax, [(5.0, bottom), (5.9, bottom)], "state")
    _line(ax, [(5.65, middle), (6.2, middle), (6.2, 0.3)], "weight")
    _line(ax, [(6.5, bottom), (7.4, bottom), (7.4, low)], "state")
    _line(ax, [(5.3, -1.2), (5.3, -0.7)], "input", head=False)
    for name, x, text in [
        ("z", 3.2, "update gate"),
        ("r", 5.0, "reset gate"),
        ("g", 7.4, "candidate"),
    ]:
        _line(ax, [(5.3, -0.7), (x + 0.3, -0.7), (x + 0.3, low)], "input")
        _box(ax, (x, middle), f"${name}_t$ = {v[name]:.2f}", "weight", 1.25)
        ax.text(
            x,
            0.83,
            text,
            fontsize=8,
            ha="center",
            color=COLOURS["weight"],
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6},
        )
    for (x, y), sign in [(keep, "×"), (plus, "+"), (write, "×"), (reset, "×")]:
        ax.add_patch(Circle((x, y), 0.28, fc="white", ec=COLOURS["target"]))
        ax.text(x, y, sign, ha="center", va="center", fontsize=12)
    before = f"$h_{{t-1}}$ = {v['h_before']:.2f}"
    _box(ax, (-0.2, top), before, "state", 1.5)
    _box(ax, (10.2, top), f"$h_t$ = {v['h']:.2f}", "state", 1.4)
    _box(ax, (5.3, -1.3), f"$x_t$ = {v['x']:.2f}", "input", 1.4)
    ax.set_xlim(-1.2, 11.1)
    ax.set_ylim(-1.8, 4.3)
    ax.set_title(title)
    return ax


def _numbers(function, values, names):
    """Returns one float a name, or says which one is missing."""
    for name in names:
        if name not in values or np.size(values[name]) != 1:
            raise ValueError(
                f"{function} needs one number for each of {', '.join(names)}; "
                f"{name!r} is {values.get(name)!r}."
            )
    return {name: float(np.squeeze(values[name])) for name in names}
