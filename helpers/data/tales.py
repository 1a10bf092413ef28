"""Text, character by character: tales, Shakespeare, names, or your own.

The bundled tales are described in `datasets/tales/README.md`. Shakespeare:
the plays in the selection of Karpathy's "The Unreasonable Effectiveness of
Recurrent Neural Networks", 2015; in the public domain. Names: given names in
the US, from the Social Security Administration, as collected in Karpathy's
makemore, https://github.com/karpathy/makemore.
"""

from dataclasses import dataclass

import numpy as np

from . import DATASETS
from .download import fetch
from .files import REPAIR, DataError, decode, member, own_file

SOURCES = ("bundled", "shakespeare", "names")

_SHAKESPEARE = (
    "https://storage.googleapis.com/download.tensorflow.org/data/"
    "shakespeare.txt"
)
_SHAKESPEARE_HASH = (
    "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed"
)
_NAMES = "https://raw.githubusercontent.com/karpathy/makemore/master/names.txt"
_SHORTEST = 1000


@dataclass(frozen=True)
class Tales:
    """A text in three parts; the parts are disjoint pieces of it.

    Attributes:
        source: what `load` was asked for.
        train: text to fit with.
        valid: text to choose with.
        test: text to report on, once.
    """

    source: str
    train: str
    valid: str
    test: str

    def describe(self) -> str:
        """Returns one line: source, numbers of characters."""
        return (
            f"text ({self.source}): {len(self.train):,} train, "
            f"{len(self.valid):,} valid, {len(self.test):,} test characters, "
            f"{len({*self.train})} different ones in train"
        )


def load(source: str = "bundled", *, lower: bool = False) -> Tales:
    """Loads a text.

    Args:
        source: "bundled", whole tales, separated by two blank lines;
            "shakespeare", of which the first million characters are train,
            the next 60,000 valid, and the rest test; "names", one a line,
            each kept once (the file repeats 2,539 of its 32,033), shuffled,
            eight tenths of them train; or the path of a reader's
            own .txt in UTF-8, of which the first nine tenths, cut at an end
            of a line, are train and the rest, halved, the others.
        lower: whether to turn capital letters into small ones.

    Returns:
        Text with `train`, `valid` and `test`.

    Raises:
        ValueError: if `source` is unknown.
        DataError: if the data cannot be fetched or read.
    """
    path = own_file(source, SOURCES, ".txt")
    if path:
        parts = _own(path)
    elif source == "shakespeare":
        parts = _shakespeare()
    elif source == "names":
        parts = _names()
    else:
        parts = _bundled()
    if lower:
        parts = [part.lower() for part in parts]
    return Tales(str(source), *parts)


def separate(text: str) -> list[str]:
    """Separates bundled tales, which two blank lines divide.

    Args:
        text: a part of the bundled tales.

    Returns:
        List of tales, without the lines between them.
    """
    return [tale for tale in text.strip("\n").split("\n\n\n") if tale]


def _bundled():
    folder = DATASETS / "tales"
    for part in ("train", "valid", "test"):
        path = folder / f"{part}.txt"
        yield decode(path.read_bytes(), path)


def _shakespeare():
    path = fetch(
        _SHAKESPEARE,
        known_hash=_SHAKESPEARE_HASH,
        local=("tinyshakespeare.txt", "tinyshakespeare/input.txt"),
    )
    text = decode(member(path), path)
    if len(text) < 1_060_000 + _SHORTEST:
        raise DataError(
            f"{path} should hold the 1,115,394 characters of the selection "
            f"from Shakespeare, but it holds {len(text):,}. Replace it."
        )
    return text[:1_000_000], text[1_000_000:1_060_000], text[1_060_000:]


def _names():
    path = fetch(_NAMES)
    names = decode(member(path), path).split()
    # A name that occurs twice, for girls and for boys, would be in two parts.
    names = sorted({name.lower() for name in names})
    if len(names) < _SHORTEST or not all(map(str.isalpha, names)):
        raise DataError(
            f"{path} should hold thousands of names, one a line, letters "
            f"only, but it holds {len(names)} different words, such as "
            f"{names[0][:20]!r}. Replace it."
        )
    order = np.random.default_rng(0).permutation(len(names))
    valid, test, train = np.split(order, [len(order) // 10, len(order) // 5])
    return [
        "".join(names[i] + "\n" for i in part) for part in (train, valid, test)
    ]


def _own(path):
    text = decode(path.read_bytes(), path)
    if len(text) < _SHORTEST:
        raise DataError(
            f"{path} should hold at least {_SHORTEST:,} characters, but it "
            f"holds {len(text):,}. {REPAIR}"
        )
    first = _end_of_line(text, len(text) * 90 // 100)
    second = _end_of_line(text, len(text) * 95 // 100)
    return text[:first], text[first:second], text[second:]


def _end_of_line(text, place):
    """Moves a cut behind the next end of a line, if one is near."""
    end = text.find("\n", place, place + len(text) // 50)
    return place if end < 0 else end + 1
