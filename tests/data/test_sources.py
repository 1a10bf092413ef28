"""What every data module with sources has in common."""

import importlib
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from helpers.data.files import DataError

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    module
    for path in sorted((ROOT / "helpers" / "data").glob("[a-z]*.py"))
    if hasattr(
        module := importlib.import_module(f"helpers.data.{path.stem}"),
        "SOURCES",
    )
]
OFFLINE = {"bundled", "co2", "small"}
NAMES = [module.__name__.rpartition(".")[2] for module in MODULES]


def test_the_modules_are_found():
    assert {"digits", "reviews", "series", "tales"} <= {*NAMES}


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_bundled_is_the_default_and_is_frozen(module):
    data = module.load()
    line = data.describe()
    assert line == module.load("bundled").describe()
    assert line and "\n" not in line and "bundled" in line
    assert all(len(part) for part in (data.train, data.valid, data.test))
    with pytest.raises(FrozenInstanceError):
        data.train = data.test


@pytest.mark.parametrize(
    "call",
    [
        *(f"{name}.load()" for name in NAMES),
        *('series.load("co2")', "sunspots.load()", "insulin.load()"),
        *("film.make()", "melody.make()"),
    ],
)
def test_bundled_loads_in_under_one_second(call):
    """Import included; processor time, since other tests run beside it."""
    code = (
        "import time\n"
        "start = time.process_time()\n"
        f"from helpers.data import {call.partition('.')[0]}\n"
        f"{call}\n"
        "print(time.process_time() - start)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert float(run.stdout) < 1


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_an_unknown_source(module):
    with pytest.raises(ValueError, match="Unknown source 'imbd'") as caught:
        module.load("imbd")
    for source in module.SOURCES:
        assert source in str(caught.value)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        pytest.param(module, source, id=f"{name}-{source}")
        for module, name in zip(MODULES, NAMES, strict=True)
        for source in module.SOURCES
        if source not in OFFLINE
    ],
)
def test_a_missing_network(module, source, cache):
    with pytest.raises(DataError, match="could not be downloaded") as caught:
        module.load(source)
    assert "the server cannot be reached" in str(caught.value)
    assert str(cache) in str(caught.value)
    assert 'source="bundled", which needs no network' in str(caught.value)
    assert list(cache.glob("*")) == []


@pytest.mark.parametrize("source", sorted(OFFLINE))
def test_offline_sources_need_neither_network_nor_folder(source, monkeypatch):
    monkeypatch.setenv("UNROLLED_DATA", "no such folder")
    for module in MODULES:
        if source in module.SOURCES:
            assert module.load(source).train
