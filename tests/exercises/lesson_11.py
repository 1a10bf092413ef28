"""Wrong answers to the exercises of lesson 11, and the hint each must get."""

import numpy as np


def rule(values, season):
    return np.mean(np.abs(values[season:] - values[:-season]))


def error(truth, forecast):
    return np.mean(np.abs(truth - forecast))


def plain_error(truth, forecast, train, season):
    return error(truth, forecast)


def upside_down(truth, forecast, train, season):
    return rule(train, season) / error(truth, forecast)


def scaled_by_test(truth, forecast, train, season):
    return error(truth, forecast) / rule(truth, season)


def scaled_by_persistence(truth, forecast, train, season):
    return error(truth, forecast) / rule(train, 1)


def first_season_counted(truth, forecast, train, season):
    total = np.sum(np.abs(train[season:] - train[:-season]))
    return error(truth, forecast) / (total / len(train))


def squares(truth, forecast, train, season):
    root = np.sqrt(np.mean((truth - forecast) ** 2))
    return root / rule(train, season)


def signs_kept(truth, forecast, train, season):
    return np.mean(truth - forecast) / rule(train, season)


def sums(truth, forecast, train, season):
    below = np.sum(np.abs(train[season:] - train[:-season]))
    return np.sum(np.abs(truth - forecast)) / below


def by_deviation(truth, forecast, train, season):
    return error(truth, forecast) / train.std()


def not_averaged(truth, forecast, train, season):
    return np.abs(truth - forecast) / rule(train, season)


def by_range(truth, forecast, train, season):
    return error(truth, forecast) / np.ptp(train)


def starts(steps, first, size):
    return range(first, steps - size + 1, size)


def sliding(steps, first, size):
    return [
        (np.arange(s - first, s), np.arange(s, s + size))
        for s in starts(steps, first, size)
    ]


def with_a_short_block(steps, first, size):
    return [
        (np.arange(s), np.arange(s, min(s + size, steps)))
        for s in range(first, steps, size)
    ]


def past_the_end(steps, first, size):
    return [
        (np.arange(s), np.arange(s, s + size))
        for s in range(first, steps, size)
    ]


def overlapping(steps, first, size):
    return [
        (np.arange(s + 1), np.arange(s, s + size))
        for s in starts(steps, first, size)
    ]


def all_others(steps, first, size):
    everything = np.arange(steps)
    return [
        (np.delete(everything, np.s_[s : s + size]), everything[s : s + size])
        for s in starts(steps, first, size)
    ]


def one_left_out(steps, first, size):
    return [
        (np.arange(s), np.arange(s + 1, s + size + 1))
        for s in range(first, steps - size, size)
    ]


def last_fold_lost(steps, first, size):
    return [
        (np.arange(s), np.arange(s, s + size))
        for s in range(first, steps - size, size)
    ]


def fixed_train(steps, first, size):
    return [
        (np.arange(first), np.arange(s, s + size))
        for s in starts(steps, first, size)
    ]


def blocks_overlap(steps, first, size):
    return [
        (np.arange(s), np.arange(s, s + size))
        for s in range(first, steps - size + 1)
    ]


def returns_nothing(*_):
    return None


def numbers_only(steps, first, size):
    return list(starts(steps, first, size))


def keep(train, held_back, before, after):
    apart = train[:, None] - held_back[None, :]
    return train[np.all((apart > after) | (apart < -before), axis=1)]


def only_before(train, held_back, past):
    return keep(train, held_back, past, 0)


def only_after(train, held_back, past):
    return keep(train, held_back, 0, past)


def untouched(train, held_back, past):
    return train


def one_too_few(train, held_back, past):
    return keep(train, held_back, past - 1, past - 1)


def one_too_many(train, held_back, past):
    return keep(train, held_back, past + 1, past + 1)


def twice_each(train, held_back, past):
    return np.repeat(keep(train, held_back, past, past), 2)


def far_too_many(train, held_back, past):
    return keep(train, held_back, 2 * past, 2 * past)


def as_mask(train, held_back, past):
    return np.isin(train, keep(train, held_back, past, past))


def block_as_interval(train, held_back, past):
    low, high = held_back.min() - past, held_back.max() + past
    return train[(train < low) | (train > high)]


def held_back_returned(train, held_back, past):
    return held_back


WRONG = {
    "mase": [
        (plain_error, "it is the plain MAE"),
        (upside_down, "it is upside down"),
        (scaled_by_test, "take it from train"),
        (scaled_by_persistence, "the rule looks a season back"),
        (first_season_counted, "first season of train has no forecast"),
        (squares, "take absolute"),
        (signs_kept, "errors of opposite signs cancel"),
        (sums, "sums, not means"),
        (by_deviation, "standard deviation of train"),
        (not_averaged, "has shape (9,), expected ()"),
        (by_range, "divided by that of the seasonal naive forecast"),
        (returns_nothing, "does your function return it?"),
    ],
    "folds_of": [
        (sliding, "has moved; it should have grown"),
        (with_a_short_block, "leave a shorter block out"),
        (past_the_end, "but the last step is"),
        (overlapping, "both in train and in test"),
        (all_others, "reaches into the future"),
        (one_left_out, "step 8 is left out"),
        (last_fold_lost, "there are 2 folds, expected 3"),
        (fixed_train, "should train on all steps from 0 to 11"),
        (blocks_overlap, "should test on the steps 12 to 15"),
        (returns_nothing, "does your function return it?"),
        (numbers_only, "a list of pairs"),
    ],
    "purged": [
        (only_before, "the windows after the block reach back into it"),
        (only_after, "reach back into those before"),
        (untouched, "none is dropped"),
        (one_too_few, "exactly past steps apart still share a value"),
        (one_too_many, "one window too many"),
        (far_too_many, "too many are dropped on each side"),
        (twice_each, "more than once"),
        (as_mask, "not a mask"),
        (block_as_interval, "does not share a value"),
        (held_back_returned, "is not in train"),
        (returns_nothing, "does your function return it?"),
    ],
}
