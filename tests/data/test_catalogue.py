"""The figures of the catalogue and of the data cards are true."""

import re

import pytest
from pytest import approx

from datasets import quality
from helpers.data import DATASETS
from tools import catalogue

CATALOGUE = DATASETS / "README.md"
CARDS = sorted(DATASETS.glob("*/README.md"))


@pytest.fixture(scope="module")
def figures():
    return {name: quality.figures(name) for name in quality.WANTED}


@pytest.mark.parametrize(
    "page", catalogue.PAGES, ids=lambda page: page.parent.name
)
def test_pages_are_current(page):
    assert page.read_text(encoding="utf-8") == catalogue.current(page), (
        "run `python -m tools.catalogue`"
    )


def test_all_files_together_are_under_10_mb():
    sizes = [
        path.stat().st_size
        for path in DATASETS.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    ]
    assert 500_000 < sum(sizes) < 10_000_000


def test_every_folder_has_a_card_with_what_a_reader_must_know():
    folders = {path.parent for path in DATASETS.glob("*/*.*")}
    folders = {one for one in folders if one.name != "__pycache__"}
    assert {card.parent for card in CARDS} == folders
    assert {"reviews", "tales", "scenes", "phrases"} <= {
        folder.name for folder in folders
    }
    text = CATALOGUE.read_text(encoding="utf-8")
    for card in CARDS:
        assert f"({card.parent.name}/README.md)" in text
        words = card.read_text(encoding="utf-8")
        assert "CC BY 4.0" in words and "## Limits" in words, card
        for path in catalogue.data_files(card.parent):
            digest = quality.hash_of(path.read_bytes())
            assert digest in words and digest in text, path


def test_every_source_address_and_hash_is_in_the_catalogue():
    text = CATALOGUE.read_text(encoding="utf-8")
    real = text[text.index("## Real") :]
    for name, module in catalogue.loaders().items():
        for source in module.SOURCES[1:]:
            example = re.sub(r"multi30k-.*", "multi30k-en-fr", source)
            # What comes with a package or the course is listed above.
            here = text if source in ("co2", "small") else real
            assert f"`{example}`" in here, source
        addresses = [
            value
            for key, value in vars(module).items()
            if isinstance(value, str) and value.startswith("http")
        ]
        for address in addresses:
            assert address.removesuffix("/") in real, (name, address)
        hashes = {
            value.removeprefix("md5:")
            for key, value in vars(module).items()
            if key.endswith("_HASH")
        }
        assert all(f"`{one}`" in real for one in hashes), name


@pytest.mark.parametrize("name", quality.WANTED)
def test_the_composed_sets_are_as_good_as_asked(figures, name):
    for figure, (low, high) in quality.WANTED[name].items():
        # Two of them come from the record, for these very files.
        value = figures[name].get(figure)
        assert value is not None, f"{figure}: not measured on these files"
        assert low is None or value >= low, figure
        assert high is None or value <= high, figure


def test_reviews_are_balanced_and_pairs_are_pairs(figures):
    found = figures["reviews"]
    assert found["positive"] == found["negative"]
    assert found["different texts"] == found["reviews"]
    assert found["minimal pairs with two labels"] == found["minimal pairs"]
    assert found["words changed in a pair, median"] <= 2
    rows = quality.read_reviews()
    assert all(row["text"].isascii() for row in rows)
    kinds = [key for key in found if key.startswith("phenomenon")]
    assert len(kinds) == 7 and all(found[kind] >= 150 for kind in kinds)


def test_tales_are_whole_and_different(figures):
    found = figures["tales"]
    assert found["different tales"] == found["tales"]
    assert found["different titles"] == found["tales"]
    text = "".join(quality.read_tales().values())
    # One spelling.
    wrong = r"(gray|toward|plow|(neighb|col|fav|parl|lab|hon)ors?|m(r|rs)\.)"
    assert not re.search(rf"\b{wrong}(?!\w)", text, re.IGNORECASE)
    assert not set(text) - set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ \n.,;:'\"!?-"
    )


def test_the_record_of_shakespeare_is_true(needs_real_data):
    recorded = quality.read_record()["tales"]
    measured = quality.against_shakespeare(quality.read_tales())
    # Versions of xz differ by a few bytes.
    for name, value in measured.items():
        assert value == approx(recorded[name], abs=0.002)


# --- The measures themselves, on texts small enough to count by hand --------


def test_measures():
    assert quality.tokens("It's GOOD, no?") == ["it", "s", "good", "no"]
    assert quality.distinct_bigrams(["a b a b", "b a"]) == 2 / 4
    assert quality.least_distinct_bigrams(["a a a", "b c d"], 1) == 1 / 2
    assert quality.changed_words("not a good film", "a very bad film") == 3
    assert quality.repeated_grams("a b c d e a b c d e") == approx(1 / 6)
    assert quality.compressed("ab" * 5000) < quality.compressed(
        "".join(map(str, range(2500)))
    )


@pytest.mark.parametrize(
    ("pairs", "share"),
    [(("", ""), 2 / 3), (("p1", "p1"), 0), (("p1", ""), 2 / 3)],
)
def test_most_shared(pairs, share):
    texts = ("a b c d e f", "a b c d e x y z")
    rows = [
        {"text": text, "pair": pair}
        for text, pair in zip(texts, pairs, strict=True)
    ]
    rows.append({"text": "quite another one, this one is", "pair": ""})
    assert quality.most_shared(rows) == share


def test_a_recorded_figure_counts_for_its_own_files_only(monkeypatch, tmp_path):
    monkeypatch.setattr(quality, "RECORD", tmp_path / "results" / "r.json")
    monkeypatch.setattr(quality, "measure_reviews", lambda rows: {})
    monkeypatch.setattr(quality, "measure_tales", lambda parts: {})
    assert quality.read_record() == {}
    quality.write_record("tales", {"ratio": 0.9})
    quality.write_record("reviews", {"correct": 0.7})
    assert quality.figures("tales") == {"ratio": 0.9}
    assert quality.figures("reviews") == {"correct": 0.7}
    text = quality.RECORD.read_text()
    digest = quality.hashes()["tales"]
    quality.RECORD.write_text(text.replace(digest, "0" * 64))
    assert quality.figures("tales") == {}
    assert quality.figures("reviews") == {"correct": 0.7}


def test_the_table_is_printed(capsys, monkeypatch):
    monkeypatch.delenv("UNROLLED_DATA", raising=False)
    assert quality.main([]) == 0
    out = capsys.readouterr().out
    assert re.search(r"minimal pairs +\d{3} +at least 300", out)
    assert re.search(r"distinct bigrams in 2,000 reviews +0\.\d{3} +", out)


def test_transfer_runs_on_training_reviews(
    needs_real_data, monkeypatch, capsys
):
    """It works; the test reviews are left alone, and nothing is recorded."""
    monkeypatch.setattr(quality, "write_record", None)
    options = ["--transfer", "--part", "train", "--limit", "300"]
    assert quality.main(options) == 0
    found = re.search(r"on 300 train .*: (0\.\d+)", capsys.readouterr().out)
    assert 0.6 < float(found[1]) < 0.9


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--transfer", "--limit", "0"], "at least 1, but it is 0"),
        (["--transfer", "--part", "all"], "invalid choice: 'all'"),
    ],
)
def test_bad_options(options, message, capsys):
    with pytest.raises(SystemExit):
        quality.main(options)
    assert message in capsys.readouterr().err


def test_a_page_without_marks_is_refused():
    with pytest.raises(ValueError, match="should hold once: <!-- files: begin"):
        catalogue.with_blocks("# A page\n", {"files": "text"})
