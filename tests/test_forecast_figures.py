"""The pictures of windows and periods."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures

mpl.use("Agg")


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_windows_shows_the_numbers_of_the_arrays_at_their_times():
    x = np.array([[1.0, 2, 3], [2, 3, 4]])
    ax = figures.windows(x, np.array([4.0, 5.0]), [10, 11], title="cut")
    shown = [(text.get_text(), text.get_position()) for text in ax.texts]
    assert shown[:4] == [
        ("1", (10, 0)),
        ("2", (11, 0)),
        ("3", (12, 0)),
        ("4", (13, 0)),
    ]
    assert shown[-1] == ("5", (14, 1))
    assert ax.get_title(loc="left") or ax.get_title() == "cut"


def test_windows_puts_a_later_target_apart_and_wide_ones_have_no_numbers():
    ax = figures.windows(np.ones((2, 3)), np.ones(2), ahead=2)
    assert ax.texts[3].get_position() == (4, 0)
    assert figures.windows(np.ones((2, 30)), np.ones(2)).texts[:] == []


def test_windows_names_shapes_that_do_not_agree():
    with pytest.raises(ValueError, match=r"\(2, 3, 1\), \(2,\)"):
        figures.windows(np.ones((2, 3, 1)), np.ones(2))
    with pytest.raises(ValueError, match=r"\(3,\)"):
        figures.windows(np.ones((2, 3)), np.ones(3))


def test_periods_draws_every_series_and_names_every_span():
    dates = np.arange("2001-01", "2002-01", dtype="datetime64[M]")
    ax = figures.periods(
        dates,
        {"measured": np.arange(12), "forecast": np.arange(12) + 1},
        {"train": (dates[0], dates[5]), "test": (dates[6], dates[11])},
    )
    assert [line.get_label() for line in ax.lines] == ["measured", "forecast"]
    assert [text.get_text() for text in ax.texts] == ["train", "test"]
    assert len({line.get_linestyle() for line in ax.lines}) == 2


def test_periods_names_a_series_of_another_length():
    with pytest.raises(ValueError, match="'b' has shape"):
        figures.periods(np.arange(3), {"a": np.ones(3), "b": np.ones(4)})
    with pytest.raises(ValueError, match="at least one"):
        figures.periods(np.arange(3), {})
