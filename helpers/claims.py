"""Claims: the sentences of a lesson that carry a number, asserted.

A claim prints its text and its bound, never the measured value: the printed
line is the same on every machine and for every seed, so that the tests can
compare it. The value goes to a record that the commands `make run` and
`make seeds` collect. Two environment variables steer this:

- `UNROLLED_CLAIMS_FILE`: path of the record, one JSON object a line;
- `UNROLLED_CLAIMS_MODE`: `assert` (the default) or `report`, in which a claim
  that does not hold is recorded and the lesson goes on.
"""

import json
import math
import os
from pathlib import Path

import numpy as np


class ClaimError(AssertionError):
    """A claim whose measured value lies outside its bound."""


def claim(
    text: str,
    value: float,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    between: tuple[float, float] | None = None,
    dataset: str = "bundled",
) -> None:
    """Asserts that a measured value keeps the bound that a sentence states.

    Args:
        text: the claim as a sentence of its own, without the bound.
        value: the measured value, one finite number.
        at_least: smallest value that fulfils the claim.
        at_most: largest value that fulfils the claim.
        between: pair of the smallest and the largest such value.
        dataset: the data that the value was measured on. A claim about data
            other than "bundled" is reported and not asserted.

    Raises:
        ClaimError: if the value lies outside the bound.
        ValueError: if there is not exactly one bound, or if `value` or the
            bound is not a finite number.

    Example:

    >>> claim("Two and two make four", 2 + 2, between=(4, 4))
    ✓ Two and two make four (between 4 and 4)
    """
    low, high, bound = _bound(text, at_least, at_most, between)
    value = _finite(text, "value", value)
    held = low <= value <= high
    _record(
        {
            "claim": text,
            "bound": bound,
            "low": None if math.isinf(low) else low,
            "high": None if math.isinf(high) else high,
            "value": value,
            "held": held,
            "dataset": dataset,
        }
    )
    if dataset != "bundled":
        print(f"{'✓' if held else '✗'} {text} ({bound}; reported on {dataset})")
        return
    if not held and os.environ.get("UNROLLED_CLAIMS_MODE") != "report":
        raise ClaimError(
            f"This claim does not hold: {text}. "
            f"Expected {bound}, measured {value:g}."
        )
    print(f"{'✓' if held else '✗'} {text} ({bound})")


def _bound(text, at_least, at_most, between):
    given = [b for b in (at_least, at_most, between) if b is not None]
    if len(given) != 1:
        raise ValueError(
            "A claim needs exactly one bound: at_least, at_most or between. "
            f"{len(given)} were given for: {text}"
        )
    if at_least is not None:
        at_least = _finite(text, "bound", at_least)
        return at_least, math.inf, f"at least {at_least:g}"
    if at_most is not None:
        at_most = _finite(text, "bound", at_most)
        return -math.inf, at_most, f"at most {at_most:g}"
    if np.size(between) != 2:
        raise ValueError(
            "between needs two numbers, the smallest and the largest value; "
            f"it is {between!r} for: {text}"
        )
    low, high = (_finite(text, "bound", bound) for bound in between)
    if low > high:
        raise ValueError(
            f"between needs the smaller number first; it is {between!r} "
            f"for: {text}"
        )
    return low, high, f"between {low:g} and {high:g}"


def _finite(text, what, number):
    array = np.asarray(number)
    if array.size != 1 or array.dtype.kind not in "biuf":
        raise ValueError(
            f"The {what} of a claim must be one number; it is {number!r} "
            f"for: {text}"
        )
    number = float(array.reshape(()))
    if not math.isfinite(number):
        raise ValueError(
            f"The {what} of a claim must be finite; it is {number} for: {text}"
        )
    return number


def _record(row):
    path = os.environ.get("UNROLLED_CLAIMS_FILE")
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
