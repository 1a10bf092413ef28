"""The pictures of gradients."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


X, Y = np.linspace(0, 2, 5), np.linspace(-1, 1, 4)


def test_landscape_draws_each_path_and_its_start():
    paths = {
        "short": np.array([[0.0, 0.0], [1.0, 0.5]]),
        "long": np.array([[2.0, 1.0], [1.0, 1.0], [9.0, 9.0]]),
    }
    ax = figures.landscape(X, Y, np.zeros((4, 5)), paths)
    drawn = {line.get_label(): line.get_xydata() for line in ax.lines}
    for name, path in paths.items():
        assert np.array_equal(drawn[name], path)
    starts = [
        line.get_xydata()[0] for line in ax.lines if len(line.get_xdata()) == 1
    ]
    assert np.array_equal(starts, [[0.0, 0.0], [2.0, 1.0]])
    assert ax.get_xlim() == (0, 2)
    assert ax.get_ylim() == (-1, 1)


def test_landscape_names_the_wrong_shapes():
    with pytest.raises(ValueError, match=r"expected shape \(4, 5\).*\(5, 4\)"):
        figures.landscape(X, Y, np.zeros((5, 4)), {})
    with pytest.raises(ValueError, match=r"\(updates, 2\).*'p' has.*\(7, 3\)"):
        figures.landscape(X, Y, np.zeros((4, 5)), {"p": np.zeros((7, 3))})


def test_before_after_draws_sizes():
    before = [np.array([[1.0, -2.0]]), np.array([4.0])]
    after = [np.array([[0.5, -1.0]]), np.array([4.0])]
    ax = figures.before_after(before, after, ["a", "b"])
    drawn = {line.get_label(): line.get_xydata() for line in ax.lines}
    assert np.array_equal(drawn["a"], [[1, 0.5], [2, 1]])
    assert np.array_equal(drawn["b"], [[4, 4]])
    assert ax.get_xscale() == ax.get_yscale() == "log"


def test_before_after_names_the_wrong_shapes():
    with pytest.raises(ValueError, match="they have 1, 2 and 1"):
        figures.before_after([np.ones(2)], [np.ones(2)] * 2, ["a"])
    with pytest.raises(ValueError, match=r"'a' has shape \(2,\).*\(3,\)"):
        figures.before_after([np.ones(2)], [np.ones(3)], ["a"])
