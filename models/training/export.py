"""Make the folder that ships: ``python -m training.export --model RUN/model --out DIR``.

Writes transformers.js' layout with an int8 file for ONNX Runtime 1.14 (opset 14, IR 8),
its activations evened out first (``smoothing.py``), and logs what int8 and batching cost on
the development rows. ``--embedding`` exports a base encoder without a head, as it is.
"""

import argparse
import json
import random
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, PreTrainedModel

from .bases import base_folder, loaded_model, loaded_tokenizer
from .card import stored_facts
from .encoding import Example, encoded, tensors
from .logits import logits_of
from .metrics import headline, scores
from .quantise import quantised
from .rows import LABELS, data_folder, json_lines, labelled_rows, thinned
from .session import session_logits
from .smoothing import smooth
from .spans import LABELS as TAGS
from .spans import articles
from .tag import examples_of
from .trim import kept_ids, piece_counts, trim

OPSET = 14


def exported_float(model: PreTrainedModel, file: Path, output: str, pad: int) -> None:
    """Write the float32 ONNX file; rows and tokens are free dimensions."""
    model.eval().cpu()
    segmented = model.config.model_type == "bert"
    examples = [Example([5, 6, 7, 8, 9], [0, 0, 0, 1, 1], 0), Example([5, 6, 7], [0, 0, 1], 0)]
    inputs = tensors(examples, pad, segmented)
    axes = {name: {0: "batch", 1: "tokens"} for name in inputs}
    axes[output] = {0: "batch"} if output == "logits" else {0: "batch", 1: "tokens"}
    torch.onnx.export(model, (inputs,), str(file), input_names=list(inputs),
                      output_names=[output], dynamic_axes=axes, opset_version=OPSET,
                      dynamo=False)


def stored_tokenizer(source: Path, out: Path) -> int:
    """Write the tokenizer's two files as transformers.js reads them; return the padding id."""
    tokenizer = loaded_tokenizer(source)
    tokenizer.model_max_length = 512
    tokenizer.save_pretrained(out)
    for extra in ("special_tokens_map.json", "vocab.txt", "added_tokens.json"):
        (out / extra).unlink(missing_ok=True)
    return tokenizer.pad_token_id


def all_texts(folder: Path) -> list[str]:
    """Return every training text, to count the word pieces that matter."""
    return [row["text"] for task in ("sentiment", "stance", "attribution")
            for row in json_lines(folder / f"{task}.train.ndjson.gz")]


def sample_batches(task: str, folder: Path, out: Path, limit: int) -> list[dict]:
    """Return inputs from 200 training rows, or 64 windows of articles, to measure activations."""
    tokenizer = loaded_tokenizer(out)
    if task == "tagging":
        examples = examples_of(tokenizer, articles(folder, "train")[:30])[:64]
    else:
        rows = random.Random(0).sample(labelled_rows(folder, task, "train"), 200)
        examples = encoded(tokenizer, rows, limit)
    segmented = tokenizer.cls_token == "[CLS]"
    return [tensors(examples[start : start + 8], tokenizer.pad_token_id, segmented)
            for start in range(0, len(examples), 8)]


def losses(task: str, folder: Path, out: Path, limit: int, float_file: Path) -> dict:
    """Return what int8 costs against float, in points, and the labels kept in other batches."""
    rows = thinned(labelled_rows(folder, task, "dev"), 150, seed=0)
    known = {row.target for row in rows}
    shutil.copy(float_file, out / "onnx" / "float.onnx")
    whole = session_logits(out, rows, limit, file="onnx/float.onnx").argmax(axis=1)
    (out / "onnx" / "float.onnx").unlink()
    together = session_logits(out, rows, limit, size=32).argmax(axis=1)
    alone = session_logits(out, rows, limit, size=1).argmax(axis=1)
    return {
        "rows": len(rows),
        "float": headline(task, scores(task, rows, whole, known)),
        "int8": headline(task, scores(task, rows, together, known)),
        "sameLabelAsFloat": round(float(np.mean(whole == together)), 4),
        "sameLabelAloneAndInBatchesOf32": round(float(np.mean(alone == together)), 4),
    }


def pytorch_agrees(model: PreTrainedModel, out: Path, task: str, folder: Path,
                   limit: int) -> float:
    """Return the share of dev labels that the shipped file and the trained weights share."""
    rows = thinned(labelled_rows(folder, task, "dev"), 100, seed=1)
    tokenizer = loaded_tokenizer(out)
    trained = logits_of(model, encoded(tokenizer, rows, limit), tokenizer.pad_token_id,
                        model.config.model_type == "bert").argmax(axis=1)
    return round(float(np.mean(session_logits(out, rows, limit).argmax(axis=1) == trained)), 4)


def main() -> None:
    """Export, measure, and write what ``hearsay.json`` can say before calibration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="folder of trained weights")
    parser.add_argument("--base", help="minilm or mpnet, for --embedding")
    parser.add_argument("--embedding", action="store_true")
    parser.add_argument("--task", choices=[*LABELS, "tagging"])
    parser.add_argument("--size", choices=["small", "base"], default="small")
    parser.add_argument("--base-name", default="all-MiniLM-L6-v2")
    parser.add_argument("--vocabulary", type=int, help="keep only so many word pieces")
    parser.add_argument("--max-tokens", type=int, default=128)
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    torch.set_num_threads(2)
    source = base_folder(asked.base, asked.out.parent / "bases") if asked.embedding else asked.model
    labels = [] if asked.embedding else TAGS if asked.task == "tagging" else LABELS[asked.task]
    if asked.embedding:
        model = AutoModel.from_pretrained(source, attn_implementation="eager", dtype=torch.float32)
    else:
        model = loaded_model(source, labels, tokens=asked.task == "tagging")
    (asked.out / "onnx").mkdir(parents=True, exist_ok=True)
    pad = stored_tokenizer(source, asked.out)
    if asked.vocabulary:
        tokenizer = loaded_tokenizer(source)
        counts = piece_counts(tokenizer, all_texts(data_folder(asked.data)))
        trim(model, asked.out, kept_ids(tokenizer, counts, asked.vocabulary))
        pad = model.config.pad_token_id
    model.config.save_pretrained(asked.out)
    if not asked.embedding:
        smooth(model, sample_batches(asked.task, data_folder(asked.data), asked.out,
                                     asked.max_tokens))
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "model.onnx"
        output = "last_hidden_state" if asked.embedding else "logits"
        exported_float(model, whole, output, pad)
        quantised(whole, asked.out / "onnx" / "model_quantized.onnx")
        facts = {"name": asked.out.name, "size": asked.size, "base": asked.base_name,
                 "task": "embedding" if asked.embedding else asked.task, "labels": labels,
                 "activations": "token", "maxTokens": asked.max_tokens,
                 **({} if asked.task == "tagging" else {"emoji": "words"})}
        stored_facts(asked.out, facts)
        if asked.task in LABELS:
            folder = data_folder(asked.data)
            found = losses(asked.task, folder, asked.out, asked.max_tokens, whole)
            found["sameLabelAsTrained"] = pytorch_agrees(model, asked.out, asked.task, folder,
                                                         asked.max_tokens)
            stored_facts(asked.out, {"export": found})
            print(json.dumps(found))


if __name__ == "__main__":
    main()
