"""Checks of lesson 18, attention."""

import numpy as np

from helpers.decoding import softmax
from helpers.exercises import Wrong, as_array, close, exercise


def _copied(said, weights, source, places=None):
    weights = weights[:, : places or len(source)]
    return [
        source[weights[t].argmax()] if word == "?" else word
        for t, word in enumerate(said)
    ]


@exercise
def copy_unknown(answer):
    """Checks that unknown words are copied from where the decoder looked."""
    said = ["je", "vois", "?", "et", "?", "."]
    source = ["i", "see", "zoe", "and", "kim", "."]
    weights = np.full((6, 9), 0.02)  # the end and two places of padding
    weights[:, 3] = 0.01
    weights[np.arange(6), [0, 1, 2, 3, 4, 5]] = 0.5
    weights[2, 7] = 0.6  # a decoder without a mask
    weights[4, 6] = 0.7
    weights[5, 2] = 0.8  # sharp, and not asked for
    kept, held = list(said), weights.copy()
    found = answer(said, weights, source)
    if found is None:
        raise Wrong("The answer is None: does your function return it?")
    if found is said or said != kept or not np.array_equal(weights, held):
        raise Wrong(
            "You change what you are given. Return a new list, and leave the "
            "arguments alone."
        )
    found = list(found)
    expected = _copied(said, weights, source)
    if found == expected:
        _copy_without_unknown(answer)
        return
    if len(found) != len(said):
        raise Wrong(
            f"The answer has {len(found)} words, expected {len(said)}: one "
            "for each word that was said."
        )
    if "?" in found:
        raise Wrong('There is still a "?" in the answer.')
    columns = weights[:, : len(source)]
    for wrong, hint in (
        (
            [source[columns[t].argmax()] for t in range(len(said))],
            'You replace all words. Only "?" is copied.',
        ),
        (
            [
                source[min(weights[t].argmax(), len(source) - 1)]
                if word == "?"
                else word
                for t, word in enumerate(said)
            ],
            "You let the end and the padding win, and take the last word for "
            "them. Look at the places of the words only.",
        ),
        (
            [
                source[columns[:, t].argmax()] if word == "?" else word
                for t, word in enumerate(said)
            ],
            "You read the weights along the wrong axis: the first axis is the "
            "translation, the second one the source.",
        ),
        (
            [
                source[columns[t].argmin()] if word == "?" else word
                for t, word in enumerate(said)
            ],
            "You take the smallest weight. It looked most at the largest.",
        ),
        (
            [source[t] if word == "?" else word for t, word in enumerate(said)],
            "You copy the word at the same position. The orders need not "
            "agree: ask the weights.",
        ),
    ):
        if found == wrong and wrong != expected:
            raise Wrong(hint)
    raise Wrong(f"The answer is {found}, expected {expected}.")


def _copy_without_unknown(answer):
    """One more case, in which the order is turned round."""
    weights = np.array([[0.1, 0.7, 0.2], [0.1, 0.3, 0.6], [0.8, 0.1, 0.1]])
    case = ["?", "?", "?"], weights, ["kim", "waves", "often"]
    found, expected = list(answer(*case)), _copied(*case)
    if found == case[2]:
        raise Wrong(
            "You copy the word at the same position. The orders need not "
            "agree: ask the weights."
        )
    if found == _copied(case[0], weights.T, case[2]):
        raise Wrong(
            "You read the weights along the wrong axis: the first axis is the "
            "translation, the second one the source."
        )
    if found != expected:
        raise Wrong(f"The answer is {found}, expected {expected}.")


def _look_at(queries, grid, W):
    batch, rows, columns, features = grid.shape
    memory = grid.reshape(batch, rows * columns, features)
    scores = np.einsum("bu,fu,bsf->bs", queries, W, memory)
    weights = softmax(scores)
    context = np.einsum("bs,bsf->bf", weights, memory)
    return context, weights.reshape(batch, rows, columns), scores


