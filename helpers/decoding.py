"""Decoding: how a model's probabilities become a text.

Each definition is the same code as in the lesson named in its docstring;
tests/test_recurrent.py compares the two.
"""

import numpy as np

#: Ids of the tokens that are none: padding, start, end, unknown.
PAD, START, END, UNKNOWN = range(4)


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


def greedy_search(step, states, longest):
    """Says the most probable next token, again and again (lesson 17).

    Args:
        step: function of tokens and states, as `stepper` makes it.
        states: first state of each sentence, (sentences, units).
        longest: most tokens of a translation that ends, its end not counted.

    Returns:
        Ids, start and end included, (sentences, longest + 2).
    """
    rows = np.full((len(states), longest + 2), PAD)
    rows[:, 0] = START
    for t in range(longest + 1):
        log_p, states = step(rows[:, t], states)  # (sentences, ids)
        over = (rows[:, t] == END) | (rows[:, t] == PAD)
        rows[:, t + 1] = np.where(over, PAD, log_p.argmax(axis=-1))
    return rows


def beam_search(step, states, width, longest, alpha=1.0):
    """Finds the hypothesis with the best score in a beam (lesson 17, Eq. 17.4).

    Args:
        step: function of tokens and states; returns log p and states.
        states: first state of each sentence, (sentences, units).
        width: beginnings that are kept.
        longest: most tokens of a hypothesis, its end not counted.
        alpha: power of the length in the score; 0 is no normalisation.

    Returns:
        Ids, start and end included, (sentences, longest + 2), and scores,
        (sentences,).
    """
    number, each = len(states), np.arange(len(states))[:, None]
    rows = np.full((number, width, longest + 2), PAD)
    rows[:, :, 0] = START
    total = np.full((number, width), -np.inf)  # ln p of each beginning
    total[:, 0] = 0.0  # all are alike: one is enough
    best, score = rows[:, 0].copy(), np.full(number, -np.inf)
    states = np.repeat(states, width, axis=0)  # (sentences * width, units)
    for t in range(longest + 1):
        log_p, states = step(rows[:, :, t].ravel(), states)
        if t == longest:  # whatever is not over ends here
            log_p[:, np.arange(log_p.shape[1]) != END] = -np.inf
        joint = (total.reshape(-1, 1) + log_p).reshape(number, -1)
        kept = np.argpartition(-joint, width - 1, axis=1)[:, :width]
        beginning, token = np.divmod(kept, log_p.shape[1])
        rows, total = rows[each, beginning], joint[each, kept]
        rows[:, :, t + 1] = token  # (sentences, width, longest + 2)
        states = states.reshape(number, width, -1)[each, beginning]
        states = states.reshape(number * width, -1)
        ended = np.where(token == END, total / (t + 1) ** alpha, -np.inf)
        better = ended.max(axis=1) > score  # Eq. 17.4
        best[better] = rows[better, ended.argmax(axis=1)[better]]
        score = np.maximum(score, ended.max(axis=1))
        total[token == END] = -np.inf  # no more in the beam
        if not np.isfinite(total).any():
            break
    return best, score
