"""Checks of lesson 10, choosing an architecture."""

import numpy as np

from helpers.exercises import Wrong, exercise

#: Scores of two architectures over four seeds, the right verdict, and what a
#: wrong one has overlooked.
_SCORES = [
    ([0.9, 0.8, 0.7, 0.9], [0.6, 0.5, 0.6, 0.4], "first", "it wins each seed"),
    ([0.2, 0.4, 0.3, 0.4], [0.5, 0.6, 0.7, 0.5], "second", "it wins each seed"),
    (
        [0.9, 0.9, 0.9, 0.5],
        [0.6, 0.6, 0.6, 0.6],
        "undecided",
        "its higher mean does not help the first with the last seed",
    ),
    (
        [0.9, 0.5, 0.7, 0.6],
        [0.8, 0.4, 0.6, 0.5],
        "first",
        "the ranges overlap, but the first wins seed by seed: compare the "
        "runs of one seed with each other",
    ),
    (
        [0.5, 0.6, 0.7, 0.8],
        [0.5, 0.5, 0.6, 0.7],
        "undecided",
        "with the first seed the two are equal, and a tie is no win",
    ),
    (
        [0.4, 0.5, 0.6, 0.7],
        [0.4, 0.6, 0.7, 0.8],
        "undecided",
        "with the first seed the two are equal, and a tie is no win",
    ),
    (
        [0.9, 0.5, 0.7, 0.8],
        [0.4, 0.6, 0.5, 0.7],
        "undecided",
        "the second seed reverses the order",
    ),
    (
        [0.62, 0.72, 0.82, 0.9],
        [0.6, 0.7, 0.8, 0.6],
        "first",
        "it wins each seed; how much the lead varies does not matter",
    ),
]


@exercise
def survives(answer):
    """Checks the verdict on two architectures over several seeds."""
    for first, second, verdict, why in _SCORES:
        for given in ((first, second), (np.array(first), np.array(second))):
            found = answer(*given)
            if found is None:
                raise Wrong(
                    "The verdict is None: does your function return it?"
                )
            if not isinstance(found, str):
                raise Wrong(
                    'Return "first", "second" or "undecided"; you return '
                    f"{type(found).__name__}."
                )
            if found != verdict:
                raise Wrong(
                    f'For {first} and {second} you return "{found}", but {why}.'
                )


def _running_sum(x):
    return np.cumsum(x, axis=1)


def _from_the_end(x):
    return np.cumsum(x[:, ::-1], axis=1)[:, ::-1]


def _shifted(steps):
    """A layer whose output reads only the input so many steps later."""

    def layer(x):
        late = np.zeros_like(x)
        late[:, : x.shape[1] - steps] = x[:, steps:]
        return late

    return layer


def _opposite(x):
    """Sums over all steps up to two ahead; the features cancel in a sum."""
    total = _running_sum(x) + _shifted(2)(x)
    return np.concatenate([total, -total], axis=2)


def _gated(x):
    """Looks one step ahead in the second sequence of the batch only."""
    total = _running_sum(x)
    total[1] += _shifted(1)(x)[1]
    return total


def _middle_only(x):
    """One early output looks ahead, the last ones do not."""
    total = _running_sum(x)
    total[:, 1] += x[:, 4]
    return total


def _late(x):
    """Answers one step late: no output reads the last input."""
    late = np.zeros_like(x)
    late[:, 1:] = x[:, :-1]
    return late


def _faint(x):
    """Looks one step ahead, only a little, and only at the last feature."""
    return 0.001 * _shifted(1)(x[:, :, -1:])


_LAYERS = [
    (_running_sum, 0, "a running sum, which is causal"),
    (_shifted(2), 2, "a layer whose output is the input two steps later"),
    (_from_the_end, 6, "a running sum from the end, over 7 steps"),
    (_opposite, 2, "a layer whose two units move in opposite directions"),
    (_gated, 1, "a layer that looks ahead in the second sequence only"),
    (_middle_only, 3, "a layer in which only step 2 looks ahead, at step 5"),
    (_late, 0, "a layer that answers one step late"),
    (_faint, 1, "a layer that looks ahead a little, at the last feature"),
]


@exercise
def steps_ahead(answer):
    """Checks the number of future steps that a layer depends on."""
    x = np.random.default_rng(10).normal(size=(2, 7, 3))
    for layer, ahead, what in _LAYERS:
        given = x.copy()
        found = answer(layer, given)
        if not np.array_equal(given, x):
            raise Wrong(
                "Your function changes the array that it is given: change a "
                "copy."
            )
        if found is None:
            raise Wrong("The result is None: does your function return it?")
        if np.ndim(found) != 0 or np.asarray(found).dtype.kind not in "iuf":
            raise Wrong(
                "Return one number of steps; your result has the shape "
                f"{np.shape(found)}."
            )
        if found == ahead:
            continue
        if layer is _running_sum and found == 6:
            raise Wrong(
                "A running sum is causal, and you return 6: that is how far "
                "an output looks back. Count only outputs before the change."
            )
        if found == -ahead:
            raise Wrong(
                "The sign is wrong: the step that was changed minus the step "
                "that moved."
            )
        raise Wrong(f"For {what}, you return {found}, expected {ahead}.")
