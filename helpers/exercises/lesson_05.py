"""Checks of the exercises of lesson 05."""

import tracemalloc

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise

NAMES = ["x", "h", "W_x", "W_h", "b"]
BATCH, TIME, FEATURES, UNITS = 3, 6, 2, 4


def _case(leak=1.0, time=TIME):
    """A layer with random weights: x, h, W_x, W_h, b, states, candidates."""
    rng = np.random.default_rng(5)
    x = rng.normal(size=(BATCH, time, FEATURES))
    h = rng.normal(size=(BATCH, UNITS))
    W_x = rng.normal(0, 0.6, (FEATURES, UNITS))
    W_h = rng.normal(0, 0.6, (UNITS, UNITS))
    b = rng.normal(0, 0.6, UNITS)
    state, states, candidates = h, [], []
    for t in range(time):
        candidates.append(np.tanh(x[:, t] @ W_x + state @ W_h + b))
        state = (1 - leak) * state + leak * candidates[-1]
        states.append(state)
    states, candidates = np.stack(states, 1), np.stack(candidates, 1)
    return x, h, W_x, W_h, b, states, candidates


def _errors(shape, used):
    e = np.random.default_rng(6).normal(size=shape)
    e[:, [t for t in range(shape[1]) if t not in used]] = 0
    return e


def _backward(
    x, h, W_x, W_h, states, candidates, e, through=1.0, direct=0.0, **fault
):
    """Gradients of a layer, with the faults that answers often have.

    `through` is the factor of the path through tanh, `direct` that of the
    path from a state to the next one beside it; a simple layer has 1 and 0.
    """
    slope = 1 - (states if fault.get("slope_of_state") else candidates) ** 2
    if fault.get("no_slope"):
        slope = np.ones_like(slope)
    back = W_h if fault.get("not_transposed") else W_h.T
    arriving, delta = np.zeros_like(h), np.empty_like(states)
    for t in reversed(range(x.shape[1])):
        g = e[:, t] + arriving
        if fault.get("no_time") or (fault.get("either_or") and e[:, t].any()):
            g = e[:, t]
        delta[:, t] = through * g * slope[:, t]
        arriving = delta[:, t] @ back + direct * g
    before = np.concatenate([h[:, None], states[:, :-1]], axis=1)
    if fault.get("states_after"):
        before = states
    return {
        "x": delta @ W_x.T,
        "h": arriving,
        "W_x": np.einsum("bti,btj->ij", x, delta),
        "W_h": np.einsum("bti,btj->ij", before, delta),
        "b": delta.sum(axis=(0, 1)),
    }


def _gradients(given, shapes):
    """Returns the answer's gradients as arrays, by name."""
    if not isinstance(given, dict):
        raise Wrong(
            "Return a dictionary of gradients with the keys "
            f"{', '.join(shapes)}; got {type(given).__name__}."
        )
    missing = [name for name in shapes if name not in given]
    if missing:
        raise Wrong(f"The dictionary has no gradient for {missing[0]!r}.")
    return {
        name: as_array(f"The gradient of {name}", given[name], shape)
        for name, shape in shapes.items()
    }


def _wrong_names(given, right):
    return [name for name in right if not close(given[name], right[name])]


def _same(given, other, names=("W_x", "W_h", "b")):
    return all(close(given[name], other[name]) for name in names)


def _protected(arrays):
    """Copies that a wrong answer may change without harm."""
    return [np.array(array) for array in arrays]


SHAPES = {
    "x": (BATCH, TIME, FEATURES),
    "h": (BATCH, UNITS),
    "W_x": (FEATURES, UNITS),
    "W_h": (UNITS, UNITS),
    "b": (UNITS,),
}


def _diagnose(given, arguments, factors, faults):
    """Raises the hint that fits a wrong answer; returns for a right one."""
    right = _backward(*arguments, **factors)
    wrong = _wrong_names(given, right)
    if not wrong:
        return
    for hint, fault in faults:
        other = _backward(*arguments, **{**factors, **fault})
        if _same(given, other) and not _same(other, right):
            raise Wrong(hint)
    alone = {
        "h": "the start state h is wrong. It is what leaves step 1 towards "
        "the past.",
        "x": "x is wrong. x_t reaches the loss through a_t, that is through "
        "delta_t and W_x.",
        "b": "b is wrong. The bias is added at every step and to every "
        "sequence: sum over time and batch.",
    }
    if len(wrong) == 1 and wrong[0] in alone:
        raise Wrong(f"Only the gradient of {alone[wrong[0]]}")
    raise Wrong(
        f"Wrong: the gradient of {', '.join(wrong)}. Compare with "
        "numeric_gradient, first with one step, then with two."
    )


