"""Scenes: small pictures of simple shapes, drawn by code, with captions.

A picture holds one to four things on a dark ground. A thing has a size, a
colour and a shape; a caption names every thing and says where they are. A
fifth of the combinations of colour and shape is held out: no picture of
`train`, `valid` or `test_seen` shows one of them, every picture of `test`
does.
"""

import contextlib
import gc
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .files import own_file
from .scene_layouts import (
    COLOURS,
    HELD_OUT,
    SHAPES,
    SIDE,
    SIZES,
    Thing,
    compose,
)

__all__ = [
    "HELD_OUT",
    "SOURCES",
    "Pictures",
    "Scenes",
    "Thing",
    "draw",
    "load",
]

SOURCES = ("bundled",)

#: Red, green and blue of each colour, before it varies a little.
PALETTE = {
    "red": (0.90, 0.12, 0.12),
    "green": (0.10, 0.75, 0.20),
    "blue": (0.15, 0.35, 0.95),
    "yellow": (0.95, 0.88, 0.10),
    "purple": (0.65, 0.20, 0.85),
    "white": (0.95, 0.95, 0.95),
}


@dataclass(frozen=True)
class Pictures:
    """Pictures of one split, all four fields in the same order.

    Attributes:
        images: float32 (examples, 32, 32, 3): rows from the top, columns from
            the left, red, green, blue, in [0, 1].
        captions: one caption a picture, in lower case, words separated by one
            space: one of its references, drawn at random.
        references: all captions that are accepted for a picture, the plainest
            first.
        things: what is in a picture, and where: to look it up, not to learn
            from.
    """

    images: np.ndarray
    captions: tuple[str, ...]
    references: tuple[tuple[str, ...], ...]
    things: tuple[tuple[Thing, ...], ...]

    def __len__(self):
        return len(self.captions)


@dataclass(frozen=True)
class Scenes:
    """Pictures in four parts that are drawn apart.

    Attributes:
        source: what `load` was asked for.
        train: pictures to fit with, none with a combination of `HELD_OUT`.
        valid: pictures to choose with, none with one.
        test: pictures to report on, once, each with at least one.
        test_seen: as many to compare with, none with one.
    """

    source: str
    train: Pictures
    valid: Pictures
    test: Pictures
    test_seen: Pictures

    def describe(self) -> str:
        """Returns one line: source, sizes, what `test` has and others not."""
        return (
            f"scenes ({self.source}): {len(self.train):,} train, "
            f"{len(self.valid):,} valid, {len(self.test):,} test with "
            f"combinations of colour and shape that are not in train, "
            f"{len(self.test_seen):,} test_seen without; "
            f"{SIDE} x {SIDE} pixels"
        )


def load(
    source: str = "bundled",
    *,
    examples: tuple[int, int, int] = (4_000, 500, 500),
    noise: float = 0.05,
    kinds: int = 3,
    seed: int = 0,
) -> Scenes:
    """Draws the pictures and writes their captions.

    Args:
        source: "bundled", the only one.
        examples: number of pictures to train, to validate and to test; there
            are as many in `test` as in `test_seen`.
        noise: standard deviation of the noise of each pixel and channel, from
            0 to 0.2.
        kinds: of how many different kinds (size, colour and shape) the things
            of one picture are at most, from 1 to 3. With 1, a picture shows
            one thing or several equal ones.
        seed: integer, not negative. The same seed makes the same pictures.

    Returns:
        A `Scenes` with `train`, `valid`, `test` and `test_seen`, each a
        `Pictures`.

    Raises:
        ValueError: if an argument is not one of these.

    Example:

    >>> scenes = load(examples=(10, 5, 5))
    >>> scenes.train.images.shape
    (10, 32, 32, 3)
    """
    own_file(source, SOURCES)
    try:
        train, valid, test = examples
    except (TypeError, ValueError):
        train = valid = test = None
    if not all(_is_count(number) for number in (train, valid, test)):
        raise ValueError(
            "examples must be three positive integers (train, valid, test), "
            f"but it is {examples!r}."
        )
    _check_noise(noise)
    if not _is_count(kinds) or kinds > 3:
        raise ValueError(f"kinds must be 1, 2 or 3, but it is {kinds!r}.")
    if not _is_count(seed, smallest=0):
        raise ValueError(
            f"seed must be an integer that is not negative, but it is {seed!r}."
        )
    numbers = {"train": train, "valid": valid, "test": test, "test_seen": test}
    with _no_garbage_collection():
        parts = {
            name: _pictures(
                number,
                noise,
                np.random.default_rng([seed, stream]),
                unseen=name == "test",
                kinds=kinds,
            )
            for stream, (name, number) in enumerate(numbers.items())
        }
    return Scenes(source, **parts)


def draw(
    scenes: Sequence[Sequence[Thing]],
    *,
    noise: float = 0.05,
    rng: np.random.Generator | None = None,
) -> np.ndarray:
    """Draws things, anti-aliased, on a grey ground with noise.

    The ground's grey and each thing's colour vary a little. Things should not
    overlap: where they do, their colours add up.

    Args:
        scenes: for each picture the things in it.
        noise: standard deviation of the noise of each pixel and channel, from
            0 to 0.2.
        rng: source of the noise, the greys and the shades; by default one with
            seed 0.

    Returns:
        float32 (examples, 32, 32, 3) in [0, 1].

    Raises:
        ValueError: if a thing has an unknown colour or shape, or if its centre
            or its radius does not fit into the picture.
    """
    _check_noise(noise)
    for things in scenes:
        for thing in things:
            _check_thing(thing)
    rng = rng or np.random.default_rng(0)
    images = _noise(rng, len(scenes))
    images *= np.float32(noise)
    ground = rng.uniform(0.05, 0.25, len(scenes)).astype(np.float32)
    images += ground[:, None, None, None]
    things = [thing for things in scenes for thing in things]
    if things:
        owners = np.repeat(np.arange(len(scenes)), [len(s) for s in scenes])
        _add_things(images, owners, things, ground, rng)
    return np.clip(images, 0, 1, out=images)


