"""Checks of lesson 17, translation."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


def _best(log_p, ended, alpha, words=0, sign=1):
    """Index of the best; `words` tokens are left out of each length."""
    scores = [
        sign * np.sum(one) / max(1, len(one) - words) ** alpha for one in log_p
    ]
    allowed = [i for i in range(len(log_p)) if ended[i]] or range(len(log_p))
    return max(allowed, key=lambda i: scores[i])


@exercise
def best_hypothesis(answer):
    """Checks the choice among hypotheses by the score of equation 17.4."""
    cases = [
        ([[-0.5] * 3, [-0.4] * 6, [-0.9] * 2], [1, 1, 1], 0.0),
        ([[-0.5] * 3, [-0.4] * 6, [-0.9] * 2], [1, 1, 1], 1.0),
        ([[-0.1], [-0.7, -0.6], [-0.5, -0.5, -0.6]], [0, 1, 1], 1.0),
        ([[-0.3, -0.9], [-0.4, -0.5, -0.6], [-1.5]], [0, 0, 0], 1.0),
        ([[-1.0, -1.0], [-0.6] * 4, [-0.5] * 6], [1, 1, 1], 0.5),
        ([[-0.2, -0.8], [-0.45] * 3, [-0.6] * 2], [1, 1, 1], 1.0),
    ]
    cases = [
        ([np.array(one) for one in log_p], np.array(ended, dtype=bool), alpha)
        for log_p, ended, alpha in cases
    ]
    found = [
        answer([one.copy() for one in log_p], ended.copy(), alpha)
        for log_p, ended, alpha in cases
    ]
    found = [float(as_array("The index", one, ())) for one in found]
    expected = [_best(*case) for case in cases]
    if found == expected:
        return
    for wrong, hint in (
        (
            lambda log_p, ended, alpha: _best(log_p, ended | True, alpha),
            "You take one that is not over, although another one is.",
        ),
        (
            lambda log_p, ended, alpha: _best(log_p, ended, 0),
            "You compare the sums. Divide each by its number of tokens to "
            "the power of alpha.",
        ),
        (
            lambda log_p, ended, alpha: _best(log_p, ended, 1),
            "You divide by the number of tokens whatever alpha is. With "
            "alpha = 0 the sum decides, with 0.5 the root of the length.",
        ),
        (
            lambda log_p, ended, alpha: _best(log_p, ended, alpha, words=1),
            "You leave the end out of the length. It is one of the tokens: "
            "its probability is in the sum as well.",
        ),
        (
            lambda log_p, ended, alpha: _best(log_p, ended, alpha, sign=-1),
            "You take the worst. Log-probabilities are negative; the best is "
            "the largest.",
        ),
    ):
        if found == [wrong(*case) for case in cases]:
            raise Wrong(hint)
    i = next(i for i, one in enumerate(found) if one != expected[i])
    log_p, ended, alpha = cases[i]
    raise Wrong(
        f"For log-probabilities {[one.tolist() for one in log_p]}, ended "
        f"{ended.tolist()}, alpha {alpha:g} the index is {found[i]:g}, "
        f"expected {expected[i]}."
    )


@exercise
def ceiling(answer):
    """Checks what a perfect translator reaches if one reference counts."""
    references = [
        ["tu dors", "vous dormez"],
        ["il dort"],
        ["je suis fatigué", "je suis fatiguée"],
        ["ils dorment", "elles dorment"],
        ["es-tu là", "êtes-vous là", "tu es là", "vous êtes là"],
    ]
    listed = [
        "vous dormez", "il dort", "je suis fatigué", "elles dorment",
        "es-tu là",
    ]  # fmt: skip
    found = answer([list(one) for one in references], list(listed))
    found = as_array("The answer", found, (2,))
    first = np.mean(
        [a[0] == b for a, b in zip(references, listed, strict=True)]
    )
    numbers = np.array([len(one) for one in references])
    expected = first, np.mean(1 / numbers)
    if close(found, expected):
        return
    for wrong, hint in (
        (
            expected[::-1],
            "The two are swapped: first as listed, then expected.",
        ),
        (
            (1.0, expected[1]),
            "Here each listed one is among the references, so you count that "
            "alone. Compare it with the first reference, which is what is "
            "said.",
        ),
        (
            (first, 1 / np.mean(numbers)),
            "You divide one by the mean number. Take the mean of one over "
            "the number: each sentence has a chance of its own.",
        ),
        (
            (first, len(references) / np.sum(numbers)),
            "You divide one by the mean number. Take the mean of one over "
            "the number: each sentence has a chance of its own.",
        ),
        (
            (first, np.mean(numbers == 1)),
            "A sentence with several references is not lost: it is right "
            "with probability one over their number.",
        ),
        (
            np.array(expected) * len(references),
            "These are numbers of sentences, not shares of them.",
        ),
    ):
        if close(found, wrong):
            raise Wrong(hint)
    raise Wrong(
        f"The answer is {np.round(found, 3).tolist()}, expected "
        f"{np.round(expected, 3).tolist()}."
    )


def _paired(a, b, draws):
    difference = a[draws].mean(axis=1) - b[draws].mean(axis=1)
    return np.mean((difference > 0) + 0.5 * (difference == 0))


@exercise
def paired(answer):
    """Checks the paired bootstrap of two systems."""
    rng = np.random.default_rng(17)
    for sentences, times in ((12, 200), (25, 120)):
        a = rng.random(sentences) < 0.6
        b = a ^ (rng.random(sentences) < 0.25)
        draws = rng.integers(sentences, size=(times, sentences))
        found = answer(a.copy(), b.copy(), draws.copy())
        found = float(as_array("The share", found, ()))
        expected = _paired(a, b, draws)
        if close(found, expected):
            continue
        one, other = a[draws].mean(axis=1), b[draws].mean(axis=1)
        for wrong, hint in (
            (np.mean(one > other), "A tie counts half; you count it as lost."),
            (np.mean(one >= other), "A tie counts half; you count it as won."),
            (
                1 - expected,
                "The two are swapped: asked is how often a beats b.",
            ),
            (
                np.mean((one > b.mean()) + 0.5 * (one == b.mean())),
                "You draw the sentences of a alone. Both systems are compared "
                "on the same drawn sentences.",
            ),
            (
                np.mean(one - other),
                "This is the mean difference. Asked is in how many draws it "
                "is above zero.",
            ),
            (
                np.mean((one > other[::-1]) + 0.5 * (one == other[::-1])),
                "You compare different draws with each other. Take the same "
                "sentences for both systems.",
            ),
            (
                expected * times,
                "This is the number of draws, not their share.",
            ),
        ):
            if close(found, wrong):
                raise Wrong(hint)
        raise Wrong(
            f"For {sentences} sentences and {times} draws the share is "
            f"{found:.3f}, expected {expected:.3f}."
        )
