"""Texts to token ids, and ids to batches, the same in every run of one seed."""

import random
from dataclasses import dataclass

import torch
from transformers import PreTrainedTokenizerBase

from .rows import Row

# Tokens a row, post and target, where no other number is asked for.
LIMITS = {"sentiment": 80, "stance": 112}


@dataclass(frozen=True)
class Example:
    """Token ids, segment ids (0 post, 1 target), and the truth.

    ``truth`` is a label's number, a list of soft probabilities, or one label a token.
    """

    ids: list[int]
    segments: list[int]
    truth: int | list


def encoded_pair(tokenizer: PreTrainedTokenizerBase, text: str, target: str | None,
                 limit: int) -> tuple[list[int], list[int]]:
    """Return ids and segments of at most ``limit`` tokens.

    The post is cut, never the target, unless the target alone takes over half.
    """
    post = tokenizer.encode(text, add_special_tokens=False, verbose=False)
    first, last = [tokenizer.cls_token_id], [tokenizer.sep_token_id]
    if target is None:
        ids = first + post[: limit - 2] + last
        return ids, [0] * len(ids)
    # MPNet joins two segments with two separators, BERT with one.
    between = last * (2 if tokenizer.cls_token == "<s>" else 1)
    end = tokenizer.encode(target, add_special_tokens=False, verbose=False)[: limit // 2] + last
    head = first + post[: limit - 1 - len(between) - len(end)] + between
    return head + end, [0] * len(head) + [1] * len(end)


def encoded(tokenizer: PreTrainedTokenizerBase, rows: list[Row], limit: int,
            soft: dict[str, list[float]] | None = None) -> list[Example]:
    """Return the rows as examples; with ``soft``, those probabilities are the truth."""
    examples = []
    for row in rows:
        ids, segments = encoded_pair(tokenizer, row.text, row.target, limit)
        truth = soft.get(row.id, row.label) if soft else row.label
        examples.append(Example(ids, segments, truth))
    return examples


def batch_plan(lengths: list[int], size: int, seed: int, window: int = 50) -> list[list[int]]:
    """Return one epoch's batches of row numbers: shuffled, then of like length.

    Rows are sorted by length inside windows of ``window`` batches, and the batches
    are shuffled again, so that little is spent on padding and the order stays random.
    """
    rng = random.Random(seed)
    order = list(range(len(lengths)))
    rng.shuffle(order)
    batches = []
    for start in range(0, len(order), size * window):
        part = sorted(order[start : start + size * window], key=lambda row: lengths[row])
        batches.extend(part[i : i + size] for i in range(0, len(part), size))
    rng.shuffle(batches)
    return batches


def tensors(examples: list[Example], pad: int, segmented: bool) -> dict[str, torch.Tensor]:
    """Return the model's inputs, each [batch, longest], padded on the right."""
    width = max(len(example.ids) for example in examples)
    ids = torch.full((len(examples), width), pad, dtype=torch.long)
    mask = torch.zeros_like(ids)
    segments = torch.zeros_like(ids)
    for index, example in enumerate(examples):
        length = len(example.ids)
        ids[index, :length] = torch.tensor(example.ids)
        segments[index, :length] = torch.tensor(example.segments)
        mask[index, :length] = 1
    inputs = {"input_ids": ids, "attention_mask": mask}
    return {**inputs, "token_type_ids": segments} if segmented else inputs
