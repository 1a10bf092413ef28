import io
import re
import tarfile
from collections import Counter, defaultdict

import numpy as np
import pytest

from helpers.data import reviews
from helpers.data.files import DataError, members

PARTS = ("train", "valid", "test")


def texts(data):
    return [set(getattr(data, part).texts) for part in PARTS]


def assert_disjoint(data):
    train, valid, test = texts(data)
    assert not train & valid and not train & test and not valid & test


def test_bundled():
    data = reviews.load()
    sizes = [len(getattr(data, part)) for part in PARTS]
    assert sum(sizes) >= 3000 and min(sizes) >= 300
    assert_disjoint(data)
    labels, phenomena = Counter(), Counter()
    for part in PARTS:
        split = getattr(data, part)
        assert len({*split.texts}) == len(split) == len(split.labels)
        assert len(split.phenomena) == len(split.pairs) == len(split)
        assert all(5 <= len(text.split()) <= 45 for text in split.texts)
        labels.update(split.labels.tolist())
        phenomena.update(split.phenomena)
        # Neighbours differ, so that a slice is a fair sample.
        assert 0.4 < np.mean(np.diff(split.labels) != 0) < 0.6
    assert set(labels) == {0, 1}
    assert abs(labels[0] - labels[1]) < 0.02 * sum(sizes)
    assert set(phenomena) == {
        *("", "negation", "contrast", "intensity"),
        *("comparison", "irony", "mixed"),
    }
    assert min(phenomena.values()) >= 150


def test_bundled_pairs_stay_in_one_part():
    data = reviews.load()
    members_of_pair = defaultdict(list)
    for part in PARTS:
        split = getattr(data, part)
        for pair, label in zip(split.pairs, split.labels, strict=True):
            if pair:
                members_of_pair[pair].append((part, int(label)))
    assert len(members_of_pair) >= 300
    for pair, both in members_of_pair.items():
        (one_part, one_label), (other_part, other_label) = both
        assert one_part == other_part, pair
        assert {one_label, other_label} == {0, 1}, pair


def small_imdb():
    """Files of an archive in IMDB's form: 20 + 20 + 10 + 10, and traps."""
    files = {}
    for number in range(20):
        for label in ("pos", "neg"):
            # Ratings and lexical order of names must not matter.
            name = f"aclImdb/train/{label}/{number}_{number % 4 + 1}.txt"
            files[name] = f"Train {label} {number}.<br /><br />Été."
    for number in range(10):
        for label in ("pos", "neg"):
            files[f"aclImdb/test/{label}/{number}_9.txt"] = (
                f"Test {label} {number}."
            )
    # Copies: within train over the cut, and between train and test.
    files["aclImdb/train/pos/3_4.txt"] = "Train pos 19. Été."
    files["aclImdb/train/pos/19_4.txt"] = "Train pos 19. Été."
    files["aclImdb/train/neg/18_3.txt"] = "Test neg 1."
    files["aclImdb/train/neg/1_2.txt"] = "Test neg 2."
    traps = {
        "aclImdb/README": "Read me.",
        "aclImdb/imdb.vocab": "the",
        "aclImdb/train/urls_pos.txt": "http://",
        "aclImdb/train/labeledBow.feat": "9 0:9",
        "aclImdb/train/unsup/0_0.txt": "No label.",
        "aclImdb/train/pos/.DS_Store": "x",
        "aclImdb/train/pos/._0_1.txt": "x",
        "aclImdb/train/pos/notes.txt": "Not a review.",
        "aclImdb/train/neg/0_1.txt.bak": "Not a review.",
        "aclImdb/train/neg/old/7_1.txt": "Not a review.",
    }
    return {name: text.encode() for name, text in (files | traps).items()}


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def pack(path, files):
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


@pytest.mark.parametrize("form", ["folder", "archive", "download"])
def test_imdb_in_small(form, own_folder, server, monkeypatch):
    name = "aclImdb_v1.tar.gz"
    if form == "folder":
        write(own_folder, small_imdb())
    else:
        pack(own_folder / name, small_imdb())
    if form == "download":
        server.files[name] = (own_folder / name).read_bytes()
        monkeypatch.delenv("UNROLLED_DATA")
        monkeypatch.setattr(reviews, "_IMDB", server.url("well", name))
        monkeypatch.setattr(reviews, "_IMDB_HASH", None)
    data = reviews.load("imdb")
    assert data.source == "imdb"
    assert set(data.test.texts) == {
        f"Test {label} {number}."
        for label in ("pos", "neg")
        for number in range(10)
    }
    # The last tenth by number, less the copy of a test review.
    assert set(data.valid.texts) == {
        "Train pos 18.  Été.",
        "Train pos 19. Été.",
        "Train neg 19.  Été.",
    }
    assert len(data.train) == 36 - 2
    assert_disjoint(data)
    for part in PARTS:
        split = getattr(data, part)
        for text, label in zip(split.texts, split.labels, strict=True):
            assert ("pos" in text) == label
            assert "Not a review" not in text
        assert split.phenomena == split.pairs == ("",) * len(split)
    assert reviews.load("imdb").train.texts == data.train.texts


