"""Sentences, ids, batches and scores of translators, promoted from lesson 17.

Lesson 16 has functions of the same names for captions, so the comparison
names the lesson.
"""

import ast

import keras
import numpy as np
import pytest

from helpers import translation
from helpers.data import pairs
from helpers.decoding import END, PAD, START, UNKNOWN
from tests.test_recurrent import definitions, taught, without_docstrings
from tools.course import ROOT

SOURCE = (ROOT / "helpers" / "translation.py").read_text(encoding="utf-8")
PROMOTED = definitions(SOURCE)
LESSON = {name: node for number, name, node in taught() if number == "17"}


@pytest.mark.parametrize("name", PROMOTED)
def test_promoted_code_is_the_code_of_its_lesson(name):
    assert without_docstrings(PROMOTED[name]) == without_docstrings(
        LESSON[name]
    ), f"{name} differs from lesson 17"
    assert "lesson 17" in ast.get_docstring(PROMOTED[name])


def part(*rows):
    sources, references = zip(*rows, strict=True)
    return translation.Part(pairs.Split(sources, references), 1, 9)


PART = part(
    ("You sleep.", ("Tu dors.", "Vous dormez.")),
    ("He sees the lake.", ("Il voit le lac.",)),
    ("She sleeps.", ("Elle dort.",)),
)


def test_a_part_keeps_the_lengths_that_it_is_asked_for():
    one = translation.Part(
        pairs.Split(("One.", "One two.", "One two three."), (("a",),) * 3), 2, 2
    )
    assert one.sources == [["one", "two", "."]]
    assert one.lengths.tolist() == [2]
    assert PART.targets[0] == ["tu", "dors", "."]


def test_pooled_parts_have_each_sentence_once():
    other = part(("He sees the lake.", ("Autre.",)), ("No.", ("Non.",)))
    both = translation.pooled([PART, other])
    assert len(both) == 4
    assert both.lengths.tolist() == [2, 4, 2, 1]
    assert both.references[1] == [["il", "voit", "le", "lac", "."]]


def test_rows_of_ids_become_the_same_words_again():
    texts = [["b", "a"], ["c", "b", "a"]]
    ids = translation.vocabulary(texts, rarest=2)
    assert ids == {"a": 4, "b": 5}
    rows = translation.encode(texts, ids)
    assert rows.tolist() == [
        [START, 5, 4, END, PAD],
        [START, UNKNOWN, 5, 4, END],
    ]
    assert translation.decode(rows[:, 1:], ids) == [["b", "a"], ["b", "a"]]
    assert translation.decode([[4, END, 5, 5]], ids) == [["a"]]


def test_each_reference_is_accepted():
    said = [["vous", "dormez", "."], ["il", "voit"], ["elle", "dort", "."]]
    right = translation.exact_match(said, PART)
    assert right.tolist() == [True, False, True]
    score, margin, signature = translation.bleu(PART.targets, PART)
    assert score == pytest.approx(100)
    assert margin >= 0
    assert "tok:none" in str(signature)


def test_groups_are_drawn_equally_often():
    groups = np.array([1, 1, 1, 2, 2, 3, 3, 3])
    rng = np.random.default_rng(0)
    drawn = translation.equal_numbers(groups, rng)
    assert groups[drawn].tolist() == [1, 1, 2, 2, 3, 3]
    assert len(set(drawn.tolist())) == 6
    low, high = translation.interval(groups == 1, rng, times=200)
    assert 0 <= low < 3 / 8 < high <= 1


def test_a_bucket_is_cut_to_its_longest_pair():
    rng = np.random.default_rng(0)
    lengths = rng.integers(1, 6, 40)
    texts = [["a"] * n for n in lengths]
    ids = translation.vocabulary(texts)
    sources = translation.encode(texts, ids)[:, 1:]
    targets = translation.encode([t + ["a"] for t in texts], ids)
    batches = translation.Buckets(sources, targets, 8, seed=0)
    assert len(batches) == 5
    rows = 0
    for i in range(len(batches)):
        (source, inputs), output = batches[i]
        rows += len(source)
        longest = np.sum(source != PAD, axis=1).max()
        assert source.shape[1] == longest
        assert inputs.shape[1] == output.shape[1] == longest + 1
        np.testing.assert_array_equal(inputs[:, 1:], output[:, :-1])
    assert rows == 40


def test_batches_of_one_length_are_whole_and_shifted():
    source = np.arange(22).reshape(11, 2) + 4
    target = np.arange(33).reshape(11, 3) + 4
    rows, output, size = translation.in_batches(source, target, 4, 0, True)
    assert size == 4
    assert len(rows[0]) == len(rows[1]) == len(output) == 8
    kept = (rows[0][:, 0] - 4) // 2  # which pairs
    assert len(set(kept.tolist())) == 8
    np.testing.assert_array_equal(rows[0], source[kept])
    np.testing.assert_array_equal(rows[1], target[kept, :-1])
    np.testing.assert_array_equal(output, target[kept, 1:])
    assert translation.steps_an_epoch(11, 4, True) == len(output) / 4
    (buckets,) = translation.in_batches(source, target, 4, 0, False)
    assert isinstance(buckets, translation.Buckets)
    assert translation.steps_an_epoch(11, 4, False) == len(buckets)
    assert translation.steps_an_epoch(12, 4, False) == 3


def test_the_output_bias_starts_at_the_log_frequencies():
    tokens = keras.Input((None,), dtype="int32")
    hidden = keras.layers.Embedding(6, 3)(tokens)
    logits = keras.layers.Dense(6, name="readout")(hidden)
    decoder = keras.Model(tokens, logits, name="decoder")
    again = keras.Input((None,), dtype="int32")
    model = keras.Model(again, decoder(again))
    targets = np.array([[START, 4, 4, 5, END], [START, 4, END, PAD, PAD]])
    translation.frequencies_first(model, targets)
    p = np.exp(decoder.get_layer("readout").bias.numpy())
    np.testing.assert_allclose(p, np.array([1, 1, 3, 1, 4, 2]) / 12, rtol=1e-5)
