"""The sunspot numbers: the right series, and one clear sentence otherwise."""

import numpy as np
import pytest

from helpers.data import sunspots


def test_the_series_is_whole():
    data = sunspots.load()
    np.testing.assert_array_equal(data.years, np.arange(1700, 2009))
    assert data.numbers.shape == (309,)
    assert data.numbers[data.years == 1957] == data.numbers.max() == 190.2


def test_an_unknown_source_is_named():
    with pytest.raises(ValueError, match="one source, \"bundled\", but 'jena'"):
        sunspots.load("jena")
