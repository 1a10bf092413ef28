"""Checks of the exercises of lesson 08."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise

BATCH, TIME, FEATURES, UNITS = 3, 5, 2, 4
NAMES = ["x", "h", "W_x", "W_h", "b"]


def _sigmoid(a):
    return 1 / (1 + np.exp(-a))


def _blocks(weight, order):
    """Returns the three blocks of a weight in another order."""
    parts = np.split(weight, 3, axis=-1)
    return np.concatenate([parts[i] for i in order], axis=-1)


@exercise
def from_torch(answer):
    """Exercise 08.2: the weights of a PyTorch GRU, for Keras."""
    rng = np.random.default_rng(8)
    n, d = UNITS, FEATURES
    weight_ih = rng.normal(size=(3 * n, d))
    weight_hh = rng.normal(size=(3 * n, n))
    bias_ih, bias_hh = rng.normal(size=(2, 3 * n))
    found = answer(
        weight_ih.copy(), weight_hh.copy(), bias_ih.copy(), bias_hh.copy()
    )
    if not isinstance(found, list | tuple) or len(found) != 3:
        raise Wrong(
            "Return three arrays: the kernel, the recurrent kernel, the bias."
        )
    torch = {
        "The kernel": weight_ih.T,
        "The recurrent kernel": weight_hh.T,
        "The bias": np.stack([bias_ih, bias_hh]),
    }
    if np.shape(found[2]) == (3 * n,):
        raise Wrong(
            "The bias has one row. With reset_after Keras keeps the two biases "
            "apart, in a matrix of shape (2, 3 * units), because the recurrent "
            "one of the candidate stands behind the reset gate."
        )
    for value, (name, theirs) in zip(found, torch.items(), strict=True):
        value = as_array(name, value, theirs.shape)
        right = _blocks(theirs, [1, 0, 2])
        if close(value, right):
            continue
        if close(value, theirs):
            raise Wrong(
                f"{name} still has the blocks in the order of PyTorch, r, z, "
                "n. Keras wants z, r, candidate."
            )
        if name == "The bias" and close(value, right[::-1]):
            raise Wrong(
                "The rows of the bias are exchanged: the input side comes "
                "first, then the recurrent side."
            )
        turned = right.copy()
        turned[..., :n] *= -1
        if close(value, turned):
            raise Wrong(
                f"In {name.lower()} you changed the sign of the z block. "
                "PyTorch's z keeps the old state, as Keras's does: look at "
                "its last equation again."
            )
        raise Wrong(
            f"{name} is not right. Transpose the matrices, cut along the axis "
            "of length 3 * units, and exchange the first two blocks."
        )


def _case():
    rng = np.random.default_rng(9)
    x = rng.normal(size=(BATCH, TIME, FEATURES))
    h = rng.uniform(-1, 1, (BATCH, UNITS))
    W_x = rng.normal(0, 0.7, (FEATURES, 3 * UNITS))
    W_h = rng.normal(0, 0.7, (UNITS, 3 * UNITS))
    b = rng.normal(0, 0.7, 3 * UNITS)
    return x, h, W_x, W_h, b, rng.normal(size=(BATCH, TIME, UNITS))


def _gru(x, h, W_x, W_h, b):
    """A GRU with the reset before the product."""
    n, steps = h.shape[1], []
    for t in range(x.shape[1]):
        a = x[:, t] @ W_x + b
        gates = _sigmoid(a[:, : 2 * n] + h @ W_h[:, : 2 * n])
        z, r = gates[:, :n], gates[:, n:]
        g = np.tanh(a[:, 2 * n :] + (r * h) @ W_h[:, 2 * n :])
        h = z * h + (1 - z) * g
        steps.append((h, z, r, g))
    values = [np.stack(value, axis=1) for value in zip(*steps, strict=True)]
    return dict(zip("hzrg", values, strict=True))


def _backward(x, h, W_x, W_h, run, e, fault=None):
    """The gradients, with faults that answers often have."""
    n = h.shape[1]
    before = np.concatenate([h[:, None], run["h"][:, :-1]], axis=1)
    W_g = W_h[:, 2 * n :]
    da = np.empty((*x.shape[:2], 3 * n))
    arriving = np.zeros_like(h)
    for t in reversed(range(x.shape[1])):
        z, r, g = (run[name][:, t] for name in "zrg")
        old = before[:, t]
        dh = e[:, t] + arriving
        a_g = dh * (1 - z) * (1 - g**2)
        hidden = a_g @ W_g.T  # gradient of r * h
        dz = dh * (g - old) if fault == "z turned" else dh * (old - g)
        a_z = dz * z * (1 - z)
        seen = old @ W_g * a_g if fault == "after" else hidden * old
        a_r = seen * r * (1 - r)
        da[:, t] = np.concatenate([a_z, a_r, a_g], axis=1)
        arriving = np.concatenate([a_z, a_r], axis=1) @ W_h[:, : 2 * n].T
        if fault == "after":
            arriving = arriving + (r * a_g) @ W_g.T
        else:
            arriving = arriving + hidden * (1 if fault == "open" else r)
        if fault != "no direct path":
            arriving = arriving + dh * z
    reset = before if fault in ("whole state", "after") else before * run["r"]
    d_g = da[:, :, 2 * n :] * (run["r"] if fault == "after" else 1)
    W_h_gradient = np.concatenate(
        [
            np.einsum("bti,btj->ij", before, da[:, :, : 2 * n]),
            np.einsum("bti,btj->ij", reset, d_g),
        ],
        axis=1,
    )
    return {
        "x": da @ W_x.T,
        "h": arriving,
        "W_x": np.einsum("bti,btj->ij", x, da),
        "W_h": W_h_gradient,
        "b": da.sum(axis=(0, 1)),
    }


_HINTS = {
    "after": (
        "This is the backward pass of Eq. 8.6, where the reset gate acts after "
        "the product. In Eq. 8.4 the product comes last: its gradient is "
        "a_g @ W_hg.T, and from there it goes to r and to h_{t-1}."
    ),
    "open": (
        "On its way from the candidate to h_{t-1} the gradient has to pass the "
        "reset gate: multiply by r_t."
    ),
    "no direct path": (
        "The direct path of Eq. 8.5 is missing: h_{t-1} also gets z_t times "
        "the gradient of h_t."
    ),
    "whole state": (
        "W_hg was multiplied by r_t * h_{t-1}, not by h_{t-1}: its gradient "
        "needs the same."
    ),
    "z turned": (
        "The update gate keeps the old state: z_t multiplies h_{t-1}, and "
        "1 - z_t the candidate, so its gradient is dh * (h_{t-1} - g_t)."
    ),
}


@exercise
def reset_before_backward(answer):
    """Exercise 08.3: the backward pass of a GRU with the reset before."""
    x, h, W_x, W_h, b, e = _case()
    run = _gru(x, h, W_x, W_h, b)
    found = answer(
        x.copy(), h.copy(), W_x.copy(), W_h.copy(), dict(run), e.copy()
    )
    if not isinstance(found, dict):
        raise Wrong(
            f"Return a dictionary with the keys {', '.join(NAMES)}; got "
            f"{type(found).__name__}."
        )
    missing = [name for name in NAMES if name not in found]
    if missing:
        raise Wrong(f"The dictionary has no gradient for {missing[0]!r}.")
    right = _backward(x, h, W_x, W_h, run, e)
    found = {
        name: as_array(f"The gradient for {name}", found[name], value.shape)
        for name, value in right.items()
    }
    bad = [name for name in NAMES if not close(found[name], right[name], 1e-9)]
    if not bad:
        return
    for fault, hint in _HINTS.items():
        wrong = _backward(x, h, W_x, W_h, run, e, fault)
        if all(close(found[name], wrong[name], 1e-9) for name in NAMES):
            raise Wrong(hint)
    raise Wrong(
        f"Wrong: the gradient for {', '.join(bad)}. Try a sequence of one step "
        "first, and compare with finite differences of "
        "gru(..., reset_after=False)."
    )


def _minimal(x, h, W_x, W_h, b, fault=None):
    n, states = h.shape[1], []
    for t in range(x.shape[1]):
        a = x[:, t] @ W_x + b
        f = _sigmoid(a[:, :n] + h @ W_h[:, :n])
        seen = (f * h) @ W_h[:, n:]
        if fault == "after":
            seen = f * (h @ W_h[:, n:])
        if fault == "no reset":
            seen = h @ W_h[:, n:]
        g = np.tanh(a[:, n:] + seen)
        keep = f if fault == "keeps" else 1 - f
        h = keep * h + (1 - keep) * g
        states.append(h)
    return np.stack(states, axis=1)


@exercise
def minimal_gated(answer):
    """Exercise 08.4: one gate for both jobs of the GRU."""
    x, h, W_x, W_h, b, _ = _case()
    W_x, W_h, b = W_x[:, : 2 * UNITS], W_h[:, : 2 * UNITS], b[: 2 * UNITS]
    found = as_array(
        "The array of the states",
        answer(x.copy(), h.copy(), W_x.copy(), W_h.copy(), b.copy()),
        (BATCH, TIME, UNITS),
    )
    if close(found, _minimal(x, h, W_x, W_h, b), 1e-9):
        return
    for fault, hint in (
        (
            "keeps",
            "Your gate keeps the old state where it is 1. In this cell f_t = 1 "
            "replaces it, as z does in Eq. 8.7.",
        ),
        (
            "after",
            "Your gate acts after the product with W_hg. Here it acts before "
            "it, as in Eq. 8.4.",
        ),
        (
            "no reset",
            "Your candidate reads the whole old state: it may read only "
            "f_t * h_{t-1}.",
        ),
    ):
        if close(found, _minimal(x, h, W_x, W_h, b, fault), 1e-9):
            raise Wrong(hint)
    raise Wrong(
        "The states are not right. The blocks stand in the order f, g; both "
        "read h_{t-1}, not the state of the same step."
    )
