"""Measures the bundled data sets that were composed, reviews and tales.

    python -m datasets.quality               print what can be measured here
    python -m datasets.quality --transfer    how reviews carry over to IMDB

Two figures need the true files (a folder named by UNROLLED_DATA, or a
download): the tales against Shakespeare, measured where that folder is named,
and the transfer to IMDB, measured only when asked for, since a test set that
is looked at often is no test set. Both are recorded in
`results/data_quality.json`, and `python -m tools.catalogue` writes all figures
into the data cards.
"""

import argparse
import csv
import difflib
import hashlib
import json
import lzma
import os
import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from helpers.data import DATASETS
from helpers.data import reviews as reviews_loader
from helpers.data import tales as tales_loader
from helpers.data.files import DataError

RECORD = DATASETS.parent / "results" / "data_quality.json"
PARTS = ("train", "valid", "test")

Row = dict[str, str]


def read_reviews() -> list[Row]:
    """Returns the bundled reviews, a dictionary of columns for each."""
    path = DATASETS / "reviews" / "reviews.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_tales() -> dict[str, str]:
    """Returns the text of each part of the bundled tales."""
    return {
        part: (DATASETS / "tales" / f"{part}.txt").read_text(encoding="utf-8")
        for part in PARTS
    }


def hash_of(content: bytes) -> str:
    """Returns the SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def tokens(text: str) -> list[str]:
    r"""Returns the words of a text as the measures count them, `\w+`."""
    return re.findall(r"\w+", text.lower())


def grams(words: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """Returns the n-grams of a list of words, in order."""
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]


def distinct_bigrams(texts: Sequence[str]) -> float:
    """Returns the share of distinct bigrams in all bigrams of the texts."""
    bigrams = [pair for text in texts for pair in grams(tokens(text), 2)]
    return len(set(bigrams)) / len(bigrams)


def least_distinct_bigrams(
    texts: Sequence[str], size: int = 2000, draws: int = 20
) -> float:
    """Returns the smallest share of distinct bigrams over random draws.

    Args:
        texts: reviews.
        size: number of texts in a draw, without repetition.
        draws: number of draws, with the seeds 0, 1, 2 and so on.
    """
    shares = []
    for seed in range(draws):
        chosen = np.random.default_rng(seed).choice(
            len(texts), min(size, len(texts)), replace=False
        )
        shares.append(distinct_bigrams([texts[i] for i in chosen]))
    return min(shares)


def most_shared(rows: Sequence[Row], size: int = 4) -> float:
    """Returns the largest share of n-grams that two reviews have in common.

    The share is of the n-grams of the review that has fewer. The two reviews
    of a minimal pair are not compared.

    Args:
        rows: reviews with `text` and `pair`.
        size: words in an n-gram.
    """
    sets = [set(grams(tokens(row["text"]), size)) for row in rows]
    holders = defaultdict(list)
    for i, own in enumerate(sets):
        for gram in own:
            holders[gram].append(i)
    common = Counter()
    for several in holders.values():
        common.update(
            (i, j) for k, j in enumerate(several) for i in several[:k]
        )
    return max(
        (
            number / min(len(sets[i]), len(sets[j]))
            for (i, j), number in common.items()
            if not rows[i]["pair"] or rows[i]["pair"] != rows[j]["pair"]
        ),
        default=0.0,
    )


def changed_words(one: str, other: str) -> int:
    """Returns how many words an edit of one text into another touches."""
    steps = difflib.SequenceMatcher(
        None, one.split(), other.split(), autojunk=False
    ).get_opcodes()
    return sum(
        max(end - start, other_end - other_start)
        for kind, start, end, other_start, other_end in steps
        if kind != "equal"
    )


def repeated_grams(text: str, size: int = 5) -> float:
    """Returns the share of a text's n-grams that occurred before in it."""
    found = grams(re.findall(r"[a-z']+", text.lower()), size)
    return 1 - len(set(found)) / len(found)


def compressed(text: str) -> int:
    """Returns the size of a text under `xz -9`, in bytes."""
    return len(lzma.compress(text.encode("utf-8"), preset=9))


