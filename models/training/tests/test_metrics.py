"""Scores, against values counted by hand."""

import numpy as np
import pytest

from training.calibrate import Fit, confusion
from training.metrics import calibration_error, macro_recall, stance_score

TRUTH = np.array([0, 0, 0, 1, 2, 2])
FOUND = np.array([0, 0, 2, 1, 2, 1])


def test_macro_recall_is_the_mean_of_the_recalls() -> None:
    assert macro_recall(TRUTH, FOUND) == pytest.approx(100 * (2 / 3 + 1 + 1 / 2) / 3)


def test_two_sided_sets_leave_none_out_of_the_mean() -> None:
    assert stance_score("sem16", TRUTH, FOUND) == pytest.approx((80 + 50) / 2)
    assert stance_score("vast", TRUTH, FOUND) == pytest.approx((80 + 200 / 3 + 50) / 3)


def test_calibration_error_is_the_gap_between_sureness_and_accuracy() -> None:
    chances = np.array([[0.9, 0.1, 0.0]] * 10)
    assert calibration_error(chances, np.array([0] * 7 + [1] * 3)) == pytest.approx(0.2)


def test_the_confusion_is_in_the_order_in_which_the_engine_counts() -> None:
    # Here against, none, favor; there favor, against, none.
    assert confusion("stance", TRUTH, FOUND) == [[1, 0, 1], [1, 2, 0], [0, 0, 1]]


def test_probabilities_follow_temperature_and_offsets() -> None:
    chances = Fit(2.0, (0.0, 0.0, 1.0)).probabilities(np.array([[2.0, 0.0, 0.0]]))
    assert chances[0] == pytest.approx(np.exp([1, 0, 1]) / np.sum(np.exp([1, 0, 1])))
