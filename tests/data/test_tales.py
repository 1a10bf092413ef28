import pytest

from helpers.data import tales
from helpers.data.files import DataError


def test_bundled_is_cut_between_tales():
    data = tales.load()
    parts = [
        tales.separate(text) for text in (data.train, data.valid, data.test)
    ]
    assert sum(map(len, (data.train, data.valid, data.test))) >= 300_000
    every = [tale for part in parts for tale in part]
    assert len({*every}) == len(every) >= 100
    for text, part in zip(
        (data.train, data.valid, data.test), parts, strict=True
    ):
        assert len(part) >= 10
        assert "\n\n\n".join(part) == text.strip("\n")
        assert all(tale == tale.strip("\n") for tale in part)
    # The model cannot read a character that it never saw.
    assert {*data.valid} | {*data.test} <= {*data.train}


def test_lower():
    data = tales.load(lower=True)
    whole = tales.load()
    assert data.train == whole.train.lower() != whole.train
    assert data.test == whole.test.lower()


def test_shakespeare_in_small(own_folder):
    text = "".join(f"Line {i} of the play.\n" for i in range(50_000))
    text = text[:1_115_394]
    folder = own_folder / "tinyshakespeare"
    folder.mkdir()
    (folder / "input.txt").write_text(text)
    data = tales.load("shakespeare")
    assert data.train + data.valid + data.test == text
    assert len(data.train) == 1_000_000 and len(data.valid) == 60_000
    assert tales.load("shakespeare", lower=True).test == data.test.lower()


def test_shakespeare_altered(own_folder, server, cache, monkeypatch):
    path = own_folder / "shakespeare.txt"
    path.write_text("To be, or not to be")
    with pytest.raises(DataError, match="1,115,394 .* holds 19. Replace it"):
        tales.load("shakespeare")
    server.files["shakespeare.txt"] = path.read_bytes()
    path.unlink()
    url = server.url("well", "shakespeare.txt")
    monkeypatch.setattr(tales, "_SHAKESPEARE", url)
    with pytest.raises(DataError, match="86c4e6aa9db7c042"):
        tales.load("shakespeare")
    assert list(cache.iterdir()) == []


def letters(number):
    return "".join(chr(97 + number // 26**i % 26) for i in range(3))


def test_names_in_small(own_folder):
    names = [letters(i) for i in range(2000)]
    path = own_folder / "names.txt"
    path.write_text("\n".join([*names, *map(str.title, names[:100])]))
    data = tales.load("names")
    parts = [part.splitlines() for part in (data.train, data.valid, data.test)]
    assert [len(part) for part in parts] == [1600, 200, 200]
    assert sorted(sum(parts, [])) == sorted(names)
    assert data.train.endswith("\n") and tales.load("names") == data
    # Mixed: a part in alphabetical order would be a part of the alphabet.
    assert parts[1] != sorted(parts[1])


@pytest.mark.parametrize("text", ["emma\nolivia", "{404}\n" * 2000])
def test_wrong_names(text, own_folder):
    (own_folder / "names.txt").write_text(text)
    with pytest.raises(DataError, match="thousands of names, .*Replace it"):
        tales.load("names")


def test_an_own_text(tmp_path):
    path = tmp_path / "mine.txt"
    text = "".join(f"Line {i}, été.\n" for i in range(1000))
    path.write_bytes(text.replace("\n", "\r\n").encode())
    data = tales.load(str(path))
    assert data.train + data.valid + data.test == text
    assert 0.89 < len(data.train) / len(text) < 0.92
    assert 0.04 < len(data.test) / len(text) < 0.06
    assert data.train.endswith("\n") and data.valid.endswith("\n")
    assert "mine.txt" in data.describe()


def test_an_own_text_without_lines(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text("abcd" * 500)
    data = tales.load(path)
    assert [len(data.train), len(data.valid), len(data.test)] == [
        1800,
        100,
        100,
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "mine.txt is empty"),
        (b"Too short", "at least 1,000 characters, but it holds 9"),
        (b"\xe9t\xe9 " * 500, "text in utf-8-sig, but byte 0"),
    ],
)
def test_a_wrong_own_text(content, message, tmp_path):
    path = tmp_path / "mine.txt"
    path.write_bytes(content)
    with pytest.raises(DataError, match=message):
        tales.load(path)


def test_real_shakespeare(needs_real_data):
    data = tales.load("shakespeare")
    assert data.train.startswith("First Citizen:\nBefore we proceed")
    assert len(data.train) == 1_000_000
    assert len(data.valid) == 60_000 and len(data.test) == 55_394
    assert len({*data.train + data.valid + data.test}) == 65
    assert len({*tales.load("shakespeare", lower=True).train}) == 39


def test_real_names(needs_real_data):
    data = tales.load("names")
    parts = [part.splitlines() for part in (data.train, data.valid, data.test)]
    # Of the 32,033 lines of the file, 2,539 repeat another one.
    assert sum(map(len, parts)) == 29_494
    assert len({*sum(parts, [])}) == 29_494
    assert "emma" in sum(parts, [])
    assert {*data.train} == {*"abcdefghijklmnopqrstuvwxyz\n"}
