"""Pictures of a recurrent neuron as a dynamical system."""

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from helpers.figures.curves import curves
from helpers.figures.style import COLOURS


def traces(
    inputs: np.ndarray,
    states: Mapping[str, np.ndarray],
    *,
    input_name: str = "input",
    title: str = "",
    xlabel: str = "time step",
    ylabel: str = "",
    colours: Mapping[str, str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draws the input of a neuron as stems and states over them as curves.

    Args:
        inputs: shape `(time,)`.
        states: from name to values, shape `(time,)`.
        input_name: label of the stems, written at the right end.
        title: the finding, as a sentence.
        xlabel: name and unit of the horizontal axis.
        ylabel: name and unit of the vertical axis.
        colours: from name to a role of `COLOURS` or to any colour.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if `inputs` does not have one axis, or if the states do not
            have one value a step.
    """
    inputs = np.asarray(inputs, dtype=float)
    if inputs.ndim != 1:
        raise ValueError(
            "traces draws one sequence, so inputs must have shape (time,); "
            f"it has shape {inputs.shape}."
        )
    for name, values in states.items():
        if np.shape(values) != inputs.shape:
            raise ValueError(
                f"traces needs one state a step: {name!r} has shape "
                f"{np.shape(values)}, expected {inputs.shape}."
            )
    if ax is None:
        _, ax = plt.subplots()
    steps = np.arange(1, len(inputs) + 1)
    colour = COLOURS["input"]
    ax.vlines(steps, 0, inputs, color=colour, linewidth=1.2)
    curves(
        {**states, input_name: np.zeros(len(steps))},
        steps,
        title=title,
        xlabel=xlabel,
        ylabel=ylabel,
        colours={**(colours or {}), input_name: colour},
        ax=ax,
    )
    ax.lines[-1].set(linewidth=0.8, linestyle="-")  # the foot of the stems
    ax.set_xlim(0, len(inputs) + 1)
    return ax


def cobweb(
    update: Callable[[np.ndarray], np.ndarray],
    starts: Sequence[float],
    *,
    steps: int = 12,
    limit: float = 1.1,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draws one step of a neuron as a graph, and states that follow it.

    A state climbs vertically to the graph of the update and horizontally to
    the diagonal, where the next state is read off. Fixed points are where the
    graph meets the diagonal.

    Args:
        update: function from the states, shape `(points,)`, to the states one
            step later, of the same shape.
        starts: the states in which the staircases begin.
        steps: number of steps that each staircase shows.
        limit: both axes reach from `-limit` to `limit`.
        title: the finding, as a sentence.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if `update` changes the shape of the states.
    """
    grid = np.linspace(-limit, limit, 401)
    after = np.asarray(update(grid))
    if after.shape != grid.shape:
        raise ValueError(
            "update must return one state for each state it is given: expected "
            f"shape {grid.shape}, it returned {after.shape}."
        )
    if ax is None:
        _, ax = plt.subplots(figsize=(3.6, 3.6))
    ax.plot(grid, grid, color=COLOURS["weight"], linewidth=1.0)
    ax.plot(grid, after, color=COLOURS["target"])
    for start in starts:
        path = [(start, start)]
        for _ in range(steps):
            now = path[-1][1]
            then = float(np.asarray(update(np.array([now])))[0])
            path += [(now, then), (then, then)]
        ax.plot(*zip(*path, strict=True), color=COLOURS["state"], lw=1.2)
        ax.plot(start, start, "o", color=COLOURS["state"], markersize=5)
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), title=title)
    ax.set(xlabel="state now", ylabel="state one step later")
    ax.set_aspect("equal")
    return ax


def branches(
    parameter: np.ndarray,
    points: np.ndarray,
    stable: np.ndarray,
    *,
    title: str = "",
    xlabel: str = "",
    ylabel: str = "fixed point $h^*$",
    ax: Axes | None = None,
) -> Axes:
    """Draws fixed points against a parameter: stable bold, unstable faint.

    Args:
        parameter: shape `(points,)`; a value with several fixed points occurs
            several times.
        points: the fixed points, shape `(points,)`.
        stable: whether each one is stable, booleans, shape `(points,)`.
        title: the finding, as a sentence.
        xlabel: name of the parameter.
        ylabel: name of the fixed points.
        ax: axes to draw on; new ones where it is not given.

    Returns:
        The axes.

    Raises:
        ValueError: if the three shapes are not `(points,)` with one length.
    """
    parameter, points = np.asarray(parameter), np.asarray(points)
    stable = np.asarray(stable, dtype=bool)
    shapes = [parameter.shape, points.shape, stable.shape]
    if parameter.ndim != 1 or len(set(shapes)) != 1:
        raise ValueError(
            "branches needs three arrays of one shape (points,); parameter, "
            f"points and stable have the shapes {shapes}."
        )
    if ax is None:
        _, ax = plt.subplots()
    ax.scatter(
        parameter[~stable],
        points[~stable],
        s=2,
        color=COLOURS["weight"],
        alpha=0.45,
        linewidth=0,
    )
    ax.scatter(
        parameter[stable],
        points[stable],
        s=9,
        color=COLOURS["state"],
        linewidth=0,
    )
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    return ax
