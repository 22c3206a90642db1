"""How a text is prepared."""

import pytest

from training.text import normalised


@pytest.mark.parametrize(("given", "seen"), [
    ("@ann_k  see https://example.org/1 !", "@user see http !"),
    ("WWW.example.org and http://a.example/b?c", "http and http"),
    ("write to ann@example.org", "write to ann@example.org"),
    ("a\n\tb \u00a0 c ", "a b c"),
    ("#Ferry \U0001f6a2 stays", "#Ferry \U0001f6a2 stays"),
])
def test_masks_names_and_links_and_leaves_the_rest(given: str, seen: str) -> None:
    assert normalised(given) == seen
