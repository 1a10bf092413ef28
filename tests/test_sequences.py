"""Figures of sequences: they draw, and reject wrong shapes in a sentence."""

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures

matplotlib.use("Agg")


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_steps_draws_time_to_the_right():
    values = np.arange(6.0).reshape(3, 2)  # (time, features)
    ax = figures.steps(values, step_labels="abc", feature_labels="xy")
    drawn = np.asarray(ax.images[0].get_array())
    np.testing.assert_array_equal(drawn, values.T)
    assert [tick.get_text() for tick in ax.get_xticklabels()] == list("abc")


def test_steps_keeps_the_limits():
    ax = figures.steps(np.ones((3, 2)), limits=(-2, 2))
    assert ax.images[0].get_clim() == (-2, 2)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"values": np.zeros(4)}, r"\(time, features\), but got shape \(4,\)"),
        (
            {"values": np.zeros((3, 2)), "step_labels": "ab"},
            r"needs 3 step_labels for values of shape \(3, 2\), but got 2",
        ),
        (
            {"values": np.zeros((3, 2)), "feature_labels": "abc"},
            "needs 2 feature_labels",
        ),
    ],
)
def test_steps_rejects(arguments, message):
    with pytest.raises(ValueError, match=message):
        figures.steps(**arguments)


def test_batch_draws_a_sheet_a_sequence():
    values = np.random.default_rng(0).normal(size=(3, 5, 4))
    ax = figures.batch(values)
    assert len(ax.images) == 3
    front = max(ax.images, key=lambda image: image.get_zorder())
    np.testing.assert_array_equal(np.asarray(front.get_array()), values[0].T)


@pytest.mark.parametrize("shape", [(3, 5), (9, 5, 4), (0, 5, 4)])
def test_batch_rejects(shape):
    with pytest.raises(ValueError, match=r"\(batch, time, features\), but got"):
        figures.batch(np.zeros(shape))


def test_cells_leaves_out_what_is_none():
    ax = figures.cells(
        [["a", None], ["b", "c"]],
        [["input", "input"], ["state", "weight"]],
        row_labels=["x", "y"],
        column_labels=["0", "1"],
    )
    assert len(ax.patches) == 3
    assert [text.get_text() for text in ax.texts] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("texts", "roles", "labels", "message"),
    [
        ([["a"], ["b", "c"]], [["input"]] * 2, {}, "rows of one length"),
        ([["a"]], [["input", "input"]], {}, "of one shape"),
        ([["a"]], [["none"]], {}, "roles must be among .*; got"),
        ([["a"]], [["input"]], {"row_labels": "xy"}, "needs 1 row_labels"),
        ([["a"]], [["input"]], {"column_labels": "xy"}, "needs 1 column_"),
    ],
)
def test_cells_rejects(texts, roles, labels, message):
    with pytest.raises(ValueError, match=message):
        figures.cells(texts, roles, **labels)