def measure_reviews(rows: Sequence[Row]) -> dict[str, float]:
    """Measures reviews.

    Args:
        rows: dictionaries with the columns of `reviews.csv`.

    Returns:
        From the name of each figure to the figure.
    """
    texts = [row["text"] for row in rows]
    lengths = [len(text.split()) for text in texts]
    pairs = defaultdict(list)
    for row in rows:
        if row["pair"]:
            pairs[row["pair"]].append(row)
    edits = [
        changed_words(*(row["text"] for row in pair)) for pair in pairs.values()
    ]
    found = {
        "reviews": len(rows),
        "different texts": len({tuple(tokens(text)) for text in texts}),
        "positive": sum(row["label"] == "positive" for row in rows),
        "negative": sum(row["label"] == "negative" for row in rows),
    }
    for part in PARTS:
        labels = [row["label"] for row in rows if row["split"] == part]
        found[f"{part}"] = len(labels)
        found[f"{part}, share positive"] = labels.count("positive") / len(
            labels
        )
    found |= {
        "words in the shortest": min(lengths),
        "words on average": statistics.mean(lengths),
        "words in the longest": max(lengths),
        "different words": len(
            {word for text in texts for word in tokens(text)}
        ),
        "distinct bigrams in 2,000 reviews": least_distinct_bigrams(texts),
        "most 4-grams that two reviews share": most_shared(rows),
        "minimal pairs": len(pairs),
        "minimal pairs with two labels": sum(
            len({row["label"] for row in pair}) == len(pair) == 2
            for pair in pairs.values()
        ),
        "minimal pairs over two parts": sum(
            len({row["split"] for row in pair}) > 1 for pair in pairs.values()
        ),
        "words changed in a pair, median": statistics.median(edits),
        "words changed in a pair, most": max(edits),
    }
    kinds = Counter(row["phenomenon"] or "none" for row in rows)
    for kind, number in sorted(kinds.items()):
        found[f"phenomenon {kind}"] = number
    return found


def measure_tales(parts: dict[str, str]) -> dict[str, float]:
    """Measures tales.

    Args:
        parts: text of train, valid and test.

    Returns:
        From the name of each figure to the figure.
    """
    text = "\n\n\n".join(parts[part].strip("\n") for part in PARTS)
    tales = tales_loader.separate(text)
    words = [len(tale.split()) for tale in tales]
    found = {"tales": len(tales)}
    for part in PARTS:
        found[f"tales in {part}"] = len(tales_loader.separate(parts[part]))
    return found | {
        "different tales": len(set(tales)),
        "different titles": len({tale.partition("\n")[0] for tale in tales}),
        "bytes": sum(len(part.encode("utf-8")) for part in parts.values()),
        "different characters": len(set(text)),
        "words in the shortest": min(words),
        "words on average": statistics.mean(words),
        "words in the longest": max(words),
        "5-grams that repeat": repeated_grams(text),
        "bytes under xz -9": compressed(text),
    }


def against_shakespeare(parts: dict[str, str]) -> dict[str, float]:
    """Compares tales with as many characters of Shakespeare.

    Args:
        parts: text of train, valid and test.

    Returns:
        From the name of each figure to the figure.
    """
    plays = tales_loader.load("shakespeare")
    text = "\n\n\n".join(parts[part].strip("\n") for part in PARTS)
    same = (plays.train + plays.valid + plays.test)[: len(text)]
    return {
        "size under xz -9, against Shakespeare": compressed(text)
        / compressed(same),
        "5-grams that repeat, Shakespeare": repeated_grams(same),
    }


