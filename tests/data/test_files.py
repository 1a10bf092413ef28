import gzip
import io
import os
import stat
import tarfile
import zipfile

import pytest

from helpers.data.files import (
    DataError,
    decode,
    member,
    members,
    own_file,
    package_file,
    table,
)

FILES = {"set/a.txt": b"first", "set/deep/b.csv": b"second"}
ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz")


def pack(path, files, links=()):
    """Writes an archive; a link is a pair of its name and its kind."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
            for name, _ in links:
                info = zipfile.ZipInfo(name)
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
                archive.writestr(info, "/etc/passwd")
        return path
    mode = "w" if path.suffix == ".tar" else "w:gz"
    with tarfile.open(path, mode) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for name, kind in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return path


@pytest.mark.parametrize("ending", [*ENDINGS, ""])
def test_archives_and_folders_read_alike(ending, tmp_path):
    path = tmp_path / f"set{ending}"
    hidden = {"set/._a.txt": b"x", "__MACOSX/._b.csv": b"x", ".DS_Store": b"x"}
    if ending:
        pack(path, FILES | hidden)
    else:
        for name, content in (FILES | hidden).items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(content)
    assert dict(members(path)) == FILES
    assert dict(members(path, "*.csv", "*.tsv")) == {
        "set/deep/b.csv": b"second"
    }
    assert member(path, "*.csv") == b"second"
    with pytest.raises(DataError, match=r"one file \*\.tsv.*holds 0: none"):
        member(path, "*.tsv")
    with pytest.raises(DataError, match="holds 2: set/a.txt, set/deep/b.csv"):
        member(path, "set/*")


def test_a_single_file_is_its_own_member(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"first")
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(b"second", mtime=0))
    assert dict(members(tmp_path / "a.txt")) == {"a.txt": b"first"}
    assert dict(members(tmp_path / "b.csv.gz")) == {"b.csv": b"second"}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "name",
    [
        "../escaped.txt",
        "set/../../escaped.txt",
        "/tmp/escaped.txt",
        "C:\\escaped.txt",
        "\\\\server\\share\\escaped.txt",
        "set\\..\\..\\escaped.txt",
    ],
)
def test_members_that_would_escape_are_refused(name, ending, tmp_path):
    path = pack(tmp_path / f"set{ending}", FILES | {name: b"x"})
    with pytest.raises(DataError, match="is refused, since it would leave"):
        dict(members(path))
    with pytest.raises(DataError, match="is refused"):
        member(path, "*a.txt")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        (".zip", None),
        (".tgz", tarfile.SYMTYPE),
        (".tgz", tarfile.LNKTYPE),
        (".tar", tarfile.FIFOTYPE),
        (".tar", tarfile.CHRTYPE),
    ],
)
def test_links_and_devices_are_refused(ending, kind, tmp_path):
    path = pack(tmp_path / f"set{ending}", FILES, [("set/c.txt", kind)])
    with pytest.raises(DataError, match="set/c.txt.*is refused.*a link"):
        dict(members(path))


def truncate(content):
    return content[: len(content) // 2]


def alter(content):
    middle = len(content) // 2
    return content[:middle] + b"\0\1\2\3" + content[middle + 4 :]


@pytest.mark.parametrize("spoil", [truncate, alter])
@pytest.mark.parametrize("ending", [".zip", ".tar.gz", ".tgz", ".gz"])
def test_broken_archives(ending, spoil, tmp_path):
    path = tmp_path / f"set{ending}"
    content = os.urandom(3000)
    if ending == ".gz":
        path.write_bytes(gzip.compress(content, mtime=0))
    else:
        pack(path, FILES | {"set/c.bin": content})
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(DataError, match="truncated or altered") as caught:
        dict(members(path))
    assert str(path) in str(caught.value)
    assert "remove it and call again" in str(caught.value)


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        *((ending, b"no archive at all") for ending in (*ENDINGS, ".gz")),
        *((ending, b"") for ending in ENDINGS),
        (".gz", gzip.compress(b"", mtime=0)[:10] + b"\xff" * 50),
    ],
)
def test_files_that_are_no_archives(ending, content, tmp_path):
    path = tmp_path / f"set{ending}"
    path.write_bytes(content)
    with pytest.raises(DataError, match=f"{path.name} cannot be read"):
        dict(members(path))


def test_a_message_is_one_line(tmp_path):
    path = tmp_path / "set.tgz"
    path.write_bytes(b"")
    with pytest.raises(DataError) as caught:
        dict(members(path))
    assert "\n" not in str(caught.value)


def test_an_encrypted_archive(tmp_path):
    path = pack(tmp_path / "set.zip", FILES)
    content = bytearray(path.read_bytes())
    for place in (6, content.index(b"PK\1\2") + 8):
        content[place] |= 1
    path.write_bytes(content)
    with pytest.raises(DataError, match="password|encrypted"):
        dict(members(path))


def test_decode():
    assert decode("\ufeffé\r\nb\rc\n".encode(), "a.txt") == "é\nb\nc\n"
    assert decode(b"\xb5", "a.txt", "cp1252") == "µ"
    for empty in (b"", b" \n\n"):
        with pytest.raises(DataError, match="a.txt is empty"):
            decode(empty, "a.txt")
    with pytest.raises(DataError, match="a.txt should be text in utf-8-sig.*3"):
        decode(b"abc\xe9d", "a.txt")


def test_table():
    text = 'text, label\n"a, ""b""",1\n\n"two\nlines",0\n'
    columns = {"text": ('a, "b"', "two\nlines"), "label": ("1", "0")}
    assert table(text, "a.csv", ("label", "text")) == columns


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,c\n1,2\n", "a.csv should start with.*the columns a, b.*'a,c'"),
        ("\na,b\n1,2\n", "should start with.*it is ''"),
        ("a,b,a\n1,2,3\n", "each once"),
        ("a,b\n1,2\n3\n", "a.csv, line 3: expected 2 columns, got 1"),
        ("a,b\n1,2\n\n3,4,5\n", "a.csv, line 4: expected 2 columns, got 3"),
        ("a,b\n", "no rows"),
        (f'a,b\n1,"{"x" * 200_000}', "line 2: this is not comma-separated"),
    ],
)
def test_wrong_tables(text, message):
    with pytest.raises(DataError, match=message):
        table(text, "a.csv", ("a", "b"))


def test_own_file(tmp_path):
    known = ("bundled", "imdb")
    assert own_file("imdb", known, ".csv") is None
    path = tmp_path / "mine.CSV"
    path.write_text("")
    assert own_file(str(path), known, ".csv") == path
    assert own_file(path, known, ".csv") == path
    with pytest.raises(DataError, match="There is no file .*other.csv"):
        own_file(tmp_path / "other.csv", known, ".csv")
    with pytest.raises(
        ValueError,
        match=r"^Unknown source 'imbd'\. Known: bundled, imdb\. A file of "
        r"your own: path to a \.csv\.$",
    ):
        own_file("imbd", known, ".csv")
    with pytest.raises(ValueError, match=r"Known: bundled, imdb\.$"):
        own_file(str(path), known)


def test_package_file():
    assert package_file("pytest", "__init__.py").is_file()
    with pytest.raises(DataError, match="pytest should hold the file none"):
        package_file("pytest", "none")
    with pytest.raises(DataError, match="installed no_such_package should"):
        package_file("no_such_package", "none")
