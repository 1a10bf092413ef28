"""Decoding: how a model's probabilities become a text.

Each definition is the same code as in the lesson named in its docstring;
tests/test_recurrent.py compares the two.
"""

import numpy as np


def softmax(logits):
    """Probabilities of logits, over the last axis (lesson 13).

    Args:
        logits: shape `(..., tokens)`.

    Returns:
        The probabilities, of the same shape.
    """
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def with_temperature(logits, temperature):
    """Probabilities of logits divided by a temperature (lesson 13, Eq. 13.5).

    Args:
        logits: shape `(..., tokens)`; not probabilities.
        temperature: a number above zero; below 1 the probable tokens become
            more probable.

    Returns:
        The probabilities, of the shape of `logits`.

    Example:

    >>> with_temperature(np.log([0.5, 0.25, 0.25]), 0.5).round(4)
    array([0.6667, 0.1667, 0.1667])
    """
    return softmax(logits / temperature)  # divided before, not after


def top_k(p, k):
    """Keeps the k most probable tokens (lesson 13).

    Args:
        p: probabilities, shape `(..., tokens)`.
        k: how many tokens are kept; of equally probable ones the first.

    Returns:
        The probabilities, zero for the others, of the same shape.
    """
    order = np.argsort(-p, axis=-1, kind="stable")
    rank = np.argsort(order, axis=-1)
    kept = np.where(rank < k, p, 0.0)
    return kept / kept.sum(axis=-1, keepdims=True)


def nucleus(p, mass):
    """Keeps the fewest most probable tokens with this mass (lesson 13).

    Args:
        p: probabilities, shape `(..., tokens)`.
        mass: what the kept tokens have at least, above 0, at most 1.

    Returns:
        The probabilities, zero for the others, of the same shape.
    """
    order = np.argsort(-p, axis=-1, kind="stable")
    falling = np.take_along_axis(p, order, axis=-1)
    before = np.cumsum(falling, axis=-1) - falling  # mass of the better ones
    rank = np.argsort(order, axis=-1)
    kept = np.where(np.take_along_axis(before < mass, rank, axis=-1), p, 0.0)
    return kept / kept.sum(axis=-1, keepdims=True)


def draw_tokens(p, rng):
    """Draws one token of each distribution (lesson 13).

    Args:
        p: probabilities, shape `(..., tokens)`.
        rng: generator of the random numbers.

    Returns:
        Numbers of the tokens, shape `(...)`; never one of probability zero.
    """
    cumulative = np.cumsum(p, axis=-1)
    chance = rng.random((*p.shape[:-1], 1)) * cumulative[..., -1:]
    return np.sum(cumulative[..., :-1] <= chance, axis=-1)
