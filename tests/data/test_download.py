import ast
import gzip
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

from helpers.data import download
from helpers.data.download import fetch, find
from helpers.data.files import DataError

ROOT = Path(__file__).resolve().parents[2]
TEXT = b"One line of text.\n" * 5000


def zipped(content=TEXT):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lines.txt", content)
    return file.getvalue()


def files_in(folder):
    return sorted(path.name for path in folder.glob("*"))


def test_a_second_call_finds_the_download(server, cache, capfd):
    server.files["lines.txt"] = TEXT
    url = server.url("well", "lines.txt")
    path = fetch(url)
    assert path == cache / "lines.txt" and path.read_bytes() == TEXT
    assert fetch(url) == path
    assert len(server.requests) == 1
    assert capfd.readouterr().err == ""


def test_a_bar_shows_the_progress_on_stdout(server, capfd):
    server.files["lines.txt"] = TEXT
    fetch(server.url("well", "lines.txt"))
    assert "lines.txt:" in capfd.readouterr().out


def test_the_timeout_is_seconds():
    assert download.TIMEOUT <= 15


@pytest.mark.parametrize("known", [False, True], ids=["no hash", "hash"])
@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("refused", "the server cannot be reached"),
        ("silent", "no answer within 0.5 seconds"),
        ("stalled", "no answer within 0.5 seconds"),
        ("truncated", "the connection broke off"),
        ("cut", "truncated or altered|not the published file"),
        ("altered", "truncated or altered|not the published file"),
        ("empty", "it is empty|not the published file"),
        ("page", "it is a web page|not the published file"),
        ("missing", "the server answered 404"),
    ],
)
def test_a_failed_download(how, reason, known, server, cache, monkeypatch):
    """It says what to do, leaves nothing behind, and can be called again."""
    monkeypatch.setattr(download, "TIMEOUT", 0.5)
    content = server.files["lines.zip"] = zipped(os.urandom(5000))
    known_hash = hashlib.sha256(content).hexdigest() if known else None
    url = server.url(how, "lines.zip")
    start = time.monotonic()
    with pytest.raises(DataError, match=reason) as caught:
        fetch(url, known_hash=known_hash)
    assert time.monotonic() - start < 5
    message = str(caught.value)
    assert url in message
    assert f"by hand into {cache}" in message
    assert 'source="bundled", which needs no network' in message
    assert "\n" not in message
    assert files_in(cache) == []
    path = fetch(server.url("well", "lines.zip"), known_hash=known_hash)
    assert path.read_bytes() == content
    assert files_in(cache) == ["lines.zip"]


def test_a_broken_archive_without_a_hash_is_not_kept(server, cache):
    server.files["lines.txt.gz"] = gzip.compress(TEXT)
    with pytest.raises(DataError, match="truncated or altered"):
        fetch(server.url("cut", "lines.txt.gz"))
    assert files_in(cache) == []


def test_missing_network(cache):
    with pytest.raises(DataError, match="server cannot be reached.*bundled"):
        fetch("https://data.example.org/lines.txt")
    assert files_in(cache) == []


def test_an_altered_file_in_the_cache_is_fetched_again(server, cache):
    server.files["lines.txt"] = TEXT
    url = server.url("well", "lines.txt")
    known_hash = f"md5:{hashlib.md5(TEXT).hexdigest()}"
    fetch(url, known_hash=known_hash).write_bytes(b"altered")
    assert fetch(url, known_hash=known_hash).read_bytes() == TEXT
    assert len(server.requests) == 2


def read_only_by_permission(cache, monkeypatch):
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("this user may write everywhere")
    cache.mkdir(mode=0o555)


def read_only_disk(cache, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(30, "Read-only file system")

    cache.mkdir()
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)


def no_permission(cache, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "makedirs", refuse)


def a_file_in_its_place(cache, monkeypatch):
    cache.write_text("")


