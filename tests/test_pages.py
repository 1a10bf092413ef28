"""What the site shows of lessons and records, piece by piece."""

import json
import re
import shutil
import subprocess

import nbformat
import numpy as np
import pytest

from tools import course_map, pages, weights
from tools.course import ROOT, lessons
from tools.pages import (
    glossary,
    lesson_pages,
    pictures,
    plans,
    rails,
    records,
    teaching,
)

KNOWN = {lesson.number: lesson for lesson in lessons()}
TERMS = glossary.terms()


def test_needs_come_from_the_card_linked_or_named():
    assert course_map.needs(KNOWN["01"]) == []
    assert course_map.needs(KNOWN["06"]) == ["02", "03", "05"]


def test_implied_needs_are_not_drawn():
    direct = course_map.direct_needs()
    assert direct["01"] == []
    assert direct["06"] == ["05"]


def test_every_lesson_belongs_to_a_part():
    listed = [one.number for _, part in course_map.parts() for one in part]
    assert listed == list(KNOWN)


def test_a_lesson_behind_the_last_part_is_an_error(monkeypatch):
    monkeypatch.setattr(
        course_map, "course", lambda: {"parts": [{"title": "A", "last": "02"}]}
    )
    with pytest.raises(ValueError, match="no part for 03"):
        course_map.parts()


def test_rails_fork_join_and_give_lanes_back():
    rows = rails.rows(
        {"1": [], "2": ["1"], "3": ["1"], "4": ["2", "3"], "5": ["4"]}
    )
    assert [row.lane for row in rows.values()] == [0, 1, 0, 0, 0]
    assert rows["3"].above == [0, 1]
    assert rows["4"].parents == [0, 1]
    assert rows["4"].below == [0]
    assert rows["5"].below == []


def test_a_rail_passes_a_station_that_it_does_not_serve():
    rows = rails.rows({"1": [], "2": [], "3": ["1"]})
    assert rows["2"].lane == 1
    assert rows["2"].above == rows["2"].below == [0]
    drawing = rails._drawing(rows["2"], 36)
    assert f"M9 0V{rails.HEAD}" in drawing


def test_the_map_links_each_lesson_and_states_its_claim():
    html = rails.lesson_map()
    for lesson in lessons():
        assert f'href="notebooks/{lesson.path.stem}.html"' in html
    assert html.count('class="claim"') == len(KNOWN)


@pytest.mark.parametrize(
    ("loads", "parts", "runs"),
    [
        ([3, 3, 3, 3], 2, [[0, 1], [2, 3]]),
        ([1, 1, 1, 9], 2, [[0, 1, 2], [3]]),
        ([5, 5], 7, [[0], [1]]),
        ([4, 1, 1, 4], 3, [[0], [1, 2], [3]]),
    ],
)
def test_days_are_balanced_and_keep_the_order(loads, parts, runs):
    assert plans.split(loads, parts) == runs


def test_two_hours_are_not_more_than_two_hours():
    chosen = plans.two_hours_lessons()
    assert chosen
    total = sum(course_map.minutes(one) for one in chosen)
    assert total + plans.TRY <= plans.TWO_HOURS


def test_a_plan_holds_every_lesson_once():
    for plan in (plans.one_week(), plans.twelve_weeks()):
        assert re.findall(r"notebooks/(\d\d)", plan) == list(KNOWN)
    six = re.findall(r"notebooks/(\d\d)", plans.six_weeks())
    assert six == sorted(set(six))
    assert len(six) <= 12


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["name"])
def test_each_term_is_defined_where_the_glossary_says(term):
    lesson = KNOWN.get(term["lesson"])
    if lesson is None:
        pytest.skip(f"lesson {term['lesson']} is not there yet")
    text = glossary.section(lesson, term["section"])
    assert text, f"lesson {lesson.number} has no {term['section']!r}"
    assert term.get("as", term["name"]).lower() in text.lower()


def test_terms_are_unique():
    names = [term["name"].lower() for term in TERMS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.98765, "0.988"),
        (42143.2, "42,143"),
        (9.7e-17, "9.7·10<sup>-17</sup>"),
        (-0.5, "-0.5"),
    ],
)
def test_numbers_are_short(value, text):
    assert records.number(value) == text


ROW = {"low": 0.9, "high": None, "min": 0.95, "median": 0.97, "max": 1.0}


def test_a_strip_shades_what_the_bound_allows():
    drawing = records.strip(ROW)
    assert f'x="{records.MARGIN:.1f}"' in drawing  # the bound is the least
    assert f"H{records.WIDTH - records.MARGIN:.1f}" in drawing


def test_a_strip_of_small_errors_is_logarithmic():
    row = {"low": None, "high": 1e-6, "min": 1e-8, "median": 1e-7, "max": 1e-7}
    centre = float(re.search(r'cx="([\d.]+)"', records.strip(row)).group(1))
    assert centre == pytest.approx(records.WIDTH / 2)


