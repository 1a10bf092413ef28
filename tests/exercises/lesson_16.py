"""Wrong answers to the exercises of lesson 16, and the hint each must get."""

from collections import Counter

import numpy as np


def grams(text, n):
    words = text.split()
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def unclipped(candidate, references, n):
    known = [grams(reference, n) for reference in references]
    found = grams(candidate, n)
    good = sum(k for gram, k in found.items() if any(gram in r for r in known))
    return good / max(1, found.total())


def adds_references(candidate, references, n):
    together = sum((grams(reference, n) for reference in references), Counter())
    found = grams(candidate, n)
    return (found & together).total() / max(1, found.total())


def first_reference(candidate, references, n):
    found = grams(candidate, n)
    return (found & grams(references[0], n)).total() / max(1, found.total())


def different_ones(candidate, references, n):
    found = set(grams(candidate, n))
    known = set().union(*(grams(reference, n) for reference in references))
    return len(found & known) / max(1, len(found))


def most_of(references, n):
    known = Counter()
    for reference in references:
        known |= grams(reference, n)
    return known


def single_words(candidate, references, n):
    found = grams(candidate, 1)
    return (found & most_of(references, 1)).total() / found.total()


def recall(candidate, references, n):
    good = (grams(candidate, n) & most_of(references, n)).total()
    return good / max(1, grams(references[0], n).total())


def always_one(candidate, references, n):
    return 1.0


def divides_by_zero(candidate, references, n):
    found = grams(candidate, n)
    return (found & most_of(references, n)).total() / found.total()


def numbers(right, real):
    wrong = real & ~right
    return (wrong & (np.cumsum(wrong, axis=1) == 1)).sum(axis=0)


def every_error(right, real):
    return (real & ~right).mean(axis=0)


def padding_is_wrong(right, real):
    return numbers(right, np.ones_like(real)) / len(real)


def last_error(right, real):
    turned = numbers(right[:, ::-1], real[:, ::-1])
    return turned[::-1] / len(real)


def of_those_right_so_far(right, real):
    wrong = real & ~right
    alive = np.cumsum(wrong, axis=1) - wrong == 0
    return (wrong & alive).sum(axis=0) / np.maximum(
        1, (alive & real).sum(axis=0)
    )


def still_right(right, real):
    return (np.cumprod(right | ~real, axis=1) * (right & real)).mean(axis=0)


def error_rate(right, real):
    return (real & ~right).sum(axis=0) / np.maximum(1, real.sum(axis=0))


def one_number(right, real):
    return np.mean(real & ~right)


def nothing(right, real):
    return np.zeros(real.shape[1])


def misses_plurals(captions, pairs):
    texts = [text.split() for text in captions]
    return [
        any(pair in pairs for pair in zip(text, text[1:], strict=False))
        for text in texts
    ]


def anywhere(captions, pairs):
    return [any(c in text and s in text for c, s in pairs) for text in captions]


def anywhere_as_words(captions, pairs):
    texts = [text.split() for text in captions]
    return [any(c in text and s in text for c, s in pairs) for text in texts]


def first_pair(captions, pairs):
    return [" ".join(pairs[0]) in text for text in captions]


def turned_round(captions, pairs):
    return [
        not any(f"{colour} {shape}" in text for colour, shape in pairs)
        for text in captions
    ]


def misses_crosses(captions, pairs):
    return [
        any(f"{c} {s}" in text for c, s in pairs) and "crosses" not in text
        for text in captions
    ]


def counts_them(captions, pairs):
    return sum(" ".join(pair) in text for text in captions for pair in pairs)


WRONG = {
    "clipped_precision": [
        (unclipped, "clip it"),
        (adds_references, "the reference that holds the gram most often"),
        (first_reference, "each of them counts"),
        (different_ones, "counts twice in the denominator"),
        (single_words, "n of them in a row"),
        (recall, "precision, not recall"),
        (divides_by_zero, "ZeroDivisionError"),
        (always_one, "expected"),
    ],
    "first_errors": [
        (numbers, "not shares of them"),
        (every_error, "After its first one a caption is out"),
        (padding_is_wrong, "Padding is not an error"),
        (last_error, "not the first"),
        (of_those_right_so_far, "Divide by all of them"),
        (still_right, "that fails there first"),
        (error_rate, "where it fails first"),
        (one_number, "expected (6,)"),
        (nothing, "expected"),
    ],
    "shows_pair": [
        (misses_plurals, "You miss the plural"),
        (anywhere, "belong to the same thing"),
        (anywhere_as_words, "belong to the same thing"),
        (first_pair, "You look for the first pair alone"),
        (turned_round, "turned round"),
        (misses_crosses, "four large green crosses"),
        (counts_them, "expected (10,)"),
    ],
}
