"""Lesson 11: its windows and settings, and a reader's own file in it."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

from tools.course import lessons

mpl.use("Agg")

#: The cell before which a run on an own file stops; made data follow.
LAST = "def valves("


def run_cells(dataset, until, short=True):
    """Executes the lesson's code cells and returns its names.

    Args:
        dataset: value of `DATASET`.
        until: text of the cell to stop before.
        short: whether networks of an own file train for one epoch.
    """
    cells = lessons("11")[0].notebook.cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    names = {}
    for source in code:
        if until in source:
            return names
        source = source.replace('DATASET = "bundled"', f"DATASET = {dataset!r}")
        if short:
            source = source.replace('64, "epochs": 60},', '64, "epochs": 1},')
        exec(source, names)
    raise AssertionError(f"No cell of lesson 11 holds {until!r}.")


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def names():
    return run_cells("bundled", 'forecasts["linear"] =')


@pytest.mark.parametrize(("past", "ahead"), [(3, 1), (4, 2), (1, 5)])
def test_windows_hold_what_a_loop_would_cut(names, past, ahead):
    table = np.random.default_rng(0).normal(size=(11, 2))
    found = names["windows"](table, past, ahead)
    count = 11 - past - ahead + 1
    assert found.shape == (count, past, 2)
    for i in range(count):
        assert np.array_equal(found[i], table[i : i + past])


@pytest.mark.parametrize(
    ("step", "season", "past", "cycles"),
    [
        ("M", 12, 12, "Y"),
        ("W", 52, 52, "Y"),
        ("D", 7, 14, "Y"),
        ("h", 24, 24, "D"),
    ],
)
def test_own_settings_follow_the_distance_of_the_dates(
    names, step, season, past, cycles
):
    dates = np.datetime64("2020-01-01", step) + np.arange(400)
    found = names["own_settings"](dates)
    assert (found["season"], found["past"]) == (season, past)
    assert found["cycles"] == cycles


def test_own_settings_take_no_season_that_the_series_cannot_show(names):
    few = np.datetime64("2020-01-01") + np.arange(20)
    minutes = np.datetime64("2020-01-01T00:00") + np.arange(900)
    for dates in (few, minutes):
        found = names["own_settings"](dates)
        assert (found["season"], found["past"]) == (1, 4)


def test_a_file_of_the_readers_own_runs_through_the_lesson(tmp_path, capsys):
    days = np.arange("2023-01-01", "2023-06-30", dtype="datetime64[D]")
    rng = np.random.default_rng(0)
    visits = 50 + 20 * (np.arange(len(days)) % 7 > 4) + rng.normal(0, 3, 180)
    rain = rng.gamma(1.0, 2.0, 180)
    path = tmp_path / "my_series.csv"
    rows = zip(days, visits, rain, strict=True)
    lines = [f"{day},{a:.2f},{b:.2f}" for day, a, b in rows]
    path.write_text("\n".join(["date,visits,rain", *lines]) + "\n")

    names = run_cells(str(path), LAST)

    assert names["UNIT"] == "visits"
    assert names["RULE"] == "seasonal naive"
    assert names["table"].shape == (180, 8)  # two channels, six of the calendar
    for forecast in names["forecasts"].values():
        assert forecast.shape == (180,)
        assert np.all(np.isfinite(forecast[names["train"][0] :]))
    errors = names["scores"]["test"]
    assert len(errors) == 11
    assert errors["SARIMA"] < errors["persistence"]
    assert f"reported on {path}" in capsys.readouterr().out
