"""Checks of lesson 06, vanishing and exploding gradients."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


@exercise
def scaled_orthogonal(answer):
    """Checks a function that draws an orthogonal matrix times a gain."""
    for units, gain in ((5, 1.0), (8, 0.5), (6, 1.5)):
        drawn = answer(units, gain, np.random.default_rng(units))
        W = as_array("The matrix", drawn, (units, units))
        gram = W @ W.T  # (units, units)
        target = gain**2 * np.eye(units)
        if close(gram, target, 1e-9):
            continue
        if gain != 1 and close(gram, np.eye(units), 1e-9):
            raise Wrong(
                "The matrix is orthogonal, but the gain is missing: "
                f"W Wᵀ should be {gain**2:g} times the identity."
            )
        if close(gram, gain * np.eye(units), 1e-9):
            raise Wrong(
                "W Wᵀ is gain times the identity; it should be the square of "
                "the gain times it."
            )
        if close(W, np.triu(W)) or close(W, np.tril(W)):
            raise Wrong(
                "The matrix is triangular: np.linalg.qr returns Q and R, you "
                "need Q."
            )
        radius = np.max(np.abs(np.linalg.eigvals(W)))
        norm = np.linalg.norm(W, 2)
        if close(radius, gain, 1e-9):
            raise Wrong(
                f"The spectral radius is {gain:g}, but the norm is "
                f"{norm:.2f}: the matrix lengthens some rows more than "
                "others. Scaling by the largest eigenvalue does not make it "
                "orthogonal."
            )
        if close(norm, gain, 1e-9):
            raise Wrong(
                f"The norm is {gain:g}, but the smallest singular value is "
                f"{np.linalg.norm(W, -2):.2g}: one direction keeps its length "
                "and the others shrink. All singular values must be equal."
            )
        raise Wrong(
            "W Wᵀ is not a multiple of the identity; its largest difference "
            f"from {gain**2:g} I is {np.max(np.abs(gram - target)):.2g}."
        )
    _is_random(answer)


def _is_random(answer):
    first = np.asarray(answer(6, 1.0, np.random.default_rng(1)), dtype=float)
    again = np.asarray(answer(6, 1.0, np.random.default_rng(1)), dtype=float)
    other = np.asarray(answer(6, 1.0, np.random.default_rng(2)), dtype=float)
    if close(np.abs(first), np.eye(6)):
        raise Wrong(
            "The identity is orthogonal, but not random: draw a matrix with "
            "the generator first."
        )
    if not close(first, again):
        raise Wrong(
            "Two generators with the same seed give two different matrices: "
            "draw with the generator that you are given."
        )
    if close(first, other):
        raise Wrong(
            "Generators with different seeds give the same matrix: draw with "
            "the generator that you are given."
        )


def _leaky_steps(candidates, W_h, leak):
    slopes = 1 - candidates**2  # (time, units)
    return (1 - leak) * np.eye(len(W_h)) + leak * W_h * slopes[:, None, :]


def _product(steps):
    J = np.eye(steps.shape[1])
    for step in steps:
        J = J @ step
    return J


@exercise
def leaky_jacobian(answer):
    """Checks the Jacobian of a leaky cell over all its steps."""
    rng = np.random.default_rng(6)
    for time, units, leak in ((1, 3, 0.3), (4, 5, 0.3), (6, 4, 0.8)):
        candidates = np.tanh(rng.normal(size=(time, units)))
        W_h = rng.normal(0, 0.6, (units, units))
        given = candidates.copy(), W_h.copy(), leak
        found = as_array("The Jacobian", answer(*given), (units, units))
        steps = _leaky_steps(candidates, W_h, leak)
        if close(found, _product(steps), 1e-9):
            continue
        kernel = W_h * (1 - candidates**2)[:, None, :]
        eye = np.eye(units)
        for wrong, hint in (
            (
                _product(leak * kernel),
                "The part of the state that is kept is missing: it adds "
                "(1 - leak) times the identity at each step.",
            ),
            (
                _product((1 - leak) + leak * kernel),
                "(1 - leak) is added to every entry; a unit keeps its own "
                "state only, so it belongs on the diagonal.",
            ),
            (
                _product((1 - leak) * eye + kernel),
                "The candidate enters with the weight leak, so the kernel's "
                "part needs that factor too.",
            ),
            (
                _product(leak * eye + (1 - leak) * kernel),
                "leak and 1 - leak have changed places: the state keeps a "
                "share of 1 - leak.",
            ),
            (
                _product(kernel),
                "This is the Jacobian of a cell without a leak.",
            ),
            (
                _product(steps[::-1]),
                "The steps are multiplied in the wrong order: with rows as "
                "vectors the first step stands on the left (Eq. 6.3).",
            ),
            (
                _product(steps).T,
                "This is the transposed Jacobian: entry (i, j) is the effect "
                "of unit i before on unit j after.",
            ),
            (
                _product(
                    (1 - leak) * eye
                    + leak * W_h * (1 - candidates**2)[:, :, None]
                ),
                "The slopes multiply the rows of W_h; each belongs to the "
                "unit that the weight leads to, its column.",
            ),
            (
                _product(_leaky_steps(candidates, W_h.T, leak)),
                "W_h is transposed.",
            ),
            (
                _product(
                    (1 - leak) * eye + leak * W_h * (1 - candidates)[:, None, :]
                ),
                "The slope of tanh is 1 - c², not 1 - c.",
            ),
            (
                _product(
                    (1 - leak) * eye
                    + leak * W_h * (1 - np.tanh(candidates) ** 2)[:, None, :]
                ),
                "The candidates are values of tanh already: their slope is "
                "1 - c², without another tanh.",
            ),
            (
                _product(steps[1:]),
                "The first step is missing: the product begins at h_0, so it "
                "has one factor a step.",
            ),
        ):
            if close(found, wrong, 1e-9):
                raise Wrong(hint)
        raise Wrong(
            f"For {time} steps of {units} units your result is off by "
            f"{np.max(np.abs(found - _product(steps))):.2g}."
        )


@exercise
def clip_by_global_norm(answer):
    """Checks clipping of several gradients by their common norm."""
    rng = np.random.default_rng(6)
    large = [3 * rng.normal(size=s) for s in ((2, 3), (3, 3), (3,))]
    small = [0.01 * g for g in large]
    for gradients, limit in ((large, 2.0), (small, 2.0)):
        norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
        given = [g.copy() for g in gradients]
        found = _like(answer(given, limit), gradients)
        if any(
            not np.array_equal(g, old)
            for g, old in zip(given, gradients, strict=True)
        ):
            raise Wrong(
                "Your function changes the gradients that it is given: "
                "g * factor makes a new array, g *= factor does not."
            )
        for wrong, hint in _clip_mistakes(gradients, norm, limit):
            if _same(found, wrong):
                raise Wrong(hint)
        factor = min(1.0, limit / norm)
        if not _same(found, [g * factor for g in gradients]):
            length = np.sqrt(sum(np.sum(g**2) for g in found))
            raise Wrong(
                f"A gradient of norm {norm:.3g}, clipped to {limit:g}, comes "
                f"back with norm {length:.3g}."
            )
    _zeros(answer, large)


def _clip_mistakes(gradients, norm, limit):
    """Pairs of a wrong result and its hint, as far as they apply."""
    norms = [np.linalg.norm(g) for g in gradients]
    if norm <= limit:
        yield (
            [g * limit / norm for g in gradients],
            "A gradient that is short enough must stay as it is; yours is "
            "lengthened to the limit.",
        )
        return
    yield gradients, "The gradient is longer than the limit and unchanged."
    yield (
        [g * min(1, limit / n) for g, n in zip(gradients, norms, strict=True)],
        "Each gradient is clipped by its own norm, which is clipnorm: use "
        "one norm for all of them together.",
    )
    yield (
        [np.clip(g, -limit, limit) for g in gradients],
        "Each entry is clipped by itself, which is clipvalue: it turns the "
        "gradient.",
    )
    yield (
        [g * limit / sum(norms) for g in gradients],
        "The norm of all gradients together is the root of the sum of the "
        "squares, not the sum of the norms.",
    )
    yield (
        [g * limit / norm**2 for g in gradients],
        "You divide by the square of the norm: a root is missing.",
    )
    yield (
        [g / norm for g in gradients],
        "The norm of your result is 1, not the limit.",
    )


def _like(found, gradients):
    if found is None:
        raise Wrong("The result is None: does your function return it?")
    if isinstance(found, np.ndarray) or not isinstance(found, (list, tuple)):
        raise Wrong(
            "Return a list of arrays, one for each gradient; you return "
            f"{type(found).__name__}."
        )
    if len(found) != len(gradients):
        raise Wrong(
            f"You return {len(found)} arrays for {len(gradients)} gradients."
        )
    return [
        as_array(f"Gradient {i}", f, g.shape)
        for i, (f, g) in enumerate(zip(found, gradients, strict=True), 1)
    ]


def _same(found, expected):
    return all(close(f, e, 1e-9) for f, e in zip(found, expected, strict=True))


def _zeros(answer, gradients):
    zeros = [np.zeros_like(g) for g in gradients]
    with np.errstate(all="ignore"):
        found = answer([z.copy() for z in zeros], 1.0)
    if not all(np.all(np.isfinite(f)) for f in found):
        raise Wrong(
            "A gradient of zeros comes back as NaN: zero divided by its norm. "
            "Divide only when the norm exceeds the limit."
        )
