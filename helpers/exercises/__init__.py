"""Checks of the exercises, one module a lesson.

A check prints one line: `○ not attempted` while the stub is untouched, `✗`
with what is wrong and a hint, or `✓`. It calls the reader's function with
small inputs and diagnoses; it never shows the solution.
"""

import functools
from collections.abc import Callable

import numpy as np


class Wrong(Exception):
    """What is wrong with an answer, and a hint, in one or two sentences."""


def exercise(check: Callable) -> Callable:
    """Turns a function that raises `Wrong` into the check of an exercise.

    Args:
        check: function of the reader's answer; returns when it is right,
            raises `Wrong` when it is not.

    Returns:
        Function of the same arguments that prints the one-line verdict.
    """

    @functools.wraps(check)
    def verdict(*answer):
        try:
            check(*answer)
        except NotImplementedError:
            print("○ not attempted")
        except Wrong as wrong:
            print(f"✗ {wrong}")
        except Exception as error:
            print(f"✗ your code raised {type(error).__name__}: {error}")
        else:
            print("✓")

    verdict.is_exercise = True
    return verdict


def as_array(what: str, value, shape: tuple[int, ...]) -> np.ndarray:
    """Returns an answer as a float array of the expected shape.

    Args:
        what: the name of the answer in the message.
        value: what the reader's function returned.
        shape: the expected shape.

    Raises:
        Wrong: if the answer is missing, not numeric, or of another shape.
    """
    if value is None:
        raise Wrong(f"{what} is None: does your function return it?")
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise Wrong(
            f"{what} must be an array of numbers, got {type(value).__name__}."
        ) from None
    if array.shape != shape:
        raise Wrong(f"{what} has shape {array.shape}, expected {shape}.")
    if not np.all(np.isfinite(array)):
        raise Wrong(f"{what} holds values that are not finite.")
    return array


def close(value, expected, tolerance: float = 1e-6) -> bool:
    """Whether two arrays agree, absolutely, to the given tolerance."""
    return bool(np.allclose(value, expected, rtol=0, atol=tolerance))
