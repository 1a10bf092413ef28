"""What a translator needs beside its network: sentences, ids, batches, scores.

Each definition is the same code as in lesson 17, where it is explained;
tests/test_translation.py compares the two.
"""

from collections import Counter

import keras
import numpy as np
import sacrebleu

from helpers.data import pairs
from helpers.decoding import END, PAD, START, UNKNOWN
from helpers.recurrent import bucketed_batches


class Part:
    """Sentences as lists of words, within two lengths (lesson 17).

    Args:
        split: sentences and their references, as `helpers.data.pairs` has them.
        low: fewest words of a source sentence.
        high: most words of a source sentence.
    """

    def __init__(self, split, low, high):
        self.sources, self.references, lengths = [], [], []
        for text, accepted in zip(split.sources, split.references, strict=True):
            number = len(text.split())
            if low <= number <= high:
                self.sources.append(pairs.tokenize(text))
                self.references.append([pairs.tokenize(r) for r in accepted])
                lengths.append(number)
        self.lengths = np.array(lengths)  # (sentences,), words of the source

    def __len__(self):
        return len(self.sources)

    @property
    def targets(self):
        """The reference to learn from."""
        return [accepted[0] for accepted in self.references]


def pooled(parts):
    """Joins several parts, each sentence once (lesson 17).

    Args:
        parts: each a `Part`.

    Returns:
        A `Part`.
    """
    both = Part(pairs.Split(), 0, 0)
    rows = {}
    for one in parts:
        for row in zip(
            one.sources, one.references, one.lengths.tolist(), strict=True
        ):
            rows.setdefault(tuple(row[0]), row)
    both.sources, both.references, lengths = map(
        list, zip(*rows.values(), strict=True)
    )
    both.lengths = np.array(lengths)
    return both


def vocabulary(texts, rarest=1):
    """Numbers the tokens that occur often enough (lesson 17).

    Args:
        texts: lists of tokens.
        rarest: how often a token must occur to get an id.

    Returns:
        Dictionary from token to id, from 4 on, in alphabetical order.
    """
    counts = Counter(token for text in texts for token in text)
    kept = sorted(token for token in counts if counts[token] >= rarest)
    return {token: i for i, token in enumerate(kept, start=4)}


def encode(texts, ids):
    """Turns lists of tokens into rows of ids (lesson 17).

    Args:
        texts: lists of tokens.
        ids: dictionary from token to id.

    Returns:
        Start, ids, end and padding, (texts, longest + 2).
    """
    rows = np.full((len(texts), max(map(len, texts)) + 2), PAD)
    for row, text in zip(rows, texts, strict=True):
        tokens = [ids.get(token, UNKNOWN) for token in text]
        row[: len(text) + 2] = [START, *tokens, END]
    return rows


def decode(rows, ids):
    """Turns rows of ids into lists of tokens, up to the first end (lesson 17).

    Args:
        rows: ids, (texts, time).
        ids: dictionary from token to id.

    Returns:
        The tokens of each row; special ids are left out.
    """
    tokens = {i: token for token, i in ids.items()}
    texts = []
    for row in np.asarray(rows).tolist():
        row = row[: row.index(END)] if END in row else row
        texts.append([tokens[i] for i in row if i in tokens])
    return texts


def exact_match(said, part):
    """Tells which translations are among the accepted ones (lesson 17).

    Args:
        said: for each sentence a list of words.
        part: sentences with their references.

    Returns:
        Array of booleans, (sentences,).
    """
    both = zip(said, part.references, strict=True)
    return np.array([text in accepted for text, accepted in both])


def equal_numbers(groups, rng):
    """Draws equally many sentences of each group (lesson 17).

    Args:
        groups: the group of each sentence, (sentences,).
        rng: generator of the random numbers.

    Returns:
        Indices of the drawn sentences, group after group.
    """
    kinds, counts = np.unique(groups, return_counts=True)
    drawn = [
        rng.choice(np.flatnonzero(groups == kind), counts.min(), replace=False)
        for kind in kinds
    ]
    return np.concatenate(drawn)


