"""Wrong answers to the exercises of lesson 09, and the hint each must get."""

import numpy as np


def parts(probabilities, targets):
    own = np.take_along_axis(probabilities, targets[..., None], axis=-1)
    right = probabilities.argmax(axis=-1) == targets
    return -np.log(own[..., 0]), right.astype(float)


def padding_counted(probabilities, targets, mask):
    return [v.mean() for v in parts(probabilities, targets)]


def divided_by_all(probabilities, targets, mask):
    return [(v * mask).mean() for v in parts(probabilities, targets)]


def mean_of_means(probabilities, targets, mask):
    return [
        np.mean((v * mask).sum(axis=1) / mask.sum(axis=1))
        for v in parts(probabilities, targets)
    ]


def summed(probabilities, targets, mask):
    return [v[mask].sum() for v in parts(probabilities, targets)]


def inverted(probabilities, targets, mask):
    return [v[~mask].mean() for v in parts(probabilities, targets)]


def sign_forgotten(probabilities, targets, mask):
    loss, right = parts(probabilities, targets)
    return -loss[mask].mean(), right[mask].mean()


def in_bits(probabilities, targets, mask):
    loss, right = parts(probabilities, targets)
    return loss[mask].mean() / np.log(2), right[mask].mean()


def error_rate(probabilities, targets, mask):
    loss, right = parts(probabilities, targets)
    return loss[mask].mean(), 1 - right[mask].mean()


def accuracy_counts_padding(probabilities, targets, mask):
    loss, right = parts(probabilities, targets)
    return loss[mask].mean(), right.mean()


def padding_found_by_label(probabilities, targets, mask):
    return [v[targets > 0].mean() for v in parts(probabilities, targets)]


def loss_alone(probabilities, targets, mask):
    return parts(probabilities, targets)[0][mask].mean()


def everything_reversed(x, lengths):
    return x[:, ::-1]


def untouched(x, lengths):
    return x


def features_reversed(x, lengths):
    return x[:, :, ::-1]


def by_zeros(x, lengths):
    result = np.zeros_like(x)
    for i, row in enumerate(x):
        kept = row[np.any(row != 0, axis=-1)]
        result[i, : len(kept)] = kept[::-1]
    return result


def one_too_few(x, lengths):
    result = x.copy()
    for row, n in zip(result, lengths, strict=True):
        row[: n - 1] = row[: n - 1][::-1].copy()
    return result


def one_too_many(x, lengths):
    result = x.copy()
    for row, n in zip(result, lengths, strict=True):
        row[: n + 1] = row[: n + 1][::-1].copy()
    return result


def batch_reversed(x, lengths):
    return x[::-1]


def reversed_in_place(x, lengths):
    for row, n in zip(x, lengths, strict=True):
        row[:n] = row[:n][::-1].copy()
    return x


def cut_to_the_shortest(x, lengths):
    return x[:, : lengths.min()]


def greedy(lengths, budget, cost, order):
    batches, batch = [], []
    for i in order:
        if batch and cost([*batch, i]) > budget:
            batches.append(np.array(batch))
            batch = []
        batch.append(i)
    return [*batches, np.array(batch)]


def real_steps_counted(lengths, budget):
    order = np.argsort(lengths, kind="stable")
    return greedy(lengths, budget, lambda b: lengths[b].sum(), order)


def unsorted(lengths, budget):
    def cost(batch):
        return len(batch) * lengths[batch].max()

    return greedy(lengths, budget, cost, range(len(lengths)))


def last_batch_lost(lengths, budget):
    def cost(batch):
        return len(batch) * lengths[batch].max()

    order = np.argsort(lengths, kind="stable")
    return greedy(lengths, budget, cost, order)[:-1]


def one_by_one(lengths, budget):
    return [np.array([i]) for i in range(len(lengths))]


def over_the_budget(lengths, budget):
    return [np.argsort(lengths)]


def lengths_returned(lengths, budget):
    return [lengths]


def forgot_to_return(lengths, budget):
    np.argsort(lengths)


def with_an_empty_batch(lengths, budget):
    return [np.array([], int), *one_by_one(lengths, budget)]


def each_twice(lengths, budget):
    return one_by_one(lengths, budget) * 2


WRONG = {
    "masked_scores": [
        (padding_counted, "it counts the padded steps too"),
        (divided_by_all, "divide by the number of real steps"),
        (mean_of_means, "mean of the sequences' means"),
        (summed, "it is a sum"),
        (inverted, "mask is inverted"),
        (sign_forgotten, "its sign is wrong"),
        (in_bits, "the natural logarithm"),
        (error_rate, "The accuracy is not that of the real steps: it is 1"),
        (accuracy_counts_padding, "The accuracy is not that of the real"),
        (padding_found_by_label, "mean over real steps"),
        (loss_alone, "has shape (), expected (2,)"),
    ],
    "reverse_padded": [
        (everything_reversed, "padding comes first"),
        (untouched, "Nothing is reversed"),
        (features_reversed, "The features change places"),
        (by_zeros, "a real step of zeros"),
        (one_too_few, "in the wrong order"),
        (one_too_many, "in the wrong order"),
        (batch_reversed, "stays in its row"),
        (reversed_in_place, "work on a copy"),
        (cut_to_the_shortest, "expected (4, 6, 2)"),
    ],
    "budget_batches": [
        (real_steps_counted, "fits if you add up its lengths"),
        (unsorted, "sort by length first"),
        (last_batch_lost, "is the last batch lost?"),
        (one_by_one, "would still fit"),
        (over_the_budget, "more than the budget"),
        (lengths_returned, "not their lengths"),
        (forgot_to_return, "does your function return it?"),
        (with_an_empty_batch, "A batch is empty"),
        (each_twice, "occur more than once"),
    ],
}
