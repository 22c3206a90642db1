"""Scores as the public tests compute them, and calibration. All are in points of 100."""

from collections import defaultdict

import numpy as np

from .rows import Row

AGAINST, NONE, FAVOR = 0, 1, 2

# Published scores of these sets leave `none` out of the mean.
TWO_SIDED = ("sem16", "pstance", "ibm30k", "multitarget")


def f1(truth: np.ndarray, found: np.ndarray, label: int) -> float:
    """Return the F1 of one label, 0 where it is neither there nor found."""
    both = int(np.sum((truth == label) & (found == label)))
    total = int(np.sum(truth == label) + np.sum(found == label))
    return 200 * both / total if total else 0.0


def macro_recall(truth: np.ndarray, found: np.ndarray) -> float:
    """Return the mean recall over the labels that occur."""
    return float(np.mean([100 * np.mean(found[truth == label] == label)
                          for label in np.unique(truth)]))


def mean_f1(truth: np.ndarray, found: np.ndarray, labels: tuple[int, ...]) -> float:
    """Return the mean F1 over ``labels``."""
    return float(np.mean([f1(truth, found, label) for label in labels]))


def stance_score(source: str, truth: np.ndarray, found: np.ndarray) -> float:
    """Return a set's headline score: two sides where published so, else all three labels."""
    labels = (AGAINST, FAVOR) if source in TWO_SIDED else (AGAINST, NONE, FAVOR)
    return mean_f1(truth, found, labels)


def stance_scores(rows: list[Row], found: np.ndarray, known: set[str]) -> dict:
    """Return the score per set, their mean, and that of targets not in ``known``."""
    truth = np.array([row.label for row in rows])
    groups: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        groups[row.source].append(index)
    scores = {}
    for source, members in sorted(groups.items()):
        scores[source] = stance_score(source, truth[members], found[members])
    scores["mean"] = float(np.mean(list(scores.values())))
    unseen = [i for i, row in enumerate(rows) if row.target not in known]
    if unseen:
        scores["unseenTargets"] = mean_f1(truth[unseen], found[unseen], (AGAINST, FAVOR))
    return {name: round(score, 2) for name, score in scores.items()}


def sentiment_scores(rows: list[Row], found: np.ndarray) -> dict:
    """Return macro-recall and accuracy."""
    truth = np.array([row.label for row in rows])
    return {"macroRecall": round(macro_recall(truth, found), 2),
            "accuracy": round(100 * float(np.mean(truth == found)), 2)}


def scores(task: str, rows: list[Row], found: np.ndarray, known: set[str]) -> dict:
    """Return the task's scores; ``known`` are the targets seen in training."""
    if task == "sentiment":
        return sentiment_scores(rows, found)
    return stance_scores(rows, found, known)


def headline(task: str, found: dict) -> float:
    """Return the one score that a model is chosen by."""
    return found["macroRecall" if task == "sentiment" else "mean"]


def calibration_error(probabilities: np.ndarray, truth: np.ndarray, bins: int = 10) -> float:
    """Return the expected calibration error, 0 to 1, over equally wide bins of confidence.

    Source: Guo et al., On Calibration of Modern Neural Networks, 2017.
    """
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    bin_of = np.minimum((sure * bins).astype(int), bins - 1)
    error = 0.0
    for number in range(bins):
        inside = bin_of == number
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - sure[inside].mean())
    return float(error)
