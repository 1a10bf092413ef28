"""The start of a lesson: quiet logs, seeds, plot style."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence


def start(
    seed: int, dataset: str = "bundled", known: Sequence[str] = ("bundled",)
) -> None:
    """Prepares the kernel so that the lesson runs the same way each time.

    Imports TensorFlow without its start-up messages, seeds Python, NumPy and
    Keras, and sets the course's plot style.

    Args:
        seed: integer from 0 to 2**32 - 1.
        dataset: the lesson's `DATASET`.
        known: the data sets that the lesson has. An entry such as ".csv"
            stands for the path of a file of the reader's own.

    Raises:
        ValueError: if `seed` is not such an integer, or if the lesson does not
            have the data set.
    """
    if not isinstance(seed, int) or not 0 <= seed < 2**32:
        raise ValueError(
            "SEED must be an integer from 0 to 4294967295, "
            f"but it is {seed!r}. Set it in the parameters cell."
        )
    own_file = os.path.splitext(str(dataset))[1]
    if dataset not in known and (not own_file or own_file not in known):
        raise ValueError(
            f"This lesson has no data set {dataset!r}. "
            f"DATASET is one of: {', '.join(known)}."
        )
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    with _quiet_import():
        import keras

    from helpers import figures

    keras.utils.set_random_seed(seed)
    figures.use_style()


@contextlib.contextmanager
def _quiet_import() -> Iterator[None]:
    """Holds back what native code writes to stderr; shows it on a failure.

    TensorFlow 2.21 reports a missing GPU before it reads its log level, so
    that no environment variable silences it.
    """
    sys.stderr.flush()
    with tempfile.TemporaryFile() as held_back:
        stderr = os.dup(2)
        os.dup2(held_back.fileno(), 2)
        try:
            yield
        except BaseException:
            os.dup2(stderr, 2)
            held_back.seek(0)
            sys.stderr.write(held_back.read().decode(errors="replace"))
            raise
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)
