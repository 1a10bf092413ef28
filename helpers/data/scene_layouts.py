"""How a scene is composed: which things, where, and how that is said."""

from typing import NamedTuple

import numpy as np

#: Height and width of a picture, in pixels.
SIDE = 32

#: Smallest and largest radius of a thing of each size, in pixels.
SIZES = {"small": (3.0, 3.4), "large": (4.8, 5.2)}

COLOURS = ("red", "green", "blue", "yellow", "purple", "white")
SHAPES = ("circle", "square", "triangle", "cross", "ring")

#: The combinations of colour and shape that only `test` shows: 6 of 30. Each
#: colour and each shape is in other combinations, so that `train` teaches it.
HELD_OUT = (
    ("red", "triangle"),
    ("green", "cross"),
    ("blue", "circle"),
    ("yellow", "ring"),
    ("purple", "square"),
    ("white", "triangle"),
)
_SIZE_NAMES = tuple(SIZES)
_SEEN = tuple(
    (colour, shape)
    for colour in COLOURS
    for shape in SHAPES
    if (colour, shape) not in HELD_OUT
)

#: Least distance of a thing from another one and from the edge, in pixels.
_GAP = 1.0
#: Least distance of the centre of any thing from the edge.
_EDGE = SIZES["large"][1] + _GAP


class Thing(NamedTuple):
    """One thing in a picture.

    Attributes:
        size: "small" or "large".
        colour: one of `COLOURS`.
        shape: one of `SHAPES`.
        row: centre in pixels from the upper edge, from 0 to `SIDE`.
        column: centre in pixels from the left edge, from 0 to `SIDE`.
        radius: half of the thing's extent, in pixels.
    """

    size: str
    colour: str
    shape: str
    row: float
    column: float
    radius: float


class _Side(NamedTuple):
    """The words for one side of something."""

    of: str
    of_it: str
    of_them: str


_NUMBERS = {2: "two", 3: "three", 4: "four"}
_PLACES = (
    ("in the top left corner", "at the top", "in the top right corner"),
    ("on the left", "in the middle", "on the right"),
    (
        "in the bottom left corner",
        "at the bottom",
        "in the bottom right corner",
    ),
)
_SIDES = {
    "top": _Side("above", "above it", "above them"),
    "bottom": _Side("below", "below it", "below them"),
    "left": _Side("to the left of", "to its left", "to their left"),
    "right": _Side("to the right of", "to its right", "to their right"),
}
_OPPOSITE = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}


def compose(
    rng: np.random.Generator, *, unseen: bool, kinds: int = 3
) -> tuple[tuple[Thing, ...], tuple[str, ...]]:
    """Draws one scene and says what is in it in every accepted way.

    Args:
        rng: source of all chances.
        unseen: whether at least one thing shows a combination of `HELD_OUT`;
            else none does.
        kinds: of how many different kinds the things are at most.

    Returns:
        Pair of the things, one to four, and the captions, the plainest first.
    """
    number, layout = _pick(rng, _LAYOUTS_OF[kinds])
    return layout(rng, _kinds(rng, number, unseen))


def _pick(rng, options):
    return options[int(rng.random() * len(options))]


def _kinds(rng, number, unseen):
    """Draws kinds, that is size, colour and shape, all different."""
    held_out = int(rng.random() * number) if unseen else None
    kinds = []
    while len(kinds) < number:
        combinations = _SEEN + HELD_OUT if unseen else _SEEN
        if len(kinds) == held_out:
            combinations = HELD_OUT
        kind = (_pick(rng, _SIZE_NAMES), *_pick(rng, combinations))
        if kind not in kinds:
            kinds.append(kind)
    return kinds


def _radius(rng, kind):
    low, high = SIZES[kind[0]]
    return low + rng.random() * (high - low)


def _within(rng, low, high, radius):
    """Draws the centre of a thing that stays between two edges."""
    margin = radius + _GAP
    return low + margin + rng.random() * (high - low - 2 * margin)


def _along(rng, radii):
    """Draws the centres of things in a line from edge to edge."""
    slack = SIDE - _GAP - sum(2 * radius + _GAP for radius in radii)
    before, centres = _GAP, []
    free = sorted(rng.random() * slack for _ in radii)
    for radius, moved in zip(radii, free, strict=True):
        centres.append(before + moved + radius)
        before += 2 * radius + _GAP
    return centres


def _thing(kind, main, cross, radius, axis):
    row, column = (main, cross) if axis == "column" else (cross, main)
    return Thing(*kind, row, column, radius)


def _line(rng, kinds, axis):
    """Puts things in a row or a column."""
    radii = [_radius(rng, kind) for kind in kinds]
    middle = _EDGE + 1 + rng.random() * (SIDE - 2 * _EDGE - 2)
    return tuple(
        _thing(kind, main, middle + 2 * rng.random() - 1, radius, axis)
        for kind, main, radius in zip(
            kinds, _along(rng, radii), radii, strict=True
        )
    )


