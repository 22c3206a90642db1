"""Soft labels of a teacher: ``python -m training.distil --task stance --teacher DIR --out FILE``.

The teacher reads the training rows and, to show it more of what people write, texts of
other sets toward targets of its own task. The file it writes, NDJSON of ``{id, logits}``
(and ``text, target`` for the unlabelled), is what ``training.finetune --soft`` learns from.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch

from .bases import loaded_model, loaded_tokenizer
from .encoding import LIMITS, encoded
from .logits import logits_of
from .rows import LABELS, Row, data_folder, labelled_rows, mixture
from .session import session_logits

# How much of what a pupil learns is the teacher's opinion; the rest is the true label.
TEACHER_SHARE = 0.7
TEMPERATURE = 1.5


def softened(logits: np.ndarray) -> np.ndarray:
    """Return probabilities [rows, labels] of ``logits`` over TEMPERATURE."""
    scaled = logits / TEMPERATURE
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def unlabelled(folder: Path, task: str, count: int, seed: int) -> list[Row]:
    """Return ``count`` texts of the other task, with targets drawn from this task's rows.

    Their label is -1; for stance, nearly all will be `none`, which small models lack.
    """
    rng = random.Random(seed)
    other = "sentiment" if task == "stance" else "stance"
    rows = labelled_rows(folder, other, "train")
    if task == "sentiment":
        kept = [row for row in rows if row.source not in ("ibm30k", "chatstance")]
        drawn = rng.sample(kept, min(count, len(kept)))
        return [Row(f"unlabelled-{row.id}", row.text, None, -1, "unlabelled") for row in drawn]
    targets = [row.target for row in labelled_rows(folder, task, "train")]
    drawn = rng.sample(rows, min(count, len(rows)))
    return [Row(f"unlabelled-{row.id}", row.text, rng.choice(targets), -1, "unlabelled")
            for row in drawn]


def soft_labels(file: Path, folder: Path, task: str) -> tuple[dict[str, list[float]], list[Row]]:
    """Return what a pupil learns for each row's id, and the unlabelled rows to add."""
    labels = {row.id: row.label for row in labelled_rows(folder, task, "train")}
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    soft = softened(np.array([record["logits"] for record in records]))
    learned, extra = {}, []
    for record, chances in zip(records, soft, strict=True):
        if "text" in record:
            extra.append(Row(record["id"], record["text"], record["target"], -1, "unlabelled"))
        elif record["id"] in labels:
            hard = np.eye(len(LABELS[task]))[labels[record["id"]]]
            chances = TEACHER_SHARE * chances + (1 - TEACHER_SHARE) * hard
        learned[record["id"]] = [float(chance) for chance in chances]
    return learned, extra


def teacher_logits(teacher: Path, task: str, rows: list[Row]) -> np.ndarray:
    """Return logits [rows, labels] of trained weights, or of an exported int8 file, twice as fast."""
    if (teacher / "onnx").exists():
        return session_logits(teacher, rows, LIMITS[task], size=8)
    tokenizer = loaded_tokenizer(teacher)
    model = loaded_model(teacher, LABELS[task])
    return logits_of(model, encoded(tokenizer, rows, LIMITS[task]), tokenizer.pad_token_id,
                     model.config.model_type == "bert")


def main() -> None:
    """Write the teacher's logits for every training row and the unlabelled ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--task", choices=list(LABELS), required=True)
    parser.add_argument("--teacher", type=Path, required=True,
                        help="folder of its weights, or of its exported file")
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--unlabelled", type=int, default=8000)
    parser.add_argument("--share", type=float, default=1.0,
                        help="of the training rows to read; the others keep their hard label")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    folder = data_folder(asked.data)
    seen = {row.id: row for row in mixture(labelled_rows(folder, asked.task, "train"),
                                           asked.task, asked.seed)}
    chosen = random.Random(asked.seed).sample(list(seen.values()), round(asked.share * len(seen)))
    rows = [*chosen, *unlabelled(folder, asked.task, asked.unlabelled, asked.seed)]
    logits = teacher_logits(asked.teacher, asked.task, rows)
    with open(asked.out, "w", encoding="utf-8") as file:
        for row, values in zip(rows, logits, strict=True):
            extra = {"text": row.text, "target": row.target} if row.label < 0 else {}
            file.write(json.dumps({"id": row.id, "logits": [round(float(v), 4) for v in values],
                                   **extra}) + "\n")


if __name__ == "__main__":
    main()
