"""Checks of lesson 09, sequences of different lengths."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


@exercise
def masked_scores(answer):
    """Checks a loss and an accuracy over real steps."""
    for seed in range(3):
        rng = np.random.default_rng(seed)
        probabilities = rng.dirichlet([1, 1, 1], size=(4, 6))  # (4, 6, 3)
        targets = rng.integers(3, size=(4, 6))
        mask = np.arange(6) < np.array([6, 1, 3, 2])[:, None]
        if seed == 2:  # holes, not only padding at the end
            mask[0, 1:4] = False
        targets[~mask] = 0
        given = probabilities.copy(), targets.copy(), mask.copy()
        found = as_array("The result", answer(*given), (2,))
        own = -np.log(
            np.take_along_axis(probabilities, targets[..., None], -1)[..., 0]
        )
        right = probabilities.argmax(axis=-1) == targets
        _is_mean("loss", found[0], own, mask)
        _is_mean("accuracy", found[1], right.astype(float), mask)


def _is_mean(name, found, values, mask):
    expected = values[mask].mean()
    if close(found, expected):
        return
    by_sequence = np.mean(
        [v[m].mean() for v, m in zip(values, mask, strict=True)]
    )
    kept = np.where(mask, values, 0)
    for wrong, hint in (
        (values.mean(), "it counts the padded steps too"),
        (
            kept.mean(),
            "padding is not summed, but still counted: divide by the number "
            "of real steps",
        ),
        (
            by_sequence,
            "it is the mean of the sequences' means; every real step should "
            "count the same",
        ),
        (kept.sum(), "it is a sum: divide by the number of real steps"),
        (values[~mask].mean(), "it is that of the padding: mask is inverted"),
        (-expected, "its sign is wrong: cross-entropy is minus the logarithm"),
        (expected / np.log(2), "use the natural logarithm, not that to base 2"),
        (1 - expected, "it is 1 minus the right number"),
    ):
        if close(found, wrong):
            raise Wrong(f"The {name} is not that of the real steps: {hint}.")
    raise Wrong(
        f"The {name} is {found:.4f}, expected {expected:.4f}. It is the mean "
        "over real steps; of the three classes only the target's probability "
        "enters the loss, and the most probable class is the answer."
    )


@exercise
def reverse_padded(answer):
    """Checks a function that reverses sequences within their lengths."""
    rng = np.random.default_rng(9)
    lengths = np.array([3, 6, 1, 4])
    real = np.arange(6) < lengths[:, None]
    x = np.where(real[..., None], rng.integers(1, 90, (4, 6, 2)), 0)
    x = x.astype(float)
    x[1, 2] = 0  # a real step of zeros
    given = x.copy()
    found = as_array("The result", answer(given, lengths.copy()), x.shape)
    expected = x.copy()
    for row, length in zip(expected, lengths, strict=True):
        row[:length] = row[:length][::-1].copy()
    if not close(given, x):
        raise Wrong(
            "Your function changes the array that it is given: work on a copy."
        )
    if close(found, expected):
        return
    if close(found, x[:, ::-1]):
        raise Wrong(
            "The whole array is reversed, so that the padding comes first: "
            "reverse each sequence within its length."
        )
    if close(found, x):
        raise Wrong("Nothing is reversed.")
    if close(found, x[:, :, ::-1]) or close(found, expected[:, :, ::-1]):
        raise Wrong("The features change places: reverse the time axis alone.")
    if close(found[0], expected[0]) and not close(found[1], expected[1]):
        raise Wrong(
            "A sequence with a real step of zeros comes out wrong: use the "
            "lengths, not the zeros, to find the padding."
        )
    moved = [
        not close(np.sort(f, axis=0), np.sort(e, axis=0))
        for f, e in zip(found, expected, strict=True)
    ]
    if any(moved):
        raise Wrong(
            f"Sequence {moved.index(True) + 1} does not hold its own steps any "
            "more: each stays in its row and none gets lost."
        )
    wrong = [close(f, e) for f, e in zip(found, expected, strict=True)].index(
        False
    )
    raise Wrong(
        f"Sequence {wrong + 1}, of length {lengths[wrong]}, is in the wrong "
        "order: step 1 and the last real step change places, and so on."
    )


@exercise
def budget_batches(answer):
    """Checks batches that are limited by their number of padded steps."""
    rng = np.random.default_rng(9)
    for lengths, budget in (
        (np.array([4, 2, 9, 2, 3, 5, 1]), 10),
        (rng.integers(1, 30, 50), 64),
        (np.full(7, 5), 10),
    ):
        batches = _lists(answer(lengths.copy(), budget))
        _is_partition(batches, len(lengths))
        steps = [len(b) * lengths[b].max() for b in batches]
        real = [lengths[b].sum() for b in batches]
        if max(steps) > budget:
            if max(real) <= budget:
                raise Wrong(
                    "A batch fits if you add up its lengths, but padded it "
                    f"has {max(steps)} steps, more than {budget}: count "
                    "sequences times the longest length."
                )
            raise Wrong(
                f"A batch has {max(steps)} padded steps, more than the budget "
                f"of {budget}."
            )
        _is_full(batches, lengths, budget)


def _lists(found):
    if found is None:
        raise Wrong("The result is None: does your function return it?")
    try:
        return [np.atleast_1d(np.asarray(b, dtype=int)) for b in found]
    except (TypeError, ValueError):
        raise Wrong("Return a list of arrays of indices.") from None


def _is_partition(batches, number):
    if any(len(batch) == 0 for batch in batches):
        raise Wrong("A batch is empty.")
    used = np.concatenate(batches) if batches else np.array([], dtype=int)
    missing = sorted(set(range(number)) - set(used.tolist()))
    if missing and len(used) == number and len(set(used.tolist())) < number:
        raise Wrong(
            "Some sequences occur twice and others never: return indices of "
            "sequences, not their lengths."
        )
    if missing:
        raise Wrong(
            f"{len(missing)} of {number} sequences are in no batch: is the "
            "last batch lost?"
        )
    if len(used) > number:
        raise Wrong("Some sequences occur more than once.")


def _is_full(batches, lengths, budget):
    ordered = sorted(
        batches, key=lambda b: (lengths[b].max(), lengths[b].min())
    )
    flat = np.concatenate([np.sort(lengths[b]) for b in ordered])
    if np.any(np.diff(flat) < 0):
        raise Wrong(
            "The batches do not hold sequences of similar length: sort by "
            "length first."
        )
    pairs = list(zip(ordered, ordered[1:], strict=False))
    upwards = [(len(b) + 1) * lengths[c].min() > budget for b, c in pairs]
    downwards = [(len(c) + 1) * lengths[c].max() > budget for _, c in pairs]
    if not all(upwards) and not all(downwards):
        raise Wrong(
            f"A batch is closed although the next sequence would still fit "
            f"into {budget} steps: fill each batch as far as the budget goes, "
            "in order of length."
        )
