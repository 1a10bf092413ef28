"""Plausible wrong answers to the exercises of lesson 05."""

import numpy as np


def forward(x, h, W_x, W_h, b):
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ W_x + h @ W_h + b)
        states.append(h)
    return np.stack(states, axis=1)


def gradients(x, h, W_x, delta, states, arriving):
    before = np.concatenate([h[:, None], states[:, :-1]], axis=1)
    return {
        "x": delta @ W_x.T,
        "h": arriving,
        "W_x": np.einsum("bti,btj->ij", x, delta),
        "W_h": np.einsum("bti,btj->ij", before, delta),
        "b": delta.sum(axis=(0, 1)),
    }


def walk(x, h, W_x, states, e, total, slope, back):
    """A backward pass whose three steps can be replaced."""
    arriving, delta = np.zeros_like(h), np.empty_like(states)
    for t in reversed(range(x.shape[1])):
        g = total(e[:, t], arriving)
        delta[:, t] = g * slope(states[:, t])
        arriving = delta[:, t] @ back
    return gradients(x, h, W_x, delta, states, arriving)


def add(own, arriving):
    return own + arriving


def tanh_slope(h):
    return 1 - h**2


def colleague(x, h, W_x, W_h, states, e):
    def either(own, arriving):
        return own if own.any() else arriving

    return walk(x, h, W_x, states, e, either, tanh_slope, W_h.T)


def one_step_only(x, h, W_x, W_h, states, e):
    def own_only(own, arriving):
        return own

    return walk(x, h, W_x, states, e, own_only, tanh_slope, W_h.T)


def kernel_not_transposed(x, h, W_x, W_h, states, e):
    return walk(x, h, W_x, states, e, add, tanh_slope, W_h)


def tanh_slope_forgotten(x, h, W_x, W_h, states, e):
    return walk(x, h, W_x, states, e, add, np.ones_like, W_h.T)


def right(x, h, W_x, W_h, states, e):
    return walk(x, h, W_x, states, e, add, tanh_slope, W_h.T)


def state_of_the_same_step(x, h, W_x, W_h, states, e):
    found = right(x, h, W_x, W_h, states, e)
    delta = found["x"] @ np.linalg.pinv(W_x.T)
    arriving, delta = np.zeros_like(h), np.empty_like(states)
    for t in reversed(range(x.shape[1])):
        delta[:, t] = (e[:, t] + arriving) * (1 - states[:, t] ** 2)
        arriving = delta[:, t] @ W_h.T
    found["W_h"] = np.einsum("bti,btj->ij", states, delta)
    return found


def start_state_forgotten(x, h, W_x, W_h, states, e):
    return {**right(x, h, W_x, W_h, states, e), "h": np.zeros_like(h)}


def bias_averaged(x, h, W_x, W_h, states, e):
    found = right(x, h, W_x, W_h, states, e)
    return {**found, "b": found["b"] / len(x)}


def bias_not_summed(x, h, W_x, W_h, states, e):
    return {**right(x, h, W_x, W_h, states, e), "b": np.ones((3, 4))}


def no_input_gradient(x, h, W_x, W_h, states, e):
    found = right(x, h, W_x, W_h, states, e)
    del found["x"]
    return found


def a_tuple(x, h, W_x, W_h, states, e):
    return tuple(right(x, h, W_x, W_h, states, e).values())


def leaky(through, direct, slope_at="candidate", either=False):
    """Makes a leaky backward pass from the two factors."""

    def answer(x, h, W_x, W_h, leak, states, candidates, e):
        at = candidates if slope_at == "candidate" else states
        arriving, delta = np.zeros_like(h), np.empty_like(states)
        for t in reversed(range(x.shape[1])):
            g = e[:, t] + arriving
            if either and e[:, t].any():
                g = e[:, t]
            delta[:, t] = through(leak) * g * (1 - at[:, t] ** 2)
            arriving = delta[:, t] @ W_h.T + direct(leak) * g
        return gradients(x, h, W_x, delta, states, arriving)

    return answer


def named(name, answer):
    answer.__name__ = name
    return answer


def leaky_start_state_forgotten(x, h, W_x, W_h, leak, states, candidates, e):
    answer = leaky(lambda k: k, lambda k: 1 - k)
    found = answer(x, h, W_x, W_h, leak, states, candidates, e)
    return {**found, "h": np.zeros_like(h)}


