"""Texts to token ids and batches."""

from pathlib import Path

from training.bases import loaded_tokenizer
from training.encoding import batch_plan, encoded_pair


def test_a_long_post_is_cut_and_its_target_is_not(base: Path) -> None:
    tokenizer = loaded_tokenizer(base)
    ids, segments = encoded_pair(tokenizer, "rain again this morning " * 40, "the new bridge", 20)
    target = tokenizer.encode("the new bridge", add_special_tokens=False)
    assert len(ids) == len(segments) == 20
    assert ids[-len(target) - 1 :] == [*target, tokenizer.sep_token_id]
    assert segments[-len(target) - 1 :] == [1] * (len(target) + 1)


def test_a_pair_is_encoded_as_the_tokenizer_itself_would(base: Path) -> None:
    tokenizer = loaded_tokenizer(base)
    whole = tokenizer("stop the ferry", "the ferry")
    assert encoded_pair(tokenizer, "stop the ferry", "the ferry", 64) == (
        whole["input_ids"], whole["token_type_ids"])


def test_a_plan_holds_every_row_once_and_follows_its_seed() -> None:
    lengths = [number % 17 for number in range(500)]
    plan = batch_plan(lengths, 32, seed=1)
    assert sorted(row for batch in plan for row in batch) == list(range(500))
    assert plan == batch_plan(lengths, 32, seed=1)
    assert plan != batch_plan(lengths, 32, seed=2)
