"""The pictures of a neuron as a dynamical system."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_traces_draws_each_step_and_each_state():
    states = {"latch": np.array([0.1, 0.9, 0.8]), "leak": np.zeros(3)}
    ax = figures.traces(np.array([0.0, 1.0, -1.0]), states)
    stems = ax.collections[0].get_segments()
    assert [stem[1][1] for stem in stems] == [0.0, 1.0, -1.0]
    drawn = {line.get_label(): line.get_ydata() for line in ax.lines}
    for name, values in states.items():
        assert np.array_equal(drawn[name], values)


def test_traces_names_the_wrong_shapes():
    with pytest.raises(ValueError, match=r"\(time,\).*\(2, 3\)"):
        figures.traces(np.zeros((2, 3)), {})
    with pytest.raises(ValueError, match=r"'h' has shape \(2,\).*\(3,\)"):
        figures.traces(np.zeros(3), {"h": np.zeros(2)})


def test_cobweb_follows_the_update():
    ax = figures.cobweb(lambda h: 0.5 * h, [0.8], steps=2)
    path = ax.lines[2].get_xydata()
    expected = [
        (0.8, 0.8),
        (0.8, 0.4),
        (0.4, 0.4),
        (0.4, 0.2),
        (0.2, 0.2),
    ]
    assert np.allclose(path, expected)


def test_cobweb_names_the_wrong_shape():
    with pytest.raises(ValueError, match=r"expected shape \(401,\).*\(\)"):
        figures.cobweb(np.sum, [0.5])


def test_branches_separates_stable_from_unstable():
    ax = figures.branches(
        np.array([2.0, 2.0, 2.0]),
        np.array([-0.9, 0.0, 0.9]),
        np.array([True, False, True]),
    )
    faint, bold = (dots.get_offsets().tolist() for dots in ax.collections)
    assert faint == [[2.0, 0.0]]
    assert bold == [[2.0, -0.9], [2.0, 0.9]]


def test_branches_names_the_wrong_shapes():
    with pytest.raises(ValueError, match=r"\(points,\).*\(2,\)"):
        figures.branches(np.zeros(3), np.zeros(2), np.zeros(3))
