"""Progress of a training run, and runs repeated over seeds."""

import sys
from collections.abc import Callable
from typing import Any

import keras
from tqdm import tqdm


def _bar(*args, **options) -> tqdm:
    """A bar on stdout, since a stored lesson shows no stderr."""
    return tqdm(
        *args, file=sys.stdout, leave=False, dynamic_ncols=True, **options
    )


class Progress(keras.callbacks.Callback):
    """Shows the epochs of one training run as a bar that vanishes at the end.

    Use it with `model.fit(..., verbose=0, callbacks=[Progress()])`. The bar
    shows the elapsed and the remaining time and the latest metrics, and it
    leaves nothing behind in the notebook.

    Args:
        label: text in front of the bar.
    """

    def __init__(self, label: str = "training"):
        super().__init__()
        self.label = label

    def on_train_begin(self, logs=None):
        """Opens the bar."""
        self.bar = _bar(
            total=self.params["epochs"], desc=self.label, unit="epoch"
        )

    def on_epoch_end(self, epoch, logs=None):
        """Moves the bar by one epoch and shows its metrics."""
        self.bar.set_postfix(logs or {}, refresh=False)
        self.bar.update()

    def on_train_end(self, logs=None):
        """Closes the bar."""
        self.bar.close()


def repeat(
    experiment: Callable[[int], Any],
    *,
    seed: int,
    times: int,
    label: str = "seeds",
) -> list[Any]:
    """Runs an experiment with several inner seeds, derived from one seed.

    Args:
        experiment: function of one integer seed. `repeat` seeds Python, NumPy
            and Keras with that integer before each call.
        seed: the lesson's `SEED`; the inner seeds are `100 * seed + i`.
        times: number of runs, from 1 to 100.
        label: text in front of the progress bar.

    Returns:
        List of the results, in the order of the inner seeds.

    Raises:
        ValueError: if `times` is not between 1 and 100, where the inner seeds
            of two lessons' seeds would meet.
    """
    if not 1 <= times <= 100:
        raise ValueError(f"times must be from 1 to 100, but it is {times}.")
    results = []
    for i in _bar(range(times), desc=label, unit="run"):
        keras.utils.set_random_seed(100 * seed + i)
        results.append(experiment(100 * seed + i))
    return results
