"""Plausible wrong answers to the exercises of lesson 07."""

import numpy as np


def unit(i, f, g, o, mark_i=20.0, mark_f=-20.0, value_g=0.01):
    """Weights of one unit: biases, and what mark and value add."""
    W_x = np.array([[0.0, 0.0, value_g, 0.0], [mark_i, mark_f, 0.0, 0.0]])
    return W_x, np.zeros((1, 4)), np.array([i, f, g, o])


def adds_up():
    return unit(-10.0, 10.0, 0.0, 10.0, mark_f=0.0)


def output_at_one_half():
    return unit(-10.0, 10.0, 0.0, 0.0)


def output_closed():
    return unit(-10.0, 10.0, 0.0, -20.0)


def never_forgets_enough():
    return unit(-10.0, 1.0, 0.0, 10.0)


def candidate_in_the_last_block():
    W_x, W_h, b = unit(-10.0, 10.0, 10.0, 0.0, value_g=0.0)
    W_x[0, 3] = 0.01
    return W_x, W_h, b


def only_two_arrays():
    return unit(-10.0, 10.0, 0.0, 10.0)[:2]


def backward(x, h, c, W_x, W_h, run, e, cell, before_h=None, before_c=None):
    """A backward pass in which the line of the cell state is replaced."""
    h_before = np.concatenate([h[:, None], run["h"][:, :-1]], axis=1)
    c_before = np.concatenate([c[:, None], run["c"][:, :-1]], axis=1)
    h_before = h_before if before_h is None else before_h
    c_before = c_before if before_c is None else before_c
    dh, dc = np.zeros_like(h), np.zeros_like(c)
    da = np.empty((*x.shape[:2], len(W_h) * 4))
    for t in reversed(range(x.shape[1])):
        i, f, g, o = (run[name][:, t] for name in "ifgo")
        s = np.tanh(run["c"][:, t])
        dh = e[:, t] + dh
        whole = dc + dh * o * (1 - s**2)
        parts = [
            whole * g * i * (1 - i),
            whole * c_before[:, t] * f * (1 - f),
            whole * i * (1 - g**2),
            dh * s * o * (1 - o),
        ]
        da[:, t] = np.concatenate(parts, axis=1)
        dh = da[:, t] @ W_h.T
        dc = cell(dc, whole, dh * o * (1 - s**2), f)
    return {
        "x": da @ W_x.T,
        "h": dh,
        "c": dc,
        "W_x": np.einsum("bti,btj->ij", x, da),
        "W_h": np.einsum("bti,btj->ij", h_before, da),
        "b": da.sum(axis=(0, 1)),
    }


def right_cell(dc, whole, late, f):
    return whole * f


def published(x, h, c, W_x, W_h, run, e):
    def cell(dc, whole, late, f):
        return (dc + late) * f

    return backward(x, h, c, W_x, W_h, run, e, cell)


def cell_path_lost(x, h, c, W_x, W_h, run, e):
    def cell(dc, whole, late, f):
        return 0 * dc

    found = backward(x, h, c, W_x, W_h, run, e, cell)
    return found


def forget_gate_left_out(x, h, c, W_x, W_h, run, e):
    def cell(dc, whole, late, f):
        return whole

    return backward(x, h, c, W_x, W_h, run, e, cell)


def states_after_the_step(x, h, c, W_x, W_h, run, e):
    return backward(x, h, c, W_x, W_h, run, e, right_cell, before_h=run["h"])


def cells_after_the_step(x, h, c, W_x, W_h, run, e):
    return backward(x, h, c, W_x, W_h, run, e, right_cell, before_c=run["c"])


def no_start_states(x, h, c, W_x, W_h, run, e):
    found = backward(x, h, c, W_x, W_h, run, e, right_cell)
    return {name: found[name] for name in ("x", "W_x", "W_h", "b")}


def onnx(W, R, B, order="iofg", bias=None):
    n = len(B) // 8
    bias = B[: 4 * n] + B[4 * n :] if bias is None else bias
    moved = []
    for array in (W.T, R.T, bias):
        blocks = np.split(array, 4, axis=-1)
        names = dict(zip(order, blocks, strict=True))
        moved.append(np.concatenate([names[k] for k in "ifgo"], axis=-1))
    return moved


def order_kept(W, R, B):
    n = len(B) // 8
    return W.T, R.T, B[: 4 * n] + B[4 * n :]


def one_bias(W, R, B):
    return onnx(W, R, B, bias=B[: len(B) // 2])


def order_of_tensorflow_1(W, R, B):
    return onnx(W, R, B, order="igfo")


def not_transposed(W, R, B):
    kernel, recurrent, bias = onnx(W, R, B)
    return kernel.T, recurrent.T, bias


WRONG = {
    "last_marked": [
        (adds_up, "adds the marked values up"),
        (output_at_one_half, "half of the value"),
        (output_closed, "shows almost nothing"),
        (never_forgets_enough, "does not stay"),
        (candidate_in_the_last_block, "order of the columns"),
        (only_two_arrays, "Return 3 arrays"),
    ],
    "repaired_backward": [
        (published, "published mistake"),
        (cell_path_lost, "along the cell state is lost"),
        (forget_gate_left_out, "pass the forget gate"),
        (states_after_the_step, "hidden state before the step"),
        (cells_after_the_step, "needs c_{t-1}"),
        (no_start_states, "no gradient for 'h'"),
    ],
    "from_onnx": [
        (order_kept, "order of ONNX"),
        (one_bias, "one of the two"),
        (order_of_tensorflow_1, "are not i, f, g, o"),
        (not_transposed, "has shape"),
    ],
}
