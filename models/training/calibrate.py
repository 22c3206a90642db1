"""Fit temperature, class offsets and the unsure threshold on one half of dev.

``python -m training.calibrate --task stance --model DIR`` reads the exported file, fits
on the half of the development rows whose hashed id is even, scores on the other half,
and stores all of it in ``DIR/hearsay.json``. A model's probabilities are

    softmax(logits / temperature + offsets)
"""

import argparse
import hashlib
import itertools
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .card import stored_facts
from .metrics import calibration_error, headline, scores
from .rows import LABELS, Row, data_folder, labelled_rows, thinned
from .session import session_logits

# The order in which the engine counts labels.
ENGINE_LABELS = {
    "sentiment": ["negative", "neutral", "positive"],
    "stance": ["favor", "against", "none"],
}
TEMPERATURES = np.geomspace(0.4, 3.0, 40)
STEPS = np.arange(-0.8, 0.81, 0.1)
# A gain in score is not worth probabilities that mislead: a tenth of a point is taken
# for each thousandth of calibration error above this.
TOLERATED_ERROR = 0.025
# Points taken for offsets of length 1, so that luck alone moves none far.
PRICE = 2.0


@dataclass(frozen=True)
class Fit:
    """``temperature`` divides logits, ``offsets`` are added, one a label."""

    temperature: float
    offsets: tuple[float, ...]

    def probabilities(self, logits: np.ndarray) -> np.ndarray:
        """Return probabilities [rows, labels]."""
        scaled = logits / self.temperature + np.array(self.offsets)
        powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


def halves(rows: list[Row]) -> tuple[list[int], list[int]]:
    """Return the row numbers to fit on and those to score on, by the hash of their id."""
    even = [hashlib.sha256(row.id.encode()).digest()[0] % 2 == 0 for row in rows]
    return ([i for i, is_even in enumerate(even) if is_even],
            [i for i, is_even in enumerate(even) if not is_even])


def best_temperature(logits: np.ndarray, truth: np.ndarray, offsets: tuple) -> Fit:
    """Return the fit whose temperature makes the truth likeliest, given ``offsets``."""
    def surprise(temperature: float) -> float:
        chances = Fit(temperature, offsets).probabilities(logits)
        return -float(np.mean(np.log(chances[np.arange(len(truth)), truth] + 1e-9)))

    return Fit(float(min(TEMPERATURES, key=surprise)), offsets)


def best_fit(task: str, logits: np.ndarray, rows: list[Row]) -> Fit:
    """Return the fit with the best headline score among the well calibrated.

    The mean of the best twentieth of all offsets is taken: the best one alone is luck.
    """
    truth = np.array([row.label for row in rows])
    tried = []
    for first, last in itertools.product(STEPS, STEPS):
        fit = best_temperature(logits, truth, (float(first), 0.0, float(last)))
        chances = fit.probabilities(logits)
        score = headline(task, scores(task, rows, chances.argmax(axis=1), set()))
        excess = max(0.0, calibration_error(chances, truth) - TOLERATED_ERROR)
        price = PRICE * (first**2 + last**2)
        tried.append((score - 100 * excess - price, fit.offsets))
    tried.sort(reverse=True)
    kept = np.mean([offsets for _, offsets in tried[: len(tried) // 20]], axis=0)
    return best_temperature(logits, truth, tuple(round(float(o), 3) for o in kept))


def unsure_threshold(chances: np.ndarray) -> float:
    """Return the confidence that nine rows of ten reach, between 0.4 and 0.6."""
    return round(float(np.clip(np.quantile(chances.max(axis=1), 0.1), 0.4, 0.6)), 2)


def bootstrap(task: str, rows: list[Row], found: np.ndarray, draws: int = 300) -> list[float]:
    """Return the 95 % interval of the headline score over redrawn rows."""
    rng = np.random.default_rng(1)
    drawn = []
    for _ in range(draws):
        picks = rng.integers(0, len(rows), len(rows))
        drawn.append(headline(task, scores(task, [rows[i] for i in picks], found[picks], set())))
    return [round(float(np.quantile(drawn, q)), 2) for q in (0.025, 0.975)]


def confusion(task: str, truth: np.ndarray, found: np.ndarray) -> list[list[int]]:
    """Return how many rows of each true label were found to have each, in the engine's order."""
    order = [LABELS[task].index(label) for label in ENGINE_LABELS[task]]
    return [[int(np.sum((truth == t) & (found == f))) for f in order] for t in order]


def confusions(task: str, rows: list[Row], found: np.ndarray) -> dict:
    """Return the confusion of all rows, and of each set where there are several."""
    truth = np.array([row.label for row in rows])
    names = np.array([row.source for row in rows])
    counts = {"confusion": confusion(task, truth, found)}
    sets = sorted(set(names))
    if len(sets) > 1:
        counts["setConfusions"] = {name: confusion(task, truth[names == name], found[names == name])
                                   for name in sets}
    return counts


def calibrated_facts(task: str, rows: list[Row], logits: np.ndarray, known: set[str],
                     kept: dict | None = None) -> dict:
    """Return what ``hearsay.json`` stores of the fit on one half and the scores on the other.

    ``kept`` is what it stored of a fit that was made on this half before, and that stays.
    """
    fitted, judged = halves(rows)
    fit = (Fit(kept["temperature"], tuple(kept["offsets"])) if kept
           else best_fit(task, logits[fitted], [rows[i] for i in fitted]))
    rest = [rows[i] for i in judged]
    truth = np.array([row.label for row in rest])
    chances = fit.probabilities(logits[judged])
    found = chances.argmax(axis=1)
    threshold = kept["threshold"] if kept else unsure_threshold(fit.probabilities(logits[fitted]))
    sure = chances.max(axis=1) >= threshold
    per_set = scores(task, rest, found, known)
    return {
        "temperature": round(fit.temperature, 4),
        "offsets": list(fit.offsets),
        "threshold": threshold,
        "devScores": {
            "rows": len(rest),
            "headline": headline(task, per_set),
            "interval": bootstrap(task, rest, found),
            "uncalibratedHeadline": headline(
                task, scores(task, rest, logits[judged].argmax(axis=1), known)),
            "calibrationError": round(calibration_error(chances, truth), 4),
            "sureShare": round(float(sure.mean()), 4),
            "sureAccuracy": round(100 * float((found == truth)[sure].sum() / max(1, sure.sum())), 2),
            "accuracy": round(100 * float(np.mean(found == truth)), 2),
            "sets": per_set,
            **confusions(task, rest, found),
        },
    }


def main() -> None:
    """Fit, score and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--task", choices=list(LABELS), required=True)
    parser.add_argument("--model", type=Path, required=True, help="folder of an exported model")
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    parser.add_argument("--dev-rows", type=int, help="at most so many of a source")
    parser.add_argument("--keep", action="store_true",
                        help="leave temperature, offsets and threshold, and score them anew")
    asked = parser.parse_args()
    folder = data_folder(asked.data)
    rows = labelled_rows(folder, asked.task, "dev")
    rows = thinned(rows, asked.dev_rows, seed=0) if asked.dev_rows else rows
    known = {row.target for row in labelled_rows(folder, asked.task, "train")}
    before = json.loads((asked.model / "hearsay.json").read_text(encoding="utf-8"))
    logits = session_logits(asked.model, rows, before["maxTokens"])
    facts = calibrated_facts(asked.task, rows, logits, known,
                             before if asked.keep else None)
    stored_facts(asked.model, facts)
    print(json.dumps(facts, indent=2))


if __name__ == "__main__":
    main()
