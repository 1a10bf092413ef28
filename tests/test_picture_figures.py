"""Figures of pictures with captions, and of where a word looks."""

import matplotlib as mpl
import numpy as np
import pytest

from helpers import figures

mpl.use("Agg")


def test_each_picture_has_its_caption_and_its_sign():
    images = np.zeros((3, 4, 4, 3))
    images[1] = 1
    captions = ["a dog", "a very large cat on a mat", "a cow"]
    figure = figures.gallery(
        images, captions, right=[True, False, True], columns=2, width=10
    )
    titles = [ax.get_xlabel() for ax in figure.axes]
    assert [title.replace("\n", " ").strip() for title in titles] == [
        "✓ a dog",
        "✗ a very large cat on a mat",
        "✓ a cow",
        "",
    ]
    assert titles[1].split("\n")[0] == "✗ a very"
    # Padded to equally many lines, so that rows are of one height.
    assert {title.count("\n") for title in titles[:3]} == {2}
    assert [len(ax.images) for ax in figure.axes] == [1, 1, 1, 0]
    assert figure.axes[1].images[0].get_array().mean() == 1


def test_grey_pictures_and_no_signs():
    figure = figures.gallery(np.zeros((1, 8, 32)), ["one two"], title="Read")
    assert figure.axes[0].get_xlabel() == "one two"
    assert figure.axes[0].images[0].get_clim() == (0, 1)
    assert figure.get_suptitle() == "Read"


@pytest.mark.parametrize(
    ("images", "captions", "right"),
    [
        (np.zeros((2, 4, 4)), ["one"], None),
        (np.zeros((1, 4, 4)), ["one"], [True, False]),
        (np.zeros((0, 4, 4)), [], None),
        (np.zeros((4, 4)), ["one"] * 4, None),
    ],
)
def test_gallery_rejects(images, captions, right):
    with pytest.raises(ValueError, match="one caption for each picture"):
        figures.gallery(images, captions, right=right)


def test_each_word_has_its_map_on_one_scale():
    drops = np.zeros((6, 2, 2))
    drops[3, 0, 1], drops[5] = 2, -1
    figure = figures.word_maps(np.zeros((8, 8, 3)), list("abcdef"), drops)
    panels = figure.axes[:10]
    names = ["the picture", *"abcdef", "", "", ""]
    assert [ax.get_title() for ax in panels] == names
    maps = [ax.images[1] for ax in panels[1:7]]
    assert {image.get_clim() for image in maps} == {(0, 2)}
    assert maps[3].get_array().tolist() == [[0, 2], [0, 0]]
    assert maps[5].get_array().max() == 0  # hiding it helps: no colour
    assert maps[3].get_alpha().tolist() == [[0, 0.85], [0, 0]]
    assert [panels[i].texts[0].get_text() for i in (4, 6)] == ["2.0", "0.0"]
    # A map covers the whole picture, whatever its number of cells.
    assert maps[0].get_extent() == [-0.5, 7.5, 7.5, -0.5]


def test_maps_of_a_stride_stand_where_the_places_are():
    # Patches of 4 pixels, 2 apart: centres at 2, 4 and 6 of 8 pixels.
    figure = figures.word_maps(
        np.zeros((8, 8, 3)), ["a"], np.zeros((1, 3, 3)), stride=2
    )
    left, right, bottom, top = figure.axes[1].images[1].get_extent()
    assert [left, right, bottom, top] == [0.5, 6.5, 6.5, 0.5]
    assert figure.axes[1].get_xlim() == (-0.5, 7.5)


@pytest.mark.parametrize("shape", [(2, 4, 4), (3, 4)])
def test_word_maps_rejects(shape):
    with pytest.raises(ValueError, match="one map for each word"):
        figures.word_maps(np.zeros((8, 8, 3)), list("abc"), np.zeros(shape))
