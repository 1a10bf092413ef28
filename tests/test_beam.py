"""Greedy and beam search, against trying everything, on tables."""

import itertools

import numpy as np
import pytest

from helpers.decoding import (
    END,
    PAD,
    START,
    UNKNOWN,
    beam_search,
    greedy_search,
)

IDS, LONGEST = 7, 3
WORDS = (4, 5, 6)
NOTHING = np.zeros((1, 1))


def language(seed, end=0.0):
    """A step whose log-probabilities depend on the whole beginning."""
    rng = np.random.default_rng(seed)
    logits = rng.normal(0, 2, (IDS ** (LONGEST + 1), IDS))
    logits[:, END] += end
    logits[:, [PAD, START, UNKNOWN]] = -np.inf
    table = logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))

    def step(tokens, states):
        beginning = (states[:, 0] * IDS + tokens).astype(int)
        return table[beginning], beginning[:, None]

    return step


def all_scores(step, alpha):
    """From each sentence to its score."""
    scores = {}
    for length in range(LONGEST + 1):
        for words in itertools.product(WORDS, repeat=length):
            state, total = NOTHING, 0.0
            for last, token in itertools.pairwise([START, *words, END]):
                log_p, state = step(np.array([last]), state)
                total += log_p[0, token]
            scores[words] = total / (length + 1) ** alpha
    return scores


def words_of(row):
    row = list(row)
    return tuple(row[1 : row.index(END)])


@pytest.mark.parametrize("alpha", [0.0, 0.6, 1.0])
@pytest.mark.parametrize("seed", range(10))
def test_a_beam_with_room_for_all_finds_the_best_of_all(seed, alpha):
    step = language(seed)
    scores = all_scores(step, alpha)
    rows, score = beam_search(step, NOTHING, 4 * 3**LONGEST, LONGEST, alpha)
    best = max(scores, key=scores.get)
    assert words_of(rows[0]) == best
    assert score[0] == pytest.approx(scores[best], abs=1e-12)


@pytest.mark.parametrize("width", [1, 2, 5])
def test_the_score_is_that_of_the_sentence_and_never_above_the_best(width):
    for seed in range(20):
        step = language(seed)
        scores = all_scores(step, 1.0)
        rows, score = beam_search(step, NOTHING, width, LONGEST)
        assert score[0] == pytest.approx(scores[words_of(rows[0])], abs=1e-12)
        assert score[0] <= max(scores.values()) + 1e-12


def test_a_narrow_beam_may_miss():
    missed = 0
    for seed in range(20):
        step = language(seed)
        _, score = beam_search(step, NOTHING, 2, LONGEST)
        missed += score[0] < max(all_scores(step, 1.0).values()) - 1e-9
    assert missed


def test_a_beam_of_one_is_greedy():
    for seed in range(20):
        step = language(seed)
        rows = greedy_search(step, NOTHING, LONGEST)
        if END in rows:
            one, _ = beam_search(step, NOTHING, 1, LONGEST)
            np.testing.assert_array_equal(one, rows)


def test_there_is_always_a_hypothesis_that_ends():
    step = language(0, end=-50.0)  # an end that nobody would say
    for width in (1, 3):
        rows, score = beam_search(step, NOTHING, width, LONGEST)
        assert len(words_of(rows[0])) == LONGEST
        assert np.isfinite(score).all()
    step = language(0, end=50.0)  # nothing but the end
    rows, _ = beam_search(step, NOTHING, 3, LONGEST)
    assert words_of(rows[0]) == ()


def test_without_normalisation_sentences_are_not_longer():
    lengths = {0.0: 0, 1.0: 0}
    for seed in range(40):
        for alpha in lengths:
            rows, _ = beam_search(
                language(seed), NOTHING, 4 * 3**LONGEST, LONGEST, alpha
            )
            lengths[alpha] += len(words_of(rows[0]))
    assert lengths[0.0] < lengths[1.0]


@pytest.mark.parametrize("width", [1, 4])
def test_sentences_do_not_disturb_each_other(width):
    tables = [language(seed) for seed in range(3)]

    def step(tokens, states):
        log_p, following = np.empty((len(tokens), IDS)), states.copy()
        for i, (token, state) in enumerate(zip(tokens, states, strict=True)):
            one, after = tables[int(state[0])](
                np.array([token]), state[None, 1:]
            )
            log_p[i], following[i, 1:] = one[0], after[0]
        return log_p, following

    states = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]])
    together, scores = beam_search(step, states, width, LONGEST)
    for i, table in enumerate(tables):
        alone, score = beam_search(table, NOTHING, width, LONGEST)
        np.testing.assert_array_equal(together[i], alone[0])
        assert scores[i] == pytest.approx(score[0], abs=1e-12)


def test_greedy_says_nothing_after_the_end():
    rows = greedy_search(language(0, end=50.0), np.zeros((2, 1)), LONGEST)
    np.testing.assert_array_equal(rows, [[START, END, PAD, PAD, PAD]] * 2)
