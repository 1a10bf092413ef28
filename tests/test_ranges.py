"""Ranges over runs: figure, and the records that they are drawn from."""

import json

import matplotlib.pyplot as plt
import pytest

from helpers import figures, records


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def test_ranges_draw_lines_middles_and_the_marked_run():
    ax = figures.ranges(
        {"GRU": (0.7, 0.85, 0.9), "LSTM": (0.6, 0.7, 0.75)},
        {"LSTM": 0.72},
        title="found",
        xlabel="accuracy",
    )
    drawn = [(list(line.get_xdata()), line.get_ydata()[0]) for line in ax.lines]
    assert drawn == [
        ([0.7, 0.9], 0),
        ([0.85], 0),
        ([0.6, 0.75], -1),
        ([0.7], -1),
        ([0.72], -1),
    ]
    assert [label.get_text() for label in ax.get_yticklabels()] == [
        "GRU",
        "LSTM",
    ]
    assert [text.get_text() for text in ax.texts] == ["0.85", "0.70"]
    assert ax.get_xlabel() == "accuracy"


def test_ranges_draw_a_marked_run_without_a_range():
    ax = figures.ranges({}, {"GRU": 0.5})
    assert len(ax.lines) == 1
    assert ax.get_yticklabels()[0].get_text() == "GRU"


def test_ranges_reject_what_cannot_be_drawn():
    with pytest.raises(ValueError, match="at least one named group"):
        figures.ranges({})
    with pytest.raises(ValueError, match="in this order; 'GRU'"):
        figures.ranges({"GRU": (0.9, 0.8, 0.7)})


def test_over_seeds_reads_rows_by_their_claim(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "SEEDS", tmp_path)
    assert records.over_seeds("10") == {}
    row = {"claim": "GRU: share", "min": 0.7, "median": 0.8, "max": 0.9}
    (tmp_path / "10.json").write_text(json.dumps([row]))
    assert records.over_seeds("10") == {"GRU: share": row}