def segments(x, h, W_x, W_h, b, e, every):
    """Checkpoints and segments, from the last to the first."""
    starts = list(range(0, x.shape[1], every))
    checkpoints = [h]
    for start in starts[:-1]:
        segment = x[:, start : start + every]
        checkpoints.append(
            forward(segment, checkpoints[-1], W_x, W_h, b)[:, -1]
        )
    for start, state in zip(
        reversed(starts), reversed(checkpoints), strict=True
    ):
        part = slice(start, start + every)
        yield state, forward(x[:, part], state, W_x, W_h, b), part


def checkpoints_are_views(x, h, W_x, W_h, b, e, every):
    total, arriving = {}, 0.0
    for state, states, part in segments(x, h, W_x, W_h, b, e, every):
        own = e[:, part].copy()
        own[:, -1] += arriving
        found = right(x[:, part], state, W_x, W_h, states, own)
        total, arriving = added(total, found), found["h"]
    return {**total, "h": arriving}


def added(total, found):
    return {k: total.get(k, 0) + found[k] for k in ("W_x", "W_h", "b")}


def truncated_at_checkpoints(x, h, W_x, W_h, b, e, every):
    total = {}
    for state, states, part in segments(x, h, W_x, W_h, b, e, every):
        found = right(x[:, part], state, W_x, W_h, states, e[:, part])
        total = added(total, found)
    return {**total, "h": found["h"]}


def changes_the_errors(x, h, W_x, W_h, b, e, every):
    total, arriving = {}, 0.0
    for state, states, part in segments(x, h, W_x, W_h, b, e, every):
        own = e[:, part]
        own[:, -1] += arriving
        found = right(x[:, part], state, W_x, W_h, states, own)
        total, arriving = added(total, found), found["h"]
    return {**total, "h": arriving}


def arrives_at_the_first_step(x, h, W_x, W_h, b, e, every):
    total, arriving = {}, 0.0
    for state, states, part in segments(x, h, W_x, W_h, b, e, every):
        own = e[:, part].copy()
        own[:, 0] += arriving
        found = right(x[:, part], state, W_x, W_h, states, own)
        total, arriving = added(total, found), found["h"]
    return {**total, "h": arriving}


def last_segment_dropped(x, h, W_x, W_h, b, e, every):
    whole = x.shape[1] // every * every
    return all_states_kept(x[:, :whole], h, W_x, W_h, b, e[:, :whole], every)


def all_states_kept(x, h, W_x, W_h, b, e, every):
    return right(x, h, W_x, W_h, forward(x, h, W_x, W_h, b), e)


def start_state_of_the_last_segment(x, h, W_x, W_h, b, e, every):
    found = all_states_kept(x, h, W_x, W_h, b, e, every)
    return {**found, "h": np.zeros_like(h)}


WRONG = {
    "repaired_backward": [
        (colleague, "Two paths lead out of h_t: add them"),
        (one_step_only, "No gradient travels back"),
        (kernel_not_transposed, "delta W_h^T"),
        (tanh_slope_forgotten, "1 - h^2, is missing"),
        (state_of_the_same_step, "the state before, h_(t-1)"),
        (start_state_forgotten, "Only the gradient of the start state"),
        (bias_averaged, "Only the gradient of b is wrong"),
        (bias_not_summed, "shape (3, 4), expected (4,)"),
        (no_input_gradient, "no gradient for 'x'"),
        (a_tuple, "Return a dictionary"),
    ],
    "leaky_backward": [
        (
            named("direct_path_forgotten", leaky(lambda k: k, lambda k: 0)),
            "does not go through tanh is missing",
        ),
        (
            named("direct_path_undamped", leaky(lambda k: k, lambda k: 1)),
            "It should be (1 - leak)",
        ),
        (
            named("swapped", leaky(lambda k: 1 - k, lambda k: k)),
            "The two factors are swapped",
        ),
        (
            named("leak_forgotten", leaky(lambda k: 1, lambda k: 1 - k)),
            "The factor leak is missing",
        ),
        (
            named(
                "slope_at_the_state",
                leaky(lambda k: k, lambda k: 1 - k, "state"),
            ),
            "It belongs to the candidate",
        ),
        (
            named(
                "dropped_at_outputs",
                leaky(lambda k: k, lambda k: 1 - k, either=True),
            ),
            "what arrives from step t + 1 is dropped",
        ),
        (leaky_start_state_forgotten, "Only the gradient of the start state"),
    ],
    "checkpointed": [
        (truncated_at_checkpoints, "this is truncation"),
        (changes_the_errors, "changed the caller's e"),
        (arrives_at_the_first_step, "Wrong with 11 steps and every = 4"),
        (last_segment_dropped, "The last segment has 3 steps only"),
        (start_state_of_the_last_segment, "Only the gradient of h is wrong"),
        (all_states_kept, "Keep one state per segment"),
        (checkpoints_are_views, "store a copy"),
    ],
}
