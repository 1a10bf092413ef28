"""`python -m tools.catalogue`: writes the figures of `datasets/*.md`.

The text of the catalogue and of the data cards is written by hand; what stands
between two marks is measured on the files and written by this command.
"""

import csv
import importlib
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from datasets import quality
from helpers.data import (
    DATASETS,
    pairs,
    phrases,
    scene_layouts,
    scenes,
    tales,
)
from helpers.data.files import package_file
from tools.course import ROOT, write_text

LICENCE = "CC BY 4.0"


def with_blocks(text: str, blocks: dict[str, str]) -> str:
    """Returns a page's text with each block between its marks.

    Args:
        text: the page.
        blocks: from the name in the marks to what belongs between them.

    Raises:
        ValueError: if a page lacks the marks of a block.
    """
    for name, block in blocks.items():
        begin = (
            f"<!-- {name}: begin, written by `python -m tools.catalogue` -->"
        )
        end = f"<!-- {name}: end -->"
        if text.count(begin) != 1 or text.count(end) != 1:
            raise ValueError(f"A page should hold once: {begin} and {end}")
        before, rest = text.split(begin)
        _, after = rest.split(end)
        text = f"{before}{begin}\n\n{block.strip()}\n\n{end}{after}"
    return text


def table(head: tuple[str, ...], rows: list[tuple]) -> str:
    """Returns a Markdown table; whole numbers and numbers to the right."""
    lines = [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
    ]
    for row in rows:
        cells = (
            quality.shown(cell) if isinstance(cell, (int, float)) else str(cell)
            for cell in row
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def data_files(folder: Path) -> list[Path]:
    """Returns the files of a bundled set, without its card."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".md", ".py", ".pyc")
    )


def rows_of(path: Path) -> int:
    """Returns the rows of a bundled file; of tales, the tales."""
    if path.parent.name == "tales":
        return len(tales.separate(path.read_text(encoding="utf-8")))
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            return sum(1 for _ in csv.DictReader(file))
        return sum(1 for line in file if line.strip())


def files_table(folder: Path) -> str:
    """Returns the table of a set's files: rows, size, hash."""
    return table(
        ("file", "rows", "bytes", "sha256"),
        [
            (
                f"`{path.relative_to(folder).as_posix()}`",
                rows_of(path),
                path.stat().st_size,
                f"`{quality.hash_of(path.read_bytes())}`",
            )
            for path in data_files(folder)
        ],
    )


def figures_table(name: str) -> str:
    """Returns the table of a composed set's figures."""
    return table(
        ("figure", "measured", "asked for"),
        [
            (figure, value, quality.wanted(name, figure))
            for figure, value in quality.figures(name).items()
        ],
    )


def bundled() -> str:
    """Returns the table of all bundled files and what they come to."""
    files = [
        path
        for folder in sorted(DATASETS.iterdir())
        if folder.is_dir() and not folder.name.startswith(("_", "."))
        for path in data_files(folder)
    ]
    rows = [
        (
            f"[{path.parent.name}]({path.parent.name}/README.md)",
            f"`{path.name}`",
            rows_of(path),
            path.stat().st_size,
            LICENCE,
            f"`{quality.hash_of(path.read_bytes())}`",
        )
        for path in files
    ]
    head = ("set", "file", "rows", "bytes", "licence", "sha256")
    total = sum(path.stat().st_size for path in files)
    return f"{table(head, rows)}\n\nTogether {total:,} bytes."


def loaders() -> dict[str, object]:
    """Returns the data modules that have sources, by name."""
    found = {}
    for path in sorted((ROOT / "helpers" / "data").glob("[a-z]*.py")):
        if "\nSOURCES = " in path.read_text(encoding="utf-8"):
            found[path.stem] = importlib.import_module(
                f"helpers.data.{path.stem}"
            )
    return found


def loaded() -> str:
    """Returns the table of what each module loads without an argument."""
    return table(
        ("module", "`load().describe()`", "other sources"),
        [
            (
                f"`helpers.data.{name}`",
                module.load().describe(),
                ", ".join(f"`{one}`" for one in module.SOURCES[1:]),
            )
            for name, module in loaders().items()
        ],
    )


def packaged() -> str:
    """Returns the table of the data that other packages bring along."""
    from sklearn.datasets import load_digits
    from statsmodels.datasets import co2, elnino, sunspots

    months = elnino.load_pandas().data.iloc[:, 1:].size
    rows = []
    for data, number, package, place, terms, call in (
        (
            "handwritten digits, 8 x 8 (Alpaydin and Kaynak, UCI)",
            len(load_digits().target),
            "scikit-learn",
            "datasets/data/digits.csv.gz",
            "CC BY 4.0",
            'digits.load("bundled")',
        ),
        (
            "sea-surface temperature, monthly, 1950 to 2010 (NOAA)",
            months,
            "statsmodels",
            "datasets/elnino/elnino.csv",
            "public domain",
            'series.load("bundled")',
        ),
        (
            "CO2 at Mauna Loa, weekly, 1958 to 2001 (Keeling and Whorf)",
            len(co2.load_pandas().data),
            "statsmodels",
            "datasets/co2/co2.csv",
            "public domain",
            'series.load("co2")',
        ),
        (
            "sunspot numbers, yearly, 1700 to 2008 (NOAA)",
            len(sunspots.load_pandas().data),
            "statsmodels",
            "datasets/sunspots/sunspots.csv",
            "public domain",
            "sunspots.load()",
        ),
    ):
        module = package.replace("scikit-learn", "sklearn")
        content = package_file(module, place).read_bytes()
        rows.append(
            (
                data,
                number,
                len(content),
                f"{package}, BSD-3-Clause",
                terms,
                f"`{call}`",
                f"`{quality.hash_of(content)}`",
            )
        )
    head = ("data", "rows", "bytes", "package", "terms", "loaded by", "sha256")
    return table(head, rows)


def review_examples() -> str:
    """Returns ten reviews, drawn with seed 0, as a table."""
    rows = quality.read_reviews()
    chosen = np.random.default_rng(0).choice(len(rows), 10, replace=False)
    return table(
        ("label", "phenomenon", "text"),
        [
            (rows[i]["label"], rows[i]["phenomenon"], rows[i]["text"])
            for i in chosen
        ],
    )


def tale_examples() -> str:
    """Returns title and first line of ten tales, drawn with seed 0."""
    everything = [
        tale
        for part in quality.read_tales().values()
        for tale in tales.separate(part)
    ]
    chosen = np.random.default_rng(0).choice(len(everything), 10, replace=False)
    return table(
        ("title", "first line"),
        [
            tuple(line for line in everything[i].split("\n") if line)[:2]
            for i in chosen
        ],
    )


def scene_splits() -> str:
    """Returns the table of the splits of the scenes and their captions."""
    data = scenes.load()
    held_out = set(scenes.HELD_OUT)
    rows = []
    for name in ("train", "valid", "test", "test_seen"):
        part = getattr(data, name)
        captions = "\n".join(part.captions).encode()
        rows.append(
            (
                f"`{name}`",
                len(part),
                sum(
                    any((t.colour, t.shape) in held_out for t in things)
                    for things in part.things
                ),
                len(set(part.captions)),
                f"`{quality.hash_of(captions)}`",
            )
        )
    head = (
        "part",
        "pictures",
        "with a held-out combination",
        "different captions",
        "sha256 of the captions, one a line",
    )
    return table(head, rows)


def scene_figures() -> str:
    """Returns the table of the figures of the scenes."""
    train = scenes.load().train
    words = [caption.split() for caption in train.captions]
    number = Counter(len(things) for things in train.things)
    colours, shapes = len(scene_layouts.COLOURS), len(scene_layouts.SHAPES)
    rows = [
        ("combinations of colour and shape", colours * shapes),
        ("held out", len(scenes.HELD_OUT)),
        ("words in the shortest caption", min(map(len, words))),
        ("words on average", sum(map(len, words)) / len(words)),
        ("words in the longest caption", max(map(len, words))),
        ("different words", len({word for text in words for word in text})),
        (
            "accepted captions a picture, on average",
            sum(map(len, train.references)) / len(train),
        ),
    ]
    for things in sorted(number):
        plural = "" if things == 1 else "s"
        rows.append((f"pictures with {things} thing{plural}", number[things]))
    return table(("figure, of `train`", "measured"), rows)


def phrase_figures() -> str:
    """Returns the table of the figures of the phrases, part by part."""
    data = pairs.load()
    known = {
        texts: {
            word
            for text in getattr(data.train, texts)
            for word in pairs.tokenize(text)
        }
        for texts in ("sources", "targets")
    }
    rows = []
    for part in (*phrases.SIZES, "challenge"):
        split = getattr(data, part)
        lengths = [len(source.split()) for source in split.sources]
        unknown = sum(
            not {*pairs.tokenize(text)} <= known["targets"]
            for text in split.targets
        )
        rows.append(
            (
                f"`{part}`",
                len(split),
                f"{min(lengths)} to {max(lengths)}",
                sum(lengths) / len(lengths),
                sum(map(len, split.references)) / len(split),
                unknown,
            )
        )
    head = (
        "part",
        "sentences",
        "English words",
        "on average",
        "references, on average",
        "with a French word that `train` lacks",
    )
    words = " and ".join(
        f"{len(known[texts]):,} {language}"
        for texts, language in zip(known, data.languages, strict=True)
    )
    return (
        f"{table(head, rows)}\n\nDifferent words and punctuation marks in "
        f"`train`: {words} (first references)."
    )


def phrase_examples() -> str:
    """Returns ten pairs of train and ten of challenge, drawn with seed 0."""
    data = pairs.load()
    rows = []
    for part in ("train", "challenge"):
        split = getattr(data, part)
        chosen = np.random.default_rng(0).choice(len(split), 10, replace=False)
        rows += [
            (
                part,
                split.sources[i],
                "<br>".join(split.references[i]),
            )
            for i in chosen
        ]
    return table(("part", "English", "French, all references"), rows)


#: For each page its blocks: name, and function that writes it.
PAGES: dict[Path, dict[str, Callable[[], str]]] = {
    DATASETS / "README.md": {
        "bundled": bundled,
        "loaded": loaded,
        "packaged": packaged,
    },
    DATASETS / "reviews" / "README.md": {
        "files": lambda: files_table(DATASETS / "reviews"),
        "figures": lambda: figures_table("reviews"),
        "examples": review_examples,
    },
    DATASETS / "tales" / "README.md": {
        "files": lambda: files_table(DATASETS / "tales"),
        "figures": lambda: figures_table("tales"),
        "examples": tale_examples,
    },
    DATASETS / "phrases" / "README.md": {
        "files": lambda: files_table(DATASETS / "phrases"),
        "figures": phrase_figures,
        "examples": phrase_examples,
    },
    DATASETS / "scenes" / "README.md": {
        "splits": scene_splits,
        "figures": scene_figures,
    },
}


def current(page: Path) -> str:
    """Returns the text that a page should have."""
    blocks = {name: write() for name, write in PAGES[page].items()}
    return with_blocks(page.read_text(encoding="utf-8"), blocks)


def main() -> int:
    """Writes the pages."""
    for page in PAGES:
        write_text(page, current(page))
        print(page.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
