"""Checks of lesson 14, sentiment classification."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


def _both(correct, pairs):
    of = {name: [] for name in dict.fromkeys(pairs) if name}
    for one, name in zip(correct, pairs, strict=True):
        if name:
            of[name].append(one)
    return of


@exercise
def pairs_right(answer):
    """Checks the share of minimal pairs of which both texts are right."""
    cases = [
        ([1, 0, 1, 1, 1, 1, 1, 1, 0, 0], list("ababcdc") + ["", "", "d"]),
        (
            [1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1, 1],
            ["", "f", "e", "e", "f", "g", "", "g", "h", "i", "h", "i", "", ""],
        ),
    ]
    for correct, pairs in cases:
        correct = np.array(correct, dtype=bool)
        of = _both(correct, pairs)
        found = float(as_array("The share", answer(correct.copy(), pairs), ()))
        expected = np.mean([all(both) for both in of.values()])
        if close(found, expected):
            continue
        in_pairs = np.array([name != "" for name in pairs])
        for wrong, hint in (
            (
                np.mean(correct[in_pairs]),
                "This is the share of texts that are right. A pair counts as "
                "right only if both of its texts are.",
            ),
            (
                np.mean([any(both) for both in of.values()]),
                "You count a pair if one of its texts is right; both must be.",
            ),
            (
                np.mean([all(b) for b in [*of.values(), correct[~in_pairs]]]),
                'The texts named "" belong to no pair: leave them out.',
            ),
            (
                sum(all(both) for both in of.values()),
                "This is the number of pairs, not their share.",
            ),
            (
                sum(all(both) for both in of.values()) / len(correct),
                "Divide by the number of pairs, not by that of the texts.",
            ),
            (
                np.mean([correct[i] and correct[i + 1]
                         for i in range(0, len(correct) - 1, 2)]),
                "The two texts of a pair need not stand side by side: find "
                "them by their name.",
            ),
        ):  # fmt: skip
            if close(found, wrong):
                raise Wrong(hint)
        raise Wrong(
            f"For correct = {correct.astype(int).tolist()} and pairs = {pairs} "
            f"the share is {found:.3f}, expected {expected:.3f}."
        )


def _toy_model(rng):
    """A recurrent answer in which the effect of a word is not additive."""
    table = rng.normal(size=12)

    def logit(ids):
        z = 0.0
        for one in ids:
            z = 0.7 * z + table[one] * (1.5 if z < 0 else 1.0)
        return z

    return logit


@exercise
def occlusion(answer):
    """Checks how the logit falls when each word is replaced by id 1."""
    rng = np.random.default_rng(14)
    for ids in ([5, 3, 9, 2], [7, 7, 4, 11, 2, 8], [6]):
        logit = _toy_model(rng)
        ids = np.array(ids)
        given = ids.copy()
        found = as_array("The answer", answer(logit, given), (len(ids),))
        if not np.array_equal(given, ids):
            raise Wrong(
                "Your function changes the ids that it is given: copy them "
                "for each word."
            )
        expected = _without(logit, ids, 1)
        if close(found, expected):
            continue
        whole = logit(ids)
        running, one_by_one = ids.copy(), []
        for i in range(len(ids)):
            running[i] = 1
            one_by_one.append(whole - logit(running))
        for wrong, hint in (
            (
                -expected,
                "The sign is turned round: a word that speaks for positive "
                "must get a positive number, z of the whole text minus z "
                "without the word.",
            ),
            (
                whole - expected,
                "These are the logits without each word; the answer is how "
                "far they lie below the logit of the whole text.",
            ),
            (
                _without(logit, ids, 0),
                "You replace the word by 0, which is padding, and would be "
                "skipped; unknown is 1.",
            ),
            (
                np.array([whole - logit(np.delete(ids, i))
                          for i in range(len(ids))]),
                "You delete the word, which also moves all later ones; "
                "replace it by 1.",
            ),
            (
                np.array(one_by_one),
                "Each word must be replaced alone: the words before it must "
                "come back.",
            ),
            (
                np.array([logit(ids[: i + 1]) - logit(ids[:i])
                          for i in range(len(ids))]),
                "This is how the logit moves while reading. The words after "
                "the one that is replaced must be read, too.",
            ),
        ):  # fmt: skip
            if close(found, wrong):
                raise Wrong(hint)
        raise Wrong(
            f"For {len(ids)} ids your numbers are {found.round(3).tolist()}, "
            f"expected {expected.round(3).tolist()}."
        )


def _without(logit, ids, replacement):
    found = []
    for i in range(len(ids)):
        other = ids.copy()
        other[i] = replacement
        found.append(logit(ids) - logit(other))
    return np.array(found)


def _bins(p, y, number, weighted=True, absolute=True, stated=True):
    place = np.minimum((p * number).astype(int), number - 1)
    parts = [place == k for k in range(number) if np.any(place == k)]
    share = np.array([np.mean(part) for part in parts])
    gaps = np.array(
        [np.mean(y[part] - (p if stated else p.round())[part])
         for part in parts]
    )  # fmt: skip
    if absolute:
        gaps = np.abs(gaps)
    return float(np.sum(share * gaps) if weighted else np.mean(gaps))


@exercise
def calibration_error(answer):
    """Checks the expected calibration error over bins of equal width."""
    rng = np.random.default_rng(41)
    for number in (5, 10, 4):
        p = np.concatenate([rng.uniform(size=60) ** 2, [0.0, 1.0]])
        y = (rng.uniform(size=62) < 0.3 + 0.4 * p).astype(int)
        y[p > 0.7] = 1
        y[-2:] = 1, 0  # of 0 and of 1: they count in their bins
        found = answer(p.copy(), y.copy(), number)
        found = float(as_array("The error", found, ()))
        expected = _bins(p, y, number)
        if close(found, expected):
            continue
        inside = p < 1
        for wrong, hint in (
            (
                _bins(p, y, number, weighted=False),
                "Every bin counts alike; weigh each one by the share of the "
                "texts that it holds.",
            ),
            (
                abs(_bins(p, y, number, absolute=False)),
                "Gaps of different sign cancel: take the absolute value in "
                "each bin, before the sum.",
            ),
            (
                _bins(p, y, number, absolute=False),
                "Gaps of different sign cancel: take the absolute value in "
                "each bin, before the sum.",
            ),
            (
                _bins(p, y, number, stated=False),
                "You compare with the answer, 0 or 1; compare with the mean "
                "probability that was stated in the bin.",
            ),
            (
                _bins(p[inside], y[inside], number) * np.mean(inside),
                "A probability of exactly 1 falls out of your bins; it "
                "belongs to the last one.",
            ),
            (
                np.mean(np.abs(y - p)),
                "This is the mean distance of single texts. Average label "
                "and probability in each bin first, then compare.",
            ),
        ):
            if close(found, wrong):
                raise Wrong(hint)
        raise Wrong(
            f"With {number} bins the error is {found:.4f}, expected "
            f"{expected:.4f}."
        )
