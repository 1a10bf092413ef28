"""Checks of the exercises of lesson 07."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise

NAMES = ["x", "h", "c", "W_x", "W_h", "b"]
BATCH, TIME, FEATURES, UNITS = 3, 5, 2, 4


def _sigmoid(a):
    return 1 / (1 + np.exp(-a))


def _lstm(x, h, c, W_x, W_h, b):
    values = []
    for t in range(x.shape[1]):
        i, f, g, o = np.split(x[:, t] @ W_x + h @ W_h + b, 4, axis=1)
        i, f, g, o = _sigmoid(i), _sigmoid(f), np.tanh(g), _sigmoid(o)
        c = f * c + i * g
        h = o * np.tanh(c)
        values.append((h, c, i, f, g, o))
    values = [np.stack(value, axis=1) for value in zip(*values, strict=True)]
    return dict(zip("hcifgo", values, strict=True))


def _arrays(given, shapes):
    """Returns the answer's arrays; `shapes` is from name to shape."""
    if not isinstance(given, list | tuple) or len(given) != len(shapes):
        raise Wrong(f"Return {len(shapes)} arrays: {', '.join(shapes)}.")
    pairs = zip(given, shapes.items(), strict=True)
    return [as_array(name, value, shape) for value, (name, shape) in pairs]


@exercise
def last_marked(answer):
    """Exercise 07.2: one unit that shows the value that was marked last."""
    shapes = {"W_x": (2, 4), "W_h": (1, 4), "b": (4,)}
    W_x, W_h, b = _arrays(answer(), shapes)
    rng = np.random.default_rng(7)
    value, mark = rng.random((40, 60)), rng.random((40, 60)) < 0.1
    mark[:, 0] = True
    x = np.stack([value, mark], axis=2)
    zero = np.zeros((40, 1))
    shown = 100 * _lstm(x, zero, zero, W_x, W_h, b)["h"][:, :, 0]
    last = np.maximum.accumulate(np.where(mark, np.arange(60), 0), axis=1)
    expected = np.take_along_axis(value, last, axis=1)
    if close(shown, expected, 0.03):
        return
    total = np.cumsum(value * mark, axis=1)
    if close(shown, total, 0.05 * total.max()):
        raise Wrong(
            "Your unit adds the marked values up. At a mark the old value "
            "has to go: the forget gate must close."
        )
    if np.abs(shown).max() < 0.01:
        raise Wrong(
            "Your unit shows almost nothing. Which gate stays closed? A gate "
            "that reads nothing and has the bias 0 stands at one half."
        )
    if close(shown[:, 0], 0.5 * expected[:, 0], 0.02):
        raise Wrong(
            "Your unit shows half of the value. The output gate stands at "
            "one half, where its bias is 0: open it."
        )
    if close(shown[:, 0], expected[:, 0], 0.03):
        raise Wrong(
            "The first marked value comes in, but it does not stay, or others "
            "join it: between marks the forget gate must be open and the "
            "input gate closed."
        )
    raise Wrong(
        "At the first mark your unit shows "
        f"{shown[0, 0]:.2f} in place of {expected[0, 0]:.2f}. Check the order "
        "of the columns, i, f, g, o, and the factor 0.01 of the candidate."
    )


def _case(steps=TIME):
    rng = np.random.default_rng(8)
    given = {
        "x": rng.normal(size=(BATCH, steps, FEATURES)),
        "h": rng.normal(0, 0.7, (BATCH, UNITS)),
        "c": rng.normal(size=(BATCH, UNITS)),
        "W_x": rng.normal(0, 0.7, (FEATURES, 4 * UNITS)),
        "W_h": rng.normal(0, 0.7, (UNITS, 4 * UNITS)),
    }
    b = rng.normal(0, 0.7, 4 * UNITS)
    run = _lstm(**given, b=b)
    return given, run, rng.normal(size=run["h"].shape)


