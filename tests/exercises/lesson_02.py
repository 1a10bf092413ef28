"""Wrong answers to the exercises of lesson 02, and the hint each must get."""

import numpy as np


def time_constant(steps):
    return np.exp(-1 / steps)


def one_minus_inverse(steps):
    return 1 - 1 / steps if steps > 1 else 0.5


def upside_down(steps):
    return 0.5**steps


def returns_the_half_life(steps):
    return np.log(2) / -np.log(1 / (steps + 1))


def growing_weight(steps):
    return 2 ** (1 / steps)


def forgot_to_return(steps):
    0.5 ** (1 / steps)


def two_weights():
    return 3.0, 3.0


def plain_latch():
    return 3.0, 2.0, 0.0


def leaky_neuron():
    return 3.0, 0.9, 0.0


def deaf_latch():
    return 1.0, 3.0, 0.5


def bias_above_the_threshold():
    return 3.0, 2.0, 0.6


def nervous_latch():
    return 14.0, 3.0, 0.5


def fits_states(inputs, states, h_0):
    return fit(inputs, np.append(h_0, states[:-1]), states)


def uses_present_state(inputs, states, h_0):
    return fit(inputs, states, np.arctanh(states))


def starts_at_zero(inputs, states, h_0):
    return fit(inputs, np.append(0.0, states[:-1]), np.arctanh(states))


def rolls_the_states(inputs, states, h_0):
    return fit(inputs, np.roll(states, 1), np.arctanh(states))


def has_no_bias(inputs, states, h_0):
    last = np.append(h_0, states[:-1])
    columns = np.stack([inputs, last], axis=1)
    weights = np.linalg.lstsq(columns, np.arctanh(states), rcond=None)[0]
    return [*weights, 0.0]


def swaps_the_weights(inputs, states, h_0):
    last = np.append(h_0, states[:-1])
    w_x, w_h, b = fit(inputs, last, np.arctanh(states))
    return w_h, w_x, b


def returns_two_weights(inputs, states, h_0):
    return [0.5, 0.5]


def fit(inputs, last, target):
    columns = np.stack([inputs, last, np.ones(len(inputs))], axis=1)
    return np.linalg.lstsq(columns, target, rcond=None)[0]


WRONG = {
    "weight_for_half_life": [
        (time_constant, "a share 1/e is left"),
        (one_minus_inverse, "an approximation for weights close to one"),
        (upside_down, "the weight to that power must be one half"),
        (returns_the_half_life, "between 0 and 1"),
        (growing_weight, "between 0 and 1"),
        (forgot_to_return, "does your function return it?"),
    ],
    "alarm": [
        (two_weights, "shape (2,), expected (3,)"),
        (plain_latch, "A reset pulse ends the alarm"),
        (leaky_neuron, "The alarm goes off without smoke (silence)"),
        (deaf_latch, "Smoke is not noticed"),
        (bias_above_the_threshold, "without smoke (silence)"),
        (nervous_latch, "without smoke (silence)"),
    ],
    "recover_weights": [
        (fits_states, "undo tanh first"),
        (uses_present_state, "you use the state of the same step"),
        (starts_at_zero, "is h_0; you use zero"),
        (rolls_the_states, "np.roll wraps around"),
        (has_no_bias, "needs a column of ones"),
        (swaps_the_weights, "the first two are swapped"),
        (returns_two_weights, "shape (2,), expected (3,)"),
    ],
}
