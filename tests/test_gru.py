"""The promoted code of lesson 08, its figures and its record."""

import itertools
import json
import re

import keras
import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures
from helpers.recurrent import gru
from tools.course import ROOT, lessons

BATCH, TIME, FEATURES, UNITS = 4, 6, 3, 5


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.fixture
def case():
    rng = np.random.default_rng(0)
    return {
        "x": rng.normal(size=(BATCH, TIME, FEATURES)),
        "h": rng.uniform(-1, 1, (BATCH, UNITS)),
        "W_x": rng.normal(0, 0.5, (FEATURES, 3 * UNITS)),
        "W_h": rng.normal(0, 0.5, (UNITS, 3 * UNITS)),
        "b": rng.normal(0, 0.5, (2, 3 * UNITS)),
    }


def run(x, h, *weights, **options):
    layer = keras.layers.GRU(
        UNITS, return_sequences=True, dtype="float64", **options
    )
    layer.build(x.shape)
    layer.set_weights(weights)
    return keras.ops.convert_to_numpy(layer(x, initial_state=h))


def test_gru_on_literal_numbers():
    found = gru(
        np.ones((1, 1, 1)),
        np.array([[0.4]]),
        np.array([[1.0, -1.0, 1.0]]),
        np.full((1, 3), 0.5),
        np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 0.3]]),
    )
    expected = {"z": 0.7685, "r": 0.31, "g": 0.8194, "h": 0.4971}
    assert {
        k: round(float(v[0, 0, 0]), 4) for k, v in found.items()
    } == expected


@pytest.mark.parametrize("reset_after", [True, False])
def test_gru_equals_keras(case, reset_after):
    given = case if reset_after else case | {"b": case["b"][0]}
    theirs = run(*given.values(), reset_after=reset_after)
    found = gru(**given, reset_after=reset_after)
    np.testing.assert_allclose(found["h"], theirs, rtol=0, atol=1e-12)
    assert {value.shape for value in found.values()} == {(BATCH, TIME, UNITS)}


def test_turning_the_gate_is_changing_the_sign_of_its_block(case):
    turned = dict(case)
    for name in ("W_x", "W_h", "b"):
        turned[name] = case[name].copy()
        turned[name][..., :UNITS] *= -1
    np.testing.assert_allclose(
        gru(**turned, z_keeps=False)["h"], gru(**case)["h"], atol=1e-12
    )


def test_gru_leaves_its_arguments_alone(case):
    before = {name: array.copy() for name, array in case.items()}
    gru(**case)
    for name, array in case.items():
        np.testing.assert_array_equal(array, before[name])


STEP = {"x": 1.0, "h_before": 0.4, "r": 0.31, "z": 0.77, "g": 0.82, "h": 0.5}


def test_gru_cell_shows_every_value():
    ax = figures.gru_cell(STEP)
    texts = [text.get_text() for text in ax.texts]
    for shown in ("$z_t$ = 0.77", "$r_t$ = 0.31", "$h_t$ = 0.50", "0.19"):
        assert shown in texts
    assert "kept: 0.31" in texts
    assert "1 − z: 0.23" in texts


def test_gru_cell_names_a_missing_value():
    with pytest.raises(ValueError, match="gru_cell needs.*'r' is None"):
        figures.gru_cell({k: v for k, v in STEP.items() if k != "r"})


def test_longest_draws_a_panel_for_each_task_and_cost():
    axes = figures.longest(
        {"add": {"A": [0, 10], "B": [20, 20]}, "copy": {"A": [10], "B": [0]}},
        {"parameters": {"A": 5, "B": 10}, "time": {"A": 1.0, "B": 2.0}},
        [10, 20],
    )
    assert axes.shape == (2, 2)
    first = axes[0, 0].lines
    assert [line.get_ydata().tolist() for line in first] == [[0, 1], [2, 2]]
    assert np.mean(first[1].get_xdata()) == pytest.approx(10, abs=0.5)
    labels = [label.get_text() for label in axes[0, 0].get_yticklabels()]
    assert labels == ["none", "10", "20"]
    assert axes[1, 1].get_xlabel() == "time"


def test_longest_names_what_does_not_fit():
    costs = {"parameters": {"A": 5}}
    with pytest.raises(ValueError, match=r"\[0, 10, 20\].*'A' has 15"):
        figures.longest({"add": {"A": [15]}}, costs, [10, 20])
    with pytest.raises(ValueError, match="'parameters' lacks.*'B'"):
        figures.longest({"add": {"B": [10]}}, costs, [10, 20])


def test_the_record_was_made_with_the_settings_of_the_lesson():
    [lesson] = lessons("08")
    code = "\n".join(
        cell.source
        for cell in lesson.notebook.cells
        if cell.cell_type == "code"
    )
    record = json.loads((ROOT / "results" / "08_lengths.json").read_text())
    settings = re.search(r"LENGTHS, LONG_BUDGET = (\[.+\]), (\d+)", code)
    assert record["lengths"] == json.loads(settings.group(1))
    assert record["budget"] == int(settings.group(2))
    cells = re.findall(r'"(\w+)": \(keras\.layers\.\w+, (\d+)', code)
    for (name, units), blocks in zip(cells, (1, 3, 4), strict=True):
        n = int(units)
        biases = 2 if name == "GRU" else 1
        expected = blocks * n * (n + 2 + biases)
        assert record["parameters"][name] == expected
    tasks = itertools.product(record["longest"], record["parameters"])
    for task, name in tasks:
        values = record["longest"][task][name]
        assert len(values) == 3
        assert set(values) <= {0, *record["lengths"]}
