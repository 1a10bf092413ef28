"""The picture of the front page: one neuron that forgets, one that remembers.

Both read the same noise and the same three presses of a button. Only the
recurrent weight differs.
"""

from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np

from helpers.figures import COLOURS, use_style

STEPS, STARTS, NOISE = 120, 41, 0.1
PRESSES = {30: 1.0, 60: -1.0, 90: 1.0}
#: For each panel: file, recurrent weight, input weight and headline.
PANELS = {
    "forgets": (0.9, 1.0, "$w_h = 0.9$: every press fades"),
    "remembers": (2.0, 3.0, "$w_h = 2$: each press stays"),
}
INK = {"light": "#222832", "dark": "#E8EAED"}


def states(w_h: float, w_x: float) -> np.ndarray:
    """Runs one neuron from many start states over noise and presses.

    Args:
        w_h: recurrent weight.
        w_x: weight of the input.

    Returns:
        Shape `(starts, time + 1)`, the start states included.
    """
    rng = np.random.default_rng(2)
    inputs = NOISE * rng.standard_normal((STARTS, STEPS))  # (starts, time)
    for step, press in PRESSES.items():
        inputs[:, step] += press
    h = np.linspace(-1, 1, STARTS)  # (starts,)
    found = [h]
    for t in range(STEPS):
        h = np.tanh(w_x * inputs[:, t] + w_h * h)
        found.append(h)
    return np.stack(found, axis=1)  # (starts, time + 1)


def _panel(w_h, w_x, title, ink):
    paths = states(w_h, w_x)
    figure, ax = plt.subplots(figsize=(5.6, 3.1))
    above, below = COLOURS["state"], COLOURS["other"]
    for path in paths:
        ax.plot(path, color=above if path[0] > 0 else below, lw=0.8, alpha=0.6)
    for step, press in PRESSES.items():
        sign = "▲" if press > 0 else "▼"
        ax.text(step, -1.36, f"{sign} {press:+.0f}", ha="center", color=ink)
    ax.set(title=title, xlabel="step", ylabel="hidden state")
    ax.set(ylim=(-1.45, 1.08), xlim=(0, STEPS), yticks=[-1, 0, 1])
    return figure


def draw(folder: Path) -> list[Path]:
    """Draws both panels for light and for dark pages.

    Args:
        folder: where the SVG files go.
    """
    paths = []
    for mode, ink in INK.items():
        for name, (w_h, w_x, title) in PANELS.items():
            with mpl.rc_context():
                use_style()
                mpl.rcParams.update(
                    {
                        "text.color": ink,
                        "axes.labelcolor": ink,
                        "axes.edgecolor": ink,
                        "axes.grid": False,
                        "xtick.color": ink,
                        "ytick.color": ink,
                        "axes.titlesize": 13,
                        "font.size": 11,
                        "svg.hashsalt": "unrolled",
                    }
                )
                figure = _panel(w_h, w_x, title, ink)
                paths.append(folder / f"{name}-{mode}.svg")
                figure.savefig(
                    paths[-1], transparent=True, metadata={"Date": None}
                )
                plt.close(figure)
    return paths
