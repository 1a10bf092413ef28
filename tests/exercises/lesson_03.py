"""Plausible wrong answers to the exercises of lesson 03."""

import numpy as np


def layer(x, h, W_x, W_h, b):
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ W_x + h @ W_h + b)
        states.append(h)
    return np.stack(states, axis=1)


def nothing_transposed(weight, bias, features):
    return [weight[:, :features], weight[:, features:], bias]


def recurrent_not_transposed(weight, bias, features):
    return [weight[:, :features].T, weight[:, features:], bias]


def state_first(weight, bias, features):
    return [weight[:, -features:].T, weight[:, :-features].T, bias]


def units_for_features(weight, bias, features):
    units = len(bias)
    return [weight[:, :units].T, weight[:, units:].T, bias]


def reshaped(weight, bias, features):
    kernel = weight[:, :features].reshape(features, -1)
    return [kernel, weight[:, features:].T, bias]


def bias_left_out(weight, bias, features):
    return [weight[:, :features].T, weight[:, features:].T]


def only_the_top(x, starts, weights):
    for h, layer_weights in zip(starts, weights, strict=True):
        x = layer(x, h, *layer_weights)
    return x


def only_the_last_layer(x, starts, weights):
    return [only_the_top(x, starts, weights)]


def starts_ignored(x, starts, weights):
    states = []
    for h, layer_weights in zip(starts, weights, strict=True):
        x = layer(x, np.zeros_like(h), *layer_weights)
        states.append(x)
    return states


def every_layer_reads_x(x, starts, weights):
    return [layer(x, h, *w) for h, w in zip(starts, weights, strict=True)]


def last_state_handed_up(x, starts, weights):
    states = []
    for h, layer_weights in zip(starts, weights, strict=True):
        states.append(layer(x, h, *layer_weights))
        x = np.repeat(states[-1][:, -1:], x.shape[1], axis=1)
    return states


def one_step_late(x, starts, weights):
    states = []
    for h, layer_weights in zip(starts, weights, strict=True):
        states.append(layer(x, h, *layer_weights))
        x = np.roll(states[-1], 1, axis=1)
        x[:, 0] = 0
    return states


def only_last_steps(x, starts, weights):
    states = []
    for h, layer_weights in zip(starts, weights, strict=True):
        x = layer(x, h, *layer_weights)
        states.append(x[:, -1])
    return states


def leaky(mix, hand_on=None):
    """Makes the class of a leaky cell, with Keras imported when it is used."""

    def make(units, leak):
        import keras

        from helpers.recurrent import SimpleCell

        class Leaky(SimpleCell):
            def call(self, x, states):
                h = states[0]
                a = x @ self.W_x + h @ self.W_h + self.b
                y = mix(h, a, keras.ops.tanh(a), leak)
                return hand_on(y, h, keras.ops.tanh(a)) if hand_on else (y, [y])

        return Leaky(units)

    return make


def right(h, a, new, leak):
    return (1 - leak) * h + leak * new


def named(name, make):
    make.__name__ = name
    return make


def tanh_around_everything(h, a, new, leak):
    import keras

    return keras.ops.tanh((1 - leak) * h + leak * a)


WRONG = {
    "to_keras": [
        (nothing_transposed, "the layout of columns"),
        (recurrent_not_transposed, "the silent mistake"),
        (state_first, "x_t stands first"),
        (units_for_features, "the first features columns belong to x_t"),
        (reshaped, "A reshape does not transpose"),
        (bias_left_out, "a list of three arrays"),
    ],
    "stack_of_layers": [
        (only_the_top, "list of all layers' states"),
        (only_the_last_layer, "1 entries for 3 layers"),
        (starts_ignored, "They start from zeros"),
        (every_layer_reads_x, "They read the inputs x"),
        (last_state_handed_up, "the last state of the layer below"),
        (one_step_late, "the state of the step before"),
        (only_last_steps, "only one step"),
    ],
    "leaky_cell": [
        (
            named("swapped", leaky(lambda h, a, new, k: k * h + (1 - k) * new)),
            "swapped",
        ),
        (
            named("tanh_outside", leaky(tanh_around_everything)),
            "around the whole mixture",
        ),
        (named("no_leak", leaky(lambda h, a, new, k: new)), "SimpleCell"),
        (
            named("old_kept_in_full", leaky(lambda h, a, new, k: h + k * new)),
            "kept in full",
        ),
        (
            named("old_left_out", leaky(lambda h, a, new, k: k * new)),
            "The old state is missing",
        ),
        (
            named(
                "state_without_leak",
                leaky(right, lambda y, h, new: (y, [new])),
            ),
            "the state that you hand on is another",
        ),
        (
            named("no_list", leaky(right, lambda y, h, new: (y, y))),
            "must be a list",
        ),
        (
            named("output_alone", leaky(right, lambda y, h, new: y)),
            "must return two things",
        ),
    ],
}
