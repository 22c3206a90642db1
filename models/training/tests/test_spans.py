"""Articles to tagged words and back."""

from pathlib import Path

from training.bases import loaded_tokenizer
from training.spans import articles, labelled_spans, word_labels, words
from training.tag import merged_labels, windows


def test_spans_survive_the_way_to_labels_and_back(data: Path) -> None:
    for article in articles(data, "dev"):
        found = words(article.text)
        assert labelled_spans(word_labels(article, found), found) == article.spans


def test_offsets_count_code_points_where_the_files_count_utf16(data: Path) -> None:
    article = articles(data, "dev")[0]
    (start, end), = article.spans["cue"]
    assert article.text[start:end] == "said"


def test_a_line_break_is_a_word_of_its_own() -> None:
    assert words("a.\n\n b") == [(0, 1), (1, 2), (2, 5), (5, 6)]


def test_overlapping_windows_give_each_word_one_label(base: Path) -> None:
    import numpy as np

    tokenizer, text = loaded_tokenizer(base), "soup at noon . " * 30
    parts = windows(tokenizer, text, {}, size=24, overlap=8)
    count = len(words(text))
    # Each word is labelled with its own number, so a misplaced one would show.
    logits = [np.eye(count)[[word or 0 for word in part.word_of]] for part in parts]
    assert len(parts) > 3
    assert all(len(part.ids) <= 24 for part in parts)
    assert merged_labels(parts, logits, count) == list(range(count))
