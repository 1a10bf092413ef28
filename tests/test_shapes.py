import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from helpers import figures

mpl.use("Agg")


def count(ax, kind):
    return sum(isinstance(patch, kind) for patch in ax.patches)


def texts(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def test_shape_draws_one_box_for_each_thing_that_is_there():
    ax = figures.shape(["a", "b", None], [None, "c", "d"])
    assert texts(ax) == ["a", "b", "c", "d"]
    assert count(ax, FancyBboxPatch) == 3 + 2 + 2
    assert count(ax, FancyArrowPatch) == 2 + 2 + 2


def test_shape_without_recurrence_has_no_arrow_between_states():
    ax = figures.shape(["a", "b"], ["c", "d"], recurrent=False)
    assert count(ax, FancyArrowPatch) == 4


def test_shape_with_start_and_feedback_has_their_arrows():
    ax = figures.shape([None] * 2, ["c", "d"], start="v")
    assert "v" in texts(ax)
    assert count(ax, FancyArrowPatch) == 2 + 1 + 1
    ax = figures.shape(["a", "b"], ["c", "d"], feedback=True)
    assert count(ax, FancyArrowPatch) == 2 + 2 + 1 + 1


def test_shape_feeds_back_only_outputs_that_are_there():
    ax = figures.shape(
        ["a", "b", "c", "d"], [None, None, "x", "y"], split=2, feedback=True
    )
    assert count(ax, FancyArrowPatch) == 4 + 3 + 2 + 1


def test_shape_names_encoder_and_decoder_and_shows_mistakes():
    ax = figures.shape(
        ["a", "b", "c"],
        [None, "x", "y"],
        targets=[None, "x", "z"],
        states=["p", "q", "r"],
        split=1,
    )
    shown = texts(ax)
    assert {"encoder", "decoder", "p", "q", "r"} <= set(shown)
    assert shown.count("x") == 1 and shown.count("z") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"outputs": ["a"]}, "outputs has 1, but inputs has 2"),
        ({"states": ["a"] * 3}, "states has 3, but inputs has 2"),
        ({"targets": ["a"]}, "targets has 1, but inputs has 2"),
        ({"split": 2}, "split must be from 1 to 1 for 2 steps, but it is 2"),
        ({"split": 0}, "split must be from 1 to 1 for 2 steps, but it is 0"),
    ],
)
def test_shape_rejects(arguments, message):
    with pytest.raises(ValueError, match=message):
        figures.shape(
            **{"inputs": ["a", "b"], "outputs": ["c", "d"], **arguments}
        )


def test_trails_draws_each_walk_and_the_nest():
    walk = np.array([[0, 0], [1, 0], [1, 1]])
    ax = figures.trails({"out": walk, "home": walk[::-1]})
    assert "nest" in texts(ax)
    assert np.array_equal(ax.lines[0].get_xydata(), walk)
    labels = [text.get_text() for text in ax.get_legend().get_texts()]
    assert labels == ["out", "home"]


def test_trails_rejects_other_shapes():
    with pytest.raises(ValueError, match=r"'out' has shape \(2, 3\)"):
        figures.trails({"out": np.zeros((2, 3))})
