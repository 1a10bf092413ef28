"""Figures of running text."""

import matplotlib as mpl
import numpy as np
import pytest

from helpers import figures

mpl.use("Agg")


def test_each_character_stands_in_its_cell():
    text = "one two\nthree"
    ax = figures.running_text(text, np.arange(13), width=5, limits=(0, 12))
    shown = {t.get_position(): t.get_text() for t in ax.texts}
    assert len(shown) == 13
    assert shown[(0, 0)] == "o"
    assert shown[(3, 0)] == ""  # a space
    assert shown[(2, 1)] == "¶"
    grid = ax.images[0].get_array()
    assert grid.shape == (3, 5)
    assert grid[1, 2] == 7
    assert np.ma.getmaskarray(np.ma.masked_invalid(grid)).sum() == 2


def test_the_letter_can_be_read_on_its_colour():
    ax = figures.running_text("ab", np.array([0.0, 1.0]), limits=(0, 1))
    assert [t.get_color() for t in ax.texts] == ["black", "white"]


@pytest.mark.parametrize(("text", "size"), [("abc", 2), ("", 0)])
def test_it_rejects(text, size):
    with pytest.raises(ValueError, match="one value for each character"):
        figures.running_text(text, np.zeros(size))
