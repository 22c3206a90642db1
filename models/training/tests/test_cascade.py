"""The pair of a small and a base model."""

import numpy as np

from training.cascade import Pair, best_threshold

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
