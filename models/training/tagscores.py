"""Score an exported tagger: ``python -m training.tagscores --model quotation-tagger``.

Runs the int8 file over the development articles, stores span scores in ``hearsay.json``
and prints them beside precision and recall of the contents.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from .bases import loaded_tokenizer
from .card import stored_facts
from .encoding import Example, tensors
from .rows import data_folder
from .session import opened
from .spans import Article, Span, articles, labelled_spans, span_scores, words
from .tag import merged_labels, windows


def session_spans(folder: Path, found: list[Article], size: int) -> list[dict[str, list[Span]]]:
    """Return the spans that the exported file finds, ``size`` windows of an article at once."""
    session = opened(folder / "onnx/model_quantized.onnx")
    tokenizer = loaded_tokenizer(folder)
    names = [given.name for given in session.get_inputs()]
    cache: dict[str, list[int]] = {}
    spans = []
    for article in found:
        parts = windows(tokenizer, article.text, cache)
        logits: list[np.ndarray] = []
        for start in range(0, len(parts), size):
            batch = [Example(p.ids, [0] * len(p.ids), 0) for p in parts[start : start + size]]
            inputs = tensors(batch, tokenizer.pad_token_id, True)
            logits.extend(session.run(["logits"], {n: inputs[n].numpy() for n in names})[0])
        all_words = words(article.text)
        spans.append(labelled_spans(merged_labels(parts, logits, len(all_words)), all_words))
    return spans


def same_spans(first: list[dict[str, list[Span]]], second: list[dict[str, list[Span]]]) -> float:
    """Return the share of spans found both times among those found at least once."""
    def flat(found: list[dict[str, list[Span]]]) -> set:
        return {(i, kind, span) for i, each in enumerate(found)
                for kind, spans in each.items() for span in spans}

    one, two = flat(first), flat(second)
    return round(len(one & two) / max(1, len(one | two)), 4)


def main() -> None:
    """Score and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of an exported tagger")
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    asked = parser.parse_args()
    truth = articles(data_folder(asked.data), "dev")
    together, alone = (session_spans(asked.model, truth, size) for size in (4, 1))
    scores = {"articles": len(truth), **span_scores(truth, together),
              "sameSpansAloneAndInBatchesOf4": same_spans(together, alone)}
    stored_facts(asked.model, {"devScores": scores})
    print(json.dumps(scores, indent=2))


if __name__ == "__main__":
    main()
