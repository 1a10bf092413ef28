"""A melody made by code: notes with overtones that ring and fade."""

from collections.abc import Sequence

import numpy as np

#: C, E, G and the next C, in hertz: a rising chord.
RISING = (261.63, 329.63, 392.00, 523.25)


def make(
    notes: Sequence[float] = RISING,
    *,
    seconds: float = 0.3,
    rate: int = 8000,
) -> np.ndarray:
    """Plays notes one after the other.

    Args:
        notes: frequencies in hertz, in order.
        seconds: duration of each note.
        rate: samples per second.

    Returns:
        The wave, shape `(len(notes) * seconds * rate,)`, from -1 to 1.

    Raises:
        ValueError: if there is no note, or if an overtone does not fit below
            half the rate.
    """
    notes = np.asarray(notes, dtype=float)
    if notes.ndim != 1 or notes.size == 0:
        raise ValueError(
            "make expects at least one frequency, shape (notes,), but got "
            f"shape {notes.shape}."
        )
    if not 0 < notes.min() <= notes.max() < rate / 6:
        raise ValueError(
            f"make expects frequencies between 0 and {rate / 6:g} hertz (a "
            f"sixth of the rate), but got {notes.min():g} to {notes.max():g}."
        )
    time = np.arange(round(seconds * rate)) / rate
    fade = np.minimum(time / 0.01, 1) * np.exp(-5 * time)
    overtones = [(1, 1.0), (2, 0.4), (3, 0.2)]
    wave = np.concatenate(
        [
            fade
            * sum(a * np.sin(2 * np.pi * k * note * time) for k, a in overtones)
            for note in notes
        ]
    )
    return wave / np.abs(wave).max()
