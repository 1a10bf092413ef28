"""Code that lessons defined in front of the reader, for later lessons.

Each definition is the same code as in the lesson named in its docstring;
tests/test_recurrent.py compares the two.
"""

import keras
import numpy as np
from keras import ops


def simple_rnn(x, h, W_x, W_h, b, activation=np.tanh):
    """Runs a simple recurrent layer over whole sequences (lesson 03, Eq. 3.2).

    Args:
        x: inputs, shape `(batch, time, features)`.
        h: start state, shape `(batch, units)`.
        W_x: kernel, shape `(features, units)`.
        W_h: recurrent kernel, shape `(units, units)`; row k holds the weights
            that leave unit k.
        b: bias, shape `(units,)`.
        activation: function of an array, applied element by element.

    Returns:
        The hidden states after each step, shape `(batch, time, units)`.
    """
    states = []
    for t in range(x.shape[1]):
        a = x[:, t] @ W_x + h @ W_h + b  # (batch, units)
        h = activation(a)  # (batch, units), Eq. 3.2
        states.append(h)
    return np.stack(states, axis=1)  # (batch, time, units)


class SimpleCell(keras.Layer):
    """One step of a simple recurrent layer, for `keras.layers.RNN` (lesson 03).

    Args:
        units: number of units, and the length of the state.
        activation: name of a Keras activation, or a function of a tensor.

    Example:

    >>> layer = keras.layers.RNN(SimpleCell(5), return_sequences=True)
    >>> layer(np.zeros((4, 6, 3))).shape
    TensorShape([4, 6, 5])
    """

    def __init__(self, units, activation="tanh", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        """Makes the weights, in the order of `keras.layers.SimpleRNN`."""
        features, units = input_shape[-1], self.units
        self.W_x = self.add_weight(
            (features, units), "glorot_uniform", name="kernel"
        )
        self.W_h = self.add_weight(
            (units, units), "orthogonal", name="recurrent_kernel"
        )
        self.b = self.add_weight((units,), "zeros", name="bias")

    def call(self, x, states):
        """Takes one step.

        Args:
            x: inputs of this step, shape `(batch, features)`.
            states: list of the state before this step, `(batch, units)`.

        Returns:
            The output of this step, and the list of the state after it: here
            twice the same tensor, shape `(batch, units)`.
        """
        h = states[0]  # (batch, units)
        a = ops.matmul(x, self.W_x) + ops.matmul(h, self.W_h) + self.b
        h = self.activation(a)  # (batch, units), Eq. 3.2
        return h, [h]


def summed(left, right):
    """Sum over batch and time of left_t^T right_t (lesson 05).

    Args:
        left: shape `(batch, time, rows)`.
        right: shape `(batch, time, columns)`.

    Returns:
        The sum, shape `(rows, columns)`.
    """
    return np.tensordot(left, right, axes=([0, 1], [0, 1]))


def simple_rnn_backward(x, h, W_x, W_h, states, e):
    """Gradients of a simple recurrent layer, back in time (lesson 05).

    Args:
        x: inputs, shape `(batch, time, features)`.
        h: start state, shape `(batch, units)`.
        W_x: kernel, shape `(features, units)`.
        W_h: recurrent kernel, shape `(units, units)`.
        states: what `simple_rnn` returned with tanh, shape
            `(batch, time, units)`.
        e: gradient that reaches each state from its own output, of the same
            shape; zero at a step whose output the loss does not read.

    Returns:
        Dictionary of the gradients of the loss with respect to "x", "h",
        "W_x", "W_h" and "b", each of the shape of its tensor, and to the
        "states", shape `(batch, time, units)`, all paths counted.
    """
    g = np.empty_like(states)  # (batch, time, units)
    arriving = np.zeros_like(h)  # (batch, units)
    for t in reversed(range(x.shape[1])):
        g[:, t] = e[:, t] + arriving  # (batch, units), Eq. 5.8
        delta_t = g[:, t] * (1 - states[:, t] ** 2)  # (batch, units), Eq. 5.9
        arriving = delta_t @ W_h.T  # (batch, units)
    delta = g * (1 - states**2)  # (batch, time, units), Eq. 5.9
    before = np.concatenate([h[:, None], states[:, :-1]], axis=1)
    return {
        "x": delta @ W_x.T,  # (batch, time, features), Eq. 5.11
        "h": arriving,  # (batch, units), Eq. 5.11
        "W_x": summed(x, delta),  # (features, units), Eq. 5.10
        "W_h": summed(before, delta),  # (units, units), Eq. 5.10
        "b": delta.sum(axis=(0, 1)),  # (units,), Eq. 5.10
        "states": g,  # (batch, time, units)
    }


def numeric_gradient(loss, array, epsilon=1e-5):
    """Gradient of a loss by central differences (lesson 05, Eq. 5.12).

    Args:
        loss: function without arguments that reads `array`.
        array: the tensor, any shape; changed during the call and restored.
        epsilon: how far each entry is moved to either side.

    Returns:
        The gradient, of the shape of `array`.

    Example:

    >>> w = np.array([1.0, 3.0])
    >>> numeric_gradient(lambda: np.sum(w**2), w).round(4)
    array([2., 6.])
    """
    gradient = np.empty_like(array)
    for i in np.ndindex(array.shape):
        kept = array[i]
        array[i] = kept + epsilon
        above = loss()
        array[i] = kept - epsilon
        below = loss()
        array[i] = kept
        gradient[i] = (above - below) / (2 * epsilon)  # Eq. 5.12
    return gradient


def relative_error(a, b):
    """Length of the difference over the sum of the lengths (lesson 05).

    Args:
        a: array of any shape.
        b: array of the same shape.

    Returns:
        A number from 0, for equal arrays, to 1 (Eq. 5.13).
    """
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / size) if size else 0.0


