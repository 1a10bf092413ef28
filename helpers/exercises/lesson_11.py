"""Checks of lesson 11, forecasting."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


@exercise
def mase(answer):
    """Checks a scaled error."""
    for seed in range(2):
        rng = np.random.default_rng(seed)
        season = 4 + seed
        train = 20 + np.cumsum(rng.normal(size=23))
        truth = 20 + np.cumsum(rng.normal(size=9))
        forecast = truth + rng.normal(size=9)
        found = as_array(
            "The scaled error",
            answer(truth.copy(), forecast.copy(), train.copy(), season),
            (),
        )
        _is_scaled(found, truth, forecast, train, season)


def _is_scaled(found, truth, forecast, train, season):
    def step(values, lag):
        return np.abs(values[lag:] - values[:-lag])

    error = np.abs(truth - forecast)
    scale = step(train, season).mean()
    expected = error.mean() / scale
    if close(found, expected):
        return
    squared = np.sqrt(np.mean((truth - forecast) ** 2))
    of_train = len(step(train, season)) / len(train)
    for wrong, hint in (
        (error.mean(), "it is the plain MAE: divide by the rule's error"),
        (1 / expected, "it is upside down: the forecast's error goes on top"),
        (
            error.mean() / step(truth, season).mean(),
            "the scale comes from the test period; take it from train, which "
            "is known before",
        ),
        (
            error.mean() / step(train, 1).mean(),
            "the scale is that of persistence, as in the paper of 2006; in the "
            "seasonal variant the rule looks a season back",
        ),
        (
            error.mean() / (scale * of_train),
            "the first season of train has no forecast and must not be "
            "counted: average over the others",
        ),
        (
            squared / scale,
            "its upper part is the root of the mean square; take absolute "
            "errors",
        ),
        (
            np.mean(truth - forecast) / scale,
            "errors of opposite signs cancel: take absolute values first",
        ),
        (error.sum() / step(train, season).sum(), "sums, not means: divide"),
        (
            error.mean() / train.std(),
            "the scale is the standard deviation of train, not the error of "
            "the rule",
        ),
    ):
        if close(found, wrong):
            raise Wrong(f"This is not the scaled error: {hint}.")
    raise Wrong(
        f"The scaled error is {found:.4f}, expected {expected:.4f}: the mean "
        "absolute error of the forecast, divided by that of the seasonal "
        "naive forecast inside train."
    )


@exercise
def folds_of(answer):
    """Checks an expanding window."""
    for steps, first, size in ((20, 8, 4), (23, 7, 5), (11, 10, 1)):
        folds = _pairs(answer(steps, first, size))
        number = (steps - first) // size
        for i, (train, test) in enumerate(folds, start=1):
            _is_fold(i, train, test, first, size, steps)
        if len(folds) != number:
            raise Wrong(
                f"For {steps} steps, first {first} and size {size} there are "
                f"{len(folds)} folds, expected {number}."
            )


def _pairs(found):
    if found is None:
        raise Wrong("The result is None: does your function return it?")
    try:
        return [
            (np.asarray(train, dtype=int), np.asarray(test, dtype=int))
            for train, test in found
        ]
    except (TypeError, ValueError):
        raise Wrong(
            "Return a list of pairs (train, test) of index arrays."
        ) from None


def _is_fold(i, train, test, first, size, steps):
    start = first + (i - 1) * size
    if len(test) and test[-1] >= steps:
        raise Wrong(
            f"Fold {i} tests on step {test[-1]}, but the last step is "
            f"{steps - 1}."
        )
    if np.intersect1d(train, test).size:
        raise Wrong(f"In fold {i} some steps are both in train and in test.")
    if len(train) and len(test) and train.max() > test.min():
        raise Wrong(f"In fold {i} the training part reaches into the future.")
    if len(test) != size:
        raise Wrong(
            f"Fold {i} tests on {len(test)} steps, expected {size}: leave a "
            "shorter block out."
        )
    if i > 1 and np.array_equal(train, np.arange(start - first, start)):
        raise Wrong(
            f"In fold {i} the training part has moved; it should have grown: "
            "it begins at step 0."
        )
    if len(test) and test[0] == start + 1:
        raise Wrong(f"In fold {i} step {start} is left out: test begins there.")
    if not np.array_equal(test, np.arange(start, start + size)):
        raise Wrong(
            f"Fold {i} should test on the steps {start} to "
            f"{start + size - 1}, but its test is {test.tolist()}."
        )
    if not np.array_equal(train, np.arange(start)):
        raise Wrong(
            f"Fold {i} should train on all steps from 0 to {start - 1}; yours "
            f"has {len(train)} steps, expected {start}."
        )


@exercise
def purged(answer):
    """Checks which training windows touch none that is held back."""
    for past, held_back in (
        (3, np.arange(20, 25)),
        (5, np.array([14, 30])),
        (1, np.array([20])),
    ):
        train = np.setdiff1d(np.arange(past, 45), held_back)
        given = train.copy(), held_back.copy(), past
        found = answer(*given)
        if found is None:
            raise Wrong("The result is None: does your function return it?")
        found = np.asarray(found)
        if found.dtype == bool:
            raise Wrong("Return the targets that stay, not a mask.")
        _is_purged(np.sort(found.astype(int)), train, held_back, past)


def _is_purged(found, train, held_back, past):
    def kept(before, after):
        apart = train[:, None] - held_back[None, :]
        return train[np.all((apart > after) | (apart < -before), axis=1)]

    expected = kept(past, past)
    if np.array_equal(found, expected):
        return
    if np.unique(found).size < found.size:
        raise Wrong("A target is returned more than once.")
    foreign = np.setdiff1d(found, train)
    if foreign.size:
        raise Wrong(f"Target {foreign[0]} is not in train.")
    for (before, after), hint in (
        ((past, 0), "the windows after the block reach back into it"),
        ((0, past), "the windows of the block reach back into those before"),
        ((0, 0), "none is dropped; windows overlap on both sides of a block"),
        (
            (past - 1, past - 1),
            "targets that are exactly past steps apart still share a value: "
            "the earlier target is the first value of the later window",
        ),
        ((past + 1, past + 1), "one window too many is dropped on each side"),
        ((2 * past, 2 * past), "too many are dropped on each side"),
    ):
        if np.array_equal(found, kept(before, after)):
            raise Wrong(f"With a past of {past}: {hint}.")
    wrong = np.setxor1d(found, expected)[0]
    state = "shares" if wrong in found else "does not share"
    raise Wrong(
        f"With a past of {past} and targets {held_back.tolist()} held back, "
        f"the window of target {wrong} {state} a value with one of theirs."
    )
