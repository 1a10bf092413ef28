"""The commands behind the Makefile, and what they say to bad input."""

import os
import re
import shutil
import socket
import subprocess
import sys

import nbformat
import pytest

from tools import course, environment, execute, mutants, run, seeds, site
from tools.course import ROOT


def call(module, *arguments, **environ):
    return subprocess.run(
        [sys.executable, "-m", f"tools.{module}", *arguments],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
    )


def one_sentence(result):
    """The command failed with a message and no traceback."""
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    return result.stderr.strip()


def test_unknown_lesson_of_faults():
    message = one_sentence(call("mutants", "99"))
    assert message.startswith("tests/mutants has no faults for lesson '99'.")


@pytest.mark.parametrize("module", ["execute", "seeds", "run"])
def test_unknown_lesson(module):
    arguments = ["--lesson", "99"] if module == "run" else ["99"]
    message = one_sentence(call(module, *arguments))
    assert message.startswith("There is no lesson '99'. The lessons are: 01,")


def test_unknown_data_set():
    message = one_sentence(call("run", "--lesson", "2", "--dataset", "moon"))
    assert "no data set 'moon'. It knows: bundled" in message


def test_data_set_without_a_lesson():
    message = one_sentence(call("run", "--dataset", "bundled"))
    assert "DATASET needs a lesson" in message


def test_port_in_use():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        message = one_sentence(call("lab", "--port", str(port)))
    assert f"Port {port} cannot be used" in message
    assert f"make lab PORT={port + 1}" in message


@pytest.mark.parametrize("module", [run, site])
def test_output_folder_that_cannot_be_written(
    module, tmp_path, monkeypatch, capsys
):
    blocked = tmp_path / "_build"
    blocked.write_text("a file where the folder should be")
    for one, name, path in (
        *((run, "BUILD", blocked), (run, "RUN", blocked / "notebooks")),
        *((site, "BUILD", blocked), (site, "PAGES", blocked / "pages")),
    ):
        monkeypatch.setattr(one, name, path)
    monkeypatch.setattr(sys, "argv", [module.__name__, "--lesson", "01"])
    with pytest.raises(SystemExit) as stopped:
        module.main()
    assert stopped.value.code == 2
    message = capsys.readouterr().err
    assert message.startswith(f"Cannot write to {blocked}: ")
    assert message.count("\n") == 1


FULL = OSError(28, "No space left on device")


def disk_is_full(notebook, path):
    """Takes the place of `nbformat.write` and breaks off halfway."""
    with open(path, "w") as file:
        file.write("{half")
    raise FULL


@pytest.mark.parametrize("error", [FULL, shutil.Error([("a", "b", str(FULL))])])
def test_what_cannot_be_written_is_one_sentence(error, tmp_path, capsys):
    half = tmp_path / "half"
    half.write_text("half")
    with pytest.raises(SystemExit), course.writing(tmp_path, half):
        raise error
    assert capsys.readouterr().err.count("No space left on device. Check") == 1
    assert not half.exists()


def test_a_text_file_is_replaced_as_a_whole(tmp_path, monkeypatch, capsys):
    path = tmp_path / "text.md"
    course.write_text(path, "é\n")

    def half(self, text, encoding):
        with open(self, "w") as file:
            file.write(text[:1])
        raise FULL

    with monkeypatch.context() as patch:
        patch.setattr(type(path), "write_text", half)
        with pytest.raises(SystemExit):
            course.write_text(path, "new\n")
    assert path.read_text(encoding="utf-8") == "é\n"
    assert [one.name for one in tmp_path.iterdir()] == ["text.md"]
    assert f"Cannot write to {tmp_path}" in capsys.readouterr().err