def _backward(x, h, c, W_x, W_h, run, e, fault=None):
    """The gradients, with faults that answers often have."""
    h_before = np.concatenate([h[:, None], run["h"][:, :-1]], axis=1)
    c_before = np.concatenate([c[:, None], run["c"][:, :-1]], axis=1)
    if fault == "after":
        h_before = run["h"]
    if fault == "cell after":
        c_before = run["c"]
    arriving_h, arriving_c = np.zeros_like(h), np.zeros_like(c)
    da = np.empty((*x.shape[:2], 4 * h.shape[1]))
    for t in reversed(range(x.shape[1])):
        i, f, g, o = (run[name][:, t] for name in "ifgo")
        s = np.tanh(run["c"][:, t])
        dh = e[:, t] + arriving_h
        dc = dh * o * (1 - s**2) + arriving_c
        if fault == "no cell path":
            dc = dh * o * (1 - s**2)
        parts = [
            dc * g * i * (1 - i),
            dc * c_before[:, t] * f * (1 - f),
            dc * i * (1 - g**2),
            dh * s * o * (1 - o),
        ]
        da[:, t] = np.concatenate(parts, axis=1)
        arriving_h = da[:, t] @ W_h.T
        arriving_c = dc * f
        if fault == "published":
            arriving_c = (dc + (arriving_h - dh) * o * (1 - s**2)) * f
        if fault == "no forget gate":
            arriving_c = dc
    return {
        "x": da @ W_x.T,
        "h": arriving_h,
        "c": arriving_c,
        "W_x": np.einsum("bti,btj->ij", x, da),
        "W_h": np.einsum("bti,btj->ij", h_before, da),
        "b": da.sum(axis=(0, 1)),
    }


_HINTS = {
    "published": (
        "This is the published mistake: when the gradient for c_{t-1} is "
        "computed, dh already belongs to step t - 1. Compute the whole dc of "
        "the step before you overwrite dh."
    ),
    "no cell path": (
        "The gradient that arrives along the cell state is lost: add what "
        "comes from c_{t+1} (Eq. 7.10)."
    ),
    "no forget gate": (
        "On its way from c_t to c_{t-1} the gradient has to pass the forget "
        "gate of step t (Eq. 7.10)."
    ),
    "after": (
        "W_h was multiplied by the hidden state before the step, h_{t-1}: its "
        "gradient needs h_before, not run['h'] (Eq. 7.12)."
    ),
    "cell after": (
        "The forget gate multiplies the cell state before the step: its part "
        "of Eq. 7.11 needs c_{t-1}, not c_t."
    ),
}


@exercise
def repaired_backward(answer):
    """Exercise 07.3: the right backward pass of an LSTM."""
    given, run, e = _case()
    copies = {name: value.copy() for name, value in given.items()}
    found = answer(**copies, run=dict(run), e=e.copy())
    if not isinstance(found, dict):
        raise Wrong(
            f"Return a dictionary with the keys {', '.join(NAMES)}; got "
            f"{type(found).__name__}."
        )
    missing = [name for name in NAMES if name not in found]
    if missing:
        raise Wrong(f"The dictionary has no gradient for {missing[0]!r}.")
    right = _backward(**given, run=run, e=e)
    found = {
        name: as_array(f"the gradient for {name}", found[name], value.shape)
        for name, value in right.items()
    }
    if all(close(found[name], right[name], 1e-9) for name in NAMES):
        return
    for fault, hint in _HINTS.items():
        wrong = _backward(**given, run=run, e=e, fault=fault)
        lost = {"c"} if fault == "no cell path" else set()
        if all(
            close(found[name], wrong[name], 1e-9)
            for name in NAMES
            if name not in lost
        ):
            raise Wrong(hint)
    bad = [name for name in NAMES if not close(found[name], right[name], 1e-9)]
    raise Wrong(
        f"Wrong: the gradient for {', '.join(bad)}. Compare with Eq. 7.9 to "
        "7.12, one line after the other, for a sequence of one step first."
    )


@exercise
def from_onnx(answer):
    """Exercise 07.4: the weights of an ONNX LSTM, for Keras."""
    rng = np.random.default_rng(9)
    n, d = UNITS, 3
    W, R = rng.normal(size=(4 * n, d)), rng.normal(size=(4 * n, n))
    B = rng.normal(size=8 * n)
    shapes = {
        "the kernel": (d, 4 * n),
        "the recurrent kernel": (n, 4 * n),
        "the bias": (4 * n,),
    }
    given = _arrays(answer(W.copy(), R.copy(), B.copy()), shapes)

    def blocks(array, order):
        parts = np.split(array, 4, axis=-1)
        return np.concatenate([parts["iofg".index(k)] for k in order], -1)

    right = [W.T, R.T, B[: 4 * n] + B[4 * n :]]
    for (name, value), array in zip(
        zip(shapes, given, strict=True), right, strict=True
    ):
        if close(value, blocks(array, "ifgo")):
            continue
        if close(value, array):
            raise Wrong(
                f"In {name} the blocks stand in the order of ONNX, i, o, f, "
                "g. Keras wants i, f, g, o."
            )
        if name == "the bias":
            halves = B[: 4 * n], B[4 * n :]
            if any(close(value, blocks(half, "ifgo")) for half in halves):
                raise Wrong(
                    "The bias is one of the two. ONNX adds both: so must you."
                )
        raise Wrong(
            f"The blocks of {name} are not i, f, g, o. Cut it into four along "
            "the axis of length 4 * units, and name the blocks i, o, f, g."
        )
