"""Wrong answers to the exercises of lesson 08, and the hint each must get."""

import numpy as np

from helpers.recurrent import sigmoid, summed


def exchanged(weight):
    r, z, n = np.split(weight, 3, axis=-1)
    return np.concatenate([z, r, n], axis=-1)


def torch_order(weight_ih, weight_hh, bias_ih, bias_hh):
    return [weight_ih.T, weight_hh.T, np.stack([bias_ih, bias_hh])]


def recurrent_kernel_left(weight_ih, weight_hh, bias_ih, bias_hh):
    bias = exchanged(np.stack([bias_ih, bias_hh]))
    return [exchanged(weight_ih.T), weight_hh.T, bias]


def not_transposed(weight_ih, weight_hh, bias_ih, bias_hh):
    return [weight_ih, weight_hh, np.stack([bias_ih, bias_hh])]


def biases_added(weight_ih, weight_hh, bias_ih, bias_hh):
    kernels = [exchanged(weight_ih.T), exchanged(weight_hh.T)]
    return [*kernels, exchanged(bias_ih + bias_hh)]


def rows_exchanged(weight_ih, weight_hh, bias_ih, bias_hh):
    kernels = [exchanged(weight_ih.T), exchanged(weight_hh.T)]
    return [*kernels, exchanged(np.stack([bias_hh, bias_ih]))]


def sign_of_z_changed(weight_ih, weight_hh, bias_ih, bias_hh):
    bias = np.stack([bias_ih, bias_hh])
    turned = [exchanged(w) for w in (weight_ih.T, weight_hh.T, bias)]
    for w in turned:
        w[..., : w.shape[-1] // 3] *= -1
    return turned


def candidate_first(weight_ih, weight_hh, bias_ih, bias_hh):
    bias = np.stack([bias_ih, bias_hh])
    weights = (weight_ih.T, weight_hh.T, bias)
    return [np.concatenate(np.split(w, 3, -1)[::-1], -1) for w in weights]


def kernels_only(weight_ih, weight_hh, bias_ih, bias_hh):
    return [exchanged(weight_ih.T), exchanged(weight_hh.T)]


def backward(x, h, W_x, W_h, run, e, late=False, fault=""):
    n = h.shape[1]
    before = np.concatenate([h[:, None], run["h"][:, :-1]], axis=1)
    W_g = W_h[:, 2 * n :]
    da, dh = np.empty((*x.shape[:2], 3 * n)), np.zeros_like(h)
    for t in reversed(range(x.shape[1])):
        z, r, g = (run[name][:, t] for name in "zrg")
        dh = e[:, t] + dh
        a_g = dh * (1 - z) * (1 - g**2)
        a_z = dh * (before[:, t] - g) * z * (1 - z)
        if fault == "z":
            a_z = -a_z
        back = a_g @ W_g.T
        a_r = (a_g * (before[:, t] @ W_g) if late else back * before[:, t]) * (
            r * (1 - r)
        )
        da[:, t] = np.concatenate([a_z, a_r, a_g], axis=1)
        kept = 0 if fault == "direct" else dh * z
        through = (a_g * r) @ W_g.T if late else back * r
        if fault == "open":
            through = back
        dh = kept + through + da[:, t, : 2 * n] @ W_h[:, : 2 * n].T
    reads = before if late or fault == "whole" else before * run["r"]
    d_g = da[:, :, 2 * n :] * (run["r"] if late else 1)
    W = [summed(before, da[:, :, : 2 * n]), summed(reads, d_g)]
    return {
        "x": da @ W_x.T,
        "h": dh,
        "W_x": summed(x, da),
        "W_h": np.concatenate(W, axis=1),
        "b": da.sum(axis=(0, 1)),
    }


def of_reset_after(x, h, W_x, W_h, run, e):
    return backward(x, h, W_x, W_h, run, e, late=True)


def reset_left_out(x, h, W_x, W_h, run, e):
    return backward(x, h, W_x, W_h, run, e, fault="open")


def no_direct_path(x, h, W_x, W_h, run, e):
    return backward(x, h, W_x, W_h, run, e, fault="direct")


def whole_state_in_the_weight(x, h, W_x, W_h, run, e):
    return backward(x, h, W_x, W_h, run, e, fault="whole")


def update_gate_turned(x, h, W_x, W_h, run, e):
    return backward(x, h, W_x, W_h, run, e, fault="z")


def no_bias(x, h, W_x, W_h, run, e):
    found = backward(x, h, W_x, W_h, run, e)
    del found["b"]
    return found


def a_list(x, h, W_x, W_h, run, e):
    return list(backward(x, h, W_x, W_h, run, e).values())


def bias_of_two_rows(x, h, W_x, W_h, run, e):
    found = backward(x, h, W_x, W_h, run, e)
    return found | {"b": np.stack([found["b"], found["b"]])}


def weights_halved(x, h, W_x, W_h, run, e):
    found = backward(x, h, W_x, W_h, run, e)
    return found | {"W_x": found["W_x"] / 2}


def minimal(x, h, W_x, W_h, b, read, keeps=False):
    n, states = h.shape[1], []
    for t in range(x.shape[1]):
        a = x[:, t] @ W_x + b
        f = sigmoid(a[:, :n] + h @ W_h[:, :n])
        g = np.tanh(a[:, n:] + read(f, h, W_h[:, n:]))
        h = f * h + (1 - f) * g if keeps else (1 - f) * h + f * g
        states.append(h)
    return np.stack(states, axis=1)


def gate_keeps(*given):
    return minimal(*given, lambda f, h, W: (f * h) @ W, keeps=True)


def reset_late(*given):
    return minimal(*given, lambda f, h, W: f * (h @ W))


def never_reset(*given):
    return minimal(*given, lambda f, h, W: h @ W)


def last_state_only(*given):
    return minimal(*given, lambda f, h, W: (f * h) @ W)[:, -1]


def blocks_exchanged(x, h, W_x, W_h, b):
    turned = [np.roll(w, h.shape[1], axis=-1) for w in (W_x, W_h, b)]
    return minimal(x, h, *turned, lambda f, h, W: (f * h) @ W)


WRONG = {
    "from_torch": [
        (torch_order, "order of PyTorch"),
        (recurrent_kernel_left, "The recurrent kernel still has"),
        (not_transposed, "has shape (12, 2), expected (2, 12)"),
        (biases_added, "keeps the two biases apart"),
        (rows_exchanged, "input side comes first"),
        (sign_of_z_changed, "the sign of the z block"),
        (candidate_first, "exchange the first two blocks"),
        (kernels_only, "Return three arrays"),
    ],
    "reset_before_backward": [
        (of_reset_after, "the backward pass of Eq. 8.6"),
        (reset_left_out, "has to pass the reset gate"),
        (no_direct_path, "direct path of Eq. 8.5 is missing"),
        (whole_state_in_the_weight, "needs the same"),
        (update_gate_turned, "dh * (h_{t-1} - g_t)"),
        (no_bias, "no gradient for 'b'"),
        (a_list, "Return a dictionary"),
        (bias_of_two_rows, "has shape (2, 12), expected (12,)"),
        (weights_halved, "Wrong: the gradient for W_x."),
    ],
    "minimal_gated": [
        (gate_keeps, "Your gate keeps the old state"),
        (reset_late, "acts after the product"),
        (never_reset, "reads the whole old state"),
        (last_state_only, "has shape (3, 4), expected (3, 5, 4)"),
        (blocks_exchanged, "in the order f, g"),
    ],
}