@pytest.mark.parametrize(
    "spoil",
    [
        read_only_by_permission,
        read_only_disk,
        no_permission,
        a_file_in_its_place,
    ],
)
def test_a_read_only_cache(spoil, server, cache, monkeypatch):
    server.files["lines.txt"] = TEXT
    url = server.url("well", "lines.txt")
    with monkeypatch.context() as patch:
        spoil(cache, patch)
        with pytest.raises(DataError, match="cannot be saved in") as caught:
            fetch(url)
    message = str(caught.value)
    assert str(cache) in message and url in message
    assert "UNROLLED_DATA" in message and 'source="bundled"' in message
    assert message.count("lines.txt") == 2 and "Pooch" not in message


def test_a_read_only_cache_that_has_the_file(server, cache, monkeypatch):
    server.files["lines.txt"] = TEXT
    path = fetch(server.url("well", "lines.txt"))
    read_only_disk(cache.with_name("other"), monkeypatch)
    assert fetch(server.url("refused", "lines.txt")) == path


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_an_interrupted_download_leaves_nothing(
    stop, server, cache, monkeypatch
):
    server.files["lines.txt"] = TEXT
    url = server.url("well", "lines.txt")

    def interrupt(*args):
        raise stop

    with monkeypatch.context() as patch:
        patch.setattr(download, "_check", interrupt)
        with pytest.raises(stop):
            fetch(url)
    assert files_in(cache) == []
    assert fetch(url).read_bytes() == TEXT


def test_a_killed_download_can_be_called_again(server, cache):
    server.files["lines.txt"] = TEXT
    code = (
        "import pathlib, sys\n"
        "from helpers.data import download\n"
        "download.cache_folder = lambda: pathlib.Path(sys.argv[2])\n"
        "download.fetch(sys.argv[1])"
    )
    url = server.url("stalled", "lines.txt")
    process = subprocess.Popen(
        [sys.executable, "-c", code, url, str(cache)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    assert server.asked.wait(30)
    process.kill()
    process.wait()
    assert not (cache / "lines.txt").exists()
    assert fetch(server.url("well", "lines.txt")).read_bytes() == TEXT


@pytest.mark.parametrize(
    "place", ["lines.zip", "set/lines.zip", "lines-2.zip", "set/lines"]
)
def test_the_own_folder_comes_first(place, own_folder):
    """Archive or extracted, there or one level deeper; no hash is asked."""
    path = own_folder / place
    path.parent.mkdir(exist_ok=True)
    if path.suffix:
        path.write_bytes(b"")
    else:
        path.mkdir()
    url = "https://example.org/some/where/lines.zip?version=1"
    local = ("lines-*.zip", "lines")
    assert fetch(url, known_hash="md5:0", local=local) == path


def test_names_are_tried_in_order(own_folder):
    for name in ("b.txt", "a.txt"):
        (own_folder / name).write_text("")
    assert find("c.txt", "b.txt", "a.txt") == own_folder / "b.txt"
    assert find("c.txt") is None


def test_a_failed_download_names_the_own_folder(own_folder, cache):
    with pytest.raises(DataError, match="by hand into") as caught:
        fetch("https://data.example.org/lines.txt")
    assert str(own_folder) in str(caught.value)


def test_the_own_folder_must_be_one(tmp_path, monkeypatch):
    monkeypatch.setenv("UNROLLED_DATA", str(tmp_path / "tpyo"))
    with pytest.raises(DataError, match="UNROLLED_DATA.*tpyo is none"):
        fetch("https://example.org/lines.txt")
    monkeypatch.setenv("UNROLLED_DATA", "")
    assert find("lines.txt") is None


def test_only_one_module_touches_the_network_and_none_reads_pickles():
    network = {"pooch", "requests", "urllib", "http", "socket", "keras"}
    forbidden = {"pickle", "joblib", "dill", "shelve"}
    for path in sorted((ROOT / "helpers" / "data").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                imported |= {one.name.split(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(node.module.split(".")[0])
            elif isinstance(node, ast.keyword) and node.arg == "allow_pickle":
                assert node.value.value is False, path.name
        assert not imported & forbidden, path.name
        assert path.name == "download.py" or not imported & network, path.name
