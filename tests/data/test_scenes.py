"""Pictures and captions agree: read back from the pixels, on its own."""

import re
import time

import numpy as np
import pytest
from scipy import ndimage

from helpers.data.scenes import HELD_OUT, Thing, draw, load

# --- What is in a picture, recovered from its pixels alone ------------------

RGB = {
    "red": (0.9, 0.1, 0.1),
    "green": (0.1, 0.7, 0.2),
    "blue": (0.15, 0.35, 0.95),
    "yellow": (0.95, 0.85, 0.1),
    "purple": (0.65, 0.2, 0.85),
    "white": (1.0, 1.0, 1.0),
}

#: Each shape in a box from -1 to 1, downwards.
SHAPES = {
    "circle": lambda x, y: x**2 + y**2 < 1,
    "square": lambda x, y: (abs(x) < 1) & (abs(y) < 1),
    "triangle": lambda x, y: abs(x) < (y + 1) / 2,
    "cross": lambda x, y: (abs(x) < 1 / 3) | (abs(y) < 1 / 3),
    "ring": lambda x, y: (x**2 + y**2 < 1) & (x**2 + y**2 > 0.2),
}


class Seen:
    """A thing as it was seen: kind, centre and edges in pixels."""

    def __init__(self, cover, colour):
        """Takes the share of each pixel that the thing covers, (32, 32)."""
        # The thing's own shade is full cover, and the noise is not.
        cover = np.clip(cover / np.quantile(cover[cover > 0.6], 0.6), 0, 1)
        rows, columns = cover.max(1), cover.max(0)
        height, width = rows.sum(), columns.sum()
        pixels = np.arange(32) + 0.5
        fine = (np.arange(128) + 0.5) / 4
        self.row = (rows * pixels).sum() / height
        self.column = (columns * pixels).sum() / width
        self.top, self.bottom = (self.row + s * height / 2 for s in (-1, 1))
        self.left, self.right = (self.column + s * width / 2 for s in (-1, 1))
        across, down = (
            (fine[None, :] - self.left) / width * 2 - 1,
            (fine[:, None] - self.top) / height * 2 - 1,
        )
        wrong = {}
        for shape, holds in SHAPES.items():
            inside = holds(across, down) & (abs(across) < 1) & (abs(down) < 1)
            expected = inside.reshape(32, 4, 32, 4).mean((1, 3))
            wrong[shape] = ((expected - cover) ** 2).sum()
        shape = min(wrong, key=wrong.get)
        size = "small" if width + height < 15.4 else "large"
        self.kind = (size, colour, shape)


def look(image):
    """Finds the things in a picture."""
    ground = np.median(image, (0, 1))
    change, towards = image - ground, np.array(list(RGB.values())) - ground
    lengths = np.linalg.norm(towards, axis=1)
    along = change @ (towards / lengths[:, None]).T  # (32, 32, colours)
    best = along.argmax(-1)
    cover = np.clip(along.max(-1) / lengths[best], 0, 1)
    cover[(cover < 0.25) | (np.linalg.norm(change, axis=-1) < 0.2)] = 0
    parts, number = ndimage.label(cover > 0.6, np.ones((3, 3)))
    near = ndimage.grey_dilation(parts, (3, 3))
    near[parts > 0] = parts[parts > 0]
    found = []
    for i in range(1, number + 1):
        if (parts == i).sum() < 5:
            continue  # a speck of noise
        colour = list(RGB)[np.bincount(best[parts == i]).argmax()]
        found.append(Seen(np.where(near == i, cover, 0), colour))
    return found


# --- What a caption says, and whether it is true ----------------------------

NUMBERS = {"a": 1, "two": 2, "three": 3, "four": 4}
NOUN = re.compile(
    rf"({'|'.join(NUMBERS)}) (small|large) ({'|'.join(RGB)}) "
    r"(circle|square|triangle|cross|ring)(e?s)?(?= |$)"
)
PLACE = re.compile(
    r"in the (?P<row>top|bottom) (?P<column>left|right) corner"
    r"|at the (?P<only_row>top|bottom)|on the (?P<only_column>left|right)"
    r"|in the (?P<middle>middle)"
)
GROUP = "[A-D](?: and [A-D])?"
RELATION = re.compile(
    rf"(?P<of>{GROUP}) (?P<plain>above|below|to the left of|to the right of"
    rf"|between) (?P<to>{GROUP})"
    rf"|(?P<to_first>{GROUP}) with (?P<of_last>{GROUP}) "
    r"(?:(?P<upright>above|below|between) (?P<pronoun>it|them)"
    r"|to (?P<possessive>its|their) (?P<side>left|right))"
)


