"""Plausible wrong answers to the exercises of lesson 04."""

from collections import Counter, defaultdict

import numpy as np


def behind(signs, start):
    return np.concatenate(
        [np.full((len(signs), 1), start), signs[:, :-1]], axis=1
    )


def swapped(signs, start):
    return signs, behind(signs, start)


def not_shifted(signs, start):
    return signs, signs


def rolled(signs, start):
    return np.roll(signs, 1, axis=1), signs


def start_in_place_of_the_first(signs, start):
    inputs = signs.copy()
    inputs[:, 0] = start
    return inputs, signs


def without_start(signs, start):
    return signs[:, :-1], signs[:, 1:]


def one_too_long(signs, start):
    longer = np.concatenate([np.full((len(signs), 1), start), signs], axis=1)
    return longer, signs


def inputs_alone(signs, start):
    return behind(signs, start)


def decoder(
    hand_on=True, read=True, keep_start=False, check_stop=True, keep_stop=True
):
    """Makes a greedy decoder with a fault."""

    def decode(step, h, start, stop, longest):
        sign, signs = start, [start] if keep_start else []
        for _ in range(longest):
            logits, new = step(sign if read else start, h)
            sign = int(np.argmax(logits))
            if sign == stop and not keep_stop:
                break
            signs.append(sign)
            h = new if hand_on else h
            if check_stop and sign == stop:
                break
        return signs

    return decode


def named(name, function):
    function.__name__ = name
    return function


def feeds_logits(step, h, start, stop, longest):
    sign, signs = start, []
    for _ in range(longest):
        logits, h = step(sign, h)
        signs.append(int(np.argmax(logits)))
        sign = logits
    return signs


def begins_with_zero(step, h, start, stop, longest):
    return decoder()(step, h, 0, stop, longest)


def returns_nothing(step, h, start, stop, longest):
    decoder()(step, h, start, stop, longest)


def limit(span, due=lambda t, delay: t, divide=True):
    """Makes a limit with a fault in what is read or what is asked."""

    def best(inputs, targets, delay):
        result = []
        for t in range(inputs.shape[1]):
            counts = defaultdict(Counter)
            for walk, target in zip(
                inputs.tolist(), targets.tolist(), strict=True
            ):
                key = tuple(walk[: max(span(t, delay), 0)])
                counts[key][target[due(t, delay)]] += 1
            right = sum(max(count.values()) for count in counts.values())
            result.append(right / len(inputs) if divide else right)
        return np.array(result)

    return best


WRONG = {
    "shift": [
        (swapped, "swapped"),
        (not_shifted, "a network that copies"),
        (rolled, "wraps around"),
        (start_in_place_of_the_first, "overwritten by start"),
        (without_start, "put start in front"),
        (one_too_long, "never an input"),
        (inputs_alone, "Return two arrays"),
    ],
    "greedy": [
        (named("state_not_handed_on", decoder(hand_on=False)), "hand the new"),
        (named("always_reads_start", decoder(read=False)), "reads start"),
        (
            named("start_returned", decoder(keep_start=True)),
            "begins with start",
        ),
        (
            named("never_stops", decoder(check_stop=False)),
            "after the stop sign",
        ),
        (named("stop_left_out", decoder(keep_stop=False)), "is missing"),
        (feeds_logits, "wants a sign"),
        (begins_with_zero, "begin with start"),
        (returns_nothing, "returns nothing"),
    ],
    "best_delayed": [
        (
            named("delay_ignored", limit(lambda t, delay: t + 1)),
            "has no effect",
        ),
        (
            named("delay_subtracted", limit(lambda t, delay: t - delay + 1)),
            "knows less",
        ),
        (
            named("one_too_few", limit(lambda t, delay: t + delay)),
            "one move too few",
        ),
        (
            named("one_too_many", limit(lambda t, delay: t + delay + 2)),
            "one move too many",
        ),
        (
            named(
                "targets_moved",
                limit(
                    lambda t, delay: t + delay + 1,
                    lambda t, delay: max(t - delay, 0),
                ),
            ),
            "moved the targets too",
        ),
        (
            named(
                "not_divided",
                limit(lambda t, delay: t + delay + 1, divide=False),
            ),
            "divide by the number",
        ),
    ],
}