def interval(right, rng, times=1000):
    """The middle 95 % of a mean over drawn sentences (lesson 17).

    Args:
        right: one number a sentence, (sentences,).
        rng: generator of the random numbers.
        times: number of draws.

    Returns:
        The lower and the upper end.
    """
    draws = rng.integers(len(right), size=(times, len(right)))
    return np.quantile(right[draws].mean(axis=1), (0.025, 0.975))


def bleu(said, part):
    """BLEU with its interval, by sacrebleu (lesson 17).

    Args:
        said: for each sentence a list of words.
        part: sentences with their references.

    Returns:
        Score, half the width of its interval, signature.
    """
    most = max(map(len, part.references))
    streams = [
        [" ".join(r[min(i, len(r) - 1)]) for r in part.references]
        for i in range(most)
    ]  # one list a reference, all of the same length
    # It warns of texts that are cut into words; ours are, on both sides.
    metric = sacrebleu.BLEU(tokenize="none", force=True)
    texts = [" ".join(text) for text in said]
    score = metric.corpus_score(texts, streams, n_bootstrap=1000)
    return score.score, score._ci, metric.get_signature()


class Buckets(keras.utils.PyDataset):
    """Batches of pairs of similar length (lesson 17).

    Each batch is (source, inputs), targets, cut to its longest row.

    Args:
        sources: ids, (pairs, time).
        targets: ids, (pairs, other time), start included.
        size: pairs of a batch.
        seed: of the order.
    """

    def __init__(self, sources, targets, size, seed):
        super().__init__()
        self.rows, self.size = (sources, targets), size
        self.lengths = [np.sum(rows != PAD, axis=1) for rows in self.rows]
        self.rng = np.random.default_rng(seed)
        self.on_epoch_end()
        # Keras looks at the first two batches to learn which sizes vary.
        for _ in range(100):
            tops = [self.longest(one) for one in self.batches[:2]]
            if all(len({*top}) == len(tops) for top in zip(*tops, strict=True)):
                break
            self.on_epoch_end()

    def __len__(self):
        return len(self.batches)

    def longest(self, chosen):
        """Longest source and longest target of the chosen pairs."""
        return [lengths[chosen].max() for lengths in self.lengths]

    def __getitem__(self, i):
        chosen = self.batches[i]
        source, target = (
            rows[chosen, :most]
            for rows, most in zip(self.rows, self.longest(chosen), strict=True)
        )  # (batch, time), (batch, other time)
        return (source, target[:, :-1]), target[:, 1:]

    def on_epoch_end(self):
        """Mixes the pairs and the batches anew."""
        both = np.sum(self.lengths, axis=0)  # (pairs,)
        self.batches = bucketed_batches(both, self.size, self.rng)


def in_batches(source, target, size, seed, compiled):
    """Makes of rows of ids what `fit` takes (lesson 17).

    Args:
        source: ids, (pairs, time).
        target: ids, (pairs, other time), start included.
        size: pairs of a batch.
        seed: of the order.
        compiled: whether training is compiled for one length: then what is
            left over after the last whole batch is dropped.

    Returns:
        Tuple of arguments: `Buckets`, or inputs, targets and batch size.
    """
    if not compiled:
        return (Buckets(source, target, size, seed),)
    order = np.random.default_rng(seed).permutation(len(source))
    order = order[: len(source) // size * size]
    source, target = source[order], target[order]  # (pairs, time) each
    return [source, target[:, :-1]], target[:, 1:], size


def steps_an_epoch(number, size, compiled):
    """Counts the batches that `in_batches` makes (lesson 17).

    Args:
        number: pairs.
        size: pairs of a batch.
        compiled: as for `in_batches`.

    Returns:
        Number of batches.
    """
    return number // size if compiled else -(-number // size)


def frequencies_first(model, targets):
    """Starts the output bias at the log frequencies (lesson 17).

    Args:
        model: a translator with a layer "decoder" that has a "readout".
        targets: ids, (pairs, time), start included.
    """
    readout = model.get_layer("decoder").get_layer("readout")
    number = readout.bias.shape[0]
    counts = np.bincount(targets[:, 1:].ravel(), minlength=number)  # (ids,)
    counts[PAD] = 0
    readout.bias.assign(np.log((counts + 1) / np.sum(counts + 1)))
