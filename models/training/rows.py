"""Rows of the data sets, and the mixture that a model learns from.

A set is one gzipped NDJSON file named ``TASK.PART.ndjson.gz`` in the data folder,
each row ``{id, text, label, source}`` and, for stance, ``target``.
"""

import gzip
import json
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .text import normalised, worded

LABELS = {
    "sentiment": ["negative", "neutral", "positive"],
    "stance": ["against", "none", "favor"],
}

# How often each row of a source is seen in one epoch. Small sets with a public
# test of their own are repeated, large or machine-written ones thinned.
WEIGHTS = {
    "sem16": 3.0,
    "covid19": 2.0,
    "vast-dev": 2.0,
    "ibm30k": 0.5,
    "chatstance": 0.5,
}

# These two teach no `none`: their texts are also shown with an unrelated target.
WITHOUT_NONE = ("pstance", "ibm30k")


@dataclass(frozen=True)
class Row:
    """One labelled text; ``label`` indexes ``LABELS[task]``, ``target`` is None for sentiment."""

    id: str
    text: str
    target: str | None
    label: int
    source: str


def data_folder(argument: str | None) -> Path:
    """Return the folder of the sets: the argument, else ``HEARSAY_DATA``."""
    folder = argument or os.environ.get("HEARSAY_DATA")
    if not folder:
        raise SystemExit("Say where the data sets are: --data DIR, or set HEARSAY_DATA.")
    return Path(folder)


def json_lines(path: Path) -> Iterator[dict]:
    """Yield the objects of a gzipped NDJSON file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def labelled_rows(folder: Path, task: str, part: str) -> list[Row]:
    """Return the rows of ``TASK.PART.ndjson.gz``; KeyError names an unknown label."""
    number = {label: index for index, label in enumerate(LABELS[task])}
    return [
        Row(
            id=row["id"],
            text=worded(normalised(row["text"])),
            target=normalised(row["target"]) if task == "stance" else None,
            label=number[row["label"]],
            source=row["source"],
        )
        for row in json_lines(folder / f"{task}.{part}.ndjson.gz")
    ]


def thinned(rows: list[Row], most: int, seed: int) -> list[Row]:
    """Return at most ``most`` rows of each source, drawn once, to score in less time."""
    rng = random.Random(seed)
    by_source: dict[str, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    return [row for part in by_source.values()
            for row in (part if len(part) <= most else rng.sample(part, most))]


def unrelated(rows: list[Row], count: int, rng: random.Random) -> list[Row]:
    """Return ``count`` rows of the sets without `none`, each toward another set's target."""
    texts = [row for row in rows if row.source in WITHOUT_NONE]
    targets: dict[str, list[str]] = {}
    for row in rows:
        targets.setdefault(row.source, []).append(row.target)
    # One set's targets may be sides of one quarrel, so a swap leaves the set;
    # the claims of ibm30k are unrelated enough to be swapped among themselves.
    distinct = {source: sorted(set(names)) for source, names in targets.items()}
    swapped = []
    while texts and len(swapped) < count:
        row = rng.choice(texts)
        others = [s for s in distinct if s != row.source or s == "ibm30k"]
        target = rng.choice(distinct[rng.choice(others)]) if others else row.target
        if target != row.target:
            swapped.append(replace(row, id=f"{row.id}-swapped-{len(swapped)}", target=target,
                                   label=LABELS["stance"].index("none")))
        elif not others:
            break
    return swapped


def mixture(rows: list[Row], task: str, seed: int, swapped: int = 2500) -> list[Row]:
    """Return one epoch's rows: repeated or thinned by source, `none` taught where missing.

    ``swapped`` is the most rows that get an unrelated target; never over an eighth of all.
    """
    if task == "sentiment":
        return list(rows)
    rng = random.Random(seed)
    chosen = []
    for row in rows:
        weight = WEIGHTS.get(row.source, 1.0)
        times = int(weight) + (rng.random() < weight - int(weight))
        chosen.extend([row] * times)
    return chosen + unrelated(rows, min(swapped, len(rows) // 8), rng)
