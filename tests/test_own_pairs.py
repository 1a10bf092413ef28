"""Lessons 17 and 18 on a file of a hundred pairs of a reader's own."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.data import pairs
from tools.course import lessons

mpl.use("Agg")

#: The cell before which a run stops, and cells that are left out because
#: they train on something else.
UNTIL = {"17": "def translate(texts)", "18": "fit = [i for i in row"}
OTHER = "numbers = np.random", "stepper(counter)", "French numbers that"
#: Another script, so that no word is the same in both languages.
GREEK = str.maketrans("aeiourstnl", "αειουρστνλ")


@pytest.fixture(scope="module")
def own_file(tmp_path_factory):
    train = pairs.load("small").train
    path = tmp_path_factory.mktemp("own") / "my_pairs.tsv"
    rows = zip(train.sources[:100], train.references[:100], strict=True)
    text = "".join(f"{s}\t{r[0].lower().translate(GREEK)}\n" for s, r in rows)
    path.write_text(text, encoding="utf-8")
    return path


def run(number, path):
    """Executes the cells of a lesson and returns its names."""
    names = {}
    for cell in lessons(number)[0].notebook.cells:
        if UNTIL[number] in cell.source:
            return names
        if cell.cell_type == "code" and not any(
            o in cell.source for o in OTHER
        ):
            dataset = f"DATASET = {str(path)!r}"
            exec(cell.source.replace('DATASET = "bundled"', dataset), names)
    raise AssertionError(f"No cell of lesson {number} holds {UNTIL[number]!r}.")


@pytest.mark.parametrize("number", UNTIL)
def test_a_hundred_pairs_are_enough(number, own_file, capsys):
    names = run(number, own_file)
    plt.close("all")
    shown = capsys.readouterr().out
    settings, train = names["settings"], names["part"]["train"]
    assert 70 <= len(train) <= 100 < settings["batch"]
    model = names["translator" if number == "17" else "back"]
    assert model.optimizer.iterations == settings["epochs"]
    assert all(np.isfinite(weight).all() for weight in model.get_weights())
    if number == "17":
        assert f"{len(names['ids'])} source and" in shown
    else:
        looks = list(names["watch"].kept.items())
        assert [looks[0][0], looks[-1][0]] == [0, settings["epochs"]]
        assert not np.allclose(looks[0][1], looks[-1][1], atol=1e-6)
        assert "No such word has moved" in shown
        assert f"reported on {own_file}" in shown