@pytest.mark.parametrize("gone", ["train/pos", "train/neg", "test/pos"])
def test_a_folder_with_the_wrong_files(gone, own_folder):
    write(
        own_folder,
        {k: v for k, v in small_imdb().items() if f"/{gone}/" not in k},
    )
    with pytest.raises(DataError, match="train/pos/0_9.txt.*one of these"):
        reviews.load("imdb")


def test_imdb_of_unknown_encoding(own_folder):
    write(own_folder, small_imdb() | {"aclImdb/test/pos/0_9.txt": b"\xe9"})
    with pytest.raises(DataError, match="test/pos/0_9.txt should be text"):
        reviews.load("imdb")


def test_imdb_truncated(own_folder):
    path = own_folder / "aclImdb_v1.tar.gz"
    pack(path, small_imdb())
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(DataError, match="truncated or altered"):
        reviews.load("imdb")


def test_the_published_hash_is_asked_for(server, cache, monkeypatch):
    server.files["aclImdb_v1.tar.gz"] = b"something else"
    url = server.url("well", "aclImdb_v1.tar.gz")
    monkeypatch.setattr(reviews, "_IMDB", url)
    with pytest.raises(DataError, match="7c2ac02c03563afcf9b574c7e56c153a"):
        reviews.load("imdb")
    assert list(cache.iterdir()) == []


def own_csv(tmp_path, rows, header="label,text"):
    path = tmp_path / "mine.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("names", [("neg", "POS"), ("0", "1")])
def test_an_own_file(names, tmp_path):
    rows = [f'{names[i % 2]},"Review {i}, {i % 2}"' for i in range(50)]
    path = own_csv(tmp_path, [*rows, *rows[:5]])
    data = reviews.load(str(path))
    assert [len(getattr(data, part)) for part in PARTS] == [40, 5, 5]
    assert_disjoint(data)
    for part in PARTS:
        split = getattr(data, part)
        assert [text[-1] for text in split.texts] == [
            str(label) for label in split.labels
        ]
    assert reviews.load(path).train.texts == data.train.texts
    assert "mine.csv" in data.describe() and "40 train" in data.describe()


GOOD_ROWS = [f"{'pos' if i % 2 else 'neg'},Review {i}" for i in range(20)]


@pytest.mark.parametrize(
    ("header", "rows", "message"),
    [
        ("label,review", GOOD_ROWS, "the columns text, label"),
        ("label,text", [*GOOD_ROWS, "pos"], "line 22: expected 2 columns"),
        ("label,text", [*GOOD_ROWS, "good,Review"], "positive.*got 'good'"),
        ("label,text", GOOD_ROWS[:6], "at least 10 .* holds 6 of 2"),
        ("label,text", GOOD_ROWS[::2], "both labels, but it holds 10 of 1"),
        ("label,text", [], "no rows"),
    ],
)
def test_a_wrong_own_file(header, rows, message, tmp_path):
    with pytest.raises(DataError, match=message) as caught:
        reviews.load(own_csv(tmp_path, rows, header))
    assert "mine.csv" in str(caught.value)


def test_an_empty_own_file(tmp_path):
    (tmp_path / "mine.csv").write_text("")
    with pytest.raises(DataError, match="mine.csv is empty"):
        reviews.load(tmp_path / "mine.csv")


def test_real_imdb(needs_real_data, own_folder, monkeypatch):
    """The archive; then some of its files, extracted."""
    some = {}

    def recorded(*args):
        for name, content in members(*args):
            if re.search(r"/[12]_\d+\.txt$", name):
                some[name] = content
            yield name, content

    monkeypatch.setenv("UNROLLED_DATA", str(needs_real_data))
    with monkeypatch.context() as patch:
        patch.setattr(reviews, "members", recorded)
        data = reviews.load("imdb")
    assert len(data.test) == 25_000 and data.test.labels.sum() == 12_500
    assert len(data.train) + len(data.valid) > 24_800
    assert 2400 < len(data.valid) <= 2500
    assert abs(data.train.labels.mean() - 0.5) < 0.01
    assert_disjoint(data)
    first = data.test.texts[0]
    assert len(first) > 30 and "<br" not in first
    write(own_folder, some)
    monkeypatch.setenv("UNROLLED_DATA", str(own_folder))
    extracted = reviews.load("imdb")
    assert [len(getattr(extracted, part)) for part in PARTS] == [2, 2, 4]
    assert set(extracted.test.texts) <= set(data.test.texts)
