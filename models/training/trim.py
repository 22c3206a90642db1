"""Fewer word pieces: the embedding is a fifth of a base model's bytes.

Kept are special tokens, all single characters of the lower ids, every piece that the
training texts use at least twice, and then the lowest ids, since the vocabularies of BERT
and MPNet are ordered by how common a piece is. A word whose piece is gone is spelled by
smaller pieces, so no text becomes unreadable.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import torch
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from .bases import encoder_of


def piece_counts(tokenizer: PreTrainedTokenizerBase, texts: Iterable[str]) -> Counter:
    """Return how often each token id occurs in ``texts``."""
    counts: Counter = Counter()
    for text in texts:
        counts.update(tokenizer.encode(text, add_special_tokens=False, verbose=False))
    return counts


def kept_ids(tokenizer: PreTrainedTokenizerBase, counts: Counter, size: int) -> list[int]:
    """Return ``size`` token ids to keep, ascending; special tokens are among them."""
    pieces = tokenizer.convert_ids_to_tokens(range(len(tokenizer)))
    special = {*tokenizer.all_special_ids, *tokenizer.backend_tokenizer.get_added_tokens_decoder()}
    special |= {index for index, piece in enumerate(pieces) if piece == "[UNK]"}
    letters = {index for index, piece in enumerate(pieces)
               if len(piece.removeprefix("##")) == 1 and ord(piece[-1]) < 0x2100}
    used = {index for index, count in counts.items() if count >= 2}
    order = [*sorted(special), *sorted(letters - special),
             *sorted(used - letters - special, key=lambda index: -counts[index])]
    seen = set(order)
    order += [index for index, piece in enumerate(pieces)
              if index not in seen and not piece.startswith("[unused")]
    return sorted(order[:size])


def trimmed_tokenizer(text: str, kept: list[int]) -> str:
    """Return the JSON of ``tokenizer.json`` with the kept pieces alone, numbered from 0."""
    tokenizer = json.loads(text)
    new = {old: index for index, old in enumerate(kept)}
    vocabulary = tokenizer["model"]["vocab"]
    tokenizer["model"]["vocab"] = {piece: new[old] for piece, old in vocabulary.items()
                                   if old in new}
    for added in tokenizer["added_tokens"]:
        added["id"] = new[added["id"]]
    for special in tokenizer["post_processor"].get("special_tokens", {}).values():
        special["ids"] = [new[old] for old in special["ids"]]
    for end in ("sep", "cls"):
        if end in tokenizer["post_processor"]:
            piece, old = tokenizer["post_processor"][end]
            tokenizer["post_processor"][end] = [piece, new[old]]
    return json.dumps(tokenizer, ensure_ascii=False, indent=1)


def trim(model: PreTrainedModel, folder: Path, kept: list[int]) -> None:
    """Drop all other rows of the model's embedding and renumber ``folder/tokenizer.json``."""
    embeddings = encoder_of(model).embeddings
    pad = model.config.pad_token_id
    weight = embeddings.word_embeddings.weight.detach()[kept].clone()
    embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(
        weight, freeze=False, padding_idx=kept.index(pad))
    model.config.vocab_size = len(kept)
    for name in ("pad_token_id", "bos_token_id", "eos_token_id"):
        old = getattr(model.config, name, None)
        if old is not None:
            setattr(model.config, name, kept.index(old))
    file = folder / "tokenizer.json"
    file.write_text(trimmed_tokenizer(file.read_text(encoding="utf-8"), kept), encoding="utf-8")
