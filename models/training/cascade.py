"""When the small model's answer stands: ``python -m training.cascade --task stance --small DIR --base DIR``.

The small model answers what it is at least so sure of, the base model the rest. The lowest
threshold is taken with which the pair loses at most TOLERATED points of the base model's score
on the half of the development rows that nothing else was fitted on, and is stored in the base
model's ``hearsay.json`` with what the pair reaches and how much it leaves to the small one.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .calibrate import Fit, confusion, halves
from .card import stored_facts
from .metrics import headline, scores
from .rows import LABELS, Row, data_folder, labelled_rows, thinned
from .session import session_logits

TOLERATED = 0.3
THRESHOLDS = np.round(np.arange(0.34, 1.0, 0.005), 3)


@dataclass(frozen=True)
class Pair:
    """Calibrated probabilities [rows, labels] of both models on the same rows."""

    small: np.ndarray
    base: np.ndarray

    def labels(self, threshold: float) -> np.ndarray:
        """Return the label numbers that the pair gives."""
        kept = self.small.max(axis=1) >= threshold
        return np.where(kept, self.small.argmax(axis=1), self.base.argmax(axis=1))

    def kept(self, threshold: float) -> float:
        """Return the share of rows that the small model answers."""
        return float((self.small.max(axis=1) >= threshold).mean())


def best_threshold(pair: Pair, score_of) -> float:
    """Return the lowest threshold from which on the pair never loses more than TOLERATED."""
    wanted = score_of(pair.base.argmax(axis=1)) - TOLERATED
    low = [threshold for threshold in THRESHOLDS if score_of(pair.labels(threshold)) < wanted]
    return float(next((t for t in THRESHOLDS if not low or t > max(low)), 1.0))


def probabilities(folder: Path, rows: list[Row]) -> np.ndarray:
    """Return what a model folder's calibrated file says of ``rows``."""
    facts = json.loads((folder / "hearsay.json").read_text(encoding="utf-8"))
    fit = Fit(facts["temperature"], tuple(facts["offsets"]))
    return fit.probabilities(session_logits(folder, rows, facts["maxTokens"], size=8))


def main() -> None:
    """Choose, store and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--task", choices=list(LABELS), required=True)
    parser.add_argument("--small", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    parser.add_argument("--dev-rows", type=int, help="at most so many of a source")
    asked = parser.parse_args()
    rows = labelled_rows(data_folder(asked.data), asked.task, "dev")
    rows = thinned(rows, asked.dev_rows, seed=0) if asked.dev_rows else rows
    _, judged = halves(rows)
    rest = [rows[i] for i in judged]
    pair = Pair(probabilities(asked.small, rest), probabilities(asked.base, rest))

    def score_of(found: np.ndarray) -> float:
        return headline(asked.task, scores(asked.task, rest, found, set()))

    threshold = best_threshold(pair, score_of)
    found = {
        "rows": len(rest),
        "small": score_of(pair.small.argmax(axis=1)),
        "base": score_of(pair.base.argmax(axis=1)),
        "cascade": score_of(pair.labels(threshold)),
        "answeredBySmall": round(pair.kept(threshold), 4),
    }
    truth = np.array([row.label for row in rest])
    facts = json.loads((asked.base / "hearsay.json").read_text(encoding="utf-8"))
    dev = {**facts.get("devScores", {}),
           "cascadeConfusion": confusion(asked.task, truth, pair.labels(threshold))}
    stored_facts(asked.base, {"cascadeThreshold": threshold, "cascade": found, "devScores": dev})
    print(json.dumps({"cascadeThreshold": threshold, **found}))


if __name__ == "__main__":
    main()
