"""Wrong answers to the exercises of lesson 18, and the hint each must get."""

import numpy as np

from helpers.decoding import softmax


def copied(said, weights, source, choose):
    return [
        source[choose(t)] if word == "?" else word
        for t, word in enumerate(said)
    ]


def padding_wins(said, weights, source):
    last = len(source) - 1
    return copied(
        said, weights, source, lambda t: min(weights[t].argmax(), last)
    )


def index_error(said, weights, source):
    return copied(said, weights, source, lambda t: weights[t].argmax())


def all_words(said, weights, source):
    return [source[row[: len(source)].argmax()] for row in weights]


def wrong_axis(said, weights, source):
    return copied(
        said, weights, source, lambda t: weights[: len(source), t].argmax()
    )


def smallest(said, weights, source):
    return copied(
        said, weights, source, lambda t: weights[t, : len(source)].argmin()
    )


def same_position(said, weights, source):
    return copied(said, weights, source, lambda t: t)


def in_place(said, weights, source):
    for t, word in enumerate(said):
        if word == "?":
            said[t] = source[weights[t, : len(source)].argmax()]
    return said


def nothing_done(said, weights, source):
    return list(said)


def only_copies(said, weights, source):
    return [
        source[weights[t, : len(source)].argmax()]
        for t, word in enumerate(said)
        if word == "?"
    ]


def always_first(said, weights, source):
    return copied(said, weights, source, lambda t: 0)


def returns_nothing(*arguments):
    return None


def parts(queries, grid, W):
    memory = grid.reshape(len(grid), -1, grid.shape[-1])
    return memory, np.einsum("bu,fu,bsf->bs", queries, W, memory)


def answered(memory, weights, grid):
    context = np.einsum("bs,bsf->bf", weights, memory)
    return context, weights.reshape(grid.shape[:3])


def looked(queries, grid, W):
    memory, scores = parts(queries, grid, W)
    return answered(memory, softmax(scores), grid)


def swapped(queries, grid, W):
    return looked(queries, grid, W)[::-1]


def flat_map(queries, grid, W):
    context, weights = looked(queries, grid, W)
    return context, weights.reshape(len(grid), -1)


def over_rows(queries, grid, W):
    memory, scores = parts(queries, grid, W)
    scores = scores.reshape(grid.shape[:3])
    weights = softmax(scores.swapaxes(1, 2)).swapaxes(1, 2)
    return answered(memory, weights.reshape(len(grid), -1), grid)


def over_columns(queries, grid, W):
    memory, scores = parts(queries, grid, W)
    weights = softmax(scores.reshape(grid.shape[:3]))
    return answered(memory, weights.reshape(len(grid), -1), grid)


def over_batch(queries, grid, W):
    memory, scores = parts(queries, grid, W)
    return answered(memory, softmax(scores.T).T, grid)


def no_softmax(queries, grid, W):
    memory, scores = parts(queries, grid, W)
    return answered(memory, scores, grid)


def scaled(queries, grid, W):
    memory, scores = parts(queries, grid, W)
    return answered(memory, softmax(scores / np.sqrt(W.shape[1])), grid)


def other_picture(queries, grid, W):
    return looked(queries[::-1], grid, W)


def mixed_up(queries, grid, W):
    context, weights = looked(queries, grid, W)
    batch, rows, columns = weights.shape
    return context, weights.reshape(batch, columns, rows).swapaxes(1, 2)


def mean_context(queries, grid, W):
    return grid.mean(axis=(1, 2)), looked(queries, grid, W)[1]


def no_matrix(queries, grid, W):
    return looked(queries, grid, np.ones_like(W))


def one_thing(queries, grid, W):
    return looked(queries, grid, W)[0]


def asked(q, k, v, seen=np.tril, scale=True):
    scores = q @ k.swapaxes(1, 2)
    if scale:
        scores = scores / np.sqrt(q.shape[-1])
    kept = seen(np.ones(scores.shape[1:], dtype=bool))
    with np.errstate(all="ignore"):
        return softmax(np.where(kept, scores, -np.inf)) @ v


def sees_all(x, W_q, W_k, W_v):
    return asked(x @ W_q, x @ W_k, x @ W_v, seen=lambda ones: ones)


def sees_the_future(x, W_q, W_k, W_v):
    return asked(x @ W_q, x @ W_k, x @ W_v, seen=np.triu)


def not_itself(x, W_q, W_k, W_v):
    return asked(x @ W_q, x @ W_k, x @ W_v, seen=lambda ones: np.tril(ones, -1))


def no_scale(x, W_q, W_k, W_v):
    return asked(x @ W_q, x @ W_k, x @ W_v, scale=False)


def keys_as_values(x, W_q, W_k, W_v):
    return asked(x @ W_q, x @ W_v, x @ W_k)


def queries_as_keys(x, W_q, W_k, W_v):
    return asked(x @ W_k, x @ W_q, x @ W_v)


def mask_late(x, W_q, W_k, W_v):
    q, k = x @ W_q, x @ W_k
    weights = softmax(q @ k.swapaxes(1, 2) / np.sqrt(q.shape[-1]))
    return np.tril(weights) @ (x @ W_v)


def zeros(x, W_q, W_k, W_v):
    q, k = x @ W_q, x @ W_k
    scores = q @ k.swapaxes(1, 2) / np.sqrt(q.shape[-1])
    return softmax(np.tril(scores)) @ (x @ W_v)


def scale_of_features(x, W_q, W_k, W_v):
    q = x @ W_q * np.sqrt(W_q.shape[1] / x.shape[-1])
    return asked(q, x @ W_k, x @ W_v)


def transposed(x, W_q, W_k, W_v):
    return asked(x @ W_q, x @ W_k, x @ W_v).swapaxes(1, 2)


def no_values(x, W_q, W_k, W_v):
    return asked(x @ W_q, x @ W_k, x @ W_q)


WRONG = {
    "copy_unknown": [
        (padding_wins, "let the end and the padding win"),
        (index_error, "IndexError"),
        (all_words, "You replace all words"),
        (wrong_axis, "along the wrong axis"),
        (smallest, "the smallest weight"),
        (same_position, "the same position"),
        (in_place, "You change what you are given"),
        (nothing_done, 'still a "?"'),
        (only_copies, "one for each word"),
        (always_first, "expected"),
        (returns_nothing, "does your function return it"),
    ],
    "look_at": [
        (swapped, "swapped"),
        (flat_map, "The map is flat"),
        (over_rows, "Each column of the map sums to one"),
        (over_columns, "Each row of the map sums to one"),
        (over_batch, "over the pictures of the batch"),
        (no_softmax, "The map holds scores"),
        (scaled, "has no scale"),
        (other_picture, "ask the wrong pictures"),
        (mixed_up, "are mixed up"),
        (mean_context, "the contexts are not"),
        (no_matrix, "expected"),
        (one_thing, "Return two things"),
        (returns_nothing, "does your function return it"),
    ],
    "causal_self_attention": [
        (sees_all, "those after it too"),
        (sees_the_future, "the wrong way round"),
        (not_itself, "not even itself"),
        (no_scale, "The scale is missing"),
        (keys_as_values, "Keys and values are swapped"),
        (queries_as_keys, "Queries and keys are swapped"),
        (mask_late, "after the softmax"),
        (zeros, "take minus infinity"),
        (scale_of_features, "number of features"),
        (transposed, "expected (2, 4, 5)"),
        (no_values, "expected"),
        (returns_nothing, "does your function return it"),
    ],
}
