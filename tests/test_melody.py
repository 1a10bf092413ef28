"""The melody: its notes are the ones asked for, in order."""

import numpy as np
import pytest

from helpers.data import melody


def test_the_notes_climb():
    wave = melody.make()
    assert wave.shape == (4 * 2400,)
    assert np.abs(wave).max() == 1
    spectrum = np.abs(np.fft.rfft(wave.reshape(4, 2400)))
    loudest = np.argmax(spectrum, axis=1) * 8000 / 2400
    np.testing.assert_allclose(loudest, melody.RISING, atol=2)


def test_each_note_fades():
    note = melody.make([440.0])
    assert np.abs(note[-400:]).max() < 0.5 * np.abs(note[:400]).max()


@pytest.mark.parametrize("notes", [[], [[440.0]]])
def test_make_rejects_wrong_shapes(notes):
    with pytest.raises(ValueError, match=r"shape \(notes,\), but got shape"):
        melody.make(notes)


@pytest.mark.parametrize("note", [0.0, 2000.0])
def test_make_rejects_notes_that_do_not_fit(note):
    with pytest.raises(ValueError, match="between 0 and 1333.33 hertz"):
        melody.make([note])
