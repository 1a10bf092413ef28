"""Wrong answers to the exercises of lesson 17, and the hint each must get."""

import numpy as np


def choose(log_p, ended, score, most=max):
    allowed = [i for i in range(len(log_p)) if ended[i]] or range(len(log_p))
    return most(allowed, key=lambda i: score(log_p[i]))


def sums(log_p, ended, alpha):
    return choose(log_p, ended, np.sum)


def means(log_p, ended, alpha):
    return choose(log_p, ended, np.mean)


def not_over(log_p, ended, alpha):
    return max(
        range(len(log_p)), key=lambda i: sum(log_p[i]) / len(log_p[i]) ** alpha
    )


def without_end(log_p, ended, alpha):
    return choose(
        log_p, ended, lambda one: sum(one) / max(1, len(one) - 1) ** alpha
    )


def worst(log_p, ended, alpha):
    return choose(
        log_p, ended, lambda one: sum(one) / len(one) ** alpha, most=min
    )


def may_return_nothing(log_p, ended, alpha):
    scores = [
        (sum(one) / len(one) ** alpha, i)
        for i, one in enumerate(log_p)
        if ended[i]
    ]
    return max(scores)[1] if scores else None


def always_first(log_p, ended, alpha):
    return 0


def shares(references, listed):
    first = [a[0] == b for a, b in zip(references, listed, strict=True)]
    return np.mean(first), np.mean([1 / len(one) for one in references])


def swapped(references, listed):
    return shares(references, listed)[::-1]


def any_reference(references, listed):
    among = [b in a for a, b in zip(references, listed, strict=True)]
    return np.mean(among), shares(references, listed)[1]


def one_over_mean(references, listed):
    first, _ = shares(references, listed)
    return first, 1 / np.mean([len(one) for one in references])


def only_certain(references, listed):
    first, _ = shares(references, listed)
    return first, np.mean([len(one) == 1 for one in references])


def numbers(references, listed):
    return np.array(shares(references, listed)) * len(references)


def one_number(references, listed):
    return shares(references, listed)[0]


def nothing_reached(references, listed):
    return 0.0, 0.0


def ties_lost(a, b, draws):
    return np.mean(a[draws].mean(axis=1) > b[draws].mean(axis=1))


def ties_won(a, b, draws):
    return np.mean(a[draws].mean(axis=1) >= b[draws].mean(axis=1))


def half(one, other):
    return np.mean((one > other) + 0.5 * (one == other))


def turned_round(a, b, draws):
    return half(b[draws].mean(axis=1), a[draws].mean(axis=1))


def draws_a_alone(a, b, draws):
    return half(a[draws].mean(axis=1), b.mean())


def mean_difference(a, b, draws):
    return np.mean(a[draws].mean(axis=1) - b[draws].mean(axis=1))


def other_draws(a, b, draws):
    return half(a[draws].mean(axis=1), b[draws].mean(axis=1)[::-1])


def count(a, b, draws):
    return len(draws) * half(a[draws].mean(axis=1), b[draws].mean(axis=1))


def each_draw(a, b, draws):
    return a[draws].mean(axis=1) > b[draws].mean(axis=1)


def no_draws(a, b, draws):
    return float(a.mean() > b.mean())


WRONG = {
    "best_hypothesis": [
        (sums, "You compare the sums"),
        (means, "whatever alpha is"),
        (not_over, "not over, although another one is"),
        (without_end, "leave the end out"),
        (worst, "You take the worst"),
        (may_return_nothing, "does your function return it"),
        (always_first, "expected"),
    ],
    "ceiling": [
        (swapped, "swapped"),
        (any_reference, "Compare it with the first reference"),
        (one_over_mean, "a chance of its own"),
        (only_certain, "is not lost"),
        (numbers, "not shares of them"),
        (one_number, "expected (2,)"),
        (nothing_reached, "expected"),
    ],
    "paired": [
        (ties_lost, "you count it as lost"),
        (ties_won, "you count it as won"),
        (turned_round, "how often a beats b"),
        (draws_a_alone, "the same drawn sentences"),
        (mean_difference, "above zero"),
        (other_draws, "different draws"),
        (count, "not their share"),
        (each_draw, "expected ()"),
        (no_draws, "expected"),
    ],
}
