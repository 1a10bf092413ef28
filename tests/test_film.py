"""The film: the ball flies from left to right in an arc."""

import numpy as np
import pytest

from helpers.data import film


def test_the_ball_flies_to_the_right_up_and_down():
    movie = film.make()
    assert movie.shape == (24, 16, 16, 1)
    assert movie.min() == 0 and movie.max() == 1
    pictures = movie[..., 0] / movie.sum(axis=(1, 2))[..., None]
    across = (pictures.sum(axis=1) * np.arange(16)).sum(axis=1)
    down = (pictures.sum(axis=2) * np.arange(16)).sum(axis=1)
    assert np.all(np.diff(across) > 0)
    assert np.all(np.diff(down[:12]) < 0) and np.all(np.diff(down[12:]) > 0)


def test_the_ball_keeps_its_size():
    brightness = film.make().sum(axis=(1, 2, 3))
    np.testing.assert_allclose(brightness, brightness[0], rtol=0.05)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"frames": 1}, "at least 2 frames, got 1"),
        ({"size": 5}, r"a size above 5.4 pixels, .*, got 5"),
    ],
)
def test_make_rejects(arguments, message):
    with pytest.raises(ValueError, match=message):
        film.make(**arguments)
