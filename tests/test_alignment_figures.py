"""Alignments: the right share at the right word."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures

COLUMNS = ["she", "is", "tired", "."]
ROWS = ["elle", "est", "fatiguée"]
WEIGHTS = np.array([[0.7, 0.2, 0.1, 0], [0, 1, 0, 0], [0.3, 0, 0.7, 0]])


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_rows_are_targets_from_the_top_and_columns_are_sources():
    ax = figures.alignment(WEIGHTS, COLUMNS, ROWS, title="Found")
    (image,) = ax.images
    np.testing.assert_array_equal(image.get_array(), WEIGHTS)
    assert [t.get_text() for t in ax.get_xticklabels()] == COLUMNS
    assert [t.get_text() for t in ax.get_yticklabels()] == ROWS
    assert ax.get_ylim()[0] > ax.get_ylim()[1]  # the first row is on top
    assert "Found" in (ax.get_title(), ax.get_title(loc="left"))
    assert not ax.texts


def test_the_shades_go_from_zero_to_one_whatever_the_weights():
    ax = figures.alignment(WEIGHTS / 10, COLUMNS, ROWS)
    assert ax.images[0].get_clim() == (0, 1)


def test_each_share_is_written_into_its_place():
    ax = figures.alignment(WEIGHTS, COLUMNS, ROWS, numbers=True)
    written = {t.get_position(): t.get_text() for t in ax.texts}
    assert len(written) == WEIGHTS.size
    assert written[(2, 0)] == "0.10"
    assert written[(0, 2)] == "0.30"


def test_a_strip_has_a_picture_for_each_name():
    figure = figures.alignment_strip(
        {"start": WEIGHTS * 0, "step 9": WEIGHTS}, COLUMNS, ROWS, title="Grows"
    )
    titles = [ax.get_title(loc="center") for ax in figure.axes]
    assert titles == ["start", "step 9"]
    np.testing.assert_array_equal(figure.axes[1].images[0].get_array(), WEIGHTS)
    assert figure.get_suptitle() == "Grows"


def test_shapes_that_do_not_agree_are_refused():
    with pytest.raises(ValueError, match="a share for each row"):
        figures.alignment(WEIGHTS.T, COLUMNS, ROWS)
    with pytest.raises(ValueError, match="at least one picture"):
        figures.alignment_strip({}, COLUMNS, ROWS)