def test_a_full_disk_leaves_no_half_notebook(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(run, "RUN", tmp_path / "out")
    run.RUN.mkdir()
    lesson = lesson_of(tmp_path, "SEED = 0")
    before = lesson.path.read_bytes()
    monkeypatch.setattr(nbformat, "write", disk_is_full)
    monkeypatch.setattr(execute, "lessons", lambda number: [lesson])
    monkeypatch.setattr(sys, "argv", ["execute"])
    for command in (lambda: run.run_lesson(lesson, {}), execute.main):
        with pytest.raises(SystemExit) as stopped:
            command()
        assert stopped.value.code == 2
        assert "No space left on device" in capsys.readouterr().err
    assert lesson.path.read_bytes() == before
    notebooks = sorted(path.name for path in tmp_path.rglob("*.ipynb*"))
    assert notebooks == [lesson.path.name]


def test_a_lesson_that_fails_keeps_its_file(tmp_path, monkeypatch, capsys):
    for source, reason in (
        ("1 / 0", "division by zero"),
        ("import os; os._exit(1)", "Kernel died"),
        ("import sys; print(1, file=sys.stderr)", "writes to stderr"),
    ):
        lesson = lesson_of(tmp_path, "SEED = 0", source)
        before = lesson.path.read_bytes()
        monkeypatch.setattr(
            execute, "lessons", lambda number, one=lesson: [one]
        )
        monkeypatch.setattr(sys, "argv", ["execute"])
        assert execute.main() == 1
        assert lesson.path.read_bytes() == before
        out = capsys.readouterr().out
        assert "its file is unchanged" in out and reason in out


def lesson_of(folder, *sources):
    """Writes a lesson of these cells and returns it."""
    cells = [nbformat.v4.new_markdown_cell("# 01 · Small\n\n")]
    cells += [nbformat.v4.new_code_cell(source) for source in sources]
    cells[1].metadata["tags"] = ["parameters"]
    path = folder / "01_small.ipynb"
    notebook = course.canonical(nbformat.v4.new_notebook(cells=cells))
    nbformat.write(notebook, path)
    return course.Lesson(path)


CLAIM = (
    "from helpers.claims import claim\n"
    "claim('The seed is small', SEED, at_most=5)"
)


def test_a_failing_lesson_is_reported_by_cell_and_error(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "RUN", tmp_path / "out")
    run.RUN.mkdir()
    lesson = lesson_of(tmp_path, "SEED = 0", CLAIM, "1 / 0", "2")
    claims, problem = run.run_lesson(lesson, {})
    assert [row["claim"] for row in claims] == ["The seed is small"]
    assert problem == "cell 3: ZeroDivisionError: division by zero"
    assert not (run.RUN / lesson.path.name).exists()


def test_run_leaves_the_lesson_untouched_and_sets_parameters(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(run, "RUN", tmp_path / "out")
    run.RUN.mkdir()
    lesson = lesson_of(tmp_path, "SEED = 0", CLAIM)
    before = lesson.path.read_bytes()
    claims, problem = run.run_lesson(lesson, {"SEED": 4})
    assert problem is None
    assert claims[0]["value"] == 4
    assert lesson.path.read_bytes() == before


def test_seeds_are_run_once_and_a_claim_that_fails_is_counted(tmp_path):
    lesson = lesson_of(tmp_path, "SEED = 0", CLAIM)
    before = dict(os.environ)
    runs = [seeds.run_seed(lesson, seed, tmp_path) for seed in (4, 6)]
    assert dict(os.environ) == before
    row = seeds.summary(runs)[0]
    assert (row["held"], row["seeds"], row["min"], row["max"]) == (1, 2, 4, 6)
    assert row["values"] == [4, 6]
    assert "held for 1 of 2" in seeds.weakness(row)
    finished = tmp_path / "4.jsonl"
    stamp = finished.stat().st_mtime_ns
    seeds.run_seed(lesson, 4, tmp_path)
    assert finished.stat().st_mtime_ns == stamp


def test_a_run_that_breaks_leaves_no_finished_record(tmp_path):
    lesson = lesson_of(tmp_path, "SEED = 0", CLAIM, "1 / 0")
    with pytest.raises(RuntimeError, match="SEED = 3 in cell 4"):
        seeds.run_seed(lesson, 3, tmp_path)
    assert not (tmp_path / "3.jsonl").exists()


def row(low=None, high=None, **values):
    return {"low": low, "high": high, "held": 10, "seeds": 10, **values}


@pytest.mark.parametrize(
    ("record", "weak"),
    [
        (row(low=0.5, min=0.61, max=0.9, std=0.1), False),
        (row(low=0.5, min=0.59, max=0.9, std=0.1), True),
        (row(high=0.5, min=0.1, max=0.41, std=0.1), True),
        (row(low=0, high=1, min=0.2, max=0.7, std=0.1), False),
        (row(low=1, high=1, min=1, max=1, std=0.0), False),
    ],
)
def test_a_claim_is_weak_within_one_deviation_of_its_bound(record, weak):
    assert bool(seeds.weakness(record)) is weak


def test_each_mutant_applies_and_names_an_existing_test(tmp_path):
    table = mutants.mutants()
    assert len(table) >= 12
    for mutant in table:
        target = tmp_path / mutant["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / mutant["file"], target)
        mutants.mutate(mutant, tmp_path)
        assert target.read_text() != (ROOT / mutant["file"]).read_text()
        for test in mutant["killed_by"].split():
            file, *names = test.split("::")
            assert (ROOT / file).exists(), test
            text = (ROOT / file).read_text()
            assert all(name.split("[")[0] in text for name in names), test


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (2, 7)])
def test_a_python_that_does_not_fit(version, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (*version, 0))
    if version[0] == 2:
        monkeypatch.delattr(shutil, "which")
    with pytest.raises(SystemExit) as stopped:
        environment.check_python()
    assert stopped.value.code == 2
    message = capsys.readouterr().err
    assert "needs Python 3.11, 3.12 or 3.13" in message
    assert "is Python %d.%d" % version in message  # noqa: UP031


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("Failed: NewConnectionError('x')", "registry cannot be reached"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("Permission denied: '/x'", "cannot be written"),
        ("ERROR: No matching distribution found", "no package for this"),
        ("one\ntwo\nstrange", "strange"),
    ],
)
def test_installation_problems_are_explained(output, reason):
    assert reason in environment.explain(output)


