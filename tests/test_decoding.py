"""Temperature, top-k, nucleus and drawing, exactly, on small distributions."""

import numpy as np
import pytest
from scipy import special

from helpers.decoding import (
    draw_tokens,
    nucleus,
    softmax,
    top_k,
    with_temperature,
)

P = np.array([0.1, 0.5, 0.15, 0.25])


def random_logits():
    return np.random.default_rng(0).normal(0, 3, (2, 5, 7))


def test_softmax_equals_scipy_and_does_not_overflow():
    logits = random_logits()
    expected = special.softmax(logits, axis=-1)
    np.testing.assert_allclose(softmax(logits), expected, atol=1e-15)
    np.testing.assert_array_equal(softmax(np.array([1e4, 0.0])), [1, 0])


def test_temperature_is_a_power_of_the_probabilities():
    np.testing.assert_allclose(with_temperature(np.log(P), 1), P)
    np.testing.assert_allclose(
        with_temperature(np.log(P), 0.5), P**2 / 0.345, atol=1e-15
    )
    np.testing.assert_allclose(
        with_temperature(np.log(P), 2), np.sqrt(P) / np.sqrt(P).sum()
    )
    np.testing.assert_allclose(
        with_temperature(np.log(P), 1e-3), [0, 1, 0, 0], atol=1e-12
    )
    np.testing.assert_allclose(
        with_temperature(np.log(P), 1e6), np.full(4, 0.25), atol=1e-6
    )


def test_each_row_may_have_a_temperature_of_its_own():
    logits = np.tile(np.log(P), (2, 1))
    both = with_temperature(logits, np.array([[0.5], [2.0]]))
    for row, t in zip(both, (0.5, 2.0), strict=True):
        np.testing.assert_allclose(row, with_temperature(np.log(P), t))


@pytest.mark.parametrize(
    ("k", "expected"),
    [
        (1, [0, 1, 0, 0]),
        (2, [0, 2 / 3, 0, 1 / 3]),
        (3, [0, 5 / 9, 1.5 / 9, 2.5 / 9]),
        (4, P),
        (9, P),
    ],
)
def test_top_k(k, expected):
    np.testing.assert_allclose(top_k(P, k), expected, atol=1e-15)


def test_top_k_keeps_exactly_k_of_equals():
    np.testing.assert_array_equal(top_k(np.full(4, 0.25), 2), [0.5, 0.5, 0, 0])


@pytest.mark.parametrize(
    ("mass", "kept"),
    [(0.01, [1]), (0.5, [1]), (0.51, [1, 3]), (0.8, [1, 2, 3]), (1, range(4))],
)
def test_nucleus_keeps_the_fewest_that_reach_the_mass(mass, kept):
    expected = np.zeros(4)
    expected[list(kept)] = P[list(kept)] / P[list(kept)].sum()
    np.testing.assert_allclose(nucleus(P, mass), expected, atol=1e-15)


@pytest.mark.parametrize(
    "cut", [lambda p: top_k(p, 3), lambda p: nucleus(p, 0.7)]
)
def test_cuts_work_on_any_leading_axes(cut):
    p = softmax(random_logits())
    whole = cut(p)
    assert whole.shape == p.shape
    np.testing.assert_allclose(whole.sum(axis=-1), 1)
    for place in np.ndindex(2, 5):
        np.testing.assert_array_equal(whole[place], cut(p[place]))


def test_draws_have_their_probabilities():
    drawn = draw_tokens(np.tile(P, (20_000, 1)), np.random.default_rng(0))
    share = np.bincount(drawn, minlength=4) / 20_000
    np.testing.assert_allclose(share, P, atol=0.015)


def test_a_token_of_probability_zero_is_never_drawn():
    class Edges:
        """Chances at and just below the borders."""

        def random(self, shape):
            return np.array([0.0, 0.5, 1 - 2**-53]).reshape(shape)

    p = np.tile([0.0, 0.5, 0.0, 0.5, 0.0], (3, 1))
    assert draw_tokens(p, Edges()).tolist() == [1, 3, 3]
    assert draw_tokens(P, np.random.default_rng(0)).shape == ()
