"""Wrong answers to the exercises of lesson 13, and the hint each must get."""

import numpy as np


def normalised(kept):
    return kept / kept.sum(axis=-1, keepdims=True)


def not_normalised(p, share):
    return np.where(p >= share * p.max(axis=-1, keepdims=True), p, 0)


def share_itself(p, share):
    total = np.where(p >= share, p, 0).sum(axis=-1, keepdims=True)
    return np.where(p >= share, p, 0) / np.maximum(total, 1e-12)


def best_of_all(p, share):
    return normalised(np.where(p >= share * p.max(), p, 0))


def strictly_more(p, share):
    best = p.max(axis=-1, keepdims=True)
    return normalised(np.where(p > share * best, p, 0))


def improbable_kept(p, share):
    dropped = np.where(p < share * p.max(axis=-1, keepdims=True), p, 0)
    return dropped / np.maximum(dropped.sum(axis=-1, keepdims=True), 1e-12)


def uniform_over_kept(p, share):
    return normalised((p >= share * p.max(axis=-1, keepdims=True)) * 1.0)


def top_two(p, share):
    second = np.sort(p, axis=-1)[..., -2:-1]
    return normalised(np.where(p >= second, p, 0))


def kept_alone(p, share):
    return p[p >= share * p.max(axis=-1, keepdims=True)]


def kinds_of(counts):
    return (counts > 0).sum(axis=1, keepdims=True)


def total_of(counts):
    return np.maximum(counts.sum(axis=1, keepdims=True), 1)


def seen_or(counts, p, lower):
    return np.where(counts.sum(axis=1, keepdims=True) > 0, p, lower)


def given_to_nobody(counts, lower, d):
    return np.maximum(counts - d, 0) / total_of(counts)


def given_back_once(counts, lower, d):
    p = (np.maximum(counts - d, 0) + d * lower) / total_of(counts)
    return seen_or(counts, p, lower)


def negative_counts(counts, lower, d):
    p = (counts - d + d * kinds_of(counts) * lower) / total_of(counts)
    return seen_or(counts, p, lower)


def nothing_taken(counts, lower, d):
    p = (counts + d * kinds_of(counts) * lower) / total_of(counts)
    return seen_or(counts, p, lower)


def occurrences_for_kinds(counts, lower, d):
    n = counts.sum(axis=1, keepdims=True)
    p = (np.maximum(counts - d, 0) + d * n * lower) / total_of(counts)
    return seen_or(counts, p, lower)


def all_kinds(counts, lower, d):
    p = np.maximum(counts - d, 0) + d * counts.shape[1] * lower
    return seen_or(counts, p / total_of(counts), lower)


def zero_by_zero(counts, lower, d):
    n = counts.sum(axis=1, keepdims=True)
    return (np.maximum(counts - d, 0) + d * kinds_of(counts) * lower) / n


def unseen_gets_nothing(counts, lower, d):
    p = np.maximum(counts - d, 0) + d * kinds_of(counts) * lower
    return p / total_of(counts)


def sums_over_contexts(counts, lower, d):
    n = np.maximum(counts.sum(axis=0), 1)
    kinds = (counts > 0).sum(axis=0)
    return (np.maximum(counts - d, 0) + d * kinds * lower) / n


def witten_bell(counts, lower, d):
    kinds = np.maximum(kinds_of(counts), 1)
    n = counts.sum(axis=1, keepdims=True)
    return (counts + kinds * lower) / (n + kinds)


def came(p, ids):
    return p[np.arange(len(ids)), ids]


def sign_of_b(p_a, p_b, ids):
    return np.mean(np.log2(came(p_b, ids)) - np.log2(came(p_a, ids)))


def summed(p_a, p_b, ids):
    return np.sum(np.log2(came(p_a, ids) / came(p_b, ids)))


def in_nats(p_a, p_b, ids):
    return np.mean(np.log(came(p_a, ids) / came(p_b, ids)))


def over_all_tokens(p_a, p_b, ids):
    return np.mean(np.log2(p_a / p_b))


def without_logarithm(p_a, p_b, ids):
    return np.mean(came(p_a, ids) - came(p_b, ids))


def logarithm_last(p_a, p_b, ids):
    return np.log2(came(p_a, ids).mean() / came(p_b, ids).mean())


def one_a_place(p_a, p_b, ids):
    return np.log2(came(p_a, ids) / came(p_b, ids))


def more_probable_more_often(p_a, p_b, ids):
    return np.mean(came(p_a, ids) > came(p_b, ids))


WRONG = {
    "min_p": [
        (not_normalised, "divide by their sum"),
        (share_itself, "multiply the share by the probability of the best"),
        (best_of_all, "each has its own"),
        (strictly_more, "use >="),
        (improbable_kept, "keeps the improbable tokens"),
        (uniform_over_kept, "keep the proportions"),
        (top_two, "The wrong tokens are kept"),
        (kept_alone, "expected (4,)"),
    ],
    "absolute_discounting": [
        (given_to_nobody, "given to nobody"),
        (given_back_once, "is given back once"),
        (negative_counts, "become negative"),
        (nothing_taken, "nothing is taken from the counts"),
        (occurrences_for_kinds, "number of different tokens"),
        (all_kinds, "not of all tokens"),
        (zero_by_zero, "divides zero by zero"),
        (unseen_gets_nothing, "should give the row of lower as it is"),
        (sums_over_contexts, "over axis 1"),
        (witten_bell, "compare a row with one count by hand"),
    ],
    "evidence_for_a": [
        (sign_of_b, "positive means A"),
        (summed, "it is a sum"),
        (in_nats, "it is in nats"),
        (over_all_tokens, "averages over all tokens"),
        (without_logarithm, "compare their logarithms"),
        (logarithm_last, "the mean after it"),
        (one_a_place, "expected ()"),
        (more_probable_more_often, "both of the character that came"),
    ],
}
