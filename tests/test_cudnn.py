"""Lesson 09's rules for cuDNN, where there is a GPU to test them on."""

import keras
import numpy as np
import pytest
import tensorflow as tf

pytestmark = pytest.mark.skipif(
    not tf.config.list_physical_devices("GPU"), reason="no GPU"
)

LAYERS = (keras.layers.GRU, keras.layers.LSTM)
BROKEN = {
    "activation": "relu",
    "recurrent_activation": "hard_sigmoid",
    "recurrent_dropout": 0.5,
    "unroll": True,
    "use_bias": False,
}


def data():
    """Inputs (4, 7, 3) and a mask (4, 7) of sequences padded at the end."""
    x = np.random.default_rng(0).normal(size=(4, 7, 3)).astype("float32")
    return x, np.arange(7) < np.array([7, 4, 2, 1])[:, None]


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize("sequences", [False, True])
def test_cudnn_and_the_loop_agree(kind, sequences):
    x, mask = data()
    rng = np.random.default_rng(1)
    outputs, weights = [], None
    for use_cudnn in (True, False):
        layer = kind(5, return_sequences=sequences, use_cudnn=use_cudnn)
        layer.build(x.shape)
        if weights is None:
            shapes = [w.shape for w in layer.get_weights()]
            weights = [rng.normal(0, 0.5, shape) for shape in shapes]
        layer.set_weights(weights)
        h = np.asarray(layer(x, mask=mask))
        outputs.append(h[mask] if sequences else h)
    np.testing.assert_allclose(*outputs, atol=1e-5)


@pytest.mark.parametrize("kind", LAYERS)
def test_cudnn_refuses_padding_in_front_in_a_graph(kind):
    x, mask = data()
    layer = kind(5)
    run = tf.function(lambda x, mask: layer(x, mask=mask))
    with pytest.raises(tf.errors.InvalidArgumentError, match="right-padded"):
        run(tf.constant(x), tf.constant(mask[:, ::-1]))


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize("option", BROKEN)
def test_cudnn_needs_its_conditions(kind, option):
    x, mask = data()
    with pytest.raises(ValueError, match="use_cudnn=True"):
        kind(5, use_cudnn=True, **{option: BROKEN[option]})(x, mask=mask)


def test_cudnn_needs_reset_after():
    x, mask = data()
    with pytest.raises(ValueError, match="use_cudnn=True"):
        keras.layers.GRU(5, use_cudnn=True, reset_after=False)(x, mask=mask)
