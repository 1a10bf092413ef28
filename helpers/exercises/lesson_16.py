"""Checks of lesson 16, from image to words."""

from collections import Counter

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


def _grams(text, n):
    words = text.split()
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def _precision(candidate, references, n, most=max):
    """Clipped precision; `most` joins what the references hold of a gram."""
    found = _grams(candidate, n)
    known = [_grams(reference, n) for reference in references]
    good = sum(
        min(times, most(one[gram] for one in known))
        for gram, times in found.items()
    )
    return good / max(1, sum(found.values()))


@exercise
def clipped_precision(answer):
    """Checks the clipped n-gram precision of one text, as in BLEU."""
    cases = [
        ("a red a red square", ["a red ring a", "a blue ring"], 1),
        ("a ring a ring a ring", ["a ring", "a ring a cross"], 2),
        ("a ring above a ring", ["a ring above a cross", "above a ring"], 2),
        ("two red rings", ["two red rings below a small cross"], 1),
        ("a small red cross", ["a small cross", "a red cross"], 3),
        ("a ring", ["a ring above a cross"], 3),
    ]
    for candidate, references, n in cases:
        found = answer(candidate, list(references), n)
        found = float(as_array("The precision", found, ()))
        if close(found, _precision(candidate, references, n)):
            continue
        grams = _grams(candidate, n)
        total = max(1, sum(grams.values()))
        known = [_grams(reference, n) for reference in references]
        for wrong, hint in (
            (
                sum(
                    times * any(one[gram] for one in known)
                    for gram, times in grams.items()
                )
                / total,
                "You count every repetition as right. A gram counts at most "
                "as often as it stands in one reference: clip it.",
            ),
            (
                _precision(candidate, references, n, sum),
                "You add up what the references hold. Take the reference that "
                "holds the gram most often.",
            ),
            (
                _precision(candidate, references[:1], n),
                "You look at the first reference alone; each of them counts.",
            ),
            (
                np.mean([any(one[gram] for one in known) for gram in grams])
                if grams
                else 0.0,
                "You count different grams. One that stands twice in the "
                "candidate counts twice in the denominator.",
            ),
            (
                _precision(candidate, references, 1),
                "You count single words; n of them in a row are one gram.",
            ),
            (
                _precision(candidate, references, n)
                * total
                / max(1, sum(known[0].values())),
                "Divide by the number of grams of the candidate, not of a "
                "reference: precision, not recall.",
            ),
        ):
            if close(found, wrong):
                raise Wrong(hint)
        raise Wrong(
            f"For {candidate!r} against {references} with n = {n} the "
            f"precision is {found:.3f}, expected "
            f"{_precision(candidate, references, n):.3f}."
        )


def _first_errors(right, real):
    wrong = real & ~right
    first = wrong & (np.cumsum(wrong, axis=1) == 1)
    return first.mean(axis=0)


@exercise
def first_errors(answer):
    """Checks the share of captions whose first error is at each position."""
    rng = np.random.default_rng(16)
    for captions, time in ((12, 6), (7, 9)):
        lengths = rng.integers(2, time, captions)  # no row without padding
        real = np.arange(time) < lengths[:, None]
        right = (rng.random((captions, time)) < 0.6) & real
        right[0] = real[0]  # one without an error
        found = answer(right.copy(), real.copy())
        found = as_array("The answer", found, (time,))
        expected = _first_errors(right, real)
        if close(found, expected):
            continue
        everywhere = np.ones_like(real)
        wrong = real & ~right
        last = wrong & (np.cumsum(wrong[:, ::-1], axis=1)[:, ::-1] == 1)
        so_far = np.cumsum(wrong, axis=1) - wrong == 0
        for mistake, hint in (
            (
                expected * captions,
                "These are numbers of captions, not shares of them.",
            ),
            (
                wrong.mean(axis=0),
                "You count every error. After its first one a caption is out.",
            ),
            (
                _first_errors(right, everywhere),
                "Padding is not an error: a caption that is right to its end "
                "has none. Look at real positions alone.",
            ),
            (
                last.mean(axis=0),
                "This is the last error of each caption, not the first.",
            ),
            (
                np.array(
                    [
                        np.sum(wrong[:, t] & so_far[:, t])
                        / max(1, np.sum(real[:, t] & so_far[:, t]))
                        for t in range(time)
                    ]
                ),
                "You divide by the captions that are right so far. Divide by "
                "all of them, so that the shares add up to those with an "
                "error.",
            ),
            (
                (right & so_far & real).mean(axis=0),
                "This is the share that is still right at each position; "
                "asked is the share that fails there first.",
            ),
            (
                wrong.sum(axis=0) / np.maximum(1, real.sum(axis=0)),
                "This is the error rate at each position. Count a caption "
                "once, where it fails first.",
            ),
        ):
            if close(found, mistake):
                raise Wrong(hint)
        raise Wrong(
            f"For {captions} captions the first errors are "
            f"{np.round(found, 3).tolist()}, expected "
            f"{np.round(expected, 3).tolist()}."
        )


def _singular(word):
    if word == "crosses":
        return "cross"
    return word[:-1] if word.endswith("s") and word != "cross" else word


def _shows(caption, pairs, plural=True):
    words = caption.split()
    if plural:
        words = [_singular(word) for word in words]
    return any(pair in pairs for pair in zip(words, words[1:], strict=False))


@exercise
def shows_pair(answer):
    """Checks which captions show one of the pairs of colour and shape."""
    pairs = (("red", "triangle"), ("green", "cross"), ("blue", "circle"))
    captions = [
        "a small red triangle at the top",
        "a large red circle above a small white triangle",
        "two small red triangles",
        "four large green crosses",
        "a small triangle with a large red ring to its right",
        "a large green ring between two small white crosses",
        "a small white ring above a small blue circle",
        "a small white ring",
        "there are two small blue circles",
        "a small green cross",
    ]
    found = answer(list(captions), pairs)
    found = as_array("The answer", found, (len(captions),)).astype(bool)
    expected = np.array([_shows(caption, pairs) for caption in captions])
    if np.array_equal(found, expected):
        return
    for wrong, hint in (
        (
            [_shows(caption, pairs, plural=False) for caption in captions],
            'You miss the plural: "triangles" shows a triangle, "crosses" a '
            "cross.",
        ),
        (
            [any(c in text and s in text for c, s in pairs)
             for text in captions],
            "Colour and shape must belong to the same thing: the word of the "
            "shape follows that of the colour.",
        ),
        (
            [any(c in text.split() and s in text.split() for c, s in pairs)
             for text in captions],
            "Colour and shape must belong to the same thing: the word of the "
            "shape follows that of the colour.",
        ),
        (
            [_shows(caption, pairs[:1]) for caption in captions],
            "You look for the first pair alone; each of them counts.",
        ),
        (~expected, "The answer is turned round: True where a pair is shown."),
    ):  # fmt: skip
        if np.array_equal(found, wrong):
            raise Wrong(hint)
    i = int(np.flatnonzero(found != expected)[0])
    raise Wrong(
        f"For {captions[i]!r} the answer is {bool(found[i])}, expected "
        f"{bool(expected[i])}."
    )