def adam(p, gradients, memory, rate):
    """One step of Adam; changes p and memory in place (lesson 05).

    Args:
        p: dictionary of the weights, from name to array.
        gradients: dictionary that holds the gradient of each weight.
        memory: dictionary of the optimiser's averages; empty before the
            first step.
        rate: learning rate.
    """
    n = memory["steps"] = memory.get("steps", 0) + 1
    rate = rate * np.sqrt(1 - 0.999**n) / (1 - 0.9**n)
    for name in p:
        mean, square = memory.get(name, (0.0, 0.0))
        mean = 0.9 * mean + 0.1 * gradients[name]
        square = 0.999 * square + 0.001 * gradients[name] ** 2
        memory[name] = mean, square
        p[name] = p[name] - rate * mean / (np.sqrt(square) + 1e-8)


def adding_problem(rng, sequences, steps):
    """Sequences of the adding problem (lesson 07).

    Args:
        rng: generator of the random numbers.
        sequences: number of sequences.
        steps: number of steps of each, at least 2.

    Returns:
        The inputs, a number between 0 and 1 and a mark, shape
        `(sequences, steps, 2)`, and the sum of the two marked numbers, shape
        `(sequences, 1)`.
    """
    x = np.zeros((sequences, steps, 2))  # (batch, time, features)
    x[:, :, 0] = rng.random((sequences, steps))
    row = np.arange(sequences)
    x[row, rng.integers(0, steps // 2, sequences), 1] = 1
    x[row, rng.integers(steps // 2, steps, sequences), 1] = 1
    return x, np.sum(x[:, :, 0] * x[:, :, 1], axis=1, keepdims=True)


def sigmoid(a):
    """The logistic function 1 / (1 + exp(-a)) (lesson 07).

    Args:
        a: array of any shape.

    Returns:
        The function of each element.
    """
    return 0.5 + 0.5 * np.tanh(0.5 * a)  # the same, and exp cannot overflow


def lstm(x, h, c, W_x, W_h, b):
    """Runs an LSTM layer over whole sequences (lesson 07).

    Args:
        x: inputs, shape `(batch, time, features)`.
        h: hidden state at the start, shape `(batch, units)`.
        c: cell state at the start, shape `(batch, units)`.
        W_x: kernels in the order i, f, g, o, shape `(features, 4 * units)`.
        W_h: recurrent kernels, shape `(units, 4 * units)`.
        b: biases, shape `(4 * units,)`.

    Returns:
        Dictionary of the values at each step, shape `(batch, time, units)`:
        the states "h" and "c", the gates "i", "f", "o", the candidate "g".
    """
    steps = []
    for t in range(x.shape[1]):
        a = x[:, t] @ W_x + h @ W_h + b  # (batch, 4 * units)
        i, f, g, o = np.split(a, 4, axis=1)  # (batch, units) each
        i, f, o = sigmoid(i), sigmoid(f), sigmoid(o)  # Eq. 7.2, 7.3, 7.5
        g = np.tanh(g)  # (batch, units), Eq. 7.4
        c = f * c + i * g  # (batch, units), Eq. 7.6
        h = o * np.tanh(c)  # (batch, units), Eq. 7.7
        steps.append((h, c, i, f, g, o))
    values = [np.stack(value, axis=1) for value in zip(*steps, strict=True)]
    return dict(zip("hcifgo", values, strict=True))


class LSTMCell(keras.Layer):
    """One step of an LSTM layer, for `keras.layers.RNN` (lesson 07).

    Args:
        units: number of units.
        forget_bias: start value of the forget gate's biases.

    Example:

    >>> layer = keras.layers.RNN(LSTMCell(5), return_sequences=True)
    >>> layer(np.zeros((4, 6, 3))).shape
    TensorShape([4, 6, 5])
    """

    def __init__(self, units, forget_bias=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = [units, units]
        self.output_size = units
        self.forget_bias = forget_bias

    def build(self, input_shape):
        """Makes the weights, in the order of `keras.layers.LSTM`."""
        features, units = input_shape[-1], self.units

        def biases(shape, dtype=None):
            forget = np.repeat([0.0, self.forget_bias, 0.0, 0.0], units)
            return ops.cast(forget, dtype)

        self.W_x = self.add_weight(
            (features, 4 * units), "glorot_uniform", name="kernel"
        )
        self.W_h = self.add_weight(
            (units, 4 * units), "orthogonal", name="recurrent_kernel"
        )
        self.b = self.add_weight((4 * units,), biases, name="bias")

    def call(self, x, states):
        """Takes one step.

        Args:
            x: inputs of this step, shape `(batch, features)`.
            states: list of the hidden and the cell state before this step,
                each `(batch, units)`.

        Returns:
            The output of this step, and the list of the two states after it;
            the output is the hidden state.
        """
        h, c = states  # (batch, units) each
        a = ops.matmul(x, self.W_x) + ops.matmul(h, self.W_h) + self.b
        i, f, g, o = ops.split(a, 4, axis=-1)  # (batch, units) each
        c = ops.sigmoid(f) * c + ops.sigmoid(i) * ops.tanh(g)  # Eq. 7.6
        h = ops.sigmoid(o) * ops.tanh(c)  # (batch, units), Eq. 7.7
        return h, [h, c]


def gru(x, h, W_x, W_h, b, reset_after=True, z_keeps=True):
    """Runs a GRU layer over whole sequences (lesson 08).

    Args:
        x: inputs, shape `(batch, time, features)`.
        h: state at the start, shape `(batch, units)`.
        W_x: kernels in the order z, r, g, shape `(features, 3 * units)`.
        W_h: recurrent kernels, shape `(units, 3 * units)`.
        b: biases, shape `(3 * units,)`; with `reset_after` a pair of them,
            of the input and of the recurrent side, `(2, 3 * units)`.
        reset_after: whether r acts after the product with W_h (Eq. 8.6) or
            before it (Eq. 8.4).
        z_keeps: whether z = 1 keeps the old state (Eq. 8.5) or replaces it
            (Eq. 8.7).

    Returns:
        Dictionary of the values at each step, shape `(batch, time, units)`:
        the state "h", the gates "z" and "r", the candidate "g".
    """
    n = h.shape[1]
    b_x, b_h = b if reset_after else (b, np.zeros(3 * n))  # (3 * units,)
    steps = []
    for t in range(x.shape[1]):
        a = x[:, t] @ W_x + b_x  # (batch, 3 * units)
        s = h @ W_h[:, : 2 * n] + b_h[: 2 * n]  # (batch, 2 * units)
        z = sigmoid(a[:, :n] + s[:, :n])  # (batch, units), Eq. 8.2
        r = sigmoid(a[:, n : 2 * n] + s[:, n:])  # (batch, units), Eq. 8.3
        if reset_after:
            q = r * (h @ W_h[:, 2 * n :] + b_h[2 * n :])  # Eq. 8.6
        else:
            q = (r * h) @ W_h[:, 2 * n :]  # (batch, units), Eq. 8.4
        g = np.tanh(a[:, 2 * n :] + q)  # (batch, units)
        keep = z if z_keeps else 1 - z  # (batch, units)
        h = keep * h + (1 - keep) * g  # (batch, units), Eq. 8.5 or 8.7
        steps.append((h, z, r, g))
    values = [np.stack(value, axis=1) for value in zip(*steps, strict=True)]
    return dict(zip("hzrg", values, strict=True))


def bucketed_batches(lengths, size, rng):
    """Divides sequences into batches of similar length (lesson 09).

    Args:
        lengths: steps of each sequence, shape `(sequences,)`.
        size: sequences of a batch; the longest ones may be fewer.
        rng: a `np.random.Generator`, which mixes sequences of equal length
            and the batches.

    Returns:
        A list of arrays of indices, one a batch, in random order.
    """
    order = rng.permutation(len(lengths))
    order = order[np.argsort(lengths[order], kind="stable")]
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    return [batches[i] for i in rng.permutation(len(batches))]
