"""Checks of lesson 02, one recurrent neuron."""

import numpy as np

from helpers.exercises import Wrong, as_array, close, exercise


def _states(inputs, w_x, w_h, b, h_0):
    states = [h_0]
    for x in inputs:
        states.append(np.tanh(w_x * x + w_h * states[-1] + b))
    return np.array(states[1:])  # (time,)


@exercise
def weight_for_half_life(answer):
    """Checks a function from a half-life in steps to a recurrent weight."""
    for steps in (1, 3, 10, 200):
        weight = float(
            as_array(f"The weight for {steps} steps", answer(steps), ())
        )
        if close(weight, 0.5 ** (1 / steps), 1e-9):
            continue
        if close(weight, np.exp(-1 / steps)):
            raise Wrong(
                "This is the weight with that time constant: a share 1/e is "
                "left, not one half."
            )
        if close(weight, 1 - 1 / steps) or close(weight, 1 - np.log(2) / steps):
            raise Wrong(
                "This is an approximation for weights close to one; solve "
                "Eq. 2.3 for the weight."
            )
        if close(weight, 0.5**steps) and steps > 1:
            raise Wrong(
                "One half to the power of the steps is what a weight of one "
                "half leaves: here the weight to that power must be one half."
            )
        if not 0 < weight < 1:
            raise Wrong(
                f"For {steps} steps you return {weight:.4g}; a neuron that "
                "forgets without changing its sign has a weight between 0 "
                "and 1."
            )
        raise Wrong(
            f"With your weight {weight:.4g}, a share {weight**steps:.4g} is "
            f"left after {steps} steps; it should be 0.5."
        )


@exercise
def alarm(answer):
    """Checks the three weights of a neuron that remembers smoke for good."""
    weights = as_array("The weights (w_x, w_h, b)", answer(), (3,))
    noise = np.random.default_rng(2).uniform(-0.1, 0.1, (40, 400))
    noise[:10] = 0.1
    noise[10:20] = -0.1
    runs = [_alarm_run(weights, *times, noise) for times in _PULSES.values()]
    for (name, (smoke, _)), states in zip(_PULSES.items(), runs, strict=True):
        before = states[:, : smoke or None]
        if np.any(before > 0):
            raise Wrong(
                f"The alarm goes off without smoke ({name}): is there a "
                "stable state below zero, and is w_x times the noise, plus b, "
                "below the holding threshold?"
            )
    for name, (smoke, reset) in _PULSES.items():
        if not smoke:
            continue
        states = runs[list(_PULSES).index(name)]
        if np.any(states[:, smoke] <= 0):
            raise Wrong(
                "Smoke is not noticed: the pulse must carry the state across "
                "zero in one step."
            )
        pressed = states[:, reset:] if reset > smoke else states[:, :0]
        until = states[:, smoke : reset if reset > smoke else None]
        if np.any(until <= 0):
            raise Wrong(
                "The alarm fades by itself: a stable state above zero must "
                "hold it, at any noise."
            )
        if np.any(pressed <= 0):
            raise Wrong(
                "A reset pulse ends the alarm: a bias makes the upper state "
                "harder to leave than the lower one."
            )


#: Name of a test sequence: steps of the smoke and of the reset; 0 for never.
_PULSES = {
    "silence": (0, 0),
    "smoke": (50, 0),
    "reset before smoke": (150, 50),
    "reset during the alarm": (50, 150),
}


def _alarm_run(weights, smoke, reset, noise):
    inputs = noise.copy()  # (batch, time)
    if smoke:
        inputs[:, smoke] += 1.0
    if reset:
        inputs[:, reset] -= 1.0
    return _states(inputs.T, *weights, -np.ones(len(noise))).T


@exercise
def recover_weights(answer):
    """Checks a function that finds a teacher's weights from its states."""
    rng = np.random.default_rng(2)
    for _ in range(3):
        teacher = rng.uniform([0.3, 0.2, 0.1], [0.9, 0.8, 0.5])
        h_0 = rng.uniform(0.5, 0.9)
        inputs = rng.normal(size=30)  # (time,)
        states = _states(inputs, *teacher, h_0)  # (time,)
        given = inputs.copy(), states.copy()
        found = as_array("The result (w_x, w_h, b)", answer(*given, h_0), (3,))
        if close(found, teacher):
            continue
        if close(found, teacher[[1, 0, 2]]):
            raise Wrong("The order is w_x, w_h, b; the first two are swapped.")
        before = np.concatenate([[h_0], states[:-1]])
        for hint, target, last, bias in (
            (
                "The states are fitted as they are: undo tanh first, the "
                "argument is linear in the weights and the state is not.",
                states,
                before,
                True,
            ),
            (
                "w_h multiplies the state of the step before; you use the "
                "state of the same step.",
                np.arctanh(states),
                states,
                True,
            ),
            (
                "At the first step the state before is h_0; you use zero.",
                np.arctanh(states),
                np.concatenate([[0.0], states[:-1]]),
                True,
            ),
            (
                "At the first step the state before is h_0; you use the last "
                "state of the sequence (np.roll wraps around).",
                np.arctanh(states),
                np.roll(states, 1),
                True,
            ),
            (
                "The bias is missing: it needs a column of ones.",
                np.arctanh(states),
                before,
                False,
            ),
        ):
            if close(found, _fit(inputs, last, target, bias)):
                raise Wrong(hint)
        raise Wrong(
            f"For the teacher {teacher.round(3)} you return {found.round(3)}."
        )


def _fit(inputs, last, target, bias):
    columns = [inputs, last, np.full(len(inputs), float(bias))]
    return np.linalg.lstsq(np.stack(columns, axis=1), target, rcond=None)[0]
