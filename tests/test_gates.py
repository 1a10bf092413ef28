"""The pictures of gated cells."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import figures

STEP = {
    "x": 1.0,
    "h_before": 0.4,
    "c_before": 0.5,
    "f": 0.9,
    "i": 0.8,
    "g": 0.7,
    "o": 0.6,
    "c": 1.01,
    "h": 0.45,
}


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_lstm_cell_shows_every_value():
    ax = figures.lstm_cell(STEP)
    texts = [text.get_text() for text in ax.texts]
    for shown in ("$f_t$ = 0.90", "$c_t$ = 1.01", "kept: 0.45", "0.56"):
        assert shown in texts
    assert "tanh: 0.77" in texts


def test_lstm_cell_names_a_missing_value():
    with pytest.raises(ValueError, match="one number for each.*'o' is None"):
        figures.lstm_cell({k: v for k, v in STEP.items() if k != "o"})
    with pytest.raises(ValueError, match="'c' is"):
        figures.lstm_cell(STEP | {"c": np.zeros(2)})


def test_gates_over_time_draws_inputs_gates_and_memory():
    top, middle, bottom = figures.gates_over_time(
        np.array([0.2, 0.9, 0.4]),
        {"i": np.array([0.0, 1.0, 0.0])},
        {"c": np.array([0.0, 0.9, 0.9])},
        events={"marked": [2]},
    )
    stems = top.collections[0].get_segments()
    assert [stem[1][1] for stem in stems] == [0.2, 0.9, 0.4]
    assert np.array_equal(middle.lines[0].get_ydata(), [0.0, 1.0, 0.0])
    assert np.array_equal(bottom.lines[0].get_ydata(), [0.0, 0.9, 0.9])
    assert [text.get_text() for text in top.texts] == ["marked"]
    assert top.texts[0].xy[0] == 2


def test_gates_over_time_names_the_wrong_shapes():
    with pytest.raises(ValueError, match=r"\(time,\).*\(2, 3\)"):
        figures.gates_over_time(np.zeros((2, 3)), {}, {}, events={})
    with pytest.raises(ValueError, match=r"'i' has shape \(2,\).*\(3,\)"):
        figures.gates_over_time(
            np.zeros(3), {"i": np.zeros(2)}, {"c": np.zeros(3)}, events={}
        )


def test_dots_writes_the_median_with_the_digits_asked_for():
    ax = figures.dots({"a": np.array([1.0, 300.4, 900.0])}, digits=0)
    assert [text.get_text() for text in ax.texts] == ["300"]
