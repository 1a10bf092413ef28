"""Wrong answers to the exercises of lesson 06, and the hint each must get."""

import numpy as np


def draw(units, rng):
    return np.linalg.qr(rng.normal(size=(units, units)))[0]


def without_gain(units, gain, rng):
    return draw(units, rng)


def root_of_gain(units, gain, rng):
    return np.sqrt(gain) * draw(units, rng)


def other_factor(units, gain, rng):
    return gain * np.linalg.qr(rng.normal(size=(units, units)))[1]


def scaled_by_radius(units, gain, rng):
    W = rng.normal(size=(units, units))
    return gain * W / np.max(np.abs(np.linalg.eigvals(W)))


def scaled_by_norm(units, gain, rng):
    W = rng.normal(size=(units, units))
    return gain * W / np.linalg.norm(W, 2)


def scaled_identity(units, gain, rng):
    return gain * np.eye(units)


def own_generator(units, gain, rng):
    return gain * draw(units, np.random.default_rng())


def fixed_generator(units, gain, rng):
    return gain * draw(units, np.random.default_rng(0))


def plain_normal(units, gain, rng):
    return gain * rng.normal(size=(units, units)) / np.sqrt(units)


def forgot_to_return(units, gain, rng):
    gain * draw(units, rng)


def product(steps):
    J = np.eye(steps.shape[1])
    for step in steps:
        J = J @ step
    return J


def kernel(candidates, W_h):
    return W_h * (1 - candidates**2)[:, None, :]


def steps_of(candidates, W_h, leak):
    eye = np.eye(len(W_h))
    return (1 - leak) * eye + leak * kernel(candidates, W_h)


def nothing_kept(candidates, W_h, leak):
    return product(leak * kernel(candidates, W_h))


def kept_in_every_entry(candidates, W_h, leak):
    return product((1 - leak) + leak * kernel(candidates, W_h))


def full_candidate(candidates, W_h, leak):
    eye = np.eye(len(W_h))
    return product((1 - leak) * eye + kernel(candidates, W_h))


def shares_swapped(candidates, W_h, leak):
    return product(steps_of(candidates, W_h, 1 - leak))


def no_leak(candidates, W_h, leak):
    return product(kernel(candidates, W_h))


def reversed_order(candidates, W_h, leak):
    return product(steps_of(candidates, W_h, leak)[::-1])


def transposed(candidates, W_h, leak):
    return product(steps_of(candidates, W_h, leak)).T


def kernel_transposed(candidates, W_h, leak):
    return product(steps_of(candidates, W_h.T, leak))


def slopes_on_rows(candidates, W_h, leak):
    steps = leak * W_h * (1 - candidates**2)[:, :, None]
    return product((1 - leak) * np.eye(len(W_h)) + steps)


def slope_not_squared(candidates, W_h, leak):
    steps = leak * W_h * (1 - candidates)[:, None, :]
    return product((1 - leak) * np.eye(len(W_h)) + steps)


def tanh_twice(candidates, W_h, leak):
    return product(steps_of(np.tanh(candidates), W_h, leak))


def first_step_left_out(candidates, W_h, leak):
    return product(steps_of(candidates, W_h, leak)[1:])


def every_step(candidates, W_h, leak):
    return steps_of(candidates, W_h, leak)


def norm_of(gradients):
    return np.sqrt(sum(np.sum(g**2) for g in gradients))


def per_variable(gradients, limit):
    return [g * min(1, limit / np.linalg.norm(g)) for g in gradients]


def per_entry(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]


def sum_of_norms(gradients, limit):
    total = sum(np.linalg.norm(g) for g in gradients)
    return [g * min(1, limit / total) for g in gradients]


def no_root(gradients, limit):
    total = sum(np.sum(g**2) for g in gradients)
    return [g * min(1, limit / total) for g in gradients]


def always_rescaled(gradients, limit):
    return [g * limit / norm_of(gradients) for g in gradients]


def to_unit_norm(gradients, limit):
    norm = norm_of(gradients)
    return [g / norm if norm > limit else g for g in gradients]


def in_place(gradients, limit):
    factor = min(1, limit / norm_of(gradients))
    for g in gradients:
        g *= factor
    return gradients


def one_long_vector(gradients, limit):
    whole = np.concatenate([g.ravel() for g in gradients])
    return whole * min(1, limit / np.linalg.norm(whole))


def zero_over_zero(gradients, limit):
    norm = norm_of(gradients)
    return [g / norm * min(norm, limit) for g in gradients]


def never_clips(gradients, limit):
    return [g.copy() for g in gradients]


WRONG = {
    "scaled_orthogonal": [
        (without_gain, "the gain is missing"),
        (root_of_gain, "the square of the gain"),
        (other_factor, "triangular"),
        (scaled_by_radius, "The spectral radius is"),
        (scaled_by_norm, "smallest singular value"),
        (scaled_identity, "not random"),
        (own_generator, "same seed give two different"),
        (fixed_generator, "different seeds give the same"),
        (plain_normal, "not a multiple of the identity"),
        (forgot_to_return, "does your function return it?"),
    ],
    "leaky_jacobian": [
        (nothing_kept, "that is kept is missing"),
        (kept_in_every_entry, "belongs on the diagonal"),
        (full_candidate, "needs that factor too"),
        (shares_swapped, "have changed places"),
        (no_leak, "without a leak"),
        (reversed_order, "wrong order"),
        (transposed, "transposed Jacobian"),
        (kernel_transposed, "W_h is transposed"),
        (slopes_on_rows, "multiply the rows"),
        (slope_not_squared, "not 1 - c."),
        (tanh_twice, "without another tanh"),
        (first_step_left_out, "The first step is missing"),
        (every_step, "has shape (1, 3, 3), expected (3, 3)"),
    ],
    "clip_by_global_norm": [
        (per_variable, "which is clipnorm"),
        (per_entry, "which is clipvalue"),
        (sum_of_norms, "not the sum of the norms"),
        (no_root, "a root is missing"),
        (always_rescaled, "must stay as it is"),
        (to_unit_norm, "is 1, not the limit"),
        (in_place, "changes the gradients that it is given"),
        (one_long_vector, "Return a list of arrays"),
        (zero_over_zero, "comes back as NaN"),
        (never_clips, "longer than the limit and unchanged"),
    ],
}
