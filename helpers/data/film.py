"""A short film made by code: a ball that is thrown from left to right."""

import numpy as np


def make(frames: int = 24, size: int = 16, radius: float = 2.2) -> np.ndarray:
    """Draws the film.

    Args:
        frames: number of frames, at least 2.
        size: height and width in pixels, larger than the ball.
        radius: of the ball, in pixels.

    Returns:
        Brightness from 0 to 1, shape `(frames, size, size, 1)`; row 0 is the
        top of the picture.

    Raises:
        ValueError: if there are too few frames or pixels.
    """
    if frames < 2:
        raise ValueError(f"make expects at least 2 frames, got {frames}.")
    if size <= 2 * radius + 1:
        raise ValueError(
            f"make expects a size above {2 * radius + 1:g} pixels, the ball "
            f"and its margin, got {size}."
        )
    way = np.linspace(0, 1, frames)
    low, high = radius, size - 1 - radius
    across = low + (high - low) * way
    down = high - (high - low) * 4 * way * (1 - way)
    rows, columns = np.mgrid[:size, :size]
    distance = np.hypot(
        rows - down[:, None, None], columns - across[:, None, None]
    )
    return np.clip(radius + 0.5 - distance, 0, 1)[..., None]