def _facing(rng, single, couple, side):
    """Puts one thing on one side of the picture, two on the other side."""
    axis = "column" if side in ("top", "bottom") else "row"
    halves = [(0, SIDE / 2), (SIDE / 2, SIDE)]
    own, other = halves if side in ("top", "left") else halves[::-1]
    radii = [_radius(rng, kind) for kind in couple]
    crosses = _along(rng, radii)
    radius = _radius(rng, single)
    cross = sum(crosses) / 2 + 4 * rng.random() - 2
    cross = min(max(cross, _EDGE), SIDE - _EDGE)
    main = _within(rng, *own, radius)
    return (
        _thing(single, main, cross, radius, axis),
        *(
            _thing(kind, _within(rng, *other, radius), cross, radius, axis)
            for kind, cross, radius in zip(couple, crosses, radii, strict=True)
        ),
    )


def _a(kind):
    return f"a {' '.join(kind)}"


def _many(kind, number):
    plural = "es" if kind[2] == "cross" else "s"
    return f"{_NUMBERS[number]} {' '.join(kind)}{plural}"


def _one(rng, kinds):
    """One thing in one of nine places."""
    row, column = int(rng.random() * 3), int(rng.random() * 3)
    # Three zones for the centre along each edge, 4 pixels apart.
    centre = [_EDGE + 7.8 * zone + 4 * rng.random() for zone in (row, column)]
    thing = Thing(*kinds[0], *centre, _radius(rng, kinds[0]))
    noun, place = _a(kinds[0]), _PLACES[row][column]
    return (thing,), (
        f"{noun} {place}",
        f"there is {noun} {place}",
        f"{place} there is {noun}",
    )


def _several(rng, kinds):
    """Two to four equal things, each in a quarter of its own."""
    number = 2 + int(rng.random() * 3)
    quarters = [(0, 0), (0, 16), (16, 0), (16, 16)]
    while len(quarters) > number:
        quarters.remove(_pick(rng, quarters))
    things = []
    for top, left in quarters:
        radius = _radius(rng, kinds[0])
        row = _within(rng, top, top + 16, radius)
        column = _within(rng, left, left + 16, radius)
        things.append(Thing(*kinds[0], row, column, radius))
    noun = _many(kinds[0], number)
    return tuple(things), (noun, f"there are {noun}")


def _pair(rng, kinds):
    """Two different things, one above or beside the other."""
    axis, side = _pick(rng, (("column", "top"), ("row", "left")))
    first, second = _a(kinds[0]), _a(kinds[1])
    here, there = _SIDES[side], _SIDES[_OPPOSITE[side]]
    return _line(rng, kinds, axis), (
        f"{first} {here.of} {second}",
        f"{second} {there.of} {first}",
        f"{first} with {second} {there.of_it}",
        f"{second} with {first} {here.of_it}",
        f"there is {first} {here.of} {second}",
        f"there is {second} {there.of} {first}",
    )


def _couples(first, second):
    """Names two things, in both orders where they differ."""
    if first == second:
        return (_many(first, 2),)
    return f"{_a(first)} and {_a(second)}", f"{_a(second)} and {_a(first)}"


def _between(rng, kinds):
    """One thing between two others, which may be equal."""
    outer, middle, last = kinds[0], kinds[1], kinds[-1]
    if len(kinds) == 2:
        last = outer
    if {outer[0], middle[0], last[0]} == {"large"}:
        # Three large things do not fit into a line.
        middle = ("small", *middle[1:])
    noun, couples = _a(middle), _couples(outer, last)
    things = _line(rng, (outer, middle, last), _pick(rng, ("column", "row")))
    return things, (
        *(f"{noun} between {couple}" for couple in couples),
        *(f"{couple} with {noun} between them" for couple in couples),
        *(f"there is {noun} between {couple}" for couple in couples),
    )


def _one_and_two(rng, kinds):
    """One thing on one side of two others, which may be equal."""
    single, couple = kinds[0], (kinds[1], kinds[-1])
    side = _pick(rng, tuple(_OPPOSITE))
    here, there = _SIDES[side], _SIDES[_OPPOSITE[side]]
    noun, couples = _a(single), _couples(*couple)
    captions = [
        *(f"{noun} {here.of} {couple}" for couple in couples),
        *(f"{couple} with {noun} {here.of_them}" for couple in couples),
        *(f"{noun} with {couple} {there.of_it}" for couple in couples),
        *(f"there is {noun} {here.of} {couple}" for couple in couples),
    ]
    if len(couples) == 1:
        # With "a … and a …" this would read as if it spoke of the last alone.
        captions.insert(1, f"{couples[0]} {there.of} {noun}")
        captions.append(f"there are {couples[0]} {there.of} {noun}")
    return _facing(rng, single, couple, side), tuple(captions)


#: How many kinds of things a layout needs, and the layout: twenty draws.
_LAYOUTS = (
    *[(1, _one)] * 3,
    *[(1, _several)] * 3,
    *[(2, _pair)] * 7,
    *[(2, _between), (3, _between)] * 2,
    *[(2, _one_and_two), (3, _one_and_two), (3, _one_and_two)],
)
#: The layouts of at most so many kinds.
_LAYOUTS_OF = {
    kinds: [one for one in _LAYOUTS if one[0] <= kinds] for kinds in (1, 2, 3)
}