def is_true(caption, seen):
    """Whether a caption names all that was seen, and says where it is."""
    groups = []

    def take(match):
        number, size, colour, shape, plural = match.groups()
        # The grammar: "a cross", "two crosses", "two circles".
        ending = "es" if shape == "cross" else "s"
        assert (plural or "") == ("" if number == "a" else ending), caption
        kind = (size, colour, shape)
        things = [thing for thing in seen if thing.kind == kind]
        groups.append(things if len(things) == NUMBERS[number] else [])
        return "ABCD"[len(groups) - 1]

    form = NOUN.sub(take, caption)
    named = {id(thing) for group in groups for thing in group}
    if not all(groups) or len(named) != len(seen):
        return False
    verb = re.match(r"there (is|are) ", form)
    if verb:
        assert (verb[1] == "are") == (len(groups[0]) > 1), caption
        form = form[verb.end() :]
    if match := PLACE.search(form):
        assert form in (f"A {match[0]}", f"{match[0]} there is A"), caption
        return place_of(groups[0][0]) == place_said(match)
    if form == "A":
        return True
    match = RELATION.fullmatch(form)
    assert match, caption
    of, to = (
        [
            thing
            for name in names.split(" and ")
            for thing in groups["ABCD".index(name)]
        ]
        for names in (
            match["of"] or match["of_last"],
            match["to"] or match["to_first"],
        )
    )
    if pronoun := match["pronoun"] or match["possessive"]:
        assert (pronoun in ("them", "their")) == (len(to) > 1), caption
    words = match["plain"] or match["upright"] or match["side"]
    if words == "between":
        return is_between(*of, *to)
    return is_towards(words.split()[-2] if " " in words else words, of, to)


def place_said(match):
    if match["middle"]:
        return ("middle", "middle")
    row = match["row"] or match["only_row"] or "middle"
    return (row, match["column"] or match["only_column"] or "middle")


def place_of(thing):
    return (
        ("top", "middle", "bottom")[int(thing.row * 3 / 32)],
        ("left", "middle", "right")[int(thing.column * 3 / 32)],
    )


def is_towards(side, of, to):
    """Whether all of some things are clearly on one side of all others."""
    low, high, axis = {
        "above": ("bottom", "top", 0),
        "below": ("bottom", "top", 0),
        "left": ("right", "left", 1),
        "right": ("right", "left", 1),
    }[side]
    first, last = (of, to) if side in ("above", "left") else (to, of)
    apart = max(getattr(thing, low) for thing in first) < 0.5 + min(
        getattr(thing, high) for thing in last
    )
    way = np.mean([(t.row, t.column) for t in last], 0) - np.mean(
        [(t.row, t.column) for t in first], 0
    )
    return apart and abs(way[axis]) > 2 * abs(way[1 - axis])


def is_between(thing, one, other):
    """Whether a thing lies on the line that connects two others."""
    start, end, point = (
        np.array([t.row, t.column]) for t in (one, other, thing)
    )
    way = (end - start) / np.linalg.norm(end - start)
    across = point - start - way * (way @ (point - start))
    return (
        np.linalg.norm(across) < 2.5
        and 4 < way @ (point - start) < np.linalg.norm(end - start) - 4
    )


# --- Tests ------------------------------------------------------------------


@pytest.fixture(scope="module")
def some():
    return load(examples=(700, 100, 700), seed=11)


@pytest.fixture(scope="module")
def seen(some):
    """The pictures of two splits as they were seen, with references."""
    return [
        (look(image), references)
        for part in (some.train, some.test)
        for image, references in zip(part.images, part.references, strict=True)
    ]