@exercise
def repaired_backward(answer):
    """Checks a backward pass with a loss at one, at some, at all steps."""
    x, h, W_x, W_h, _, states, _ = _case()
    faults = [
        (
            "No gradient travels back from step to step: what arrives from "
            "step t + 1 is missing.",
            {"no_time": True},
        ),
        (
            "At a step with an output of its own, what arrives from step "
            "t + 1 is dropped. Two paths lead out of h_t: add them.",
            {"either_or": True},
        ),
        (
            "On the way back delta is multiplied by W_h. Forward it was h W_h, "
            "so back it is delta W_h^T.",
            {"not_transposed": True},
        ),
        (
            "The slope of tanh, 1 - h^2, is missing in delta.",
            {"no_slope": True},
        ),
        (
            "The gradient of W_h pairs delta_t with h_t. W_h multiplied the "
            "state before, h_(t-1), with h_0 at the first step.",
            {"states_after": True},
        ),
    ]
    for used in [(5,), (1, 3, 4), range(TIME)]:
        e = _errors(states.shape, used)
        arguments = x, h, W_x, W_h, states
        given = _gradients(answer(*_protected((*arguments, e))), SHAPES)
        _diagnose(given, (*arguments, states, e), {}, faults)


@exercise
def leaky_backward(answer):
    """Checks the backward pass of a leaky layer."""
    for leak in (0.3, 0.8):
        x, h, W_x, W_h, _, states, candidates = _case(leak)
        e = _errors(states.shape, (1, 3, 4))
        layer, run = (x, h, W_x, W_h), (states, candidates, e)
        given = answer(*_protected(layer), leak, *_protected(run))
        faults = [
            (
                "The path that does not go through tanh is missing: h_(t-1) "
                "also enters h_t directly, times (1 - leak).",
                {"direct": 0.0},
            ),
            (
                "The direct path has the factor 1. It should be (1 - leak).",
                {"direct": 1.0},
            ),
            (
                "The two factors are swapped: (1 - leak) belongs to the "
                "direct path, leak to the one through tanh.",
                {"through": 1 - leak, "direct": leak},
            ),
            (
                "The factor leak is missing in delta: the candidate enters "
                "the state times leak.",
                {"through": 1.0},
            ),
            (
                "The slope of tanh is taken at the state. It belongs to the "
                "candidate: 1 - c^2.",
                {"slope_of_state": True},
            ),
            (
                "At a step with an output of its own, what arrives from step "
                "t + 1 is dropped. Add the two.",
                {"either_or": True},
            ),
        ]
        factors = {"through": leak, "direct": 1 - leak}
        given = _gradients(given, SHAPES)
        _diagnose(given, (*layer, *run), factors, faults)


@exercise
def checkpointed(answer):
    """Checks exactness, then the memory on a long sequence."""
    x, h, W_x, W_h, b, states, _ = _case(time=11)
    e = _errors(states.shape, (1, 3, 4, 9))
    right = _backward(x, h, W_x, W_h, states, states, e)
    shapes = {k: v for k, v in SHAPES.items() if k != "x"}
    for every in (1, 4, 11):
        kept = e.copy()
        given = _gradients(
            answer(*_protected((x, h, W_x, W_h, b)), kept, every), shapes
        )
        if not np.array_equal(kept, e):
            raise Wrong(
                "Your function changed the caller's e. Copy a segment of it "
                "before you add what arrives from later."
            )
        _check_segments(given, right, (x, h, W_x, W_h, states, e), every)
    _check_memory(answer)


def _check_segments(given, right, case, every):
    x, h, W_x, W_h, states, e = case
    wrong = _wrong_names(given, {k: right[k] for k in given if k in right})
    if not wrong:
        return
    total = {}
    for start in range(0, x.shape[1], every):
        segment = slice(start, start + every)
        before = states[:, start - 1] if start else h
        part = x[:, segment], before, W_x, W_h, states[:, segment]
        cut = _backward(*part, states[:, segment], e[:, segment])
        total = {k: total.get(k, 0) + cut[k] for k in ("W_x", "W_h", "b")}
    if _same(given, total):
        raise Wrong(
            "The gradient is cut at the checkpoints: this is truncation. What "
            "arrives at the beginning of a segment has to be added to the "
            "last e of the segment before."
        )
    if wrong == ["h"]:
        raise Wrong(
            "Only the gradient of h is wrong: it is what arrives at the "
            "beginning of the first segment."
        )
    if every == 4:
        raise Wrong(
            f"Wrong with 11 steps and every = 4: {', '.join(wrong)}. The last "
            "segment has 3 steps only; does each segment start from the state "
            "before its first step?"
        )
    raise Wrong(
        f"Wrong with every = {every}: the gradient of {', '.join(wrong)}. "
        "Compare with simple_rnn_backward on the whole sequence."
    )


def _check_memory(answer, steps=900, every=30):
    rng = np.random.default_rng(7)
    x, e = rng.normal(size=(4, steps, 1)), rng.normal(size=(4, steps, 32))
    h, b = np.zeros((4, 32)), np.zeros(32)
    W_x, W_h = rng.normal(size=(1, 32)), rng.normal(0, 0.1, (32, 32))
    all_states = e.nbytes
    tracemalloc.start()
    try:
        answer(x, h, W_x, W_h, b, e, every)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    share = peak / all_states
    if share > 1.6:
        raise Wrong(
            f"The gradients are exact, but with {steps} steps your function "
            f"holds {share:.1f} times the memory of all states at once. Keep "
            "one state per segment, and run simple_rnn on one segment at a "
            "time."
        )
    if share > 0.7:
        raise Wrong(
            f"The gradients are exact, but with {steps} steps your function "
            f"holds {share:.1f} times the memory of all states. A slice such "
            "as states[:, -1] is a view, which keeps the whole array alive: "
            "store a copy."
        )
