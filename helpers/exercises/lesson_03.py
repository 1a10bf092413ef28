"""Checks of the exercises of lesson 03."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


def _step(x, h, W_x, W_h, b):
    return np.tanh(x @ W_x + h @ W_h + b)


def _layer(x, h, W_x, W_h, b):
    states = []
    for t in range(x.shape[1]):
        h = _step(x[:, t], h, W_x, W_h, b)
        states.append(h)
    return np.stack(states, axis=1)


@exercise
def to_keras(answer):
    """Checks the three weights taken from one matrix."""
    rng = np.random.default_rng(1)
    weight, bias = rng.normal(size=(5, 8)), rng.normal(size=5)
    given = answer(weight.copy(), bias.copy(), 3)
    if not isinstance(given, (list, tuple)) or len(given) != 3:
        raise Wrong(
            "set_weights wants a list of three arrays: kernel, recurrent "
            "kernel, bias. Return them in this order."
        )
    if np.shape(given[0]) == (5, 3):
        raise Wrong(
            "The kernel has shape (5, 3): that is (units, features), the "
            "layout of columns. Keras multiplies rows: transpose it."
        )
    if np.shape(given[0]) == (5, 5):
        raise Wrong(
            "The kernel has shape (5, 5), expected (3, 5). The concatenation "
            "is [x_t, h_(t-1)]: the first features columns belong to x_t."
        )
    kernel = as_array("The kernel", given[0], (3, 5))
    recurrent = as_array("The recurrent kernel", given[1], (5, 5))
    got_bias = as_array("The bias", given[2], (5,))
    if close(kernel, weight[:, 5:].T):
        raise Wrong(
            "The kernel holds the last columns of the weight, which multiply "
            "h_(t-1). x_t stands first in the concatenation."
        )
    if not close(kernel, weight[:, :3].T):
        raise Wrong(
            "The kernel has the right shape but other numbers. A reshape does "
            "not transpose: use .T on the columns that multiply x_t."
        )
    if close(recurrent, weight[:, 3:]):
        raise Wrong(
            "The recurrent kernel is not transposed. It is square, so Keras "
            "takes it either way: it is the silent mistake of this lesson."
        )
    if not close(recurrent, weight[:, 3:].T):
        raise Wrong(
            "The recurrent kernel has other numbers. It is made of the "
            "columns after the first features, transposed."
        )
    if not close(got_bias, bias):
        raise Wrong("The bias must be passed on as it is.")


@exercise
def stack_of_layers(answer):
    """Checks a stack of three layers of the same size, then of others."""
    for sizes in [(4, 4, 4, 4), (3, 5, 2)]:
        rng = np.random.default_rng(2)
        x = rng.normal(size=(2, 6, sizes[0]))
        starts = [rng.normal(size=(2, n)) for n in sizes[1:]]
        weights = [
            (
                rng.normal(0, 0.7, (d, n)),
                rng.normal(0, 0.7, (n, n)),
                rng.normal(0, 0.7, n),
            )
            for d, n in zip(sizes, sizes[1:], strict=False)
        ]
        given = answer(x.copy(), list(starts), list(weights))
        _check_stack(given, x, starts, weights)


def _check_stack(given, x, starts, weights):
    if not isinstance(given, (list, tuple)):
        raise Wrong(
            "Return the list of all layers' states, not "
            f"{type(given).__name__}."
        )
    if len(given) != len(weights):
        raise Wrong(
            f"Your list has {len(given)} entries for {len(weights)} layers. "
            "Append the states of each layer, from the bottom up."
        )
    below = x
    for i, (h, layer) in enumerate(zip(starts, weights, strict=True)):
        right = _layer(below, h, *layer)
        mine = np.asarray(given[i], dtype=float)
        name = f"The states of layer {i + 1}"
        if mine.shape == (right.shape[0], right.shape[2]):
            raise Wrong(
                f"{name} have shape {mine.shape}: only one step. The layer "
                "above needs the states of all steps."
            )
        mine = as_array(name, mine, right.shape)
        if not close(mine, right):
            raise Wrong(
                f"{name} are wrong. {_stack_hint(mine, i, x, below, h, layer)}"
            )
        below = right


def _stack_hint(mine, i, x, below, h, layer):
    if close(mine, _layer(below, np.zeros_like(h), *layer)):
        return "They start from zeros: use the start state of this layer."
    if x.shape == below.shape and i and close(mine, _layer(x, h, *layer)):
        return "They read the inputs x; layer 2 reads the states of layer 1."
    late = np.concatenate([np.zeros_like(below[:, :1]), below[:, :-1]], axis=1)
    if close(mine, _layer(late, h, *layer)):
        return (
            "They read the state of the step before; within a step the layer "
            "above reads the new state of the layer below."
        )
    last = np.repeat(below[:, -1:], below.shape[1], axis=1)
    if close(mine, _layer(last, h, *layer)):
        return (
            "They read the last state of the layer below at every step; pass "
            "the whole sequence of states on."
        )
    return (
        "Each layer reads the states of the layer below, and has its own "
        "start state and its own three weights."
    )


@exercise
def leaky_cell(answer):
    """Checks one step of a leaky cell."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=(2, 3)).astype("float32")
    h = rng.normal(size=(2, 5)).astype("float32")
    weights = [
        rng.normal(0, 0.7, shape).astype("float32")
        for shape in [(3, 5), (5, 5), (5,)]
    ]
    leak = 0.2
    cell = answer(5, leak)
    cell.build((None, 3))
    cell.set_weights(weights)
    result = cell.call(x, [h])
    if not isinstance(result, (list, tuple)) or len(result) != 2:
        raise Wrong(
            "call must return two things: the output of the step, and the "
            "list of new states."
        )
    output, states = result
    if not isinstance(states, (list, tuple)) or len(states) != 1:
        raise Wrong(
            "The second thing that call returns must be a list with the one "
            "new state: return h, [h]."
        )
    output = as_array("The output", output, (2, 5))
    state = as_array("The state", states[0], (2, 5))
    _check_leak(output, h, x, weights, leak)
    if not close(output, state, 1e-5):
        raise Wrong(
            "The output is right, but the state that you hand on is another: "
            "the next step must start from the leaky h_t."
        )


def _check_leak(output, h, x, weights, leak):
    W_x, W_h, b = weights
    a = x @ W_x + h @ W_h + b
    new = np.tanh(a)
    if close(output, (1 - leak) * h + leak * new, 1e-5):
        return
    if close(output, leak * h + (1 - leak) * new, 1e-5):
        raise Wrong(
            "leak and 1 - leak are swapped: with leak = 1 nothing of the old "
            "state may remain."
        )
    if close(output, np.tanh((1 - leak) * h + leak * a), 1e-5):
        raise Wrong(
            "The tanh is around the whole mixture. In Eq. 3.10 it is around "
            "the new part only; the old state passes unchanged."
        )
    if close(output, new, 1e-5):
        raise Wrong("This is SimpleCell: the leak has no effect.")
    if close(output, h + leak * new, 1e-5):
        raise Wrong(
            "The old state is kept in full, so that the state can grow "
            "without bound. Multiply it by 1 - leak."
        )
    if close(output, leak * new, 1e-5):
        raise Wrong("The old state is missing: add (1 - leak) times h.")
    raise Wrong(
        "The output is not Eq. 3.10. Compute a as in SimpleCell, then mix "
        "tanh(a) with the old state."
    )