@exercise
def look_at(answer):
    """Checks a look at a picture: one query, all places of a grid."""
    rng = np.random.default_rng(18)
    batch, rows, columns, features, units = 2, 3, 4, 5, 6
    grid = rng.normal(size=(batch, rows, columns, features))
    queries = rng.normal(size=(batch, units))
    W = 0.4 * rng.normal(size=(features, units))
    found = answer(queries.copy(), grid.copy(), W.copy())
    if found is None:
        raise Wrong("The answer is None: does your function return it?")
    if not isinstance(found, tuple | list) or len(found) != 2:
        raise Wrong("Return two things: the contexts and the map.")
    context, weights, scores = _look_at(queries, grid, W)
    if np.shape(found[0]) == weights.shape and (
        np.shape(found[1]) == context.shape
    ):
        raise Wrong("The two are swapped: first the contexts, then the map.")
    if np.shape(found[1]) == (batch, rows * columns):
        raise Wrong(
            "The map is flat. Give it the rows and columns of the grid back."
        )
    theirs = as_array("The contexts", found[0], context.shape)
    shown = as_array("The map", found[1], weights.shape)
    if close(theirs, context) and close(shown, weights):
        return
    square = scores.reshape(weights.shape)
    for axis, name in ((1, "column"), (2, "row")):
        if close(shown.sum(axis=axis), 1):
            raise Wrong(
                f"Each {name} of the map sums to one. The softmax goes over "
                "all places of the grid: the whole map sums to one."
            )
    for wrong, hint in (
        (
            softmax(scores.T).T.reshape(weights.shape),
            "You take the softmax over the pictures of the batch. It goes "
            "over the places of each picture.",
        ),
        (
            square,
            "The map holds scores. Take the softmax over all places.",
        ),
        (
            softmax(scores / np.sqrt(units)).reshape(weights.shape),
            "You divide by the root of the number of units. Equation 18.6 "
            "has no scale.",
        ),
        (
            softmax(np.einsum("bu,fu,bsf->bs", queries[::-1], W,
                              grid.reshape(batch, -1, features))
                    ).reshape(weights.shape),
            "The queries ask the wrong pictures: query 0 belongs to grid 0.",
        ),
        (
            weights.reshape(batch, columns, rows).swapaxes(1, 2),
            "Rows and columns of the map are mixed up: reshape to (batch, "
            "rows, columns), as the grid was.",
        ),
    ):  # fmt: skip
        if close(shown, wrong):
            raise Wrong(hint)
    if close(shown, weights):
        if close(theirs, context * rows * columns) or close(
            theirs, grid.mean(axis=(1, 2))
        ):
            raise Wrong(
                "The map is right, the contexts are not: sum the features of "
                "all places, each times its weight."
            )
        raise Wrong("The map is right, the contexts are not.")
    raise Wrong(
        f"The map of the first picture begins with {shown[0, 0].round(3)}, "
        f"expected {weights[0, 0].round(3)}."
    )


def _causal(x, W_q, W_k, W_v, *, allow=np.tril, scale=True, late=False):
    q, k, v = x @ W_q, x @ W_k, x @ W_v
    scores = q @ k.swapaxes(1, 2)
    if scale:
        scores = scores / np.sqrt(W_q.shape[1])
    seen = allow(np.ones((x.shape[1], x.shape[1]), dtype=bool))
    if late:
        return (softmax(scores) * seen) @ v
    return softmax(np.where(seen, scores, -np.inf)) @ v


@exercise
def causal_self_attention(answer):
    """Checks self-attention that does not see the future."""
    rng = np.random.default_rng(81)
    x = rng.normal(size=(2, 4, 3))
    arrays = x, *rng.normal(size=(3, 3, 5))
    with np.errstate(all="ignore"):
        found = answer(*(array.copy() for array in arrays))
    if found is not None and np.shape(found) == (2, 4, 5):
        whole = np.asarray(found, dtype=float)
        if np.isnan(whole[:, 0]).all() and np.isfinite(whole[:, 1:]).all():
            raise Wrong(
                "The first place is not a number: it sees nothing, not even "
                "itself. Each place may look at itself."
            )
    found = as_array("The answer", found, (2, 4, 5))
    if close(found, _causal(*arrays)):
        return
    x, W_q, W_k, W_v = arrays
    for wrong, hint in (
        (
            _causal(*arrays, allow=lambda ones: ones),
            "Each place looks at all places, those after it too. Leave them "
            "out before the softmax.",
        ),
        (
            _causal(*arrays, allow=np.triu),
            "The mask is the wrong way round: each place sees the future and "
            "not the past.",
        ),
        (
            _causal(*arrays, scale=False),
            "The scale is missing: divide the scores by the root of the "
            "number of units.",
        ),
        (
            _causal(*arrays, late=True),
            "You leave places out after the softmax, so that the weights of a "
            "place do not sum to one. Leave them out before it.",
        ),
        (
            _causal(x, W_q, W_v, W_k),
            "Keys and values are swapped: compare with x W_k, and mix x W_v.",
        ),
        (
            _causal(x, W_k, W_q, W_v),
            "Queries and keys are swapped: row t of the scores is what place "
            "t asks.",
        ),
        (
            _causal(x, W_q * np.sqrt(5 / 3), W_k, W_v),
            "You divide by the root of the number of features. It is the "
            "number of units that is summed over.",
        ),
        (
            _zeros_for_minus_infinity(*arrays),
            "You set the scores of the future to zero. The exponential of "
            "zero is one: take minus infinity.",
        ),
    ):
        if close(found, wrong):
            raise Wrong(hint)
    raise Wrong(
        f"The first place of the first sequence is {found[0, 0].round(3)}, "
        f"expected {_causal(*arrays)[0, 0].round(3)}."
    )


def _zeros_for_minus_infinity(x, W_q, W_k, W_v):
    scores = (x @ W_q) @ (x @ W_k).swapaxes(1, 2) / np.sqrt(W_q.shape[1])
    return softmax(np.tril(scores)) @ (x @ W_v)