def test_every_reference_is_true_of_the_picture(seen):
    wrong = [
        references
        for things, references in seen
        if not all(is_true(caption, things) for caption in references)
    ]
    # The reader misreads one picture in a thousand; the rarest caption that
    # could be wrong, a place, is in one of fifty.
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("above", "below"),
        ("left", "right"),
        ("top", "bottom"),
        ("between", "above"),
        ("a small", "a large"),
        ("red", "green"),
        ("circle", "square"),
        ("two", "three"),
    ],
)
def test_a_reference_with_one_word_changed_is_not_true(seen, one, other):
    """So that the test above can fail, and no caption is true by chance."""
    changed = [
        (caption.replace(one, other, 1), things)
        for things, references in seen
        for caption in references
        if one in caption
    ]
    assert len(changed) > 50
    assert [new for new, things in changed if is_true(new, things)] == []


def test_references_are_different_and_hold_the_caption(some):
    for part in (some.train, some.valid, some.test, some.test_seen):
        for caption, references in zip(
            part.captions, part.references, strict=True
        ):
            assert caption in references
            assert len(set(references)) == len(references) >= 2
    plainest = sum(
        caption == references[0]
        for caption, references in zip(
            some.train.captions, some.train.references, strict=True
        )
    )
    assert 0.1 < plainest / len(some.train) < 0.5


def combinations(part):
    """Colours and shapes in all references of each picture."""
    return [
        {
            match.group(3, 4)
            for caption in references
            for match in NOUN.finditer(caption)
        }
        for references in part.references
    ]


def test_a_fifth_of_the_combinations_is_held_out():
    assert len(set(HELD_OUT)) == len(HELD_OUT)
    assert len(HELD_OUT) >= len(RGB) * len(SHAPES) / 5
    whole = load()
    everything = {(colour, shape) for colour in RGB for shape in SHAPES}
    for part in (whole.train, whole.valid, whole.test_seen):
        shown = set().union(*combinations(part))
        assert shown == everything - set(HELD_OUT)
    shown = combinations(whole.test)
    assert all(of_one & set(HELD_OUT) for of_one in shown)
    assert set().union(*shown) == everything
    words = {word for text in whole.train.captions for word in text.split()}
    for part in (whole.valid, whole.test, whole.test_seen):
        for caption in part.captions:
            assert words.issuperset(caption.split())


def test_things_keep_a_pixel_from_each_other_and_from_the_edge(some):
    for things in some.train.things + some.test.things:
        for i, one in enumerate(things):
            for centre in (one.row, one.column):
                assert one.radius + 0.99 < centre < 31.01 - one.radius
            for other in things[:i]:
                away = max(
                    abs(one.row - other.row), abs(one.column - other.column)
                )
                assert away > one.radius + other.radius + 0.99


def test_places_vary(some):
    """Two equal things are in each two of four quarters, for example."""
    quarters = {
        tuple((thing.row > 16, thing.column > 16) for thing in things)
        for things, references in zip(
            some.train.things, some.train.references, strict=True
        )
        if references[0].startswith("two") and len(references) == 2
    }
    assert len(quarters) == 6


def test_shapes_and_types(some):
    assert len(some.train) == 700 and len(some.valid) == 100
    assert len(some.test) == len(some.test_seen) == 700
    for part in (some.train, some.valid, some.test, some.test_seen):
        assert part.images.shape == (len(part), 32, 32, 3)
        assert part.images.dtype == np.float32
        assert part.images.min() >= 0 and part.images.max() <= 1
        assert len(part.references) == len(part.things) == len(part)
    assert some.describe() == (
        "scenes (bundled): 700 train, 100 valid, 700 test with combinations "
        "of colour and shape that are not in train, 700 test_seen without; "
        "32 x 32 pixels"
    )


def test_the_same_seed_makes_the_same_scenes(some):
    again = load(examples=(700, 100, 700), seed=11)
    other = load(examples=(700, 100, 700), seed=12)
    for name in ("train", "valid", "test", "test_seen"):
        one, two = getattr(some, name), getattr(again, name)
        assert np.array_equal(one.images, two.images)
        assert one.references == two.references
        assert one.captions == two.captions and one.things == two.things
        assert one.captions != getattr(other, name).captions


