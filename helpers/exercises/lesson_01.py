"""Checks of lesson 01: windows, padding, a clock."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


def _pair(what, answer):
    if not isinstance(answer, tuple | list) or len(answer) != 2:
        raise Wrong(f"Return two arrays, {what}, as `return one, other`.")
    return answer


def _windows(series, length, stride, horizon):
    starts = range(0, len(series) - length - horizon + 1, stride)
    inputs = np.stack([series[b : b + length] for b in starts])
    targets = np.stack([series[b + length + horizon - 1] for b in starts])
    return inputs, targets


@exercise
def strided_windows(answer):
    """Exercise 01.2: windows with a stride and a horizon."""
    series = np.random.default_rng(1).normal(size=(11, 2))
    for options in [
        {"stride": 1, "horizon": 1},
        {"stride": 3, "horizon": 1},
        {"stride": 1, "horizon": 2},
        {"stride": 2, "horizon": 3},
    ]:
        expected = _windows(series, 4, **options)
        inputs, targets = _pair(
            "inputs and targets", answer(series, 4, **options)
        )
        _compare_windows(series, inputs, targets, expected, options)


def _compare_windows(series, inputs, targets, expected, options):
    call = f"with stride {options['stride']}, horizon {options['horizon']}"
    count = len(expected[0])
    given = np.shape(inputs)
    if len(given) == 3 and given[1:] == (4, 2) and given[0] != count:
        hint = "which is the last start whose target is still in the series?"
        if given[0] == len(_windows(series, 4, 1, options["horizon"])[0]):
            hint = "is the stride used?"
        raise Wrong(
            f"{given[0]} windows of 11 steps {call}, expected {count}: {hint}"
        )
    inputs = as_array(f"inputs {call}", inputs, expected[0].shape)
    targets = as_array(f"targets {call}", targets, expected[1].shape)
    if not close(inputs, expected[0]):
        raise Wrong(
            f"A window {call} holds the wrong steps: window b starts at step "
            "b * stride and its steps are neighbours."
        )
    if close(targets, expected[0][:, -1]):
        raise Wrong(
            f"The target {call} is the window's own last step: the model "
            "would only have to copy it. Horizon 1 is the step after it."
        )
    for shift in (-2, -1, 1):
        horizon = options["horizon"] + shift
        if horizon < 1 or len(series) < 4 + horizon:
            continue
        other = _windows(series, 4, options["stride"], horizon)[1]
        both = min(len(other), count)
        if close(targets[:both], other[:both]):
            raise Wrong(
                f"The target {call} lies {horizon} steps after the window, "
                f"expected {options['horizon']}."
            )
    if not close(targets, expected[1]):
        raise Wrong(
            f"The targets {call} are not the steps that follow their windows."
        )


@exercise
def pad(answer):
    """Exercise 01.3: padding at the end, cutting in front, and a mask."""
    rng = np.random.default_rng(2)
    sequences = [rng.normal(size=(n, 2)) for n in (3, 5, 7)]
    sequences[0][1] = 0.0
    sequences[1][-1] = 0.0
    before = [sequence.copy() for sequence in sequences]
    padded, mask = _pair("the padded array and the mask", answer(sequences, 5))
    padded = as_array("the padded array", padded, (3, 5, 2))
    mask = as_array("the mask", mask, (3, 5))
    if not all(map(np.array_equal, before, sequences)):
        raise Wrong("Your function changes its input: write into a new array.")
    if not close(padded[1], sequences[1]):
        raise Wrong("A sequence of exactly `length` steps must stay as it is.")
    if close(padded[0, 2:], sequences[0]):
        raise Wrong("The padding stands in front, expected at the end.")
    if not close(padded[0, :3], sequences[0]):
        raise Wrong("A short sequence must begin at step 0, unchanged.")
    if not close(padded[0, 3:], 0):
        raise Wrong("The padded steps must be 0.")
    if close(padded[2], sequences[2][:5]):
        raise Wrong(
            "A long sequence keeps its first steps, expected its last: cut "
            "in front."
        )
    if not close(padded[2], sequences[2][-5:]):
        raise Wrong("A long sequence must keep its last `length` steps.")
    expected = np.array([[1, 1, 1, 0, 0], [1] * 5, [1] * 5])
    if close(mask, 1 - expected):
        raise Wrong("The mask is upside down: true where a step is real.")
    if close(mask, np.any(padded != 0, axis=-1)):
        raise Wrong(
            "The mask takes a real step whose values are 0 for padding: "
            "derive it from the lengths, not from the values."
        )
    if not close(mask, expected):
        raise Wrong("The mask must be true exactly where a step is real.")


@exercise
def with_clock(answer):
    """Exercise 01.4: time as one more feature."""
    x = np.random.default_rng(3).normal(size=(3, 5, 2))
    clock = np.linspace(0, 1, 5)
    result = answer(x.copy())
    if np.shape(result) == x.shape:
        raise Wrong(
            "The result has as many features as x: the clock is one more "
            "feature, not a change of the others."
        )
    if np.shape(result) == (3, 6, 2):
        raise Wrong("You added a step, not a feature: join on the last axis.")
    result = as_array("the result", result, (3, 5, 3))
    if close(result[..., 1:], x) and not close(result[..., :2], x):
        raise Wrong("The clock is the first feature, expected the last.")
    if not close(result[..., :2], x):
        raise Wrong("The features of x must stay as they are, in front.")
    added = result[..., 2]
    if close(added, np.linspace(0, 1, 3)[:, None]):
        raise Wrong(
            "The clock runs over the batch: it must run over the time axis, "
            "the same for every sequence."
        )
    if close(added, np.arange(5)):
        raise Wrong("The clock counts steps, expected from 0 to 1.")
    if close(added, np.arange(5) / 5) or close(added, np.arange(1, 6) / 5):
        raise Wrong(
            "The clock must be 0 at the first and 1 at the last step: with "
            "T steps there are T - 1 gaps between them."
        )
    if close(added, clock[::-1]):
        raise Wrong("The clock runs backwards, expected from 0 to 1.")
    if not close(added, clock):
        raise Wrong("The clock must rise evenly from 0 to 1 over the steps.")
