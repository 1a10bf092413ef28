import json
import math

import numpy as np
import pytest

from helpers.claims import ClaimError, claim


def test_a_claim_that_holds_prints_text_and_bound_but_not_the_value(capsys):
    claim("It is small", 0.25, at_most=0.5)
    claim("It is large", np.float32(2), at_least=1)
    claim("It is right", np.array([3]), between=(2.5, 3))
    assert capsys.readouterr().out == (
        "✓ It is small (at most 0.5)\n"
        "✓ It is large (at least 1)\n"
        "✓ It is right (between 2.5 and 3)\n"
    )


@pytest.mark.parametrize(
    "bound", [{"at_most": 0.5}, {"at_least": 0.7}, {"between": (0, 0.5)}]
)
def test_a_claim_that_does_not_hold_stops_with_both_numbers(bound):
    with pytest.raises(ClaimError, match="It is so.*measured 0.6"):
        claim("It is so", 0.6, **bound)


@pytest.mark.parametrize("bound", [{"at_most": 1}, {"at_least": 1}])
def test_the_bound_itself_fulfils_the_claim(bound):
    claim("It is one", 1, **bound)


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ({}, "exactly one bound"),
        ({"at_least": 1, "at_most": 2}, "exactly one bound"),
        ({"between": (1, 2, 3)}, "two numbers"),
        ({"between": (2, 1)}, "smaller number first"),
        ({"at_least": math.nan}, "must be finite"),
    ],
)
def test_wrong_bounds_are_errors(bounds, message):
    with pytest.raises(ValueError, match=message):
        claim("It is so", 1, **bounds)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (math.nan, "must be finite"),
        (math.inf, "must be finite"),
        (np.ones(2), "must be one number"),
        ("1", "must be one number"),
        (None, "must be one number"),
    ],
)
def test_wrong_values_are_errors(value, message):
    with pytest.raises(ValueError, match=message):
        claim("It is so", value, at_least=0)


def test_other_data_is_reported_not_asserted(capsys):
    claim("It is large", 0.1, at_least=1, dataset="imdb")
    assert capsys.readouterr().out == (
        "✗ It is large (at least 1; reported on imdb)\n"
    )


def test_record_and_report_mode(tmp_path, monkeypatch, capsys):
    path = tmp_path / "claims.jsonl"
    monkeypatch.setenv("UNROLLED_CLAIMS_FILE", str(path))
    claim("First", 2, at_least=1)
    with pytest.raises(ClaimError):
        claim("Second", 0, at_least=1)
    monkeypatch.setenv("UNROLLED_CLAIMS_MODE", "report")
    claim("Third", 0, between=(1, 3))
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    assert [row["claim"] for row in rows] == ["First", "Second", "Third"]
    assert [row["held"] for row in rows] == [True, False, False]
    assert rows[2]["low"] == 1 and rows[2]["high"] == 3
    assert rows[0]["high"] is None and rows[0]["value"] == 2
    assert "✗ Third" in capsys.readouterr().out
