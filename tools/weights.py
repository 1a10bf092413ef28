"""`make weights`: exports the reader of a lesson for the page "Try it".

Runs the lesson's cells until they have trained `reader`, a Keras model with
an embedding, one GRU and a readout at each word, and writes its weights as a
script, which a browser can load from the file system too. With them go
recorded cases: texts, and the probability that Keras gives after each word.
"""

import base64
import json
import os
import sys

import numpy as np

from tools.course import QUIET, ROOT, Lesson, lessons, stop
from tools.pages import WEIGHTS

TARGET = ROOT / WEIGHTS
LESSON = "14"

#: How a text is cut into words, in the notation of JavaScript and Python.
PATTERN = r"[a-z0-9']+|[^\sa-z0-9']"


def arrays(model) -> dict[str, np.ndarray]:
    """Returns the arrays of a reader, from the name in the script.

    Args:
        model: a Keras model with one `Embedding`, one `GRU` and one `Dense`
            layer with one unit.

    Raises:
        ValueError: if the model is built otherwise.
    """
    import keras

    found = {}
    for kind in (keras.layers.Embedding, keras.layers.GRU, keras.layers.Dense):
        layers = [one for one in model.layers if isinstance(one, kind)]
        if len(layers) != 1:
            raise ValueError(
                f"A reader has one layer {kind.__name__}; this model has "
                f"{len(layers)}."
            )
        found[kind.__name__] = layers[0]
    readout = [np.asarray(w) for w in found["Dense"].get_weights()]
    if readout[0].shape[1] != 1:
        raise ValueError("A reader gives one number after each word.")
    kernel, recurrent, bias = found["GRU"].get_weights()
    return {
        "embedding": found["Embedding"].get_weights()[0],
        "kernel": kernel,
        "recurrent_kernel": recurrent,
        "bias": bias,
        "readout": readout[0],
        "readout_bias": readout[1],
    }


def encoded(array: np.ndarray) -> dict:
    """Returns an array as the script holds it: shape and float32 in base64."""
    data = np.ascontiguousarray(array, dtype="<f4").tobytes()
    return {
        "shape": list(array.shape),
        "data": base64.b64encode(data).decode("ascii"),
    }


def script(
    model, vocabulary: list[str], unknown: int, cases: list[dict], pattern: str
) -> str:
    """Returns the script that sets `Unrolled.weights`.

    Args:
        model: the reader.
        vocabulary: the words; a word's place is its id.
        unknown: the id of a word that is not in the vocabulary.
        cases: texts with their ids and Keras's probabilities.
        pattern: regular expression of a word in a lower-cased text.
    """
    import keras

    gru = next(one for one in model.layers if isinstance(one, keras.layers.GRU))
    weights = {
        "units": gru.units,
        "reset_after": gru.reset_after,
        "unknown": unknown,
        "pattern": pattern,
        "vocabulary": vocabulary,
        "arrays": {name: encoded(one) for name, one in arrays(model).items()},
        "cases": cases,
    }
    text = json.dumps(weights, ensure_ascii=True, separators=(",", ":"))
    return (
        "/* Written by `make weights` from a lesson; do not edit. */\n"
        "(window.Unrolled = window.Unrolled || {}).weights = " + text + ";\n"
    )


def record(model, texts: list[str], ids: list[list[int]]) -> list[dict]:
    """Records what Keras answers after each word.

    Args:
        model: the reader, from ids `(batch, time)` to probabilities.
        texts: the texts.
        ids: the ids of each text's words.
    """
    cases = []
    for text, row in zip(texts, ids, strict=True):
        answers = np.asarray(model(np.array([row])))  # (1, time, 1)
        answers = answers.reshape(-1).tolist()
        cases.append({"text": text, "ids": row, "probabilities": answers})
    return cases


def trained(lesson: Lesson) -> dict:
    """Runs a lesson's cells until `reader` and what belongs to it exist.

    Args:
        lesson: the lesson; its cells must set `reader`, `vocabulary` (a word's
            place is its id), `unknown` (an id), `tokenise` (from a text to its
            words) and `examples` (a few texts).

    Returns:
        Those names with their values.
    """
    wanted = {"reader", "vocabulary", "unknown", "tokenise", "examples"}
    space: dict = {"__name__": "__main__"}
    for cell in lesson.notebook.cells:
        if cell.cell_type == "code" and not wanted <= set(space):
            exec(compile(cell.source, lesson.path.name, "exec"), space)
    missing = sorted(wanted - set(space))
    if missing:
        stop(f"Lesson {lesson.number} does not set {', '.join(missing)}.")
    return {name: space[name] for name in wanted}


def main() -> int:
    """Writes the script of the lesson's reader."""
    os.environ.update(QUIET)
    found = trained(lessons(LESSON)[0])
    places = {word: i for i, word in enumerate(found["vocabulary"])}
    ids = [
        [places.get(word, found["unknown"]) for word in found["tokenise"](text)]
        for text in found["examples"]
    ]
    cases = record(found["reader"], list(found["examples"]), ids)
    TARGET.write_text(
        script(
            found["reader"],
            list(found["vocabulary"]),
            found["unknown"],
            cases,
            PATTERN,
        ),
        encoding="utf-8",
    )
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
