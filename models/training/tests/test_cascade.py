"""The pair of a small and a base model."""

import numpy as np

from training.cascade import Pair, best_shared, best_threshold, cascade_facts
from training.rows import Row

TRUTH = np.array([0, 1, 2, 0])
# The base model is always right; the small one where it is at least 0.8 sure, and once at 0.6.
BASE = np.eye(3)[TRUTH]
SMALL = np.array([[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.6, 0.2, 0.2], [0.6, 0.3, 0.1]])


def score_of(found: np.ndarray) -> float:
    return 100 * float(np.mean(found == TRUTH))


def test_the_small_model_keeps_what_it_is_sure_of() -> None:
    pair = Pair(SMALL, BASE)
    assert pair.labels(0.7).tolist() == TRUTH.tolist()
    assert pair.labels(0.5).tolist() == [0, 1, 0, 0]
    assert pair.kept(0.7) == 0.5


def test_the_threshold_is_the_lowest_that_costs_nothing_from_there_on() -> None:
    assert best_threshold(Pair(SMALL, BASE), score_of) == 0.605


def test_a_small_model_as_good_as_the_base_one_answers_everything() -> None:
    assert best_threshold(Pair(BASE, BASE), score_of) == 0.34


def test_the_small_model_has_a_share_where_both_together_know_more() -> None:
    # Each is wrong once, without conviction, where the other is right.
    small = np.array([[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.1, 0.2, 0.7], [0.4, 0.5, 0.1]])
    base = np.array([[0.4, 0.5, 0.1], [0.1, 0.8, 0.1], [0.1, 0.2, 0.7], [0.9, 0.1, 0.0]])
    pair = best_shared(Pair(small, base), score_of)
    assert 0 < pair.share < 1
    assert pair.both().argmax(axis=1).tolist() == TRUTH.tolist()


def test_the_small_model_has_no_share_where_it_adds_nothing() -> None:
    assert best_shared(Pair(SMALL, BASE), score_of).share == 0


def test_the_threshold_comes_from_one_half_and_the_scores_from_the_other() -> None:
    rows = [Row(str(i), "a post", "a target", i % 3, "ab"[i % 2]) for i in range(60)]
    truth = np.array([row.label for row in rows])
    base = np.eye(3)[truth] * 0.8 + 0.2 / 3
    small = np.where((np.arange(60) % 4 == 0)[:, None], np.full((60, 3), [0.5, 0.3, 0.2]), base)
    found = cascade_facts("stance", rows, Pair(small, base), {"rows": 30})
    held_out = found["cascade"]["rows"]
    assert 15 < held_out < 45
    assert found["cascade"]["cascade"] == found["cascade"]["base"] == 100
    assert 0.5 < found["cascadeThreshold"] <= 0.87
    assert found["cascadeShare"] == 0
    counts = found["devScores"]
    assert counts["rows"] == 30
    assert np.sum(counts["cascadeConfusion"]) == held_out
    assert sum(np.sum(part) for part in counts["cascadeSetConfusions"].values()) == held_out
