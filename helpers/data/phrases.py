"""A small bilingual world: English sentences and their French translations.

The grammar is in code, in the package `grammar`, whose docstring says in which
order to read it. `python -m helpers.data.phrases` writes the bundled files, in
about a minute; `pairs.load` reads them.
"""

import sys
from collections import Counter
from collections.abc import Collection, Iterable
from zlib import crc32

import numpy as np

from . import DATASETS
from .grammar.author import Author
from .grammar.speaker import Stuck
from .pairs import Split, drawn_part, load, tokenize

#: Fewest and most English words of a sentence.
SHORTEST, LONGEST = 3, 30
#: Number of sentences of each bundled part; of `by_length` for each length.
SIZES = {
    "train": 20_000,
    "valid": 1_000,
    "test": 1_000,
    "combinations": 1_000,
    "by_length": 40,
}
#: The small world: how many sentences, of how many words and marks, and how
#: long at most.
SMALL_SIZE, SMALL_WORDS, SMALL_LONGEST = 12_500, 150, 10
# Chosen so that each word keeps partners in `train`; a test looks.
_SALT = 3243
#: Sentences with more references than this are left out.
MOST_REFERENCES = 6


def generate(
    number: int,
    *,
    seed: int = 0,
    shortest: int = SHORTEST,
    longest: int = LONGEST,
    part: str | Collection[str] | None = None,
    words: Collection[str] | None = None,
) -> Split:
    """Draws different sentences with all their accepted translations.

    Args:
        number: how many.
        seed: of the random choices; the same seed gives the same sentences.
        shortest: fewest words of the English sentence, 3 or more.
        longest: most words of the English sentence, 30 or fewer.
        part: name of the bundled part that a sentence must belong to, see
            `part_of`, or several names; any by default.
        words: words and marks, as `pairs.tokenize` cuts them, that the English
            sentence must be made of; all by default.

    Returns:
        The sentences, in the order in which they were drawn.

    Raises:
        ValueError: if the lengths are out of range, or if so many different
            sentences are not found.

    Example:

    >>> generate(100, seed=1, shortest=5, longest=8).sources[0]
    """
    if not SHORTEST <= shortest <= longest <= LONGEST:
        raise ValueError(
            f"The grammar makes sentences of {SHORTEST} to {LONGEST} English "
            f"words, but shortest={shortest} and longest={longest}."
        )
    parts = {part} if isinstance(part, str) else part
    rng = np.random.default_rng(seed)
    found = {}
    failures = 0
    while len(found) < number:
        if failures > 20_000:
            raise ValueError(
                f"Only {len(found)} of {number} different sentences of "
                f"{shortest} to {longest} words were found: ask for fewer."
            )
        failures += 1
        author = Author(rng)
        target = int(rng.integers(shortest, longest + 1))
        try:
            sentence = author.sentence(target)
        except Stuck:
            continue
        source = sentence.english()
        if source in found or not shortest <= len(source.split()) <= longest:
            continue
        if words and not set(tokenize(source)) <= set(words):
            continue
        if parts and part_of(source, author.pairs) not in parts:
            continue
        references = sentence.references()
        if len(references) > MOST_REFERENCES:
            continue
        found[source] = references
        failures = 0
    return Split(tuple(found), tuple(found.values()))


def part_of(source: str, combinations: Iterable[tuple[str, str]]) -> str:
    """Tells which bundled part a sentence belongs to, whoever draws it.

    Args:
        source: the English sentence.
        combinations: pairs of words in it: adjective and noun, verb and
            object.

    Returns:
        "combinations" if one of them is held out from `train`; else "train",
        "valid", "test" or "by_length", by a checksum of its words.
    """
    if any(held_out(*pair) for pair in combinations):
        return "combinations"
    return drawn_part(source)


def held_out(first: str, second: str) -> bool:
    """Tells whether two words never stand together in `train`.

    Args:
        first: adjective or verb, in English.
        second: noun, in English.
    """
    return crc32(f"{_SALT} {first} {second}".encode()) % 12 == 0


def bundled(part: str) -> Split:
    """Draws a bundled part anew.

    Args:
        part: key of `SIZES`.
    """
    seed = list(SIZES).index(part)
    if part != "by_length":
        return generate(SIZES[part], seed=seed, part=part)
    sources, references = (), ()
    for length in range(SHORTEST, LONGEST + 1):
        some = generate(
            SIZES[part],
            seed=seed,
            shortest=length,
            longest=length,
            part=part,
        )
        sources += some.sources
        references += some.references
    return Split(sources, references)


def small_words() -> list[str]:
    """Returns the most frequent words and marks of short sentences."""
    counts = Counter(
        word
        for source in load().train.sources
        if len(source.split()) <= SMALL_LONGEST
        for word in tokenize(source)
    )
    # Sorted by word first, so that ties do not depend on the order.
    often = sorted(sorted(counts), key=lambda word: -counts[word])
    return often[:SMALL_WORDS]


def small(number: int = SMALL_SIZE) -> Split:
    """Draws the small world: short sentences of the most frequent words.

    Args:
        number: of sentences, all parts together.
    """
    return generate(
        number,
        seed=len(SIZES),
        longest=SMALL_LONGEST,
        part=("train", "valid", "test", "by_length"),
        words=small_words(),
    )


def main() -> int:
    """Writes the bundled files."""
    folder = DATASETS / "phrases"
    for part in SIZES:
        _write(folder / f"{part}.tsv", bundled(part))
    _write(folder / "small.tsv", small())
    return 0


def _write(path, split):
    path.write_text(_table(split), encoding="utf-8")
    print(path.name)


def _table(split):
    return "".join(
        "\t".join((source, *references)) + "\n"
        for source, references in zip(
            split.sources, split.references, strict=True
        )
    )


if __name__ == "__main__":
    sys.exit(main())
