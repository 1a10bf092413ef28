import matplotlib as mpl
import numpy as np
import pytest

from helpers import figures

mpl.use("Agg")


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_readout_draws_one_arrow_to_an_output_or_two():
    new, old = (figures.readout(reads, steps=3) for reads in ("new", "old"))
    assert {"$h_0$", "$x_3$", "$y_3$", "$h_3$"} <= set(texts(new))
    assert "no output\nreads $h_3$" in texts(old)
    assert len(old.patches) == len(new.patches) + 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"reads": "next"}, '"new" or "old", but it is \'next\''),
        ({"reads": "new", "steps": 0}, "at least 1, but it is 0"),
    ],
)
def test_readout_rejects(arguments, message):
    with pytest.raises(ValueError, match=message):
        figures.readout(**arguments)


def test_stack_names_layers_and_sizes():
    ax = figures.stack(np.zeros((6, 3)), [np.zeros((6, 5)), np.zeros((6, 2))])
    assert {
        "input\n(3 features)",
        "layer 1\n(5 units)",
        "layer 2\n(2 units)",
        "t = 6",
    } <= set(texts(ax))


def test_stack_rejects_numbers_of_steps_that_differ():
    with pytest.raises(
        ValueError, match=r"shape \(6, units\).*layer 1 has shape \(5, 2\)"
    ):
        figures.stack(np.zeros((6, 3)), [np.zeros((5, 2))])


def test_dots_draws_every_run_and_the_median():
    ax = figures.dots({"a": np.array([0.1, 0.2, 0.9]), "b": np.array([1.0])})
    assert [len(line.get_xdata()) for line in ax.lines] == [3, 1]
    assert texts(ax) == ["0.20", "1.00"]


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ({}, "at least one named group"),
        ({"a": np.zeros((2, 2))}, r"shape \(runs,\), but 'a' has shape \(2, 2"),
        ({"a": np.zeros(0)}, r"'a' has shape \(0,\)"),
    ],
)
def test_dots_rejects(groups, message):
    with pytest.raises(ValueError, match=message):
        figures.dots(groups)


def test_verdicts_tells_noticed_from_missed():
    ax = figures.verdicts(
        [[0.0, 0.5]], ["fault"], ["weak", "strong"], tolerance=1e-12
    )
    assert texts(ax) == ["missed", "noticed (0.50)"]


def test_verdicts_rejects_values_that_do_not_fit_the_names():
    with pytest.raises(ValueError, match=r"shape \(1, 2\), but .*\(2, 2\)"):
        figures.verdicts(np.zeros((2, 2)), ["a"], ["b", "c"], tolerance=0)
