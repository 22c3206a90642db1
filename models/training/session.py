"""The exported file, run as hearsay runs it: int8, in batches of like length."""

from pathlib import Path

import numpy as np
import onnxruntime

from .bases import loaded_tokenizer
from .encoding import encoded, tensors
from .rows import Row


def opened(file: Path, threads: int = 2) -> onnxruntime.InferenceSession:
    """Return a CPU session of an ONNX file."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def session_logits(folder: Path, rows: list[Row], limit: int, size: int = 32,
                   file: str = "onnx/model_quantized.onnx") -> np.ndarray:
    """Return logits [rows, labels] of a model folder's file, batches of ``size`` rows."""
    session = opened(folder / file)
    tokenizer = loaded_tokenizer(folder)
    examples = encoded(tokenizer, rows, limit)
    names = {given.name for given in session.get_inputs()}
    order = sorted(range(len(rows)), key=lambda i: len(examples[i].ids))
    found: list[np.ndarray | None] = [None] * len(rows)
    for start in range(0, len(order), size):
        part = order[start : start + size]
        inputs = tensors([examples[i] for i in part], tokenizer.pad_token_id, True)
        given = {name: inputs[name].numpy() for name in names}
        for row, logits in zip(part, session.run(["logits"], given)[0], strict=True):
            found[row] = logits
    return np.stack(found)
