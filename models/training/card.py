"""``hearsay.json``, what the engine must know of a model, and the figures on its card."""

import argparse
import hashlib
import json
from pathlib import Path

# The order of the keys in the file.
KEYS = ("name", "task", "size", "base", "labels", "activations", "emoji", "maxTokens",
        "temperature", "offsets", "threshold", "devScores", "sha256", "licence")
CHECKED = ("onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json", "config.json")
LICENCE = ("base weights Apache-2.0; training data: research use, licence unknown")
START, END = "<!-- figures -->", "<!-- /figures -->"


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that the engine reads."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in CHECKED}


def stored_facts(folder: Path, facts: dict) -> dict:
    """Merge ``facts`` into ``hearsay.json``, renew its checksums, and return the whole."""
    file = folder / "hearsay.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    whole = {"licence": LICENCE, **before, **facts, "sha256": checksums(folder)}
    ordered = {key: whole[key] for key in KEYS if key in whole}
    ordered.update({key: value for key, value in whole.items() if key not in ordered})
    file.write_text(json.dumps(ordered, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return ordered


def weights_megabytes(folder: Path) -> float:
    """Return the size of the weights in millions of bytes."""
    return (folder / "onnx/model_quantized.onnx").stat().st_size / 1e6


def classifier_figures(facts: dict) -> list[str]:
    """Return the lines of a classifier's table."""
    dev = facts["devScores"]
    low, high = dev["interval"]
    lines = [
        f"| headline score (95 % interval) | {dev['headline']:.1f} ({low:.1f} to {high:.1f}) |",
        f"| the same without offsets | {dev['uncalibratedHeadline']:.1f} |",
        f"| accuracy | {dev['accuracy']:.1f} |",
        f"| expected calibration error | {dev['calibrationError']:.3f} |",
        f"| rows at or above the unsure threshold {facts['threshold']} | "
        f"{100 * dev['sureShare']:.1f} % |",
        f"| accuracy on those | {dev['sureAccuracy']:.1f} |",
        *(f"| {name} | {score:.1f} |" for name, score in dev["sets"].items()),
    ]
    if "export" in facts:
        cost = facts["export"]
        lines += [
            f"| headline of float32, of int8, on {cost['rows']} rows | "
            f"{cost['float']:.1f}, {cost['int8']:.1f} |",
            "| labels equal alone and in batches of 32 | "
            f"{100 * cost['sameLabelAloneAndInBatchesOf32']:.1f} % |",
        ]
    return lines


def tagger_figures(facts: dict) -> list[str]:
    """Return the lines of a tagger's table."""
    dev = facts["devScores"]
    spans = [f"| {kind} | {dev[kind + 'Exact']:.1f} exact, {dev[kind + 'Overlap']:.1f} "
             "overlapping |" for kind in ("content", "source", "cue")]
    same = 100 * dev["sameSpansAloneAndInBatchesOf4"]
    return [*spans, f"| spans equal alone and in batches of 4 windows | {same:.1f} % |"]


def figures(facts: dict, folder: Path) -> str:
    """Return the Markdown of a model's figures on the development rows."""
    lines = tagger_figures(facts) if facts["task"] == "tagging" else classifier_figures(facts)
    size = f"| size of the weights | {weights_megabytes(folder):.1f} MB |"
    return "\n".join(["| what | figure |", "|---|---|", *lines, size])


def written_card(folder: Path) -> None:
    """Renew the part of ``README.md`` between the figure marks from ``hearsay.json``."""
    facts = json.loads((folder / "hearsay.json").read_text(encoding="utf-8"))
    card = folder / "README.md"
    text = card.read_text(encoding="utf-8")
    before, rest = text.split(START, 1)
    after = rest.split(END, 1)[1]
    card.write_text(f"{before}{START}\n{figures(facts, folder)}\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Renew a card's figures: ``python -m training.card DIR``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    written_card(parser.parse_args().model)


if __name__ == "__main__":
    main()
