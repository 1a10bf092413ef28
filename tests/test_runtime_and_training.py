import random

import keras
import numpy as np
import pytest

from helpers import runtime, training


def draws():
    numpys = np.random.rand()  # noqa: NPY002
    return random.random(), numpys, float(keras.random.normal(()))


def test_start_makes_the_draws_repeatable():
    runtime.start(3)
    first = draws()
    runtime.start(3)
    assert draws() == first
    runtime.start(4)
    assert draws() != first


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "0", None])
def test_start_rejects_a_bad_seed(seed):
    with pytest.raises(ValueError, match="SEED must be an integer from 0"):
        runtime.start(seed)


@pytest.mark.parametrize("dataset", ["imbd", "other.csv", ""])
def test_start_rejects_an_unknown_data_set(dataset):
    with pytest.raises(ValueError, match="one of: bundled, imdb, .txt"):
        runtime.start(0, dataset, ["bundled", "imdb", ".txt"])


def test_start_takes_a_file_of_ones_own():
    runtime.start(0, "folder/reviews.txt", ["bundled", ".txt"])


def test_repeat_derives_distinct_seeds_and_keeps_their_order():
    assert training.repeat(lambda seed: seed, seed=3, times=4) == [
        300,
        301,
        302,
        303,
    ]


def test_repeat_seeds_keras_before_each_run():
    def draw(seed):
        return float(keras.random.normal(()))

    first = training.repeat(draw, seed=1, times=3)
    assert first == training.repeat(draw, seed=1, times=3)
    assert len(set(first)) == 3


@pytest.mark.parametrize("times", [0, 101])
def test_repeat_rejects_a_bad_number_of_runs(times):
    with pytest.raises(ValueError, match="from 1 to 100"):
        training.repeat(lambda seed: seed, seed=0, times=times)


def test_progress_shows_the_epochs_on_stdout_and_leaves_nothing(capsys):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    x = np.ones((8, 2))
    progress = training.Progress("fitting")
    model.fit(x, x[:, :1], epochs=3, verbose=0, callbacks=[progress])
    shown = capsys.readouterr()
    assert "fitting" in shown.out and shown.err == ""
    assert shown.out.rsplit("\r", 1)[-1].strip() == ""