def test_a_strip_of_equal_values_is_drawn():
    row = {"low": 4, "high": 4, "min": 4, "median": 4, "max": 4}
    assert "nan" not in records.strip(row)


MEASURED = {
    "dataset": "imdb",
    "model": "GRU",
    "baseline": False,
    "split": "test",
    "metric": "token_accuracy",
    "values": [0.87, 0.89, 0.86],
    "seconds": 41.7,
    "cores": 2,
    "date": "2026-11-25",
}


def test_runs_on_real_data_are_shown_by_data_set(tmp_path, monkeypatch):
    other = MEASURED | {"dataset": "films", "baseline": True, "values": [0.5]}
    (tmp_path / "02.json").write_text(json.dumps([MEASURED, other]))
    monkeypatch.setattr(records, "FOLDER", tmp_path)
    text = records.real_data()
    assert "### 02 One recurrent neuron, on imdb" in text
    assert (
        "| **GRU** | token accuracy, test | 0.86 | 0.87 | 0.89 | 3 seeds "
        "| 42 s | 2026-11-25 |"
    ) in text
    assert "| GRU | token accuracy, test | 0.5 | 0.5 | 0.5 | 1 seed |" in text


def test_without_runs_on_real_data_the_page_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "FOLDER", tmp_path)
    assert records.real_data().startswith("No run on a real data set")


def test_exercises_say_how_they_are_graded():
    table = teaching.exercises()
    for lesson in lessons():
        prose = "\n".join(cell.source for cell in lesson.notebook.cells)
        count = len(re.findall(r"^### Exercise \d", prose, re.M))
        assert table.count(f"| [{lesson.number}.") == count > 0
    assert "| [02.2](" in table
    assert "its check, `weight_for_half_life`" in table


def test_a_page_with_an_unknown_fragment_is_an_error():
    with pytest.raises(KeyError, match="nothing"):
        pages.fill("<!-- generated: nothing -->\n")


def test_every_fragment_is_used_by_a_page():
    text = "".join(p.read_text() for p in (ROOT / "docs").glob("*.md"))
    assert set(pages.MARK.findall(text)) == set(pages.FRAGMENTS)


AWAY = {"repository": "https://github.com/someone/unrolled", "branch": "main"}
HOME = {"repository": "", "branch": "main"}


def test_launch_links_need_an_address():
    lesson = KNOWN["02"]
    assert lesson_pages.launch_links(lesson, HOME) == {}
    links = lesson_pages.launch_links(lesson, AWAY)
    assert links["Open in Colab"] == (
        "https://colab.research.google.com/github/someone/unrolled/blob/main/"
        "notebooks/02_one_recurrent_neuron.ipynb"
    )
    assert "someone/unrolled/main" in links["Open in Binder"]
    assert "colab" in lesson_pages.bar(lesson, AWAY)
    assert "colab" not in lesson_pages.bar(lesson, HOME)


def first_cell(settings):
    copy = nbformat.read(course_map.lessons("02")[0].path, 4)
    return lesson_pages.download(copy, settings).cells[1].source


def test_a_notebook_opened_alone_finds_or_installs_the_helpers():
    assert f'"git+{AWAY["repository"]}#egg=unrolled"' in first_cell(AWAY)
    exec(first_cell(HOME), {})  # the helpers are there: nothing happens


def test_a_notebook_opened_alone_says_what_it_lacks(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="needs the course's helpers"):
        exec(first_cell(HOME), {})


def test_the_picture_shows_what_its_caption_says():
    lost = pictures.states(*pictures.PANELS["forgets"][:2])
    kept = pictures.states(*pictures.PANELS["remembers"][:2])
    ends = [*list(pictures.PRESSES)[1:], pictures.STEPS]
    for end, press in zip(ends, pictures.PRESSES.values(), strict=True):
        assert (np.sign(kept[:, end]) == press).all()
        assert 0.2 < (lost[:, end] > 0).mean() < 0.8


def test_the_pictures_are_drawn_for_light_and_dark(tmp_path):
    names = {path.name for path in pictures.draw(tmp_path)}
    assert names == {
        "forgets-light.svg",
        "forgets-dark.svg",
        "remembers-light.svg",
        "remembers-dark.svg",
    }


NETWORK = ROOT / "docs" / "_static" / "try" / "network.js"


