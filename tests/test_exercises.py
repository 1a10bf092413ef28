"""Every exercise check against a blank and against named wrong answers.

That each check accepts its reference solution is tested where the solution
stands: nbval runs notebooks/solutions and compares the stored ✓.
"""

import importlib
import re

import pytest

from helpers.exercises import Wrong, as_array, exercise
from tools.course import lessons

CASES = []
CHECKS = []
for _lesson in lessons():
    _name = f"lesson_{_lesson.number}"
    _checks = importlib.import_module(f"helpers.exercises.{_name}")
    _wrong = importlib.import_module(f"tests.exercises.{_name}").WRONG
    for _key, _value in vars(_checks).items():
        if getattr(_value, "is_exercise", False):
            CHECKS.append((_name, _key, _value, _wrong.get(_key, [])))
            CASES += [
                pytest.param(
                    _value, answer, hint, id=f"{_name}-{_key}-{answer.__name__}"
                )
                for answer, hint in _wrong.get(_key, [])
            ]


def blank(*args, **kwargs):
    raise NotImplementedError


@pytest.mark.parametrize(
    ("lesson", "name", "check", "wrong"),
    CHECKS,
    ids=[f"{case[0]}-{case[1]}" for case in CHECKS],
)
def test_blank_answer_and_number_of_wrong_ones(
    lesson, name, check, wrong, capsys
):
    check(blank)
    assert capsys.readouterr().out == "○ not attempted\n"
    names = {answer.__name__ for answer, _ in wrong}
    assert len(names) >= 2, f"{lesson}.{name} needs two named wrong answers"


@pytest.mark.parametrize(("check", "answer", "hint"), CASES)
def test_wrong_answer_is_diagnosed(check, answer, hint, capsys):
    check(answer)
    out = capsys.readouterr().out
    assert out.startswith("✗ "), out
    assert out.count("\n") == 1, out
    assert hint in out


def verdict(check, *answer, capsys):
    exercise(check)(*answer)
    return capsys.readouterr().out


def test_verdicts(capsys):
    def fails(answer):
        raise Wrong("too short, add a step")

    def breaks(answer):
        return answer()

    assert verdict(lambda a: None, 1, capsys=capsys) == "✓\n"
    assert verdict(fails, 1, capsys=capsys) == "✗ too short, add a step\n"
    assert verdict(breaks, blank, capsys=capsys) == "○ not attempted\n"
    assert "raised ZeroDivisionError" in verdict(
        breaks, lambda: 1 / 0, capsys=capsys
    )


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (None, "None: does your function return it?"),
        ("text", "must be an array of numbers"),
        ([[1.0, 2.0]], "shape (1, 2), expected (2,)"),
        ([1.0, float("nan")], "not finite"),
    ],
)
def test_as_array_rejects(value, hint):
    with pytest.raises(Wrong, match=re.escape(hint)):
        as_array("The state", value, (2,))
