"""The mixture that a model learns from."""

from collections import Counter
from pathlib import Path

from training.rows import LABELS, labelled_rows, mixture


def test_small_sets_are_repeated_and_large_ones_thinned(data: Path) -> None:
    rows = labelled_rows(data, "stance", "train")
    before = Counter(row.source for row in rows)
    after = Counter(row.source for row in mixture(rows, "stance", seed=1, swapped=0))
    assert after["sem16"] == 3 * before["sem16"]
    assert 0 < after["ibm30k"] < before["ibm30k"]


def test_swapped_targets_teach_none_where_a_set_lacks_it(data: Path) -> None:
    rows = labelled_rows(data, "stance", "train")
    true_target = {row.id: row.target for row in rows}
    swapped = [row for row in mixture(rows, "stance", seed=1, swapped=20) if "-swapped-" in row.id]
    assert len(swapped) == 20
    assert {row.label for row in swapped} == {LABELS["stance"].index("none")}
    assert all(row.target != true_target[row.id.split("-swapped-")[0]] for row in swapped)


def test_the_same_seed_gives_the_same_rows(data: Path) -> None:
    rows = labelled_rows(data, "stance", "train")
    assert mixture(rows, "stance", seed=3) == mixture(rows, "stance", seed=3)
