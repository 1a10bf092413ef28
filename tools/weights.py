"""`make weights`: exports the reader of lesson 14 for the page "Try it".

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

from tools.course import KERNEL, ROOT, Lesson, lessons, stop, write_text
from tools.pages import WEIGHTS

TARGET = ROOT / WEIGHTS
LESSON = "14"

#: What the lesson must have set before its weights can be exported: the model,
#: from a word to its id, its settings, and from a text to words, probabilities
#: and states.
NAMES = ("reader", "ids", "settings", "read")

#: The lesson's function `words` in the notation of JavaScript: what is set
#: apart first, and what is a word then. A test compares the two.
APART = ["n't", " n't"]
LETTER = r"[\p{L}\p{N}_]"
PATTERN = rf"n't|{LETTER}+(?:'(?!t(?!{LETTER})){LETTER}+)?"

#: Words that are not in the vocabulary have this id; 0 is padding.
UNKNOWN = 1

EXAMPLES = [
    "The first act is dull and slow, but the rest is a wonderful surprise.",
    "I did not like it. I loved it.",
    "I expected to be bored, and I wasn't.",
    "Not the best film of the year, and not the worst.",
    "A wonderful cast, a beautiful score, and still it isn't worth your time.",
]


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


def record(read, ids: dict[str, int], texts: list[str]) -> list[dict]:
    """Records what Keras answers after each word.

    Args:
        read: the lesson's function, from a text to its words, the probability
            after each and the states.
        ids: from a word to its id.
        texts: the texts.
    """
    cases = []
    for text in texts:
        words, probabilities, _ = read(text)
        cases.append(
            {
                "text": text,
                "ids": [ids.get(word, UNKNOWN) for word in words],
                "probabilities": np.asarray(probabilities).tolist(),
            }
        )
    return cases


def script(model, ids: dict[str, int], length: int, cases: list[dict]) -> str:
    """Returns the script that sets `Unrolled.weights`.

    Args:
        model: the reader.
        ids: from a word to its id; 0 and 1 are no word's.
        length: how many words the reader reads at most, the last ones.
        cases: texts with their ids and Keras's probabilities.
    """
    import keras

    gru = next(one for one in model.layers if isinstance(one, keras.layers.GRU))
    words = [""] * (max(ids.values()) + 1)
    for word, place in ids.items():
        words[place] = word
    weights = {
        "units": gru.units,
        "reset_after": gru.reset_after,
        "unknown": UNKNOWN,
        "apart": APART,
        "pattern": PATTERN,
        "length": length,
        "vocabulary": words,
        "arrays": {name: encoded(one) for name, one in arrays(model).items()},
        "cases": cases,
    }
    text = json.dumps(weights, ensure_ascii=True, separators=(",", ":"))
    return (
        "/* Written by `make weights` from a lesson; do not edit. */\n"
        "(window.Unrolled = window.Unrolled || {}).weights = " + text + ";\n"
    )


def trained(lesson: Lesson) -> dict:
    """Runs a lesson's cells until all of `NAMES` are set, and returns them.

    Args:
        lesson: the lesson.

    Raises:
        SystemExit: with a sentence, if the lesson does not set one of them.
    """
    space: dict = {"__name__": "__main__"}
    for cell in lesson.notebook.cells:
        if cell.cell_type == "code" and not set(NAMES) <= set(space):
            exec(compile(cell.source, lesson.path.name, "exec"), space)
    missing = sorted(set(NAMES) - set(space))
    if missing:
        stop(f"Lesson {lesson.number} does not set {', '.join(missing)}.")
    return {name: space[name] for name in NAMES}


def main() -> int:
    """Writes the script of the lesson's reader."""
    os.environ.update(KERNEL)
    found = trained(lessons(LESSON)[0])
    cases = record(found["read"], found["ids"], EXAMPLES)
    length = found["settings"]["length"]
    write_text(TARGET, script(found["reader"], found["ids"], length, cases))
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
