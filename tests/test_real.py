"""Recorded runs on real data: the helper, the command and the records."""

import json
import re
import sys

import matplotlib as mpl
import nbformat
import numpy as np
import pytest

from helpers import figures, records
from tests.test_tools import call, one_sentence
from tools import course, real

mpl.use("Agg")

FILES = sorted(records.FOLDER.glob("[0-9][0-9].json"))
KINDS = {
    "lesson": str,
    "dataset": str,
    "model": str,
    "baseline": bool,
    "split": str,
    "metric": str,
    "values": list,
    "seconds": float,
    "cores": int,
    "versions": dict,
    "date": str,
}


def schema_problems(row, number, known, seeds=3):
    """Lists what is wrong with one record of results/real."""
    if list(row) != list(KINDS):
        return [f"has the keys {list(row)}"]
    wrong = [k for k, kind in KINDS.items() if not isinstance(row[k], kind)]
    if wrong:
        return [f"{key} is of another kind" for key in wrong]
    checks = {
        "lesson": row["lesson"] == number,
        "dataset": row["dataset"] in known,
        "model": row["model"].strip(),
        "metric": row["metric"] in records.METRICS,
        "values": row["values"]
        and all(isinstance(v, float) and np.isfinite(v) for v in row["values"]),
        "number of values": len(row["values"]) >= seeds,
        "seconds": row["seconds"] >= 0,
        "cores": row["cores"] >= 1,
        "versions": {"python", "tensorflow", "keras"} <= set(row["versions"]),
        "date": re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]),
    }
    return [f"{key} is wrong" for key, fine in checks.items() if not fine]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_schema_of_the_records(path):
    rows = json.loads(path.read_text("utf-8"))
    lesson = course.lessons(path.stem)[0]
    known = real.real_sets(lesson)
    assert rows
    times = real.read(real.TIMES, {})[path.stem]
    found = [
        schema_problems(
            row, path.stem, known, 1 if times[row["dataset"]] > real.LONG else 3
        )
        for row in rows
    ]
    assert found == [[]] * len(rows)
    names = [tuple(row[key] for key in real.KEY) for row in rows]
    assert len(set(names)) == len(names)
    assert any(row["baseline"] for row in rows)
    for row in records._read(f"{path.stem}.examples.json"):
        assert list(row) == [
            "lesson", "dataset", "model", "given", "target", "answer",
        ]  # fmt: skip


def a_record(**changes):
    return {
        "lesson": "14",
        "dataset": "imdb",
        "model": "GRU",
        "baseline": False,
        "split": "test",
        "metric": "accuracy",
        "values": [0.8, 0.9, 0.85],
        "seconds": 43.2,
        "cores": 2,
        "versions": {"python": "3.11", "tensorflow": "2", "keras": "3"},
        "date": "2026-01-31",
        **changes,
    }


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"lesson": "13"}, "lesson"),
        ({"dataset": "moon"}, "dataset"),
        ({"metric": "acc"}, "metric"),
        ({"values": [0.8]}, "number of values"),
        ({"values": [0.8, 0.9, float("nan")]}, "values"),
        ({"seconds": "43"}, "seconds is of another kind"),
        ({"versions": {}}, "versions"),
        ({"date": "today"}, "date"),
        ({"extra": 1}, "has the keys"),
    ],
)
def test_the_schema_notices(changes, problem):
    assert schema_problems(a_record(), "14", ["imdb"]) == []
    found = schema_problems(a_record(**changes), "14", ["imdb"])
    assert problem in " ".join(found)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"metric": "acc"}, "no metric 'acc'.*accuracy, mae"),
        ({"value": float("nan")}, "value of GRU must be finite"),
        ({"value": [1, 2]}, "must be one number"),
        ({"seconds": -1}, "at least 0"),
        ({"model": " "}, "model of a record must be a text"),
        ({"dataset": None}, "dataset of a record must be a text"),
    ],
)
def test_a_wrong_measurement_is_an_error(changes, message):
    given = {"model": "GRU", "value": 0.9, "metric": "accuracy"}
    given |= {"dataset": "imdb", **changes}
    with pytest.raises(ValueError, match=message):
        records.record(given.pop("model"), given.pop("value"), **given)


def test_nothing_is_written_without_a_file(monkeypatch, tmp_path):
    monkeypatch.delenv("UNROLLED_RECORDS_FILE", raising=False)
    monkeypatch.chdir(tmp_path)
    records.record("GRU", 0.9, metric="accuracy", dataset="imdb")
    records.example("GRU", given="x", answer="y", dataset="imdb")
    assert list(tmp_path.iterdir()) == []


CELLS = (
    'SEED = 0\nDATASET = "bundled"  # "bundled", "moon", "sun", ".csv"',
    "from helpers import records\n"
    'records.record("naive", 3, metric="mae", dataset=DATASET, baseline=True)\n'
    'records.record("GRU", 1 + SEED / 10, metric="mae", seconds=2,'
    " dataset=DATASET)\n"
    'records.example("GRU", given="a|b $c", answer=f"seed {SEED}",'
    " dataset=DATASET)",
)