def transfer(part: str = "test", limit: int | None = None) -> float:
    """Trains a linear model on all bundled reviews, tests it on IMDB's.

    Term frequencies of words and pairs of words, weighted by inverse document
    frequency (TF-IDF), and logistic regression. Its settings were chosen
    before, and without, the test.

    Args:
        part: "test", or "train" to try the code out.
        limit: number of IMDB reviews, from the first; all without one.

    Returns:
        Share of IMDB reviews that it labels correctly.

    Raises:
        DataError: if IMDB's reviews cannot be fetched.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    rows = read_reviews()
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=10, max_iter=1000),
    )
    model.fit(
        [row["text"] for row in rows],
        [int(row["label"] == "positive") for row in rows],
    )
    tested = getattr(reviews_loader.load("imdb"), part)
    return model.score(tested.texts[:limit], tested.labels[:limit])


def hashes() -> dict[str, str]:
    """Returns the hash of each composed set, its files one after the other."""
    files = {
        "reviews": [DATASETS / "reviews" / "reviews.csv"],
        "tales": [DATASETS / "tales" / f"{part}.txt" for part in PARTS],
    }
    return {
        name: hash_of(b"".join(path.read_bytes() for path in paths))
        for name, paths in files.items()
    }


def read_record() -> dict[str, dict]:
    """Returns the recorded figures that need the true files.

    Returns:
        From "reviews" and "tales" to a dictionary of figures, with the
        `sha256` of what was measured.
    """
    if not RECORD.exists():
        return {}
    return json.loads(RECORD.read_text(encoding="utf-8"))


def write_record(name: str, measured: dict[str, float]) -> None:
    """Records figures of "reviews" or "tales", with the files' hash."""
    record = read_record() | {name: {"sha256": hashes()[name], **measured}}
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(
        json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


#: What a figure is asked to be, by set: at least, at most.
WANTED = {
    "reviews": {
        "reviews": (3000, None),
        "words in the shortest": (5, None),
        "words in the longest": (None, 45),
        "distinct bigrams in 2,000 reviews": (0.60, None),
        "most 4-grams that two reviews share": (None, 0.60),
        "minimal pairs": (300, None),
        "minimal pairs over two parts": (None, 0),
        "correct on IMDB's test reviews": (0.66, None),
    },
    "tales": {
        "bytes": (300_000, None),
        "size under xz -9, against Shakespeare": (0.75, None),
    },
}


def shown(value: float) -> str:
    """Writes a figure for a reader: shares to three decimals."""
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.3f}" if value < 2 else f"{value:.1f}"


def wanted(name: str, figure: str) -> str:
    """Says what a figure of a set is asked to be, "" where nothing is."""
    low, high = WANTED[name].get(figure, (None, None))
    if low is not None:
        return f"at least {shown(low)}"
    return "" if high is None else f"at most {shown(high)}"


def figures(name: str) -> dict[str, float]:
    """Returns the figures of a set, the recorded ones included.

    A recorded figure counts only for the very files that it was measured on.

    Args:
        name: "reviews" or "tales".
    """
    if name == "reviews":
        found = measure_reviews(read_reviews())
    else:
        found = measure_tales(read_tales())
    recorded = read_record().get(name, {})
    if recorded.pop("sha256", None) == hashes()[name]:
        found |= recorded
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a table of the figures."""
    parser = argparse.ArgumentParser(prog="python -m datasets.quality")
    parser.add_argument(
        "--transfer",
        action="store_true",
        help="measure how a model of the reviews does on IMDB's, and record it",
    )
    parser.add_argument(
        "--part",
        choices=("test", "train"),
        default="test",
        help="IMDB's part for --transfer; train is printed and not recorded",
    )
    parser.add_argument(
        "--limit", type=int, help="number of IMDB's reviews for --transfer"
    )
    options = parser.parse_args(arguments)
    if options.limit is not None and options.limit < 1:
        parser.error(f"--limit must be at least 1, but it is {options.limit}")
    if options.transfer:
        correct = transfer(options.part, options.limit)
        some = "all" if options.limit is None else f"{options.limit:,}"
        print(
            f"correct on {some} {options.part} reviews of IMDB: {correct:.4f}"
        )
        if options.part == "test" and options.limit is None:
            figure = {"correct on IMDB's test reviews": round(correct, 4)}
            write_record("reviews", figure)
        return 0
    if os.environ.get("UNROLLED_DATA"):
        measured = against_shakespeare(read_tales())
        write_record(
            "tales", {name: round(value, 4) for name, value in measured.items()}
        )
    for name in WANTED:
        print(f"\n{name:45}{'measured':>12}  asked for")
        for figure, value in figures(name).items():
            print(f"  {figure:43}{shown(value):>12}  {wanted(name, figure)}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DataError as error:
        sys.exit(str(error))