@contextlib.contextmanager
def _no_garbage_collection():
    """Switches the search for cycles off for a while.

    Tens of thousands of things are made and all are kept, so there is nothing
    to find, and the search takes a third of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _is_count(number, smallest=1):
    return (
        isinstance(number, (int, np.integer))
        and not isinstance(number, bool)
        and number >= smallest
    )


def _check_noise(noise):
    if not isinstance(noise, (int, float, np.number)) or not 0 <= noise <= 0.2:
        raise ValueError(
            f"noise must be a number from 0 to 0.2, but it is {noise!r}."
        )


def _check_thing(thing):
    if thing.colour not in COLOURS:
        raise ValueError(
            f"Unknown colour {thing.colour!r}. Known: {', '.join(COLOURS)}."
        )
    if thing.shape not in SHAPES:
        raise ValueError(
            f"Unknown shape {thing.shape!r}. Known: {', '.join(SHAPES)}."
        )
    largest = SIZES["large"][1]
    if not 0 < thing.radius <= largest:
        raise ValueError(
            f"The radius must be more than 0 and at most {largest} pixels, "
            f"but it is {thing.radius!r}."
        )
    if not (0 <= thing.row <= SIDE and 0 <= thing.column <= SIDE):
        raise ValueError(
            f"row and column must be from 0 to {SIDE}, but they are "
            f"{thing.row!r} and {thing.column!r}."
        )


def _pictures(number, noise, rng, *, unseen, kinds):
    composed = [compose(rng, unseen=unseen, kinds=kinds) for _ in range(number)]
    things, references = zip(*composed, strict=True)
    captions = tuple(
        accepted[int(rng.random() * len(accepted))] for accepted in references
    )
    images = draw(things, noise=noise, rng=rng)
    return Pictures(images, captions, references, things)


#: A window of this side, around its centre, holds the largest thing.
_WINDOW = 14


def _noise(rng, number):
    """Draws standard normal noise for each pixel and channel.

    Windows into one long draw, each from its own start: nine thousand
    pictures of fresh noise would take most of a second.
    """
    size = SIDE * SIDE * 3
    pool = rng.standard_normal(min(64, number + 1) * size, np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(pool, size)
    starts = rng.integers(len(windows), size=number)
    return windows[starts].reshape(number, SIDE, SIDE, 3)


def _distance(shape, x, y, radius):
    """Signed distance to the outline in pixels, negative inside.

    Exact on the straight edges, which is all that anti-aliasing needs.
    """
    across, along = np.abs(x), np.abs(y)
    if shape == "circle":
        return np.hypot(x, y) - radius
    if shape == "ring":
        return np.abs(np.hypot(x, y) - 0.72 * radius) - 0.28 * radius
    if shape == "square":
        return np.maximum(across, along) - 0.9 * radius
    if shape == "cross":
        bar = np.float32(0.33) * radius
        return np.minimum(
            np.maximum(across - radius, along - bar),
            np.maximum(across - bar, along - radius),
        )
    # Triangle: apex at (0, -1), base from (-1, 0.85) to (1, 0.85), in radii.
    slope = np.float32(1.85)
    side = (slope * across - y - radius) / np.sqrt(1 + slope * slope)
    return np.maximum(side, y - 0.85 * radius)


def _add_things(images, owners, things, ground, rng):
    """Adds each thing to the picture that owns it, in place."""
    _, colours, names, rows, columns, radii = zip(*things, strict=True)
    centres = np.array([rows, columns], np.float32).T  # (things, 2)
    radii = np.array(radii, np.float32)
    shades = np.array([PALETTE[colour] for colour in colours], np.float32)
    shades += rng.uniform(-0.05, 0.05, shades.shape).astype(np.float32)
    shapes = np.array([SHAPES.index(name) for name in names])
    corners = np.rint(centres).astype(int) - _WINDOW // 2
    corners = np.clip(corners, 0, SIDE - _WINDOW)  # (things, 2)
    # Pixel i covers the interval from i to i + 1.
    pixels = corners[..., None] + np.arange(_WINDOW) + np.float32(0.5)
    away = (pixels - centres[..., None]).astype(np.float32)
    cover = np.empty((len(things), _WINDOW, _WINDOW), np.float32)
    for number, shape in enumerate(SHAPES):
        chosen = shapes == number
        cover[chosen] = np.float32(0.5) - _distance(
            shape,
            away[chosen, 1, None, :],
            away[chosen, 0, :, None],
            radii[chosen, None, None],
        )
    np.clip(cover, 0, 1, out=cover)
    change = shades - ground[owners, None]  # (things, 3)
    # The channels beside each other make long rows, which are fast to add.
    added = np.repeat(cover, 3, axis=2)  # (things, _WINDOW, _WINDOW * 3)
    added *= np.tile(change, _WINDOW)[:, None]
    wide = images.reshape(len(images), SIDE, SIDE * 3)
    corners = (corners * [1, 3]).tolist()
    for owner, (top, left), one in zip(
        owners.tolist(), corners, added, strict=True
    ):
        wide[owner, top : top + _WINDOW, left : left + 3 * _WINDOW] += one
