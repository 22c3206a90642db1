"""When the small model's answer stands: ``python -m training.cascade --task stance --small DIR --base DIR``.

The small model answers what it is at least so sure of, the base model the rest. The lowest
threshold is taken with which the pair loses at most TOLERATED points of the base model's score
on the half of the development rows that probabilities are fitted on. It is stored in the base
model's ``hearsay.json`` with what the pair reaches on the other half and how much of that it
leaves to the small one.

With ``--pool`` the small one's opinion has a share in the rest (the logarithmic opinion pool;
Genest and Zidek, 1986), where a linear one would be too modest: the one with the least balanced
log loss on that half, in which each label counts the same as in macro-recall, without its steps.
The pair then loses at most TOLERATED points, and TOLERATED_LOSS of that loss, of what both
together reach on every row.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .calibrate import Fit, confusions, halves
from .card import stored_facts
from .metrics import calibration_error, headline, scores
from .rows import LABELS, Row, data_folder, labelled_rows, thinned
from .session import session_logits

TOLERATED = 0.3
TOLERATED_LOSS = 0.01
THRESHOLDS = np.round(np.arange(0.34, 1.0, 0.005), 3)
SHARES = np.round(np.arange(0.0, 1.0, 0.05), 2)


@dataclass(frozen=True)
class Pair:
    """Calibrated probabilities [rows, labels] of both models on the same rows.

    ``share``, 0 to 1, is what the small model's count for in what both answer.
    """

    small: np.ndarray
    base: np.ndarray
    share: float = 0.0

    def part(self, members: list[int]) -> "Pair":
        """Return the pair on some of the rows."""
        return Pair(self.small[members], self.base[members], self.share)

    def both(self) -> np.ndarray:
        """Return the probabilities of both models together, on every row."""
        powers = self.small ** self.share * self.base ** (1 - self.share)
        return powers / powers.sum(axis=1, keepdims=True)

    def answers(self, threshold: float) -> np.ndarray:
        """Return the probabilities that the pair gives."""
        kept = self.small.max(axis=1, keepdims=True) >= threshold
        return np.where(kept, self.small, self.both())

    def labels(self, threshold: float) -> np.ndarray:
        """Return the label numbers that the pair gives."""
        return self.answers(threshold).argmax(axis=1)

    def kept(self, threshold: float) -> float:
        """Return the share of rows that the small model answers."""
        return float((self.small.max(axis=1) >= threshold).mean())


def balanced_loss(chances: np.ndarray, truth: np.ndarray) -> float:
    """Return the mean log loss of probabilities [rows, labels], each label counting the same."""
    losses = -np.log(chances[np.arange(len(truth)), truth] + 1e-9)
    return float(np.mean([losses[truth == label].mean() for label in set(truth.tolist())]))


def pooled(pair: Pair, truth: np.ndarray) -> Pair:
    """Return the pair with the share whose balanced loss is least."""
    shared = [replace(pair, share=float(share)) for share in SHARES]
    return min(shared, key=lambda it: balanced_loss(it.both(), truth))


def best_threshold(pair: Pair, score_of, loss_of=None) -> float:
    """Return the lowest threshold from which on the pair never loses more than is tolerated.

    The loss is looked at where ``loss_of`` probabilities [rows, labels] is given.
    """
    both = pair.both()
    score = score_of(both.argmax(axis=1)) - TOLERATED
    loss = loss_of(both) + TOLERATED_LOSS if loss_of else None

    def is_low(answers: np.ndarray) -> bool:
        if score_of(answers.argmax(axis=1)) < score:
            return True
        return loss is not None and loss_of(answers) > loss

    low = [threshold for threshold in THRESHOLDS if is_low(pair.answers(threshold))]
    return float(next((t for t in THRESHOLDS if not low or t > max(low)), 1.0))


def probabilities(folder: Path, rows: list[Row]) -> np.ndarray:
    """Return what a model folder's calibrated file says of ``rows``."""
    facts = json.loads((folder / "hearsay.json").read_text(encoding="utf-8"))
    fit = Fit(facts["temperature"], tuple(facts["offsets"]))
    return fit.probabilities(session_logits(folder, rows, facts["maxTokens"], size=8))


def cascade_facts(task: str, rows: list[Row], pair: Pair, dev: dict, pool: bool = False) -> dict:
    """Return what ``hearsay.json`` stores: share and threshold from one half, scores from the other."""
    def scorer(members: list[int]):
        part = [rows[i] for i in members]
        return lambda found: headline(task, scores(task, part, found, set()))

    fitted, judged = halves(rows)
    truth = np.array([row.label for row in rows])
    chosen = pooled(pair.part(fitted), truth[fitted]) if pool else pair.part(fitted)
    loss_of = (lambda chances: balanced_loss(chances, truth[fitted])) if pool else None
    threshold = best_threshold(chosen, scorer(fitted), loss_of)
    rest, score_of = replace(pair.part(judged), share=chosen.share), scorer(judged)
    counts = confusions(task, [rows[i] for i in judged], rest.labels(threshold))
    return {
        "cascadeThreshold": threshold,
        "cascadeShare": chosen.share,
        "cascade": {
            "rows": len(judged),
            "small": score_of(rest.small.argmax(axis=1)),
            "base": score_of(rest.base.argmax(axis=1)),
            "cascade": score_of(rest.labels(threshold)),
            "calibrationError": round(calibration_error(
                rest.answers(threshold), truth[judged]), 4),
            "answeredBySmall": round(rest.kept(threshold), 4),
        },
        "devScores": {**dev, **{f"cascade{name[0].upper()}{name[1:]}": value
                                for name, value in counts.items()}},
    }


def main() -> None:
    """Choose, store and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--task", choices=list(LABELS), required=True)
    parser.add_argument("--small", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--pool", action="store_true",
                        help="let the small model's opinion count in what both answer")
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    parser.add_argument("--dev-rows", type=int, help="at most so many of a source")
    asked = parser.parse_args()
    rows = labelled_rows(data_folder(asked.data), asked.task, "dev")
    rows = thinned(rows, asked.dev_rows, seed=0) if asked.dev_rows else rows
    pair = Pair(probabilities(asked.small, rows), probabilities(asked.base, rows))
    facts = json.loads((asked.base / "hearsay.json").read_text(encoding="utf-8"))
    found = cascade_facts(asked.task, rows, pair, facts.get("devScores", {}), asked.pool)
    stored_facts(asked.base, found)
    chosen = {name: found[name] for name in ("cascadeThreshold", "cascadeShare")}
    print(json.dumps({**chosen, **found["cascade"]}))


if __name__ == "__main__":
    main()
