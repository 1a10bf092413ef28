"""Wrong answers to the exercises of lesson 01, with the hint each must get."""

import numpy as np


def _cut(series, length, starts, targets):
    inputs = np.stack([series[b : b + length] for b in starts])
    return inputs, np.stack([series[t] for t in targets])


def target_inside_the_window(series, length, *, stride=1, horizon=1):
    starts = np.arange(0, len(series) - length - horizon + 1, stride)
    return _cut(series, length, starts, starts + length + horizon - 2)


def last_window_forgotten(series, length, *, stride=1, horizon=1):
    starts = np.arange(0, len(series) - length - horizon, stride)
    return _cut(series, length, starts, starts + length + horizon - 1)


def stride_ignored(series, length, *, stride=1, horizon=1):
    starts = np.arange(0, len(series) - length - horizon + 1)
    return _cut(series, length, starts, starts + length + horizon - 1)


def horizon_ignored(series, length, *, stride=1, horizon=1):
    starts = np.arange(0, len(series) - length - horizon + 1, stride)
    return _cut(series, length, starts, starts + length)


def horizon_counted_from_the_start(series, length, *, stride=1, horizon=1):
    starts = np.arange(0, len(series) - length - horizon + 1, stride)
    return _cut(series, length, starts, starts + horizon)


def stride_inside_the_window(series, length, *, stride=1, horizon=1):
    starts = np.arange(0, len(series) - length - horizon + 1, stride)
    inputs = np.stack(
        [np.resize(series[b::stride], (length, 2)) for b in starts]
    )
    return inputs, series[starts + length + horizon - 1]


def features_lost(series, length, *, stride=1, horizon=1):
    starts = np.arange(0, len(series) - length - horizon + 1, stride)
    inputs, targets = _cut(series, length, starts, starts)
    return inputs[..., 0], targets[..., 0]


def only_inputs(series, length, *, stride=1, horizon=1):
    return np.zeros((7, length, 2))


def _pad(sequences, length, *, front=False, keep_last=True):
    result = np.zeros((len(sequences), length, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), length), bool)
    for b, sequence in enumerate(sequences):
        kept = sequence[-length:] if keep_last else sequence[:length]
        place = slice(length - len(kept), None) if front else slice(len(kept))
        result[b, place], mask[b, place] = kept, True
    return result, mask


def padded_in_front(sequences, length):
    return _pad(sequences, length, front=True)


def keeps_the_first_steps(sequences, length):
    return _pad(sequences, length, keep_last=False)


def mask_from_the_values(sequences, length):
    padded, _ = _pad(sequences, length)
    return padded, np.any(padded != 0, axis=-1)


def mask_upside_down(sequences, length):
    padded, mask = _pad(sequences, length)
    return padded, ~mask


def mask_a_feature(sequences, length):
    padded, _ = _pad(sequences, length)
    return padded, padded != 0


def changes_its_input(sequences, length):
    result = _pad(sequences, length)
    sequences[0] *= 2
    return result


def no_mask(sequences, length):
    return _pad(sequences, length)[0]


def _join(x, clock):
    clock = np.broadcast_to(clock, (*x.shape[:2], 1))
    return np.concatenate([x, clock], axis=-1)


def clock_over_the_batch(x):
    return _join(x, np.linspace(0, 1, len(x))[:, None, None])


def clock_in_front(x):
    return np.roll(_join(x, np.linspace(0, 1, x.shape[1])[:, None]), 1, axis=-1)


def clock_counts_steps(x):
    return _join(x, np.arange(x.shape[1])[:, None])


def clock_never_reaches_one(x):
    return _join(x, np.arange(x.shape[1])[:, None] / x.shape[1])


def clock_added_to_the_features(x):
    return x + np.linspace(0, 1, x.shape[1])[:, None]


def clock_as_a_step(x):
    return np.concatenate([x, np.ones((len(x), 1, x.shape[2]))], axis=1)


def clock_backwards(x):
    return _join(x, np.linspace(1, 0, x.shape[1])[:, None])


WRONG = {
    "strided_windows": [
        (target_inside_the_window, "the window's own last step"),
        (last_window_forgotten, "which is the last start"),
        (stride_ignored, "is the stride used?"),
        (horizon_ignored, "lies 1 steps after the window, expected 2"),
        (horizon_counted_from_the_start, "not the steps that follow"),
        (stride_inside_the_window, "its steps are neighbours"),
        (features_lost, "expected (7, 4, 2)"),
        (only_inputs, "Return two arrays"),
    ],
    "pad": [
        (padded_in_front, "stands in front, expected at the end"),
        (keeps_the_first_steps, "keeps its first steps"),
        (mask_from_the_values, "derive it from the lengths"),
        (mask_upside_down, "upside down"),
        (mask_a_feature, "expected (3, 5)"),
        (changes_its_input, "changes its input"),
        (no_mask, "Return two arrays"),
    ],
    "with_clock": [
        (clock_over_the_batch, "runs over the batch"),
        (clock_in_front, "the first feature, expected the last"),
        (clock_counts_steps, "counts steps"),
        (clock_never_reaches_one, "T - 1 gaps"),
        (clock_added_to_the_features, "one more feature"),
        (clock_as_a_step, "You added a step"),
        (clock_backwards, "runs backwards"),
    ],
}
