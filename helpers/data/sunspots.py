"""Yearly sunspot numbers from 1700 to 2008, as statsmodels ships them.

Source: National Geophysical Data Center, NOAA; in the public domain.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Sunspots:
    """A yearly series.

    Attributes:
        years: calendar years, shape `(time,)`, integers.
        numbers: mean sunspot number of each year, shape `(time,)`.
    """

    years: np.ndarray
    numbers: np.ndarray


def load(source: str = "bundled") -> Sunspots:
    """Loads the series; needs no network.

    Args:
        source: "bundled", the only source there is.

    Raises:
        ValueError: if `source` is anything else.
    """
    if source != "bundled":
        raise ValueError(
            f'The sunspot numbers have one source, "bundled", but {source!r} '
            "was asked for. Set DATASET in the parameters cell."
        )
    from statsmodels.datasets import sunspots

    table = sunspots.load_pandas().data
    return Sunspots(
        years=table["YEAR"].to_numpy().astype(int),
        numbers=table["SUNACTIVITY"].to_numpy().astype(float),
    )
