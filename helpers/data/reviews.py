"""Reviews, positive or negative: the bundled ones, IMDB's, or your own.

The bundled reviews are described in `datasets/reviews/README.md`. IMDB:
Maas et al., "Learning Word Vectors for Sentiment Analysis", ACL 2011,
https://ai.stanford.edu/~amaas/data/sentiment/.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import DATASETS
from .download import fetch
from .files import REPAIR, DataError, decode, members, own_file, table

SOURCES = ("bundled", "imdb")

_IMDB = "https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz"
_IMDB_HASH = "md5:7c2ac02c03563afcf9b574c7e56c153a"
_COLUMNS = ("split", "label", "phenomenon", "pair", "domain", "text")
_LABELS = {"positive": 1, "pos": 1, "1": 1, "negative": 0, "neg": 0, "0": 0}


@dataclass(frozen=True)
class Split:
    """Some reviews; the entry at one index of each attribute is one review.

    Attributes:
        texts: strings.
        labels: 1 for positive, 0 for negative, shape `(reviews,)`, integers.
        phenomena: what makes the review hard, such as "negation"; "" where
            nothing does or where it is not known.
        pairs: the same name for the two reviews of a minimal pair, whose
            labels differ by a small edit; "" for all others.
    """

    texts: tuple[str, ...]
    labels: np.ndarray
    phenomena: tuple[str, ...]
    pairs: tuple[str, ...]

    def __len__(self):
        return len(self.texts)


@dataclass(frozen=True)
class Reviews:
    """Reviews in three parts that share no text.

    Attributes:
        source: what `load` was asked for.
        train: reviews to fit with.
        valid: reviews to choose with.
        test: reviews to report on, once.
    """

    source: str
    train: Split
    valid: Split
    test: Split

    def describe(self) -> str:
        """Returns one line: source, sizes, share of positive reviews."""
        labels = np.concatenate(
            [
                self.train.labels,
                self.valid.labels,
                self.test.labels,
            ]
        )
        return (
            f"reviews ({self.source}): {len(self.train):,} train, "
            f"{len(self.valid):,} valid, {len(self.test):,} test, "
            f"{labels.mean():.0%} positive"
        )


def load(source: str = "bundled") -> Reviews:
    """Loads reviews.

    Args:
        source: "bundled"; "imdb", the 50,000 labelled reviews, whose test
            part stays whole, whose validation part is the last tenth of the
            training files of each class (they lie together by film), and
            whose training part loses the copies of reviews of the other
            two; or the path of a reader's own .csv with the columns text
            and label ("positive" or "negative", "pos" or "neg", 1 or 0),
            which is shuffled and cut 80 : 10 : 10.

    Returns:
        Reviews with `train`, `valid` and `test`, in a fixed, mixed order.

    Raises:
        ValueError: if `source` is unknown.
        DataError: if the data cannot be fetched or read.
    """
    path = own_file(source, SOURCES, ".csv")
    if path:
        parts = _own(path)
    elif source == "imdb":
        parts = _imdb()
    else:
        parts = _bundled()
    return Reviews(str(source), *parts)


def _bundled():
    path = DATASETS / "reviews" / "reviews.csv"
    columns = table(decode(path.read_bytes(), path), path, _COLUMNS)
    rows = list(zip(*(columns[name] for name in _COLUMNS), strict=True))
    for split in ("train", "valid", "test"):
        chosen = [row for row in rows if row[0] == split]
        _, labels, phenomena, pairs, _, texts = zip(*chosen, strict=True)
        yield Split(texts, _numbers(labels, path), phenomena, pairs)


def _imdb():
    path = fetch(
        _IMDB, known_hash=_IMDB_HASH, local=("aclImdb_v1*.tar.gz", "aclImdb")
    )
    parts = {"train": {0: [], 1: []}, "test": {0: [], 1: []}}
    # The folders also hold lists of addresses, bags of words, unlabelled
    # reviews and, on some machines, files of the file browser.
    review = re.compile(r"(?:.*/)?(train|test)/(pos|neg)/(\d+)_\d+\.txt")
    for name, content in members(path, "*pos/*.txt", "*neg/*.txt"):
        if place := review.fullmatch(name):
            part, label, number = place.groups()
            text = decode(content, f"{path}: {name}", "utf-8")
            text = text.replace("<br />", " ")
            parts[part][_LABELS[label]].append((int(number), text))
    train, test = parts["train"], parts["test"]
    if not all([*train.values(), *test.values()]):
        raise DataError(
            f"{path} should hold reviews as train/pos/0_9.txt, in the folders "
            "pos and neg of train and test, but one of these four has none. "
            "Replace it, or remove it and call again."
        )
    rows = {"train": [], "valid": [], "test": []}
    for label in (0, 1):
        ordered = sorted(train[label])
        cut = len(ordered) - max(1, len(ordered) // 10)
        for part, some in (
            ("train", ordered[:cut]),
            ("valid", ordered[cut:]),
            ("test", sorted(test[label])),
        ):
            rows[part] += [(text, label) for _, text in some]
    rows["valid"] = _without(rows["valid"], rows["test"])
    rows["train"] = _without(rows["train"], rows["valid"] + rows["test"])
    return [_mixed(rows[part]) for part in ("train", "valid", "test")]


def _own(path):
    columns = table(decode(path.read_bytes(), path), path, ("text", "label"))
    labels = _numbers(columns["label"], path)
    rows = dict(zip(columns["text"], labels.tolist(), strict=True))
    if len(rows) < 10 or len({*rows.values()}) < 2:
        raise DataError(
            f"{path} should hold at least 10 different reviews, of both "
            f"labels, but it holds {len(rows)} of {len({*rows.values()})}. "
            + REPAIR
        )
    rows = list(rows.items())
    order = np.random.default_rng(0).permutation(len(rows))
    rows = [rows[i] for i in order]
    tenth = len(rows) // 10
    parts = rows[2 * tenth :], rows[tenth : 2 * tenth], rows[:tenth]
    return [_mixed(part) for part in parts]


def _numbers(labels: Iterable[str], path: Path) -> np.ndarray:
    unknown = [one for one in labels if one.strip().lower() not in _LABELS]
    if unknown:
        raise DataError(
            f"{path}: expected the labels positive and negative (or pos and "
            f"neg, or 1 and 0), got {unknown[0]!r}. {REPAIR}"
        )
    return np.array([_LABELS[one.strip().lower()] for one in labels])


def _without(rows, others):
    seen = {text for text, _ in others}
    return [row for row in rows if row[0] not in seen]


def _mixed(rows: Sequence[tuple[str, int]]) -> Split:
    order = np.random.default_rng(0).permutation(len(rows))
    nothing = ("",) * len(rows)
    return Split(
        texts=tuple(rows[i][0] for i in order),
        labels=np.array([rows[i][1] for i in order]),
        phenomena=nothing,
        pairs=nothing,
    )
