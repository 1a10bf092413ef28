"""The tree of a beam search: what is kept, what is dropped, what is best."""

import matplotlib.pyplot as plt
import pytest

from helpers import figures

NEXT = {
    "": {"le": 0.45, "un": 0.30, "la": 0.25},
    "le": {"chat": 0.4, "chien": 0.3, "sac": 0.3},
    "un": {"chat": 0.5, "sac": 0.5},
    "la": {"maison": 1.0},
}


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def bold(ax):
    return [t.get_text() for t in ax.texts if t.get_weight() == "bold"]


@pytest.mark.parametrize(
    ("width", "kept"),
    [
        (1, ["(start)", "le  0.45", "le chat  0.180"]),
        (
            2,
            [
                "(start)",
                "le  0.45",
                "un  0.30",
                "le chat  0.180",
                "un chat  0.150",
            ],
        ),
        (
            3,
            [
                "(start)",
                "le  0.45",
                "un  0.30",
                "la  0.25",
                "le chat  0.180",
                "un chat  0.150",
                "la maison  0.250  (best)",
            ],
        ),
    ],
)
def test_the_beam_keeps_the_most_probable_beginnings(width, kept):
    assert bold(figures.search_tree(NEXT, width=width)) == kept


def test_dropped_beginnings_have_dotted_lines_and_all_words_are_shown():
    ax = figures.search_tree(NEXT, width=2, title="Dropped")
    assert "Dropped" in (ax.get_title(), ax.get_title(loc="left"))
    assert len(ax.texts) == 1 + 3 + 6
    dotted = [line for line in ax.lines if line.get_linestyle() == ":"]
    assert len(dotted) == 1 + 4


@pytest.mark.parametrize(("following", "width"), [({}, 1), (NEXT, 0)])
def test_nothing_to_draw_is_refused(following, width):
    with pytest.raises(ValueError, match="search_tree needs words"):
        figures.search_tree(following, width=width)
