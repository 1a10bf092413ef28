"""Sentence pairs for translation: the bundled phrases, real ones, your own.

The bundled phrases are described in `datasets/phrases/README.md`. Tatoeba:
https://tatoeba.org, as prepared by https://www.manythings.org/anki. Multi30k:
Elliott et al., "Multi30K: Multilingual English-German Image Descriptions",
2016, French by Elliott et al., 2017.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from zlib import crc32

from . import DATASETS
from .download import fetch
from .files import REPAIR, DataError, decode, member, own_file

_LANGUAGES = {"de": "German", "en": "English", "fr": "French"}
_MULTI30K = {
    f"multi30k-{one}-{other}": (one, other)
    for one, other in permutations(_LANGUAGES, 2)
}
SOURCES = ("bundled", "small", "tatoeba-fra", "tatoeba-spa", *_MULTI30K)

_FRENCH = "https://www.manythings.org/anki/fra-eng.zip"
_SPANISH = (
    "http://storage.googleapis.com/download.tensorflow.org/data/spa-eng.zip"
)
_IMAGES = (
    "https://raw.githubusercontent.com/multi30k/dataset/master/data/task1/raw/"
)
# What French joins to the next word with an apostrophe is a word of its own.
_TOKEN = re.compile(
    r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w)|\w+(?:[-']\w+)*|[^\w\s]"
)


@dataclass(frozen=True)
class Split:
    """Some sentences with their translations, in the same order.

    Attributes:
        sources: sentences in the first language, each once.
        references: for each of them the translations that are accepted, at
            least one; the first is the one to learn from.
    """

    sources: tuple[str, ...] = ()
    references: tuple[tuple[str, ...], ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """The first reference of each sentence."""
        return tuple(references[0] for references in self.references)

    def __len__(self):
        return len(self.sources)


@dataclass(frozen=True)
class Pairs:
    """Sentence pairs in parts that share no source sentence.

    Attributes:
        source: what `load` was asked for.
        languages: of the sources and of the references.
        train: pairs to fit with.
        valid: pairs to choose with.
        test: pairs to report on, once.
        combinations: bundled only: known words in combinations that `train`
            never shows, such as an adjective with a noun.
        by_length: bundled only: equally many sentences of each length.
        challenge: bundled only: natural sentences, written one by one, with
            words that `train` does not have.
    """

    source: str
    languages: tuple[str, str]
    train: Split
    valid: Split
    test: Split
    combinations: Split = Split()
    by_length: Split = Split()
    challenge: Split = Split()

    def describe(self) -> str:
        """Returns one line: source, languages, sizes."""
        sizes = ", ".join(
            f"{len(part):,} {name}"
            for name, part in vars(self).items()
            if isinstance(part, Split) and len(part)
        )
        return f"pairs ({self.source}): {' to '.join(self.languages)}, {sizes}"


def load(source: str = "bundled") -> Pairs:
    """Loads sentence pairs.

    Args:
        source: "bundled", English to French from a small world; "small", many
            short sentences of its most frequent words; "tatoeba-fra"
            or "tatoeba-spa", English to French or Spanish, everyday sentences,
            cut 80 : 10 : 10 by source sentence, whatever its case and
            punctuation; "multi30k-en-fr" and so on, descriptions of images,
            with their own parts (tested on the one of 2016); or the path of
            a reader's own .tsv, a line a pair, source, tab, translation,
            which is cut as Tatoeba is. Further columns are ignored. Several
            lines with the same source become one with several references.

    Returns:
        Pairs with `train`, `valid` and `test`, in a fixed, mixed order.

    Raises:
        ValueError: if `source` is unknown.
        DataError: if the data cannot be fetched or read.
    """
    path = own_file(source, SOURCES, ".tsv")
    if path:
        text = decode(path.read_bytes(), path)
        parts = _cut(_rows(text, path), path)
        return Pairs(str(source), ("source", "target"), *parts)
    if source == "bundled":
        return _bundled()
    if source == "small":
        return _small()
    if source in _MULTI30K:
        return _multi30k(source)
    address, language = _FRENCH, "French"
    if source == "tatoeba-spa":
        address, language = _SPANISH, "Spanish"
    name = f"{source[-3:]}.txt"
    path = fetch(address, local=(f"{source[-3:]}-eng", name))
    text = decode(member(path, name, f"*/{name}"), f"{path}: {name}")
    parts = _cut(_rows(text, path), path)
    return Pairs(source, ("English", language), *parts)


def drawn_part(source: str) -> str:
    """Tells which part a drawn sentence belongs to, by its words alone.

    Args:
        source: the English sentence.

    Returns:
        "train", or for three sentences in twenty "valid", "test", "by_length".
    """
    names = {0: "valid", 1: "test", 2: "by_length"}
    return names.get(crc32(key(source).encode()) % 20, "train")


def tokenize(text: str) -> list[str]:
    """Splits a sentence into words and punctuation, in lower case.

    In French, what is joined to the next word by an apostrophe is a word of
    its own; English "don't" and "Paul's" stay whole.

    Args:
        text: a sentence.

    Returns:
        List of words and punctuation.

    Example:

    >>> tokenize("Est-ce que l'ami d'Anne dort ?")
    ['est-ce', 'que', "l'", 'ami', "d'", 'anne', 'dort', '?']
    """
    return _TOKEN.findall(text.lower().replace("’", "'"))


def join(tokens: Iterable[str]) -> str:
    """Puts the words of `tokenize` together again, for a reader.

    Args:
        tokens: words and punctuation.

    Returns:
        A sentence in lower case; "?" and "!" have a space before them, as in
        French, "¿" and "¡" none after them.

    Example:

    >>> join(["l'", "ami", "dort", "."])
    "l'ami dort."
    """
    text = " ".join(tokens)
    text = re.sub(r"\b(\w+') (?=\w)", r"\1", text)
    return re.sub(r" (?=[.,])|(?<=[¿¡]) ", "", text)


def key(text: str) -> str:
    """Returns the words of a sentence, without case and punctuation.

    Sentences with the same key belong to the same part.

    Args:
        text: a sentence.
    """
    return " ".join(re.findall(r"\w+", text.lower()))


def _bundled():
    parts = {
        name: _split(_phrases(name))
        for name in (
            *("train", "valid", "test"),
            *("combinations", "by_length", "challenge"),
        )
    }
    return Pairs("bundled", ("English", "French"), **parts)


def _small():
    rows = {"train": [], "valid": [], "test": [], "by_length": []}
    for row in _phrases("small"):
        rows[drawn_part(row[0])].append(row)
    parts = {name: _split(some) for name, some in rows.items()}
    return Pairs("small", ("English", "French"), **parts)


def _phrases(name):
    path = DATASETS / "phrases" / f"{name}.tsv"
    text = decode(path.read_bytes(), path)
    return [row.split("\t") for row in text.splitlines()]


def _split(rows):
    return Split(
        tuple(row[0] for row in rows), tuple(tuple(row[1:]) for row in rows)
    )


def _multi30k(source):
    one, other = _MULTI30K[source]
    parts = []
    # The test part first: the others lose the sentences that it has.
    seen = set()
    for name in ("test_2016_flickr", "val", "train"):
        texts = []
        for language in (one, other):
            file = f"{name}.{language}"
            path = fetch(f"{_IMAGES}{file}.gz", local=(file,))
            texts.append(_lines(decode(member(path), path)))
        if len(texts[0]) != len(texts[1]):
            raise DataError(
                f"{path} should have as many lines as its {_LANGUAGES[one]} "
                f"counterpart, {len(texts[0])}, but it has {len(texts[1])}. "
                "Replace both."
            )
        grouped = _grouped(zip(*texts, strict=True))
        rows = {
            text: references
            for text, references in grouped.items()
            if key(text) not in seen
        }
        seen |= {key(text) for text in rows}
        parts.append(Split(tuple(rows), tuple(rows.values())))
    languages = _LANGUAGES[one], _LANGUAGES[other]
    return Pairs(source, languages, *reversed(parts))


def _lines(text):
    return [_clean(line) for line in text.rstrip("\n").split("\n")]


def _rows(text, path):
    """Pairs of a text with a pair a line, the columns separated by tabs."""
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        cells = [_clean(cell) for cell in line.split("\t")]
        if cells == [""]:
            continue
        if len(cells) < 2 or not all(cells[:2]):
            raise DataError(
                f"{path}, line {number}: expected a sentence, a tab and its "
                f"translation, got {line[:70]!r}. {REPAIR}"
            )
        rows.append(cells[:2])
    return rows


def _clean(cell):
    # French has spaces that do not break before "?", of two widths.
    return " ".join(cell.split())


def _grouped(rows: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """References of each source, in order, without copies."""
    grouped = {}
    for text, reference in rows:
        grouped.setdefault(text, {})[reference] = None
    return {text: tuple(references) for text, references in grouped.items()}


def _cut(rows: Iterable[Sequence[str]], path: Path) -> list[Split]:
    """Cuts 80 : 10 : 10; a new line in the file moves no other by much."""
    families = {}
    for text, references in _grouped(rows).items():
        families.setdefault(key(text), []).append((text, references))
    keys = sorted(families, key=lambda one: (crc32(one.encode()), one))
    if len(keys) < 10:
        raise DataError(
            f"{path} should hold at least 10 different sentences, but it "
            f"holds {len(keys)}. {REPAIR}"
        )
    tenth = len(keys) // 10
    parts = keys[2 * tenth :], keys[tenth : 2 * tenth], keys[:tenth]
    return [
        Split(
            *zip(*(row for one in part for row in families[one]), strict=True)
        )
        for part in parts
    ]