@pytest.fixture
def sandbox(tmp_path, monkeypatch):
    """A lesson of two cells, and folders that the tests may fill."""
    monkeypatch.setattr(real, "RUNS", tmp_path / "runs")
    monkeypatch.setattr(records, "FOLDER", tmp_path / "results")
    cells = [nbformat.v4.new_markdown_cell("# 77 · Small\n\n")]
    cells += [nbformat.v4.new_code_cell(source) for source in CELLS]
    cells[1].metadata["tags"] = ["parameters"]
    path = tmp_path / "77_small.ipynb"
    notebook = course.canonical(nbformat.v4.new_notebook(cells=cells))
    nbformat.write(notebook, path)
    return course.Lesson(path)


def fake_runs(monkeypatch, seconds=5.0, broken=()):
    """Replaces a lesson's run by its record lines; returns the calls."""
    calls = []

    def run_once(lesson, dataset, seed, folder):
        calls.append((dataset, seed))
        if seed in broken:
            raise RuntimeError(f"Lesson 77 on {dataset} with SEED = {seed}")
        row = {"dataset": dataset, "model": "GRU", "baseline": False}
        row |= {"split": "test", "metric": "mae", "seconds": 1.0 + seed}
        return {
            "rows": [{**row, "value": 1.0 + seed}],
            "seconds": seconds,
            "date": "2026-01-31",
            "cores": 2,
            "versions": {"python": "3", "tensorflow": "2", "keras": "3"},
        }

    monkeypatch.setattr(real, "run_once", run_once)
    return calls


def test_real_sets_are_neither_bundled_nor_files(sandbox):
    assert real.real_sets(sandbox) == ["moon", "sun"]


def test_one_run_reports_and_is_not_repeated(sandbox, tmp_path):
    before = sandbox.path.read_bytes()
    run = real.run_once(sandbox, "moon", 2, tmp_path)
    assert [row["model"] for row in run["rows"]] == ["naive", "GRU", "GRU"]
    assert run["rows"][1]["value"] == 1.2
    assert sandbox.path.read_bytes() == before
    stamp = (tmp_path / "moon-2.json").stat().st_mtime_ns
    assert real.run_once(sandbox, "moon", 2, tmp_path) == run
    assert (tmp_path / "moon-2.json").stat().st_mtime_ns == stamp
    assert real.keep(sandbox, "moon", [run] * 3) == 2
    rows = records.load("77")
    assert schema_problems(rows[1], "77", ["moon"]) == []
    assert rows[1]["values"] == [1.2, 1.2, 1.2]
    assert "a&#124;b &#36;c" in repr(records.examples("77"))


def test_a_run_that_breaks_is_named_and_repeated(sandbox, tmp_path):
    notebook = nbformat.read(sandbox.path, 4)
    notebook.cells[2].source += "\n1 / 0"
    nbformat.write(notebook, sandbox.path)
    with pytest.raises(RuntimeError, match=r"on moon with SEED = 1 .*cell 3"):
        real.run_once(sandbox, "moon", 1, tmp_path)
    assert not (tmp_path / "moon-1.json").exists()


def test_records_hold_one_value_a_seed_and_keep_other_data(
    sandbox, monkeypatch
):
    calls = fake_runs(monkeypatch)
    real.record(sandbox, "moon", 3)
    real.record(sandbox, "sun", 2)
    real.record(sandbox, "moon", 3)
    assert calls[:4] == [("moon", 0), ("moon", 1), ("moon", 2), ("sun", 0)]
    rows = {row["dataset"]: row for row in records.load("77")}
    assert len(records.load("77")) == 2
    assert rows["moon"]["values"] == [1.0, 2.0, 3.0]
    assert rows["moon"]["seconds"] == 2.0
    assert rows["sun"]["values"] == [1.0, 2.0]
    assert real.read(real.TIMES, {}) == {"77": {"moon": 5, "sun": 5}}


def test_a_long_run_is_made_for_one_seed(sandbox, monkeypatch, capsys):
    calls = fake_runs(monkeypatch, seconds=real.LONG + 1)
    real.record(sandbox, "moon")
    assert calls == [("moon", 0)]
    assert "no further seed" in capsys.readouterr().out
    real.announce([(sandbox, "moon")])
    assert "on moon, 1 seed: about 10 min" in capsys.readouterr().out
    real.record(sandbox, "sun", 2)  # asked for, so made
    assert calls[1:] == [("sun", 0), ("sun", 1)]


def test_it_says_how_long_it_takes(sandbox, monkeypatch, capsys):
    fake_runs(monkeypatch, seconds=100)
    pairs = [(sandbox, "moon")]
    real.announce(pairs, 3)
    assert "not measured yet" in capsys.readouterr().out
    real.record(sandbox, "moon", 3)
    capsys.readouterr()
    real.announce(pairs, 3)
    assert "3 seeds: about 5 min (100 s a run" in capsys.readouterr().out


