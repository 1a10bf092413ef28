import gzip
import io
import struct
import zipfile

import numpy as np
import pytest

from helpers.data import digits
from helpers.data.files import DataError


def packed(content):
    """Compresses without a time stamp, so that test ids stay the same."""
    return gzip.compress(content, mtime=0)


PARTS = ("train", "valid", "test")


def pictures(split):
    return {image.tobytes() for image in split.images}


def test_bundled_is_the_set_of_scikit_learn():
    from sklearn.datasets import load_digits

    data = digits.load()
    whole = load_digits()
    splits = [data.train, data.valid, data.test]
    np.testing.assert_array_equal(
        np.concatenate([split.images for split in splits]),
        (whole.images / 16).astype("float32"),
    )
    np.testing.assert_array_equal(
        np.concatenate([split.labels for split in splits]), whole.target
    )
    assert [len(split) for split in splits] == [1197, 300, 300]
    for split in splits:
        assert split.images.dtype == np.float32
        assert split.images.min() == 0 and split.images.max() == 1
        assert np.bincount(split.labels, minlength=10).min() >= 25


def assert_disjoint(data):
    train, valid, test = (pictures(getattr(data, part)) for part in PARTS)
    assert not train & valid and not train & test and not valid & test


def test_the_parts_share_no_picture():
    assert_disjoint(digits.load())


def mnist():
    """Arrays of MNIST's shapes, mostly empty: fast to compress."""
    arrays = {
        "x_train": np.zeros((60_000, 28, 28), "u1"),
        "y_train": (np.arange(60_000) % 10).astype("u1"),
        "x_test": np.zeros((10_000, 28, 28), "u1"),
        "y_test": (np.arange(10_000) % 7).astype("u1"),
    }
    arrays["x_train"][59_999, 2, 3] = 255
    arrays["x_test"][0, 27, 0] = 51
    return arrays


def assert_is_mnist(data):
    assert [len(getattr(data, part)) for part in PARTS] == [
        55_000,
        5_000,
        10_000,
    ]
    assert data.train.images.shape == (55_000, 28, 28)
    assert data.train.images.dtype == np.float32
    assert data.train.images.max() == 0 and data.valid.images[-1, 2, 3] == 1
    assert data.test.images[0, 27, 0] == np.float32(51) / np.float32(255)
    assert data.train.labels[:11].tolist() == [*range(10), 0]
    assert data.valid.labels[0] == 0 and data.test.labels[7] == 0


def idx(array):
    header = struct.pack(
        f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape
    )
    return header + array.tobytes()


def write_idx(folder, arrays):
    for name, array in zip(digits._IDX_FILES, arrays.values(), strict=True):
        (folder / name).write_bytes(packed(idx(array)))


def npz(arrays):
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def bare_zip(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("form", ["idx", "npz"])
def test_mnist_in_small(form, own_folder):
    if form == "idx":
        write_idx(own_folder, mnist())
    else:
        (own_folder / "mnist.npz").write_bytes(npz(mnist()))
    assert_is_mnist(digits.load("mnist"))


def test_the_published_hash_is_asked_for(server, cache, monkeypatch):
    server.files["mnist.npz"] = npz({"x_train": np.zeros(3)})
    monkeypatch.setattr(digits, "_MNIST", server.url("well", "mnist.npz"))
    with pytest.raises(DataError, match="731c5ac602752760c8e48fbffcf8c3b8"):
        digits.load("mnist")
    assert list(cache.iterdir()) == []


class Bomb:
    """Would make a folder while it is unpickled."""

    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        import os

        return os.mkdir, (str(self.folder),)


def test_pickle_is_refused(own_folder, tmp_path):
    folder = tmp_path / "unpickled"
    bomb = np.array([Bomb(folder)], dtype=object)
    (own_folder / "mnist.npz").write_bytes(npz(mnist() | {"y_test": bomb}))
    with pytest.raises(DataError, match="without pickle, but it does not"):
        digits.load("mnist")
    assert not folder.exists()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda content: b"", "cannot be read"),
        (lambda content: content[: len(content) // 2], "cannot be read"),
        (lambda content: b"\x80\x04no archive", "cannot be read"),
        (
            lambda content: npz({"x_train": np.zeros(3)}),
            "arrays x_train, y_train, x_test and y_test",
        ),
        (lambda content: bare_zip({"x_train.npy": b""}), "arrays x_train"),
        (
            lambda content: npz(mnist() | {"y_test": np.zeros(3, "u1")}),
            r"10,000 pictures of 28 x 28.*\(3,\)",
        ),
    ],
)
def test_a_wrong_npz(spoil, message, own_folder):
    path = own_folder / "mnist.npz"
    path.write_bytes(spoil(npz(mnist())))
    with pytest.raises(DataError, match=message):
        digits.load("mnist")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (packed(b""), "should be an IDX file"),
        (packed(b"<html>"), "should be an IDX file"),
        (packed(idx(np.zeros(9, "u1"))[:-1]), "should be an IDX file"),
        (packed(idx(np.zeros(9, "u1"))), r"shapes.*\(9,\)"),
        (packed(idx(np.zeros(9, "u1")))[:-9], "truncated or altered"),
        (b"no archive", "truncated or altered"),
    ],
)
def test_a_wrong_idx_file(content, message, own_folder):
    write_idx(own_folder, mnist())
    (own_folder / "t10k-labels-idx1-ubyte.gz").write_bytes(content)
    with pytest.raises(DataError, match=message):
        digits.load("mnist")


def test_real_mnist(needs_real_data):
    data = digits.load("mnist")
    assert data.train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert data.test.labels[:5].tolist() == [7, 2, 1, 0, 4]
    assert data.train.images.mean() == pytest.approx(0.1307, abs=0.001)
    assert_disjoint(data)
