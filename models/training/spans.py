"""Articles to tagged words, and tagged words to spans.

A word is a run of letters, digits and underscores, or one other character; a line break
with the white space after it is one word too, shown to the model as a pilcrow, since who
speaks often changes with the paragraph. In JavaScript the same words are found by
``/\\n\\s*|[\\p{L}\\p{M}\\p{N}_]+|[^\\p{L}\\p{M}\\p{N}_\\s]/gu``. Each word is tokenised alone, and the
label of a word is the label of its first token.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from .rows import json_lines

KINDS = ("source", "cue", "content")
LABELS = ["O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in "BI")]
WORD = re.compile(r"\n\s*|\w+|[^\w\s]")
BREAK = "¶"

Span = tuple[int, int]


@dataclass(frozen=True)
class Article:
    """A text and, per kind, its spans in code points, end exclusive."""

    id: str
    text: str
    spans: dict[str, list[Span]]


def point_of_unit(text: str) -> list[int]:
    """Return for each UTF-16 code unit of ``text``, and its end, the code point's number."""
    points = []
    for index, character in enumerate(text):
        points.extend([index] * (2 if ord(character) > 0xFFFF else 1))
    return [*points, len(text)]


def articles(folder: Path, part: str) -> list[Article]:
    """Return the articles of ``attribution.PART.ndjson.gz``."""
    found = []
    for row in json_lines(folder / f"attribution.{part}.ndjson.gz"):
        point = point_of_unit(row["text"])
        last = len(point) - 1
        spans = {kind: sorted({(point[min(start, last)], point[min(end, last)])
                               for attribution in row["attributions"]
                               for start, end in attribution[kind]})
                 for kind in KINDS}
        found.append(Article(row["id"], row["text"], spans))
    return found


def words(text: str) -> list[Span]:
    """Return the words of ``text`` as spans."""
    return [match.span() for match in WORD.finditer(text)]


def shown(text: str, word: Span) -> str:
    """Return a word as the tokenizer gets it."""
    piece = text[word[0] : word[1]]
    return BREAK if piece.startswith("\n") else piece


def word_labels(article: Article, found: list[Span]) -> list[int]:
    """Return one label a word; where spans overlap, cues win over sources, those over contents."""
    labels = [0] * len(found)
    for kind in ("content", "source", "cue"):
        first = 1 + 2 * KINDS.index(kind)
        for start, end in article.spans[kind]:
            inside = [i for i, (left, right) in enumerate(found) if left < end and right > start]
            for place, index in enumerate(inside):
                labels[index] = first + (place > 0)
    return labels


def labelled_spans(labels: list[int], found: list[Span]) -> dict[str, list[Span]]:
    """Return the spans of each kind; an inside label after another kind begins a span."""
    spans: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    before = None
    for label, (start, end) in zip(labels, found, strict=True):
        kind = KINDS[(label - 1) // 2] if label else None
        if kind and (kind != before or label % 2 == 1):
            spans[kind].append((start, end))
        elif kind:
            spans[kind][-1] = (spans[kind][-1][0], end)
        before = kind
    return spans


def span_f1(truth: list[list[Span]], found: list[list[Span]], overlap: bool) -> float:
    """Return F1 in points over all articles, spans equal or, with ``overlap``, sharing a letter."""
    def matched(these: list[Span], those: list[Span]) -> int:
        exact = set(those)
        return sum(span in exact or (overlap and any(a < span[1] and b > span[0] for a, b in those))
                   for span in these)

    pairs = list(zip(truth, found, strict=True))
    right = sum(matched(f, t) for t, f in pairs) / max(1, sum(len(f) for _, f in pairs))
    recalled = sum(matched(t, f) for t, f in pairs) / max(1, sum(len(t) for t, _ in pairs))
    return 200 * right * recalled / (right + recalled) if right + recalled else 0.0


def span_scores(truth: list[Article], found: list[dict[str, list[Span]]]) -> dict:
    """Return exact and overlapping F1 of each kind, spans of equal words counted as exact."""
    scores = {}
    for kind in KINDS:
        gold = [[snapped(span, words(article.text)) for span in article.spans[kind]]
                for article in truth]
        spans = [each[kind] for each in found]
        scores[f"{kind}Exact"] = round(span_f1(gold, spans, False), 2)
        scores[f"{kind}Overlap"] = round(span_f1(gold, spans, True), 2)
    return scores


def snapped(span: Span, found: list[Span]) -> Span:
    """Return ``span`` widened or narrowed to the words it touches: some are off by a letter."""
    inside = [word for word in found if word[0] < span[1] and word[1] > span[0]]
    return (inside[0][0], inside[-1][1]) if inside else span
