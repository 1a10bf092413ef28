import matplotlib as mpl
import numpy as np
import pytest

from helpers import figures

mpl.use("Agg")
rng = np.random.default_rng(0)


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_unrolled_shows_the_live_values():
    ax = figures.unrolled(
        [1.0, -0.5],
        [0.25, -0.125],
        [None, 0.75],
        initial_state=0.1,
        input_labels=["a", "b"],
    )
    shown = texts(ax)
    for value in ("1.00", "-0.50", "0.25", "-0.12", "0.75", "0.10", "a", "b"):
        assert value in shown
    assert [t for t in shown if t.startswith("t = ")] == [
        "t = 0",
        "t = 1",
        "t = 2",
    ]


def test_unrolled_leaves_out_missing_inputs():
    with_all = figures.unrolled([1.0, 2.0], [0.1, 0.2])
    with_one = figures.unrolled([1.0, None], [0.1, 0.2])
    assert len(with_one.patches) == len(with_all.patches) - 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1.0], [0.1, 0.2]), "inputs has 1, but states has 2"),
        (([1, 2], [0.1, 0.2], [3]), "outputs has 1, but states has 2"),
        (([1, 2], np.ones((2, 1, 3))), r"states must .*shape \(1, 3\)"),
        ((np.ones((2, 1, 3)), [1, 2]), r"inputs must .*shape \(1, 3\)"),
    ],
)
def test_unrolled_rejects_shapes_that_do_not_fit(arguments, message):
    with pytest.raises(ValueError, match=message):
        figures.unrolled(*arguments)


def test_matrices_writes_names_and_shapes():
    ax = figures.matrices(
        ("x", rng.normal(size=(2, 3)), "input"),
        "@",
        ("W", rng.normal(size=(3, 4)), "weight"),
    )
    assert {"x", "(2, 3)", "@", "W", "(3, 4)"} <= set(texts(ax))


@pytest.mark.parametrize(
    ("term", "message"),
    [
        (("x", np.ones(3), "input"), r"'x' has shape \(3,\)"),
        (("x", np.ones((1, 3)), "inptu"), "role of 'x' must be one of input"),
    ],
)
def test_matrices_rejects_what_it_cannot_draw(term, message):
    with pytest.raises(ValueError, match=message):
        figures.matrices(term)


def test_curves_draws_median_and_range_and_labels_the_ends():
    runs = np.array([[1.0, 2, 3], [3, 4, 5], [2, 3, 10]])
    ax = figures.curves({"many": runs, "one": runs[0]})
    assert ax.lines[0].get_ydata().tolist() == [2, 3, 5]
    assert len(ax.collections) == 1
    assert [text.get_text() for text in ax.texts] == ["one", "many"]


def test_curves_moves_labels_apart():
    flat = {name: np.full(5, 1.0) for name in ("a", "b", "c")}
    ax = figures.curves(flat)
    heights = sorted(text.xyann[1] for text in ax.texts)
    assert np.diff(heights).min() >= 10


@pytest.mark.parametrize(
    ("series", "x", "message"),
    [
        ({}, None, "at least one named curve"),
        ({"a": np.ones(3)}, np.ones(4), r"'a' has 3 points, but x has shape"),
        ({"a": np.ones((2, 3, 4))}, None, r"'a' has shape \(2, 3, 4\)"),
    ],
)
def test_curves_rejects_shapes_that_do_not_fit(series, x, message):
    with pytest.raises(ValueError, match=message):
        figures.curves(series, x)
