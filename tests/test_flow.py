"""The picture of a backward pass, and the backward pass itself."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures
from helpers.recurrent import (
    numeric_gradient,
    relative_error,
    simple_rnn,
    simple_rnn_backward,
    summed,
)


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_gradient_flow_shows_its_values_and_labels():
    figures.use_style()
    ax = figures.gradient_flow(
        [None, -0.5, 0.25],
        [0.125, -1.75, 0.25],
        [0.0, 3.5, -4.25],
        carried_labels=["first", "second", "third"],
        title="two arrive",
    )
    texts = [text.get_text() for text in ax.texts]
    shown = ["-0.50", "0.25", "0.12", "-1.75", "0.00", "3.50", "-4.25"]
    for value in shown:
        assert value in texts
    assert "second" in texts and "third" in texts
    assert "first" not in texts
    assert ax.get_title(loc="left") == "two arrive"


@pytest.mark.parametrize(
    ("direct", "contributions", "labels", "name"),
    [
        ([1.0], [1.0, 2.0], None, "direct has 1, but totals has 2"),
        ([1.0, 2.0], [1.0], None, "contributions has 1"),
        ([1.0, 2.0], [1.0, 2.0], ["a"], "carried_labels has 1"),
    ],
)
def test_gradient_flow_names_the_wrong_length(
    direct, contributions, labels, name
):
    with pytest.raises(ValueError, match=name):
        figures.gradient_flow(
            direct, [1.0, 2.0], contributions, carried_labels=labels
        )


def test_gradient_flow_draws_one_sequence():
    with pytest.raises(ValueError, match=r"shape \(time,\); .*\(2, 3\)"):
        figures.gradient_flow([1, 1], np.ones((2, 3)), [1, 1])


@pytest.fixture
def case():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(4, 6, 3))
    h = rng.normal(size=(4, 5))
    shapes = [(3, 5), (5, 5), (5,)]
    weights = [rng.normal(0, 0.5, shape) for shape in shapes]
    return x, h, weights


@pytest.mark.parametrize("used", [(5,), (1, 3), range(6)])
def test_backward_equals_differences_with_a_loss_at_some_steps(case, used):
    x, h, (W_x, W_h, b) = case
    e = np.zeros((4, 6, 5))
    e[:, used] = np.random.default_rng(1).normal(size=(4, len(used), 5))

    def loss():
        return np.sum(e * simple_rnn(x, h, W_x, W_h, b))

    found = simple_rnn_backward(
        x, h, W_x, W_h, simple_rnn(x, h, W_x, W_h, b), e
    )
    tensors = {"x": x, "h": h, "W_x": W_x, "W_h": W_h, "b": b}
    assert set(found) == {*tensors, "states"}
    for name, tensor in tensors.items():
        assert found[name].shape == tensor.shape
        numeric = numeric_gradient(loss, tensor)
        assert relative_error(found[name], numeric) < 1e-7, name


def test_backward_gives_the_whole_gradient_of_each_state(case):
    x, h, weights = case
    states = simple_rnn(x, h, *weights)
    e = np.zeros_like(states)
    e[:, -1] = 1.0
    found = simple_rnn_backward(x, h, *weights[:2], states, e)
    later = simple_rnn_backward(
        x[:, 3:], states[:, 2], *weights[:2], states[:, 3:], e[:, 3:]
    )
    np.testing.assert_allclose(
        found["states"][:, 2], later["h"], rtol=0, atol=1e-12
    )


def test_backward_leaves_its_arguments_alone(case):
    x, h, weights = case
    states = simple_rnn(x, h, *weights)
    e = np.ones_like(states)
    arguments = [x, h, *weights[:2], states, e]
    copies = [array.copy() for array in arguments]
    simple_rnn_backward(*arguments)
    for array, copy in zip(arguments, copies, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_summed_on_literal_numbers():
    left = np.arange(4.0).reshape(1, 2, 2)
    right = np.array([[[1.0], [10.0]]])
    np.testing.assert_array_equal(summed(left, right), [[20.0], [31.0]])


def test_numeric_gradient_restores_the_tensor():
    w = np.array([[1.0, 3.0], [-2.0, 0.5]])
    kept = w.copy()
    found = numeric_gradient(lambda: np.sum(w**3), w)
    np.testing.assert_array_equal(w, kept)
    np.testing.assert_allclose(found, 3 * kept**2, rtol=0, atol=1e-8)


def test_relative_error_is_a_share_of_both_lengths():
    a = np.array([3.0, 4.0])
    assert relative_error(a, a) == 0
    assert relative_error(a, -a) == 1
    assert relative_error(a, 0 * a) == 1
    assert relative_error(0 * a, 0 * a) == 0
    assert relative_error(1e-9 * a, 2e-9 * a) == pytest.approx(1 / 3)
