"""The promoted code: the same as in its lesson, and right."""

import ast
import copy
import itertools
from pathlib import Path

import keras
import numpy as np
import pytest

from helpers.recurrent import SimpleCell, bucketed_batches, simple_rnn
from tools.course import ROOT, lessons

BATCH, TIME, FEATURES, UNITS = 4, 6, 3, 5
OPTIONS = {"return_sequences": True, "dtype": "float64"}
#: Modules of promoted code; one that does not exist yet is skipped.
MODULES = ["recurrent", "decoding"]


def definitions(source):
    """Returns the functions and classes at the top level of Python code."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {
        node.name: node
        for node in ast.parse(source).body
        if isinstance(node, kinds)
    }


def without_docstrings(node):
    """Dumps a syntax tree without positions and without docstrings."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    node = copy.deepcopy(node)
    for inner in ast.walk(node):
        if isinstance(inner, kinds) and ast.get_docstring(inner) is not None:
            inner.body = inner.body[1:] or [ast.Pass()]
    return ast.dump(node)


def taught():
    """Yields lesson, name and tree of what the lessons' cells define."""
    for lesson in lessons():
        for cell in lesson.notebook.cells:
            if cell.cell_type == "code":
                for name, node in definitions(cell.source).items():
                    yield lesson.number, name, node


def promoted():
    """Yields module, name and tree of the promoted code."""
    for module in MODULES:
        path = Path(ROOT / "helpers" / f"{module}.py")
        if path.exists():
            nodes = definitions(path.read_text(encoding="utf-8"))
            yield from ((module, *item) for item in nodes.items())


PROMOTED = [
    pytest.param(name, node, id=f"{module}.{name}")
    for module, name, node in promoted()
    if not name.startswith("_")
]


@pytest.mark.parametrize(("name", "node"), PROMOTED)
def test_promoted_code_is_the_code_of_its_lesson(name, node):
    found = [(number, tree) for number, own, tree in taught() if own == name]
    assert found, f"no lesson defines {name}"
    number, tree = found[0]
    assert without_docstrings(node) == without_docstrings(tree), (
        f"{name} differs from lesson {number}"
    )


@pytest.mark.parametrize(("name", "node"), PROMOTED)
def test_promoted_code_names_its_lesson(name, node):
    number = next(number for number, own, _ in taught() if own == name)
    assert f"lesson {number}" in ast.get_docstring(node)


def test_the_comparison_ignores_docstrings_and_nothing_else():
    first, second, third = (
        without_docstrings(ast.parse(code))
        for code in [
            'class A:\n    """One."""\n    def f(self):\n        return 1',
            'class A:\n    def f(self):\n        """Two."""\n        return 1',
            "class A:\n    def f(self):\n        return 2",
        ]
    )
    assert first == second
    assert first != third


@pytest.fixture
def case():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(BATCH, TIME, FEATURES))
    h = rng.normal(size=(BATCH, UNITS))
    weights = [
        rng.normal(0, 0.5, shape)
        for shape in [(FEATURES, UNITS), (UNITS, UNITS), (UNITS,)]
    ]
    return x, h, weights


def run(layer, x, h, weights):
    layer(x, initial_state=h)
    layer.set_weights(weights)
    return keras.ops.convert_to_numpy(layer(x, initial_state=h))


def test_simple_rnn_on_literal_numbers():
    states = simple_rnn(
        np.arange(4.0).reshape(1, 4, 1),
        np.array([[1.0, 2.0]]),
        np.array([[1.0, -1.0]]),
        np.array([[0.0, 1.0], [2.0, 0.0]]),
        np.array([0.0, 0.5]),
        activation=lambda a: a,
    )
    expected = [[[4, 1.5], [4, 3.5], [9, 2.5], [8, 6.5]]]
    np.testing.assert_array_equal(states, expected)


@pytest.mark.parametrize(
    ("name", "function"),
    [("tanh", np.tanh), ("relu", lambda a: np.maximum(a, 0))],
)
def test_simple_rnn_equals_keras(case, name, function):
    x, h, weights = case
    layer = keras.layers.SimpleRNN(UNITS, activation=name, **OPTIONS)
    ours = simple_rnn(x, h, *weights, activation=function)
    np.testing.assert_allclose(
        ours, run(layer, x, h, weights), rtol=0, atol=1e-12
    )


def test_simple_rnn_leaves_its_arguments_alone(case):
    x, h, weights = case
    before = [array.copy() for array in (x, h, *weights)]
    simple_rnn(x, h, *weights)
    for array, old in zip((x, h, *weights), before, strict=True):
        np.testing.assert_array_equal(array, old)


@pytest.mark.parametrize("activation", ["tanh", "relu"])
@pytest.mark.parametrize(
    "switches", list(itertools.product([False, True], repeat=3))
)
def test_cell_equals_keras_under_every_switch(case, activation, switches):
    x, h, weights = case
    names = ["return_sequences", "go_backwards", "unroll"]
    options = dict(zip(names, switches, strict=True), dtype="float64")
    cell = SimpleCell(UNITS, activation, dtype="float64")
    ours = run(keras.layers.RNN(cell, **options), x, h, weights)
    theirs = run(
        keras.layers.SimpleRNN(UNITS, activation, **options), x, h, weights
    )
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_cell_stacks(case):
    x, h, weights = case
    rng = np.random.default_rng(1)
    more = [rng.normal(0, 0.5, shape) for shape in [(UNITS, 2), (2, 2), (2,)]]
    h_2 = rng.normal(size=(BATCH, 2))
    cells = keras.layers.StackedRNNCells(
        [SimpleCell(n, dtype="float64") for n in (UNITS, 2)], dtype="float64"
    )
    ours = run(
        keras.layers.RNN(cells, **OPTIONS), x, [h, h_2], [*weights, *more]
    )
    theirs = simple_rnn(simple_rnn(x, h, *weights), h_2, *more)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_cell_has_the_start_values_and_parameters_of_keras():
    keras.utils.set_random_seed(0)
    layer = keras.layers.RNN(SimpleCell(UNITS))
    layer.build((None, None, FEATURES))
    kernel, recurrent, bias = layer.get_weights()
    assert layer.count_params() == UNITS * (UNITS + FEATURES + 1)
    assert np.abs(kernel).max() <= np.sqrt(6 / (FEATURES + UNITS))
    np.testing.assert_allclose(
        recurrent @ recurrent.T, np.eye(UNITS), atol=1e-5
    )
    assert not bias.any()


def test_a_model_with_the_cell_can_be_saved(case, tmp_path):
    x = case[0].astype("float32")
    inputs = keras.Input((TIME, FEATURES))
    model = keras.Model(inputs, keras.layers.RNN(SimpleCell(UNITS))(inputs))
    path = tmp_path / "model.keras"
    model.save(path)
    loaded = keras.models.load_model(
        path, custom_objects={"SimpleCell": SimpleCell}
    )
    np.testing.assert_array_equal(
        loaded.predict_on_batch(x), model.predict_on_batch(x)
    )


def test_buckets_hold_each_sequence_once_and_similar_lengths_together():
    lengths = np.array([5, 1, 9, 2, 8, 1, 7, 3, 5])
    seen = set()
    for seed in range(20):
        batches = bucketed_batches(lengths, 4, np.random.default_rng(seed))
        assert sorted(np.concatenate(batches)) == list(range(9))
        kinds = sorted(sorted(lengths[batch]) for batch in batches)
        assert kinds == [[1, 1, 2, 3], [5, 5, 7, 8], [9]]
        seen.add(tuple(map(tuple, batches)))
    assert len(seen) > 6
