"""The pair of a small and a base model."""

import numpy as np

from training.cascade import Pair, balanced_loss, best_threshold, cascade_facts, pooled
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
    pair = pooled(Pair(small, base), TRUTH)
    assert pair.share == 0.5
    assert pair.both().argmax(axis=1).tolist() == TRUTH.tolist()


def test_the_small_model_has_no_share_where_it_adds_nothing() -> None:
    assert pooled(Pair(SMALL, BASE), TRUTH).share == 0


def test_each_label_counts_the_same_in_the_loss() -> None:
    chances = np.array([[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.75, 0.25, 0.0]])
    assert abs(balanced_loss(chances, np.array([0, 0, 1])) - (np.log(2) + np.log(4)) / 2) < 1e-6


def test_a_threshold_may_cost_no_more_than_a_little_of_the_loss() -> None:
    base = np.eye(3)[TRUTH] * 0.9 + 0.1 / 3
    small = np.eye(3)[TRUTH] * 0.6 + 0.4 / 3
    pair = Pair(small, base)
    assert best_threshold(pair, score_of) == 0.34
    assert best_threshold(pair, score_of, lambda chances: balanced_loss(chances, TRUTH)) > 0.73


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