def test_measurements_must_be_the_same_for_every_seed():
    row = dict.fromkeys(real.KEY, "x") | {"value": 1.0, "seconds": 0.0}
    other = row | {"model": "y"}
    with pytest.raises(ValueError, match="not report the same for every seed"):
        real.merged("77", [{"rows": [row]}, {"rows": [other]}])
    with pytest.raises(ValueError, match="one measurement twice"):
        real.merged("77", [{"rows": [row, row]}])


def test_a_failing_run_ends_with_a_sentence(sandbox, monkeypatch, capsys):
    fake_runs(monkeypatch, broken=[1])
    monkeypatch.setattr(real, "lessons", lambda number=None: [sandbox])
    monkeypatch.setattr(sys, "argv", ["real"])
    with pytest.raises(SystemExit) as stopped:
        real.main()
    assert stopped.value.code == 2
    assert "Lesson 77 on moon with SEED = 1" in capsys.readouterr().err
    assert records.load("77") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--lesson", "99"), "There is no lesson '99'."),
        (("--lesson", "02"), "Lesson 02 has no real data set."),
        (("--dataset", "mars"), "There is no real data set 'mars' here."),
        (("--seeds", "0"), "SEEDS must be from 1 to 10, but it is 0."),
    ],
)
def test_bad_input_gets_a_sentence(arguments, message):
    assert one_sentence(call("real", *arguments)).startswith(message)


def write_records(*rows):
    records.FOLDER.mkdir()
    (records.FOLDER / "14.json").write_text(json.dumps(rows))


def test_the_table_shows_the_records(sandbox):
    write_records(
        a_record(),
        a_record(model="words", baseline=True, seconds=0.0, values=[0.7]),
    )
    shown = repr(records.table("14")).splitlines()
    assert shown[2] == "| GRU | test | 0.8500 | 0.8000 to 0.9000 | 43 s |"
    assert "| words (baseline) |" in shown[3]
    assert "| one run | none |" in shown[3]
    assert shown[-1].startswith("imdb, accuracy. ")
    assert "Last run on 2026-01-31, 2 cores" in shown[-1]
    assert records.table("14", "moon").note.startswith("No run on real data")


def test_the_table_names_data_and_metric_where_they_differ(sandbox):
    write_records(
        a_record(),
        a_record(metric="mae", values=[1.0, 1.0]),
        a_record(dataset="moon", metric="bleu"),
    )
    shown = repr(records.table("14")).splitlines()
    assert shown[2].startswith("| imdb | accuracy | GRU | test |")
    assert shown[3] == (
        "| imdb | mean absolute error | GRU | test | 1.000 | same | 43 s |"
    )
    assert shown[4].startswith("| moon | BLEU | GRU |")
    assert shown[-1].startswith("Seeds: 2 or 3. ")
    shown = repr(records.table("14", "imdb")).splitlines()
    assert shown[2].startswith("| accuracy | GRU |")
    assert shown[-1].startswith("imdb. Seeds: 2 or 3. ")


def test_the_table_names_the_data_where_they_alone_differ(sandbox):
    write_records(a_record(), a_record(dataset="moon"))
    shown = repr(records.table("14")).splitlines()
    assert shown[3].startswith("| moon | GRU |")
    assert shown[-1].startswith("accuracy. Seeds: 3. ")


def test_without_records_the_lesson_says_how_to_make_them(sandbox):
    for shown in (records.table("14"), records.examples("14")):
        assert repr(shown) == (
            "No run on real data is recorded yet. "
            "`make real LESSON=14` makes one."
        )
    assert records.figure("14", dataset="imdb", metric="accuracy") is None


@pytest.mark.parametrize(
    ("metric", "best"), [("accuracy", "GRU, 0.8500"), ("mae", "words, 0.7000")]
)
def test_the_figure_names_the_best(sandbox, metric, best):
    write_records(
        a_record(metric=metric),
        a_record(model="words", values=[0.7], metric=metric, baseline=True),
    )
    axes = records.figure("14", dataset="imdb", metric=metric)
    title = axes[0].figure.get_suptitle()
    assert title == f"Best on imdb (test): {best}"
    assert [t.get_text() for t in axes[0].get_yticklabels()] == ["GRU", "words"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.87654, "0.8765"), (24310.4, "24,310"), (3.14159, "3.142"), (0, "0")],
)
def test_numbers_have_four_figures(value, text):
    assert records.short(value) == text


def test_scores_draws_a_dot_a_run():
    axes = figures.scores(
        {"a": [1, 2, 3], "b": [4]},
        {"a": 0, "b": 120},
        baselines=["a"],
        marks={"published": 2.5},
        title="b wins",
    )
    dots = [line for line in axes[0].lines if line.get_marker() in "os"]
    assert [len(line.get_xdata()) for line in dots] == [3, 1]
    assert [text.get_text() for text in axes[1].texts] == ["none", "120"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (({},), "at least one model"),
        (({"a": [1]}, {}), "lacks a"),
    ],
)
def test_scores_rejects(arguments, message):
    with pytest.raises(ValueError, match=message):
        figures.scores(*arguments)
