"""Handwritten digits: scikit-learn's small ones, or MNIST.

Bundled with scikit-learn: the test part of "Optical Recognition of
Handwritten Digits", Alpaydin and Kaynak, UCI Machine Learning Repository,
1998. MNIST: LeCun et al., "Gradient-based learning applied to document
recognition", Proceedings of the IEEE 86(11), 1998.
"""

import io
from dataclasses import dataclass

import numpy as np

from .download import fetch, find
from .files import DataError, member, members, own_file, package_file

SOURCES = ("bundled", "mnist")

_MNIST = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz"
# As published in Keras, keras/src/datasets/mnist.py.
_MNIST_HASH = "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1"
_IDX_FILES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)


@dataclass(frozen=True)
class Split:
    """Some digits.

    Attributes:
        images: brightness from 0 to 1, shape `(digits, height, width)`,
            float32; the ink is bright.
        labels: 0 to 9, shape `(digits,)`, integers.
    """

    images: np.ndarray
    labels: np.ndarray

    def __len__(self):
        return len(self.labels)


@dataclass(frozen=True)
class Digits:
    """Digits in three parts that share no picture.

    Attributes:
        source: what `load` was asked for.
        train: digits to fit with.
        valid: digits to choose with.
        test: digits to report on, once.
    """

    source: str
    train: Split
    valid: Split
    test: Split

    def describe(self) -> str:
        """Returns one line: source, sizes, pixels."""
        _, height, width = self.train.images.shape
        return (
            f"digits ({self.source}): {len(self.train):,} train, "
            f"{len(self.valid):,} valid, {len(self.test):,} test, "
            f"{height} x {width} pixels"
        )


def load(source: str = "bundled") -> Digits:
    """Loads handwritten digits.

    Args:
        source: "bundled", 1,797 digits of 8 x 8 pixels, cut 1,197 : 300 : 300
            in their own order, in which the digits of a writer lie together;
            or "mnist", 28 x 28 pixels, with its own test part and the last
            5,000 of its training digits as the validation part.

    Returns:
        Digits with `train`, `valid` and `test`.

    Raises:
        ValueError: if `source` is unknown.
        DataError: if the data cannot be fetched or read.
    """
    own_file(source, SOURCES)
    if source == "mnist":
        train, test = _mnist()
        cut = len(train) - 5000
    else:
        whole = _bundled()
        cut = len(whole) - 600
        train, test = _part(whole, 0, cut + 300), _part(whole, cut + 300)
    return Digits(source, _part(train, 0, cut), _part(train, cut), test)


def _part(split, start, stop=None):
    return Split(split.images[start:stop], split.labels[start:stop])


def _bundled():
    path = package_file("sklearn", "datasets/data/digits.csv.gz")
    rows = np.loadtxt(path, delimiter=",")
    images = rows[:, :-1].reshape(-1, 8, 8).astype("float32") / 16
    return Split(images, rows[:, -1].astype(int))


def _mnist():
    paths = [find(name) for name in _IDX_FILES]
    if all(paths):
        arrays = [_idx(path) for path in paths]
    else:
        arrays = _npz(fetch(_MNIST, known_hash=_MNIST_HASH))
    shapes = [array.shape for array in arrays]
    if shapes != [(60000, 28, 28), (60000,), (10000, 28, 28), (10000,)]:
        raise DataError(
            f"MNIST should be 60,000 and 10,000 pictures of 28 x 28 pixels "
            f"with their labels, but the arrays have the shapes {shapes}. "
            "Replace the files."
        )
    train_images, train_labels, test_images, test_labels = (
        array.astype("float32") / 255 if array.ndim == 3 else array.astype(int)
        for array in arrays
    )
    return Split(train_images, train_labels), Split(test_images, test_labels)


def _idx(path):
    """Reads the IDX format: 0, 0, type 8, rank; sizes; bytes."""
    content = member(path)
    rank = content[3] if content[:3] == b"\x00\x00\x08" else 0
    shape = np.frombuffer(content[4 : 4 + 4 * rank], ">u4")
    numbers = np.frombuffer(content, "u1")[4 + 4 * rank :]
    if rank == 0 or len(shape) != rank or numbers.size != shape.prod():
        raise DataError(
            f"{path} should be an IDX file of bytes, but its header or its "
            "length is not that of one. Replace it."
        )
    return numbers.reshape(shape)


def _npz(path):
    files = dict(members(path))
    try:
        # Without pickle, which could run code.
        return [
            np.load(io.BytesIO(files[f"{axis}_{part}.npy"]), allow_pickle=False)
            for part in ("train", "test")
            for axis in "xy"
        ]
    except (ValueError, KeyError, EOFError) as error:
        raise DataError(
            f"{path} should hold the arrays x_train, y_train, x_test and "
            f"y_test, without pickle, but it does not ({error}). Replace it, "
            "or remove it and call again."
        ) from None
