"""Checks of lesson 13, generating text."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


@exercise
def min_p(answer):
    """Checks sampling that keeps a share of the best token's probability."""
    rng = np.random.default_rng(13)
    for p, share in (
        (np.array([0.05, 0.5, 0.26, 0.19]), 0.4),
        (rng.dirichlet(np.ones(6), size=(2, 3)), 0.3),
        (np.array([[0.4, 0.2, 0.4], [0.34, 0.33, 0.33]]), 0.5),
    ):
        found = as_array("The result", answer(p.copy(), share), p.shape)
        best = p.max(axis=-1, keepdims=True)
        kept = np.where(p >= share * best, p, 0)
        expected = kept / kept.sum(axis=-1, keepdims=True)
        if not close(found, expected):
            _explain_min_p(found, p, share, kept)


def _explain_min_p(found, p, share, kept):
    best = p.max(axis=-1, keepdims=True)
    by_itself = np.where(p >= share, p, 0)
    of_all = np.where(p >= share * p.max(), p, 0)
    strict = np.where(p > share * best, p, 0)
    dropped = np.where(p < share * best, p, 0)
    if close(found, kept):
        raise Wrong(
            "The right tokens are kept, but their probabilities do not sum "
            "to one: divide by their sum."
        )
    for wrong, hint in (
        (
            by_itself,
            "it keeps what is at least the share itself; multiply the share "
            "by the probability of the best token",
        ),
        (
            of_all,
            "the best token is taken over all distributions; each has its own "
            "(axis=-1, keepdims=True)",
        ),
        (strict, "a token with exactly the share belongs to it: use >="),
        (dropped, "it keeps the improbable tokens and drops the others"),
    ):
        total = wrong.sum(axis=-1, keepdims=True)
        with np.errstate(invalid="ignore", divide="ignore"):
            if close(found, wrong) or close(found, wrong / total):
                raise Wrong(f"The wrong tokens are kept: {hint}.")
    if close(found.sum(axis=-1), 1) and np.any((found > 0) != (kept > 0)):
        raise Wrong(
            "The wrong tokens are kept. A token stays if its probability is "
            "at least the share times that of the most probable token."
        )
    raise Wrong(
        "The kept tokens should keep the proportions that they had, and sum "
        "to one."
    )


@exercise
def absolute_discounting(answer):
    """Checks smoothing by a discount that is taken from every count."""
    rng = np.random.default_rng(13)
    counts = rng.integers(0, 4, (5, 6)).astype(float)
    counts[1] = [0, 0, 3, 0, 0, 0]
    counts[3] = 0
    lower = rng.dirichlet(np.ones(6), size=5)
    for d in (0.75, 0.3):
        with np.errstate(invalid="ignore", divide="ignore"):
            raw = answer(counts.copy(), lower.copy(), d)
        _is_finite_where_unseen(raw)
        found = as_array("The result", raw, counts.shape)
        n = counts.sum(axis=1, keepdims=True)
        kinds = (counts > 0).sum(axis=1, keepdims=True)
        expected = np.where(
            n > 0,
            (np.maximum(counts - d, 0) + d * kinds * lower) / np.maximum(n, 1),
            lower,
        )
        if not close(found, expected):
            _explain_discount(found, expected, counts, lower, d)


def _is_finite_where_unseen(raw):
    array = np.asarray(raw, dtype=float) if raw is not None else None
    if array is None or array.shape != (5, 6):
        return
    if np.all(np.isfinite(np.delete(array, 3, axis=0))) and not np.all(
        np.isfinite(array[3])
    ):
        raise Wrong(
            "A context that was never seen divides zero by zero: there the "
            "result is the row of lower as it is."
        )


def _explain_discount(found, expected, counts, lower, d):
    n = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    kinds = (counts > 0).sum(axis=1, keepdims=True)
    seen = np.delete(np.arange(5), 3)
    taken = np.maximum(counts - d, 0)
    for wrong, hint in (
        (
            taken / n,
            "what was taken from the counts is given to nobody: add "
            "d K(h) p'(c)",
        ),
        (
            (taken + d * lower) / n,
            "d was taken from each of K(h) counts, but is given back once",
        ),
        (
            (counts - d + d * kinds * lower) / n,
            "counts of zero become negative: take nothing from them",
        ),
        (
            (counts + d * kinds * lower) / n,
            "nothing is taken from the counts, so the rows sum to more than "
            "one",
        ),
        (
            (taken + d * counts.sum(axis=1, keepdims=True) * lower) / n,
            "K(h) is the number of different tokens that followed, not their "
            "number",
        ),
        (
            (taken + d * counts.shape[1] * lower) / n,
            "K(h) is the number of tokens that followed this context, not of "
            "all tokens",
        ),
    ):
        if close(found[seen], wrong[seen]):
            raise Wrong(f"Not the formula: {hint}.")
    if close(found[seen], expected[seen]):
        raise Wrong(
            "A context that was never seen, a row of zeros, should give the "
            "row of lower as it is."
        )
    off = np.abs(found[seen].sum(axis=1) - 1).max()
    if off > 1e-6:
        raise Wrong(
            f"A row of probabilities sums to {1 + off:.3f} or {1 - off:.3f}; "
            "it must sum to one. Is every sum taken over axis 1?"
        )
    raise Wrong(
        "The rows sum to one, but they are not those of the formula: compare "
        "a row with one count by hand."
    )


@exercise
def evidence_for_a(answer):
    """Checks the bits per character between two models of one text."""
    rng = np.random.default_rng(13)
    for time in (7, 12):
        p_a, p_b = rng.dirichlet(np.ones(5), size=(2, time))
        ids = rng.integers(5, size=time)
        found = as_array("The result", answer(p_a, p_b, ids), ())
        a = np.log2(p_a[np.arange(time), ids])
        b = np.log2(p_b[np.arange(time), ids])
        expected = np.mean(a - b)
        if close(found, expected):
            continue
        for wrong, hint in (
            (-expected, "the sign is that of model B: positive means A"),
            ((a - b).sum(), "it is a sum; divide by the number of characters"),
            (
                expected * np.log(2),
                "it is in nats; use log2, or divide by the logarithm of 2",
            ),
            (
                np.mean(np.log2(p_a) - np.log2(p_b)),
                "it averages over all tokens: take the probability of the one "
                "that came",
            ),
            (
                np.mean(2**a - 2**b),
                "probabilities are compared: compare their logarithms",
            ),
            (
                np.log2(np.mean(2**a)) - np.log2(np.mean(2**b)),
                "take the logarithm first and the mean after it: the "
                "probability of a text is a product",
            ),
        ):
            if close(found, wrong):
                raise Wrong(f"Not the evidence for A: {hint}.")
        raise Wrong(
            f"The evidence is {float(found):.4f}, expected {expected:.4f}: "
            "the mean over places of log2 of p_a minus log2 of p_b, both of "
            "the character that came."
        )
