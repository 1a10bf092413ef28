"""Yearly sunspot numbers from 1700 to 2008, as statsmodels ships them.

Source: National Geophysical Data Center, NOAA; in the public domain.
"""

from dataclasses import dataclass

import numpy as np

from .files import package_file


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
        DataError: if the installed statsmodels does not hold the file.
    """
    if source != "bundled":
        raise ValueError(
            f'The sunspot numbers have one source, "bundled", but {source!r} '
            "was asked for. Set DATASET in the parameters cell."
        )
    path = package_file("statsmodels", "datasets/sunspots/sunspots.csv")
    years, numbers = np.loadtxt(path, delimiter=",", skiprows=1).T
    return Sunspots(years.astype(int), numbers)
