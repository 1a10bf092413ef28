"""Checks of the exercises of lesson 04."""

import itertools
from collections import Counter, defaultdict

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


@exercise
def shift(answer):
    """Checks inputs and targets that are one step apart."""
    signs = np.array([[1, 0, 3, 2, 1], [2, 3, 0, 0, 1], [0, 1, 1, 2, 3]])
    given = answer(signs.copy(), 4)
    if not isinstance(given, (list, tuple)) or len(given) != 2:
        raise Wrong("Return two arrays: the inputs and the targets.")
    for name, array in zip(("The inputs", "The targets"), given, strict=True):
        if np.shape(array) == (3, 6):
            raise Wrong(
                f"{name} have shape (3, 6), expected (3, 5). The last sign "
                "is never an input: after it nothing is asked for."
            )
        if np.shape(array) == (3, 4):
            raise Wrong(
                f"{name} have shape (3, 4), expected (3, 5). Nobody is asked "
                "for the first sign: put start in front of the inputs."
            )
    inputs = as_array("The inputs", given[0], (3, 5))
    targets = as_array("The targets", given[1], (3, 5))
    _check_shift(inputs, targets, signs)


def _check_shift(inputs, targets, signs):
    right = np.concatenate([np.full((3, 1), 4), signs[:, :-1]], axis=1)
    if close(inputs, right) and close(targets, signs):
        return
    if close(inputs, signs) and close(targets, right):
        raise Wrong(
            "Inputs and targets are swapped: your network would have to say "
            "what came before, which it has read."
        )
    if close(inputs, targets):
        raise Wrong(
            "Inputs and targets are equal: a network that copies would be "
            "perfect. The inputs must be one step behind."
        )
    if close(inputs, np.roll(signs, 1, axis=1)):
        raise Wrong(
            "The inputs begin with the last sign of the sequence: roll wraps "
            "around, and gives the end away. Begin with start."
        )
    if close(inputs[:, 1:], signs[:, 1:]) and close(inputs[:, 0], 4):
        raise Wrong(
            "The first sign is overwritten by start, and the others are not "
            "moved: from step 2 on the input is the answer."
        )
    if not close(inputs[:, 0], 4):
        raise Wrong("The inputs of every sequence must begin with start.")
    raise Wrong(
        "At step t the input is sign t - 1 (start at the first step) and the "
        "target is sign t."
    )


def _network(log):
    """A small deterministic network whose next sign depends on its state."""

    def step(sign, h):
        if np.ndim(sign) != 0:
            raise Wrong(
                "step wants a sign, one integer; you gave it an array of "
                f"shape {np.shape(sign)}. Choose the largest logit first."
            )
        log.append((int(sign), float(np.ravel(h)[0])))
        new = 3.0 * np.asarray(h, dtype=float) + int(sign) + 1.0
        logits = np.sin(1.7 * new[0] + np.arange(5.0)) - 3.0
        if len(log) == 4:
            logits[3] = -0.5  # below zero: an argmax of |logits| would miss
        return logits, new

    return step


def _decode(step, h, start, stop, longest):
    signs = []
    sign = start
    while len(signs) < longest and sign != stop:
        logits, h = step(sign, h)
        sign = int(np.argmax(logits))
        signs.append(sign)
    return signs


@exercise
def greedy(answer):
    """Checks a greedy decoder with and without a stop sign."""
    for stop, longest in [(9, 6), (3, 8), (9, 1)]:
        log, own = [], []
        h = np.array([0.25])
        right = _decode(_network(own), h.copy(), 4, stop, longest)
        given = answer(_network(log), h.copy(), 4, stop, longest)
        if given is None:
            raise Wrong("Your function returns nothing: return the list.")
        given = [int(sign) for sign in np.ravel(given)]
        if given != right:
            raise Wrong(_greedy_hint(given, right, log, own, stop, longest))


def _greedy_hint(given, right, log, own, stop, longest):
    if given[:1] == [4] and given[1:] == right[: len(given) - 1]:
        return "Your list begins with start: return only what was chosen."
    if given == right[:-1] and right[-1] == stop:
        return "The stop sign is missing: it was chosen, so return it too."
    if given[: len(right)] == right and right[-1] == stop:
        return (
            f"You go on after the stop sign: {len(given)} signs instead of "
            f"{len(right)}."
        )
    if len(given) > longest:
        return f"You return {len(given)} signs, but longest is {longest}."
    if len(log) > 1 and log[1][1] == log[0][1] and own[1][1] != own[0][1]:
        return (
            "Every step starts from the first state: hand the new state on "
            "to the next step."
        )
    if {sign for sign, _ in log} == {4} != {sign for sign, _ in own}:
        return (
            "Every step reads start: after the first step, read the sign "
            "that was chosen."
        )
    if log and log[0][0] != 4:
        return f"The first sign that you read is {log[0][0]}: begin with start."
    return "Choose the sign with the largest logit at each step."


@exercise
def best_delayed(answer):
    """Checks the limit of a network that answers with a delay."""
    inputs = np.array(list(itertools.product(range(3), repeat=4)))[5:70]
    targets = (inputs[:, ::-1] + 1) % 3
    for delay in (0, 1, 3, 5):
        given = answer(inputs.copy(), targets.copy(), delay)
        given = as_array("The result", given, (4,))
        if close(given, _best(inputs, targets, delay), 1e-9):
            continue
        raise Wrong(_delay_hint(given, inputs, targets, delay))


def _best(inputs, targets, delay, first=0, late=0):
    best = []
    for t in range(inputs.shape[1]):
        counts = defaultdict(Counter)
        u = max(t - late, 0)
        for walk, target in zip(inputs.tolist(), targets.tolist(), strict=True):
            counts[tuple(walk[first : max(t + delay + 1, 0)])][target[u]] += 1
        right = sum(max(count.values()) for count in counts.values())
        best.append(right / len(inputs))
    return np.array(best)


def _delay_hint(given, inputs, targets, delay):
    hints = [
        ((0,), "The delay has no effect: it is the limit without waiting."),
        (
            (-delay,),
            "The network knows less with a delay than without: it reads more "
            "moves, up to t + delay.",
        ),
        (
            (delay - 1,),
            "You read one move too few: without a delay, at step t, the moves "
            "up to and including t are known.",
        ),
        ((delay + 1,), "You read one move too many for this delay."),
    ]
    if np.any(given > 1):
        return "An accuracy above 1: divide by the number of sequences."
    for arguments, hint in hints:
        if close(given, _best(inputs, targets, *arguments), 1e-9):
            return f"With delay = {delay}: {hint}"
    if close(given, _best(inputs, targets, delay, late=delay), 1e-9):
        return (
            "You moved the targets too: the result at t belongs to the answer "
            "that is due for t, and only its input grows."
        )
    if np.all(given == 1) or np.all(given >= _best(inputs, targets, 9)):
        return f"With delay = {delay} not everything is known at once."
    return (
        f"With delay = {delay} the numbers are wrong: group the sequences by "
        "inputs[:, : t + delay + 1] and count their most frequent answer."
    )
