"""What a model in float answers to encoded rows."""

import numpy as np
import torch
from transformers import PreTrainedModel

from .encoding import Example, tensors
from .loop import computing, device


@torch.no_grad()
def logits_of(model: PreTrainedModel, examples: list[Example], pad: int, segmented: bool,
              size: int = 64) -> np.ndarray:
    """Return logits [rows, labels] in the examples' order."""
    model.eval().to(device())
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids))
    found = np.zeros((len(examples), model.config.num_labels), dtype=np.float32)
    for start in range(0, len(order), size):
        rows = order[start : start + size]
        inputs = tensors([examples[i] for i in rows], pad, segmented)
        with computing():
            logits = model(**{k: v.to(device()) for k, v in inputs.items()}).logits
        found[rows] = logits.float().cpu().numpy()
    return found