def fake_course(folder, requirement):
    """A folder that environment.py takes for the course."""
    (folder / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "environment.py", folder / "tools")
    (folder / "requirements.txt").write_text(requirement)
    (folder / "pyproject.toml").write_text("")
    return [sys.executable, str(folder / "tools" / "environment.py")]


def test_no_network_leaves_nothing_behind(tmp_path):
    command = fake_course(tmp_path, "tensorflow==2.21.0\n")
    result = subprocess.run(
        command,
        env={
            **os.environ,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
            "PIP_EXTRA_INDEX_URL": "",
            "PIP_FIND_LINKS": "",
            "PIP_NO_CACHE_DIR": "1",
            "PIP_TIMEOUT": "1",
        },
        capture_output=True,
        text=True,
    )
    assert "registry cannot be reached" in one_sentence(result)
    assert not (tmp_path / ".venv").exists()


def test_the_environment_is_made_once(tmp_path):
    command = fake_course(tmp_path, "# nothing\n")
    first = subprocess.run(command, capture_output=True, text=True)
    assert first.returncode == 0, first.stderr
    assert "Making .venv" in first.stdout
    second = subprocess.run(command, capture_output=True, text=True)
    assert (second.returncode, second.stdout) == (0, "")


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
def test_make_help_lists_every_target():
    listed = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    makefile = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^\.PHONY: (.+)$", makefile, re.M)[0].split()
    for target in set(targets) - {"environment"}:
        assert f"make {target}" in listed


def test_the_lock_is_complete_and_names_no_registry():
    text = (ROOT / "requirements.txt").read_text()
    wanted = (ROOT / "requirements.in").read_text()
    names = re.findall(r"^([A-Za-z0-9_-]+)", wanted, re.M)
    for name in names:
        assert re.search(rf"^{name}==\d", text, re.M), name
    assert "://" not in text
    assert text.endswith("--editable .\n")
