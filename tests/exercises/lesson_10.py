"""Wrong answers to the exercises of lesson 10, and the hint each must get."""

import numpy as np


def by_mean(first, second):
    return "first" if np.mean(first) > np.mean(second) else "second"


def by_range(first, second):
    if min(first) > max(second):
        return "first"
    return "second" if min(second) > max(first) else "undecided"


def ties_win(first, second):
    wins = np.array(first) >= np.array(second)
    if wins.all():
        return "first"
    return "undecided" if wins.any() else "second"


def ties_lose(first, second):
    wins = np.array(first) > np.array(second)
    if wins.all():
        return "first"
    return "undecided" if wins.any() else "second"


def swapped(first, second):
    wins = np.array(first) < np.array(second)
    if wins.all():
        return "first"
    return "undecided" if wins.any() else "second"


def sorted_first(first, second):
    apart = np.sort(first) - np.sort(second)
    if np.all(apart > 0):
        return "first"
    return "second" if np.all(apart < 0) else "undecided"


def by_the_ends(first, second):
    if min(first) > min(second) and max(first) > max(second):
        return "first"
    if min(second) > min(first) and max(second) > max(first):
        return "second"
    return "undecided"


def three_errors(first, second):
    apart = np.array(first) - np.array(second)
    error = apart.std(ddof=1) / np.sqrt(len(apart))
    if abs(apart.mean()) <= 3 * error + 1e-9:
        return "undecided"
    return "first" if apart.mean() > 0 else "second"


def true_or_false(first, second):
    return bool(np.all(np.array(first) > np.array(second)))


def forgot_the_verdict(first, second):
    by_mean(first, second)


def moves(function, x, copy=True):
    """Whether output t moves when input k changes, `(k, t)`."""
    before = function(x)
    rows = []
    for k in range(x.shape[1]):
        changed = x.copy() if copy else x
        changed[:, k] += 1
        after = function(changed)
        rows.append(np.abs(after - before).max(axis=(0, 2)) > 1e-9)
    return np.array(rows)


def distances(table):
    k, t = np.nonzero(table)
    return k - t


def looks_back(function, x):
    return int(np.max(-distances(moves(function, x))))


def either_way(function, x):
    return int(np.max(np.abs(distances(moves(function, x)))))


def negative(function, x):
    return int(np.min(-distances(moves(function, x)) * 1))


def sum_over_units(function, x):
    before, found = function(x), 0
    for k in range(x.shape[1]):
        changed = x.copy()
        changed[:, k] += 1
        apart = (function(changed) - before).sum(axis=2)
        steps = np.flatnonzero(np.abs(apart).max(axis=0) > 1e-9)
        found = max([found, *(k - steps)])
    return int(found)


def first_sequence(function, x):
    before, found = function(x), 0
    for k in range(x.shape[1]):
        changed = x.copy()
        changed[:, k] += 1
        apart = np.abs(function(changed) - before)[0].max(axis=1)
        found = max([found, *(k - np.flatnonzero(apart > 1e-9))])
    return int(found)


def last_input_only(function, x):
    table = moves(function, x)
    table[:-1] = False
    return int(max([0, *distances(table)]))


def where_nothing_moved(function, x):
    table = moves(function, x)
    return int(max([0, *(k - np.argmax(row) for k, row in enumerate(table))]))


def one_feature(function, x):
    before, found = function(x), 0
    for k in range(x.shape[1]):
        changed = x.copy()
        changed[:, k, 0] += 1
        apart = np.abs(function(changed) - before).max(axis=(0, 2))
        found = max([found, *(k - np.flatnonzero(apart > 1e-9))])
    return int(found)


def coarse(function, x):
    before, found = function(x), 0
    for k in range(x.shape[1]):
        changed = x.copy()
        changed[:, k] += 1
        apart = np.abs(function(changed) - before).max(axis=(0, 2))
        found = max([found, *(k - np.flatnonzero(apart > 0.5))])
    return int(found)


def in_place(function, x):
    table = moves(function, x, copy=False)
    return int(max([0, *distances(table)]))


def every_distance(function, x):
    return distances(moves(function, x))


def forgot_to_return(function, x):
    moves(function, x)


WRONG = {
    "survives": [
        (by_mean, "higher mean"),
        (by_range, "seed by seed"),
        (ties_win, "a tie is no win"),
        (ties_lose, "a tie is no win"),
        (swapped, "it wins each seed"),
        (sorted_first, "the second seed reverses the order"),
        (by_the_ends, "the second seed reverses the order"),
        (three_errors, "how much the lead varies does not matter"),
        (true_or_false, "you return bool"),
        (forgot_the_verdict, "does your function return it?"),
    ],
    "steps_ahead": [
        (looks_back, "how far an output looks back"),
        (either_way, "how far an output looks back"),
        (negative, "The sign is wrong"),
        (sum_over_units, "opposite directions"),
        (first_sequence, "second sequence only"),
        (last_input_only, "only step 2 looks ahead"),
        (where_nothing_moved, "answers one step late"),
        (one_feature, "at the last feature"),
        (coarse, "looks ahead a little"),
        (in_place, "change a copy"),
        (every_distance, "Return one number"),
        (forgot_to_return, "does your function return it?"),
    ],
}
