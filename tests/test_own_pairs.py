"""Lessons 17 and 18 on a file of a hundred pairs of a reader's own."""

import numpy as np
import pytest

from helpers.data import pairs
from tools.course import lessons

#: The cell before which a run stops, and cells that are left out because
#: they train on something else.
UNTIL = {"17": "def translate(texts)", "18": "some = translation.pooled("}
OTHER = "numbers = np.random", "stepper(counter)", "French numbers that"


@pytest.fixture(scope="module")
def own_file(tmp_path_factory):
    train = pairs.load("small").train
    path = tmp_path_factory.mktemp("own") / "my_pairs.tsv"
    path.write_text(
        "".join(
            f"{source}\t{accepted[0]}\n"
            for source, accepted in zip(
                train.sources[:100], train.references[:100], strict=True
            )
        ),
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("number", UNTIL)
def test_a_hundred_pairs_are_enough_to_train_on(number, own_file, capsys):
    cells = lessons(number)[0].notebook.cells
    names = {}
    for source in (cell.source for cell in cells if cell.cell_type == "code"):
        if UNTIL[number] in source:
            break
        if not any(text in source for text in OTHER):
            dataset = f"DATASET = {str(own_file)!r}"
            exec(source.replace('DATASET = "bundled"', dataset), names)
    train = names["part"]["train"]
    assert 70 <= len(train) <= 100 < names["settings"]["batch"]
    assert f"{len(names['target_ids'])} " in capsys.readouterr().out
    model = names["translator" if number == "17" else "one"]
    assert model.optimizer.iterations == names["settings"]["epochs"]
    assert all(np.isfinite(w).all() for w in model.get_weights())
