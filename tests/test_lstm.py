"""The promoted code of lesson 07."""

import keras
import numpy as np
import pytest

from helpers.recurrent import LSTMCell, adam, adding_problem, lstm, sigmoid

BATCH, TIME, FEATURES, UNITS = 4, 6, 3, 5
OPTIONS = {"return_sequences": True, "dtype": "float64"}


@pytest.fixture
def case():
    rng = np.random.default_rng(0)
    return {
        "x": rng.normal(size=(BATCH, TIME, FEATURES)),
        "h": rng.normal(size=(BATCH, UNITS)),
        "c": rng.normal(size=(BATCH, UNITS)),
        "W_x": rng.normal(0, 0.5, (FEATURES, 4 * UNITS)),
        "W_h": rng.normal(0, 0.5, (UNITS, 4 * UNITS)),
        "b": rng.normal(0, 0.5, 4 * UNITS),
    }


def run(layer, x, h, c, W_x, W_h, b):
    layer(x, initial_state=[h, c])
    layer.set_weights([W_x, W_h, b])
    return keras.ops.convert_to_numpy(layer(x, initial_state=[h, c]))


def test_sigmoid_on_literal_numbers_and_without_overflow():
    a = np.array([-1e4, -np.log(3), 0.0, np.log(3), 1e4])
    with np.errstate(all="raise"):
        np.testing.assert_allclose(sigmoid(a), [0, 0.25, 0.5, 0.75, 1])


def test_lstm_on_literal_numbers():
    found = lstm(
        np.ones((1, 1, 1)),
        np.array([[0.4]]),
        np.array([[0.5]]),
        np.ones((1, 4)),
        np.full((1, 4), 0.5),
        np.array([0.0, 1.0, 0.0, 0.0]),
    )
    expected = {"i": 0.7685, "f": 0.9002, "g": 0.8337, "o": 0.7685}
    expected |= {"c": 1.0908, "h": 0.6126}
    assert {
        k: round(float(v[0, 0, 0]), 4) for k, v in found.items()
    } == expected


def test_lstm_equals_keras(case):
    theirs = run(keras.layers.LSTM(UNITS, **OPTIONS), **case)
    found = lstm(**case)
    np.testing.assert_allclose(found["h"], theirs, rtol=0, atol=1e-12)
    assert {value.shape for value in found.values()} == {(BATCH, TIME, UNITS)}


def test_lstm_leaves_its_arguments_alone(case):
    before = {name: array.copy() for name, array in case.items()}
    lstm(**case)
    for name, array in case.items():
        np.testing.assert_array_equal(array, before[name])


@pytest.mark.parametrize("switches", [{}, {"unroll": True}])
def test_the_cell_equals_keras(case, switches):
    cell = LSTMCell(UNITS, dtype="float64")
    ours = run(keras.layers.RNN(cell, **switches, **OPTIONS), **case)
    theirs = run(keras.layers.LSTM(UNITS, **OPTIONS), **case)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_the_cell_starts_as_keras_does():
    ours = keras.layers.RNN(LSTMCell(UNITS))
    theirs = keras.layers.LSTM(UNITS)
    for layer in (ours, theirs):
        layer.build((None, None, FEATURES))
    shapes = [
        [tuple(w.shape) for w in layer.weights] for layer in (ours, theirs)
    ]
    assert shapes[0] == shapes[1]
    np.testing.assert_array_equal(
        ours.get_weights()[2], theirs.get_weights()[2]
    )


def test_the_forget_bias_reaches_the_forget_gate_only():
    cell = LSTMCell(2, forget_bias=3.0)
    cell.build((None, FEATURES))
    assert np.asarray(cell.b).tolist() == [0, 0, 3, 3, 0, 0, 0, 0]


def test_the_adding_problem_marks_one_step_in_each_half():
    x, total = adding_problem(np.random.default_rng(0), 50, 7)
    assert x.shape == (50, 7, 2)
    assert total.shape == (50, 1)
    marks = x[:, :, 1]
    assert set(marks.ravel()) == {0.0, 1.0}
    assert (marks[:, :3].sum(axis=1) == 1).all()
    assert (marks[:, 3:].sum(axis=1) == 1).all()
    np.testing.assert_allclose(total[:, 0], (x[:, :, 0] * marks).sum(axis=1))
    assert x[:, :, 0].min() >= 0
    assert x[:, :, 0].max() < 1


def test_adam_equals_keras():
    rng = np.random.default_rng(0)
    p = {"a": rng.normal(size=(3, 2)), "b": rng.normal(size=4)}
    variables = [keras.Variable(v, dtype="float64") for v in p.values()]
    theirs, memory = keras.optimizers.Adam(0.1, epsilon=1e-8), {}
    for _ in range(5):
        gradients = {k: rng.normal(size=v.shape) for k, v in p.items()}
        theirs.apply(list(gradients.values()), variables)
        adam(p, gradients, memory, rate=0.1)
    for ours, variable in zip(p.values(), variables, strict=True):
        expected = keras.ops.convert_to_numpy(variable)
        np.testing.assert_allclose(ours, expected, rtol=0, atol=1e-5)
