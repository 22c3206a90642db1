"""How a text is prepared."""

import json
from pathlib import Path

import pytest

from training.text import WORD_OF, normalised, worded

# The same file that hearsay's own preparation is tested with.
FIXTURE = Path(__file__).parents[3] / "tests/fixtures/prepared-texts.json"
CASES = json.loads(FIXTURE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["texts"])
def test_prepares_a_text_as_hearsay_does(case: dict) -> None:
    assert normalised(case["given"]) == case["normalised"]
    assert worded(normalised(case["given"])) == case["worded"]


def test_knows_the_same_emoji() -> None:
    assert {emoji: worded(emoji) for emoji in WORD_OF} == CASES["emoji"]