def node(script, text=""):
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    done = subprocess.run(
        ["node", "-e", script, str(NETWORK)],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_the_neuron_in_the_browser_is_the_neuron_of_lesson_02():
    inputs = [0.3, -1.0, 0.0, 2.0]
    got = node(
        "const U = require(process.argv[1]);"
        f"console.log(JSON.stringify(U.neuron({inputs}, 0.8, -1.5, 0.3, 0.2)))"
    )
    h = 0.2
    for x, state in zip(inputs, got, strict=True):
        h = np.tanh(0.8 * x - 1.5 * h + 0.3)
        assert state == pytest.approx(h, abs=1e-12)


@pytest.mark.parametrize(
    ("w_h", "b", "stable"),
    [
        (2.0, 0.0, [True, False, True]),
        (0.9, 0.0, [True]),
        (2.0, 0.6, [True]),
        (-2.0, 0.0, [False]),
        (3.0, 0.5, [True, False, True]),
    ],
)
def test_fixed_points_in_the_browser(w_h, b, stable):
    found = node(
        "const U = require(process.argv[1]);"
        f"console.log(JSON.stringify([U.fixedPoints({w_h}, {b}),"
        f" U.holdingThreshold({w_h})]))"
    )
    points, threshold = found
    assert [point["stable"] for point in points] == stable
    for point in points:
        assert point["h"] == pytest.approx(np.tanh(w_h * point["h"] + b))
    assert (abs(b) < threshold) == (len(points) == 3)


IDS = {"not": 2, "good": 3, "a": 4, "film": 5, "n't": 6, "it's": 7, "was": 8}
TEXT = "Not a GOOD film: it's odd, it wasn't a good film."
TOKENS = ["not", "a", "good", "film", "it's", "odd", "it", "was", "n't", "a"]
TOKENS += ["good", "film"]


@pytest.fixture(scope="module", params=[True, False])
def reader(request):
    import keras

    random = keras.initializers.RandomNormal(stddev=0.7, seed=4)
    inputs = keras.Input((None,), dtype="int32")
    x = keras.layers.Embedding(9, 4, embeddings_initializer=random)(inputs)
    x = keras.layers.GRU(
        5,
        return_sequences=True,
        reset_after=request.param,
        kernel_initializer=keras.initializers.RandomNormal(seed=5),
        recurrent_initializer=keras.initializers.RandomNormal(0, 1, seed=6),
        bias_initializer=keras.initializers.RandomNormal(seed=7),
    )(x)
    outputs = keras.layers.Dense(
        1,
        kernel_initializer=keras.initializers.RandomNormal(0, 1, seed=8),
        bias_initializer=random,
    )(x)
    return keras.Model(inputs, outputs)


def in_the_browser(model, read):
    cases = weights.record(read, IDS, [TEXT])
    text = weights.script(model, IDS, 11, cases)
    got = node(
        "const U = require(process.argv[1]); globalThis.window = globalThis;"
        "eval(require('fs').readFileSync(0, 'utf8'));"
        "const w = U.weights; const r = new U.Reader(w);"
        "console.log(JSON.stringify(r.read(w.cases[0].text)))",
        text,
    )
    return got, cases[0]


def test_the_reader_in_the_browser_equals_keras(reader):
    def read(text):
        tokens = TOKENS[-11:]
        z = reader(np.array([[IDS.get(one, 1) for one in tokens]]))
        return tokens, 1 / (1 + np.exp(-np.array(z)[0, :, 0])), None

    got, case = in_the_browser(reader, read)
    assert [step["word"] for step in got] == TOKENS[-11:]
    assert [step["id"] for step in got] == case["ids"]
    assert [step["known"] for step in got].count(False) == 2
    answers = [step["probability"] for step in got]
    assert np.std(answers) > 0.01
    np.testing.assert_allclose(answers, case["probabilities"], atol=1e-5)


LESSON = KNOWN.get(weights.LESSON)


@pytest.mark.skipif(LESSON is None, reason="lesson 14 is not there yet")
def test_the_browser_cuts_texts_into_the_lessons_words():
    from helpers.data import reviews

    source = next(
        cell.source
        for cell in LESSON.notebook.cells
        if "def words(" in cell.source
    )
    space = {"re": re}
    exec(source, space)
    texts = list(reviews.load().test.texts) + ["Élan, 10/10: can't! O'Hara's"]
    got = node(
        "const U = require(process.argv[1]);"
        "const [w, texts] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "const r = new U.Reader(w);"
        "const cut = t => r.words(t).map(x => x.word);"
        "console.log(JSON.stringify(texts.map(cut)))",
        json.dumps([EMPTY, texts]),
    )
    assert got == [space["words"](text) for text in texts]


EMPTY = {
    "apart": weights.APART,
    "pattern": weights.PATTERN,
    "length": 10_000,
    "vocabulary": [],
    "arrays": {"embedding": {"shape": [0, 0], "data": ""}},
}


def test_a_model_that_is_no_reader_is_refused():
    import keras

    model = keras.Sequential(
        [keras.Input((None, 2)), keras.layers.LSTM(3), keras.layers.Dense(1)]
    )
    with pytest.raises(ValueError, match="one layer Embedding"):
        weights.arrays(model)
