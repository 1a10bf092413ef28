"""Wrong answers to the exercises of lesson 14, and the hint each must get."""

import numpy as np


def collected(correct, pairs):
    found = {}
    for one, name in zip(correct, pairs, strict=True):
        found.setdefault(name, []).append(bool(one))
    return found


def texts_right(correct, pairs):
    return np.mean(correct[np.array(pairs) != ""])


def one_is_enough(correct, pairs):
    found = collected(correct, pairs)
    return np.mean([any(both) for name, both in found.items() if name])


def counts_those_without_a_pair(correct, pairs):
    return np.mean([all(both) for both in collected(correct, pairs).values()])


def number_of_pairs(correct, pairs):
    found = collected(correct, pairs)
    return sum(all(both) for name, both in found.items() if name)


def over_all_texts(correct, pairs):
    return number_of_pairs(correct, pairs) / len(correct)


def neighbours(correct, pairs):
    steps = range(0, len(correct) - 1, 2)
    return np.mean([correct[i] and correct[i + 1] for i in steps])


def both_alike(correct, pairs):
    found = collected(correct, pairs)
    return np.mean(
        [len(set(both)) == 1 for name, both in found.items() if name]
    )


def twice_less_one(correct, pairs):
    return 2 * texts_right(correct, pairs) - 1


def always_half(correct, pairs):
    return 0.5


def changes_its_input(logit, ids):
    whole, found = logit(ids), []
    for i in range(len(ids)):
        ids[i] = 1
        found.append(whole - logit(ids))
    return found


def replaced(ids, i, by=1):
    other = ids.copy()
    other[i] = by
    return other


def sign_turned(logit, ids):
    steps = range(len(ids))
    return [logit(replaced(ids, i)) - logit(ids) for i in steps]


def only_the_logits(logit, ids):
    return [logit(replaced(ids, i)) for i in range(len(ids))]


def padding_instead(logit, ids):
    steps = range(len(ids))
    return [logit(ids) - logit(replaced(ids, i, 0)) for i in steps]


def deletes(logit, ids):
    return [logit(ids) - logit(np.delete(ids, i)) for i in range(len(ids))]


def never_comes_back(logit, ids):
    return changes_its_input(logit, ids.copy())


def while_reading(logit, ids):
    return [logit(ids[: i + 1]) - logit(ids[:i]) for i in range(len(ids))]


def one_number(logit, ids):
    return logit(ids)


def cut(p, bins):
    return np.minimum((p * bins).astype(int), bins - 1)


def gaps(p, y, bins, place=None):
    place = cut(p, bins) if place is None else place
    for k in range(bins):
        part = place == k
        if np.any(part):
            yield np.sum(part) / len(p), np.mean(y[part]) - np.mean(p[part])


def one_apart(p, y, bins):
    place = (p * bins).astype(int)
    return sum(s * abs(g) for s, g in gaps(p, y, bins + 1, place))


def loses_the_first(p, y, bins):
    place = np.ceil(p * bins).astype(int) - 1
    return sum(s * abs(g) for s, g in gaps(p, y, bins, place))


def unweighted(p, y, bins):
    return np.mean([abs(gap) for _, gap in gaps(p, y, bins)])


def cancels(p, y, bins):
    return abs(sum(share * gap for share, gap in gaps(p, y, bins)))


def answers_instead(p, y, bins):
    place = cut(p, bins)
    return sum(s * abs(g) for s, g in gaps(np.round(p), y, bins, place))


def loses_the_last(p, y, bins):
    place = (p * bins).astype(int)
    return sum(s * abs(g) for s, g in gaps(p, y, bins, place))


def text_by_text(p, y, bins):
    return np.mean(np.abs(y - p))


def squared(p, y, bins):
    return sum(share * gap**2 for share, gap in gaps(p, y, bins))


WRONG = {
    "pairs_right": [
        (texts_right, "A pair counts as right only if both"),
        (one_is_enough, "both must be"),
        (counts_those_without_a_pair, "belong to no pair"),
        (number_of_pairs, "not their share"),
        (over_all_texts, "Divide by the number of pairs"),
        (neighbours, "find them by their name"),
        (both_alike, "both must be"),
        (twice_less_one, "expected"),
        (always_half, "expected"),
    ],
    "occlusion": [
        (changes_its_input, "changes the ids that it is given"),
        (sign_turned, "The sign is turned round"),
        (only_the_logits, "These are the logits without each word"),
        (padding_instead, "0, which is padding"),
        (deletes, "You delete the word"),
        (never_comes_back, "Each word must be replaced alone"),
        (while_reading, "how the logit moves while reading"),
        (one_number, "expected (4,)"),
    ],
    "calibration_error": [
        (unweighted, "weigh each one"),
        (cancels, "Gaps of different sign cancel"),
        (answers_instead, "compare with the mean probability"),
        (loses_the_last, "belongs to the last one"),
        (text_by_text, "mean distance of single texts"),
        (one_apart, "expected"),
        (loses_the_first, "expected"),
        (squared, "expected"),
    ],
}
