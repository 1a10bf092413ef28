"""Lesson 13: its own code against plain loops, and a reader's own text."""

import ast
from collections import Counter

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from scipy import sparse

from tests.test_recurrent import definitions
from tools.course import ROOT, lessons

mpl.use("Agg")

LESSON = lessons("13")[0]
CELLS = [c.source for c in LESSON.notebook.cells if c.cell_type == "code"]


@pytest.fixture(scope="module")
def taught():
    """The functions and classes of the lesson that need NumPy and SciPy."""
    names = {"NGrams", "nats", "windows", "joined"}
    space = {"np": np, "sparse": sparse}
    for source in CELLS:
        for name, node in definitions(source).items():
            if name in names:
                exec(ast.unparse(node), space)
    return space


def witten_bell(text, context, token, size):
    """One probability by plain counting, by recursion over the context."""
    follow = Counter(
        text[i]
        for i in range(len(context), len(text))
        if text[i - len(context) : i] == context
    )
    if context == ():
        lower = 1 / size
    else:
        lower = witten_bell(text, context[1:], token, size)
    if not follow:
        return lower
    kinds, n = len(follow), sum(follow.values())
    return (follow[token] + kinds * lower) / (n + kinds)


def test_ngrams_equal_plain_counting(taught):
    rng = np.random.default_rng(0)
    fit_ids, new_ids = rng.integers(0, 4, 200), rng.integers(0, 4, 40)
    model = taught["NGrams"](fit_ids, 5, order=4)  # token 4 never occurs
    text, new = tuple(fit_ids.tolist()), tuple(new_ids.tolist())
    for order, p in enumerate(model.probabilities(new_ids), 1):
        np.testing.assert_allclose(p.sum(axis=1), 1, atol=1e-12)
        for t in range(order, len(new)):
            context = new[t - order + 1 : t]
            for token in range(5):
                expected = witten_bell(text, context, token, 5)
                assert p[t, token] == pytest.approx(expected, abs=1e-12)


def test_nats_are_the_mean_of_minus_log(taught):
    p = np.array([[0.5, 0.5], [0.25, 0.75]])
    expected = -(np.log(0.5) + np.log(0.25)) / 2
    assert taught["nats"](p, np.array([1, 0])) == pytest.approx(expected)


@pytest.mark.parametrize(("streams", "window"), [(3, 5), (1, 7), (4, 2)])
def test_windows_follow_the_text_and_are_joined_again(taught, streams, window):
    ids = np.arange(103)
    x, y = taught["windows"](ids, streams, window)
    np.testing.assert_array_equal(y, x + 1)
    batches = len(x) // streams
    assert x.shape == (streams * batches, window)
    assert (batches + 1) * streams * window > len(ids) - 1
    np.testing.assert_array_equal(x[streams:, 0], y[:-streams, -1])
    np.testing.assert_array_equal(
        taught["joined"](x, streams), np.arange(x.size)
    )
    pair = np.stack([x, y], axis=-1)
    np.testing.assert_array_equal(
        taught["joined"](pair, streams)[:, 1], np.arange(x.size) + 1
    )


def own_text(folder, length):
    tales = (ROOT / "datasets" / "tales" / "test.txt").read_text("utf-8")
    path = folder / "own.txt"
    path.write_text(tales[:length].replace("q", "é"), encoding="utf-8")
    return path


def run_cells(path, cells):
    """Executes code cells of the lesson with a text of one's own."""
    space = {}
    for source in cells:
        source = source.replace(
            'DATASET = "bundled"', f"DATASET = {str(path)!r}"
        )
        exec(source, space)


def test_the_lesson_runs_on_a_text_of_ones_own(tmp_path, capsys):
    path = own_text(tmp_path, 22_000)
    run_cells(path, CELLS)
    plt.close("all")
    shown = capsys.readouterr().out
    assert f"text ({path})" in shown
    assert f"reported on {path}" in shown


def test_a_text_that_is_too_short_gets_a_sentence(tmp_path):
    path = own_text(tmp_path, 5_000)
    last = next(i for i, s in enumerate(CELLS) if "raise ValueError" in s)
    with pytest.raises(ValueError, match="about 20,000 characters"):
        run_cells(path, CELLS[: last + 1])
