"""A small bilingual world: English sentences and their French translations.

The grammar is in code, in the package `grammar`, whose docstring says in which
order to read it. `python -m helpers.data.phrases` writes the bundled files, in
about a minute; `pairs.load` reads them.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

import numpy as np

from . import DATASETS
from .grammar.author import Author
from .grammar.speaker import Stuck
from .pairs import Split, key

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
    part: str | None = None,
) -> Split:
    """Draws different sentences with all their accepted translations.

    Args:
        number: how many.
        seed: of the random choices; the same seed gives the same sentences.
        shortest: fewest words of the English sentence, 3 or more.
        longest: most words of the English sentence, 30 or fewer.
        part: name of the bundled part that a sentence must belong to, see
            `part_of`; any by default.

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
        if part and part_of(source, author.pairs) != part:
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
    names = {0: "valid", 1: "test", 2: "by_length"}
    return names.get(crc32(key(source).encode()) % 20, "train")


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


def main() -> int:
    """Writes the bundled files."""
    for part in SIZES:
        path = DATASETS / "phrases" / f"{part}.tsv"
        path.write_text(_table(bundled(part)), encoding="utf-8")
        print(Path(path).name)
    return 0


def _table(split):
    return "".join(
        "\t".join((source, *references)) + "\n"
        for source, references in zip(
            split.sources, split.references, strict=True
        )
    )


if __name__ == "__main__":
    sys.exit(main())
