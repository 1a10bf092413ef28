import matplotlib as mpl
import numpy as np
import pytest

from helpers import figures

mpl.use("Agg")
rng = np.random.default_rng(0)


def labels(axis):
    return [label.get_text() for label in axis.get_ticklabels()]


def test_reading_shows_each_word_its_probability_and_its_state():
    states = rng.uniform(-1, 1, (3, 5))
    axes = figures.reading(["not", "bad", "no"], [0.2, 0.7, 0.5], states)
    assert labels(axes[1].xaxis) == ["not", "bad", "no"]
    line = next(line for line in axes[0].lines if len(line.get_xdata()) == 3)
    assert line.get_ydata().tolist() == [0.2, 0.7, 0.5]
    ups = [line for line in axes[0].lines if line.get_marker() == "^"]
    assert ups[0].get_ydata().tolist() == [0.7, 0.5]
    assert np.array_equal(axes[1].images[0].get_array(), states.T)


def test_moved_writes_each_weight_and_scales_each_row_by_itself():
    ax = figures.moved(["a", "b"], {"x": [1.0, -2.0], "y": [0.1, 0.1]})
    assert [text.get_text() for text in ax.texts] == [
        "+1.0", "\N{MINUS SIGN}2.0", "+0.1", "+0.1",
    ]  # fmt: skip
    shown = ax.images[0].get_array()
    assert np.allclose(shown, [[0.5, -1], [1, 1]])
    assert labels(ax.yaxis) == ["x", "y"]


def test_moved_of_zeros_is_white():
    ax = figures.moved(["a", "b"], {"x": [0.0, -0.0]})
    assert np.all(ax.images[0].get_array() == 0)
    assert {text.get_text() for text in ax.texts} == {"+0.0"}


def test_reliability_sorts_and_averages():
    stated = np.array([0.9, 0.1, 0.8, 0.2])
    axes = figures.reliability({"a": stated}, [1, 0, 0, 0], bins=2)
    points = axes[0].containers[0].lines[0]
    assert np.allclose(points.get_xdata(), [0.15, 0.85])
    assert np.allclose(points.get_ydata(), [0, 0.5])


def test_word_map_leaves_out_what_would_cover_a_word():
    places = np.array([[0.0, 0.0], [0.0, 0.01], [1.0, 1.0], [-1.0, 0.5]])
    ax = figures.word_map(list("abcd"), places, np.array([1, -1, 0.5, 0.2]))
    assert [text.get_text() for text in ax.texts] == ["a", "c", "d"]


def test_by_group_draws_two_standard_errors():
    ax = figures.by_group(
        {"words": [0.8, 0.5], "GRU": [0.8, 0.7]}, ["plain", "pairs"], [100, 24]
    )
    widths = [patch.get_width() / 2 for patch in ax.patches]
    assert np.allclose(widths, [0.08, 2 * np.sqrt(0.24 / 24)])
    assert labels(ax.yaxis) == ["plain", "pairs"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: figures.reading(["a"], [0.1, 0.2], [[0]]), "1 words"),
        (lambda: figures.reading(["a"], [0.1], [[0], [0]]), "one state a word"),
        (lambda: figures.moved(["a"], {}), "at least one method"),
        (lambda: figures.moved(["a"], {"x": [1, 2]}), "one weight a word"),
        (lambda: figures.reliability({"a": [0.1]}, [1, 0]), "probability a"),
        (lambda: figures.reliability({"a": [0.1]}, [1]), "as many labels"),
        (lambda: figures.word_map(["a"], [[0, 0, 0]], [1]), "one place"),
        (lambda: figures.by_group({}, ["a"], [3]), "0 models"),
        (lambda: figures.by_group({"x": [1, 2]}, ["a"], [3]), "one accuracy"),
    ],
)
def test_shapes_that_do_not_agree_are_errors(call, message):
    with pytest.raises(ValueError, match=message):
        call()
