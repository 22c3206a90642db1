"""A small world of our own: invented posts, and an encoder small enough to train in seconds."""

import gzip
import json
import random
from pathlib import Path

import pytest
import torch
from tokenizers import BertWordPieceTokenizer
from transformers import BertConfig, BertModel, BertTokenizer

TARGETS = ["the ferry", "night trains", "the new bridge", "school gardens"]
SIDES = {
    "favor": ["we need {} now", "so glad about {} today", "{} was the best idea"],
    "against": ["stop {} at once", "nobody wants {} here", "{} was a terrible idea"],
    "none": ["rain again this morning", "what time is lunch", "my bus was blue"],
}
FEELINGS = {
    "positive": ["lovely soup at noon", "so happy with the boat"],
    "negative": ["awful soup at noon", "so angry about the boat"],
    "neutral": ["soup is served at noon", "the boat leaves at nine"],
}


def stance_row(number: int, rng: random.Random) -> dict:
    """Return one invented row toward one of TARGETS."""
    label, target = rng.choice(list(SIDES)), rng.choice(TARGETS)
    text = rng.choice(SIDES[label]).format(target)
    return {"id": f"s{number}", "text": text, "target": target, "label": label,
            "source": rng.choice(["sem16", "covid19", "ibm30k" if label != "none" else "sem16"])}


def sentiment_row(number: int, rng: random.Random) -> dict:
    """Return one invented row."""
    label = rng.choice(list(FEELINGS))
    return {"id": f"t{number}", "text": rng.choice(FEELINGS[label]), "label": label,
            "source": "invented"}


def article(number: int, rng: random.Random) -> dict:
    """Return one invented article with one attribution."""
    name = rng.choice(["Ana Field", "Otto Reed"])
    words = rng.choice(["the boat is late", "the soup is lovely"])
    text = f"It was noon \U0001f6a2 .\n{name} said {words}. Rain fell."
    units = len("It was noon \U0001f6a2 .\n".encode("utf-16-le")) // 2
    cue = units + len(name) + 1
    return {"id": f"a{number}", "publisher": "invented", "text": text, "attributions": [{
        "id": "E1", "source": [[units, units + len(name)]], "cue": [[cue, cue + 4]],
        "content": [[cue + 5, cue + 5 + len(words)]]}]}


def write_rows(file: Path, rows: list[dict]) -> None:
    """Write gzipped NDJSON."""
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of a few hundred invented rows."""
    folder, rng = tmp_path_factory.mktemp("data"), random.Random(7)
    for task, made in (("stance", stance_row), ("sentiment", sentiment_row),
                       ("attribution", article)):
        write_rows(folder / f"{task}.train.ndjson.gz", [made(i, rng) for i in range(240)])
        write_rows(folder / f"{task}.dev.ndjson.gz", [made(1000 + i, rng) for i in range(80)])
    return folder


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    """A folder with an untrained two-layer BERT and a tokenizer of some hundred pieces."""
    folder = tmp_path_factory.mktemp("base")
    texts = [json.loads(line)["text"] for file in sorted(data.glob("*.train.*"))
             for line in gzip.open(file, "rt", encoding="utf-8")]
    pieces = BertWordPieceTokenizer(lowercase=True)
    pieces.train_from_iterator(texts * 2, vocab_size=400, min_frequency=1, show_progress=False)
    pieces.save_model(str(folder))
    tokenizer = BertTokenizer(str(folder / "vocab.txt"), model_max_length=512)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(5)
    BertModel(BertConfig(vocab_size=len(tokenizer), hidden_size=48, num_hidden_layers=2,
                         num_attention_heads=4, intermediate_size=96)).save_pretrained(folder)
    return folder