@pytest.mark.parametrize("kinds", [1, 2])
def test_scenes_of_fewer_kinds(kinds):
    few = load(examples=(200, 50, 50), kinds=kinds)
    numbers = {len({t[:3] for t in things}) for things in few.train.things}
    assert numbers == set(range(1, kinds + 1))
    assert {len(things) for things in few.train.things} >= {1, 2, 3, 4}
    assert all(of_one & set(HELD_OUT) for of_one in combinations(few.test))
    assert not set().union(*combinations(few.train)) & set(HELD_OUT)


def test_no_picture_is_in_two_parts(some):
    parts = (some.train, some.valid, some.test, some.test_seen)
    places = [things for part in parts for things in part.things]
    assert len(set(places)) == len(places)


def test_noise_positions_and_shades_vary():
    thing = Thing("large", "red", "circle", 16, 16, 5)
    quiet = draw([[thing]] * 20, noise=0)
    assert len({picture[0, 0, 0] for picture in quiet}) == 20
    assert len({picture[16, 16, 0] for picture in quiet}) == 20
    assert all(picture[:3, :3].std() < 1e-6 for picture in quiet)
    noisy = draw([[]] * 20, noise=0.02)
    assert noisy.std((1, 2)) == pytest.approx(0.02, rel=0.1)
    assert not np.array_equal(noisy[0] - noisy[0].mean(), noisy[1])
    assert draw([]).shape == (0, 32, 32, 3)


@pytest.mark.parametrize("shape", SHAPES)
def test_drawing_is_anti_aliased(shape):
    """The sum of the cover is the area, wherever the centre is."""
    areas = {
        "circle": np.pi,
        "square": 1.8**2,
        "triangle": 1.85,
        "cross": 4 * 0.66 - 0.66**2,
        "ring": np.pi * (1 - 0.44**2),
    }
    places = np.random.default_rng(1).uniform(6, 26, (50, 2))
    things = [[Thing("large", "white", shape, *at, 5.0)] for at in places]
    pictures = draw(things, noise=0)
    grounds = pictures[:, 0, 0, None, None, :]
    cover = (pictures - grounds) / (
        pictures.max((1, 2), keepdims=True) - grounds
    )
    area = cover.mean(-1).sum((1, 2)) / 25
    assert area == pytest.approx(areas[shape], rel=0.04)


def test_loading_takes_less_than_a_second():
    start = time.process_time()
    load()
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"source": "clevr"}, "Unknown source 'clevr'. Known: bundled"),
        ({"examples": 100}, "three positive integers .* it is 100"),
        ({"examples": (10, 10)}, "three positive integers"),
        ({"examples": (10, 10, 0)}, "three positive integers"),
        ({"examples": (10, 10, 2.5)}, "three positive integers"),
        ({"noise": -0.1}, "noise must be a number from 0 to 0.2"),
        ({"noise": float("nan")}, "noise must be a number from 0 to 0.2"),
        ({"noise": "much"}, "noise must be a number .* it is 'much'"),
        ({"kinds": 0}, "kinds must be 1, 2 or 3, but it is 0"),
        ({"kinds": 4}, "kinds must be 1, 2 or 3, but it is 4"),
        ({"seed": -1}, "seed must be an integer that is not negative"),
        ({"seed": None}, "seed must be an integer .* it is None"),
    ],
)
def test_bad_arguments_are_refused_with_a_sentence(arguments, message):
    with pytest.raises(ValueError, match=message):
        load(**arguments)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "pink"}, "Unknown colour 'pink'. Known: red, green"),
        ({"shape": "star"}, "Unknown shape 'star'. Known: circle, square"),
        ({"radius": 0}, "more than 0 and at most 5.2 pixels"),
        ({"radius": 9}, "at most 5.2 pixels, but it is 9"),
        ({"row": 33}, "row and column must be from 0 to 32"),
        ({"column": -1}, "row and column must be from 0 to 32"),
    ],
)
def test_a_thing_that_cannot_be_drawn_is_refused(changes, message):
    thing = Thing("small", "red", "ring", 16, 16, 3)._replace(**changes)
    with pytest.raises(ValueError, match=message):
        draw([[thing]])
