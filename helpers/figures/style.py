"""One palette and one plot style for the whole course."""

import matplotlib as mpl

#: The colour of each role, everywhere in the course. Taken from the palette of
#: Okabe and Ito (2008), which readers with any colour vision can tell apart.
COLOURS = {
    "input": "#0072B2",
    "state": "#D55E00",
    "cell": "#009E73",
    "output": "#AA4499",
    "target": "#222222",
    "weight": "#6B6B6B",
    "other": "#56B4E9",
}

#: Colour map of signed values: blue below zero, white at zero, red above.
VALUES = "RdBu_r"


def use_style() -> None:
    """Sets the course's defaults of matplotlib for the running kernel."""
    mpl.rcParams.update(
        {
            "figure.figsize": (7.0, 3.2),
            "figure.dpi": 110,
            "savefig.dpi": 110,
            "figure.constrained_layout.use": True,
            "font.size": 10,
            "axes.titlesize": 11,
            "axes.titlelocation": "left",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "grid.color": "#E4E4E4",
            "axes.axisbelow": True,
            "lines.linewidth": 1.8,
            "legend.frameon": False,
            "image.cmap": VALUES,
            "axes.prop_cycle": mpl.cycler(color=list(COLOURS.values())),
        }
    )
