"""Make the tagger of quotations: ``python -m training.tag --base minilm --out DIR``.

It marks the words of source, cue and content in news, direct and indirect speech alike.
Long articles are read in overlapping windows; in the overlap, each word's label is taken
from the window in which it stands farther from the edge.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from .bases import base_folder, encoder_of, loaded_model, loaded_tokenizer
from .encoding import Example, tensors
from .loop import Settings, computing, device, train
from .rows import data_folder
from .spans import LABELS, Article, articles, labelled_spans, shown, span_scores, word_labels, words

WINDOW = 256
OVERLAP = 64
IGNORED = -100


@dataclass(frozen=True)
class Window:
    """Token ids of one window and, for each, the number of its word if it is a first token."""

    ids: list[int]
    word_of: list[int | None]


def windows(tokenizer: PreTrainedTokenizerBase, text: str, cache: dict[str, list[int]],
            size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Return the windows of a text, at most ``size`` tokens each, special ones included."""
    pieces: list[int] = []
    word_of: list[int | None] = []
    for number, word in enumerate(words(text)):
        name = shown(text, word)
        if name not in cache:
            cache[name] = tokenizer.encode(name, add_special_tokens=False)[:8]
        tokens = cache[name] or [tokenizer.unk_token_id]
        pieces.extend(tokens)
        word_of.extend([number, *[None] * (len(tokens) - 1)])
    room = size - 2
    starts = [0]
    while starts[-1] + room < len(pieces):
        starts.append(starts[-1] + room - overlap)
    return [Window([tokenizer.cls_token_id, *pieces[s : s + room], tokenizer.sep_token_id],
                   [None, *word_of[s : s + room], None]) for s in starts]


def examples_of(tokenizer: PreTrainedTokenizerBase, found: list[Article]) -> list[Example]:
    """Return the articles' windows with one label a token, ``IGNORED`` where none counts."""
    cache: dict[str, list[int]] = {}
    examples = []
    for article in found:
        labels = word_labels(article, words(article.text))
        for window in windows(tokenizer, article.text, cache):
            truth = [IGNORED if word is None else labels[word] for word in window.word_of]
            examples.append(Example(window.ids, [0] * len(window.ids), truth))
    return examples


def loss_of(logits: torch.Tensor, batch: list[Example]) -> torch.Tensor:
    """Return the mean cross-entropy over first tokens, of ``logits`` [batch, tokens, labels]."""
    truth = torch.full(logits.shape[:2], IGNORED, dtype=torch.long)
    for index, example in enumerate(batch):
        truth[index, : len(example.truth)] = torch.tensor(example.truth)
    return torch.nn.functional.cross_entropy(logits.flatten(0, 1), truth.flatten().to(logits.device),
                                             ignore_index=IGNORED)


def merged_labels(parts: list[Window], logits: list[np.ndarray], count: int) -> list[int]:
    """Return one label for each of ``count`` words, from the window where it is most central."""
    labels, depths = [0] * count, [-1] * count
    for window, scores in zip(parts, logits, strict=True):
        for place, word in enumerate(window.word_of):
            depth = min(place, len(window.ids) - 1 - place)
            if word is not None and depth > depths[word]:
                labels[word], depths[word] = int(scores[place].argmax()), depth
    return labels


@torch.no_grad()
def window_logits(model: PreTrainedModel, parts: list[Window], pad: int,
                  size: int = 16) -> list[np.ndarray]:
    """Return the logits [tokens, labels] of each window."""
    model.eval().to(device())
    found = []
    for start in range(0, len(parts), size):
        batch = [Example(part.ids, [0] * len(part.ids), 0) for part in parts[start : start + size]]
        inputs = {k: v.to(device()) for k, v in tensors(batch, pad, True).items()}
        with computing():
            found.extend(model(**inputs).logits.float().cpu().numpy())
    return found


def dev_scores(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase,
               truth: list[Article]) -> dict:
    """Return the span scores on ``truth``."""
    cache: dict[str, list[int]] = {}
    found = []
    for article in truth:
        parts = windows(tokenizer, article.text, cache)
        logits = window_logits(model, parts, tokenizer.pad_token_id)
        all_words = words(article.text)
        found.append(labelled_spans(merged_labels(parts, logits, len(all_words)), all_words))
    return span_scores(truth, found)


def main() -> None:
    """Train, log, and store the tagger in ``OUT/model``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", default="minilm", help="minilm or a folder")
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--evaluations", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    folder = base_folder(asked.base, asked.out.parent / "bases")
    tokenizer = loaded_tokenizer(folder)
    torch.manual_seed(asked.seed)
    model = loaded_model(folder, LABELS, tokens=True)
    encoder_of(model).embeddings.word_embeddings.weight.requires_grad = False
    data = data_folder(asked.data)
    dev = articles(data, "dev")
    settings = Settings(out=asked.out, epochs=asked.epochs, batch=asked.batch, rate=asked.rate,
                        seed=asked.seed, pad=tokenizer.pad_token_id, segmented=True,
                        evaluations=asked.evaluations)
    train(model, examples_of(tokenizer, articles(data, "train")), settings, loss_of,
          lambda: dev_scores(model, tokenizer, dev))
    model.save_pretrained(asked.out / "model")
    tokenizer.save_pretrained(asked.out / "model")


if __name__ == "__main__":
    main()
