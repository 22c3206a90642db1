"""Make a classifier: ``python -m training.finetune --task stance --base mpnet --out DIR``.

The run can be stopped at any time; the same command goes on from its checkpoint.
The finished model lies, as transformers stores it, in ``OUT/model``.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from transformers import PreTrainedModel

from .bases import base_folder, encoder_of, loaded_model, loaded_tokenizer
from .distil import soft_labels
from .encoding import LIMITS, Example, encoded
from .logits import logits_of
from .loop import Settings, train
from .metrics import scores
from .rows import LABELS, data_folder, labelled_rows, mixture, thinned

RATES = {"minilm": 6e-5, "mpnet": 3.5e-5}
SMOOTHING = 0.05


def smoothed(truth: int | list[float], labels: int) -> list[float]:
    """Return the probabilities to learn: soft ones as they are, a hard label smoothed."""
    if isinstance(truth, list):
        return truth
    rest = SMOOTHING / labels
    return [1 - SMOOTHING + rest if label == truth else rest for label in range(labels)]


def class_weights(examples: list[Example], labels: int, balance: float) -> list[float]:
    """Return a weight for each label, 1 on average over ``examples``.

    A label that is n times as rare weighs n to the power of ``balance`` as much: 0 leaves all
    as they are, 1 lets every label count the same in sum, as macro-averaged recall does.
    Soft labels count by their parts.
    """
    counts = np.sum([smoothed(example.truth, labels) for example in examples], axis=0)
    weights = np.maximum(counts, 1) ** -balance
    return (weights * counts.sum() / (weights * counts).sum()).tolist()


def loss_under(weights: list[float]) -> Callable[[torch.Tensor, list[Example]], torch.Tensor]:
    """Return the loss: the mean cross-entropy of logits [batch, labels], labels weighed."""
    def loss_of(logits: torch.Tensor, batch: list[Example]) -> torch.Tensor:
        truth = torch.tensor([smoothed(example.truth, logits.shape[1]) for example in batch],
                             device=logits.device)
        weighed = truth * torch.tensor(weights, device=logits.device)
        return -(weighed * torch.log_softmax(logits, dim=1)).sum(dim=1).mean()

    return loss_of


def freeze(model: PreTrainedModel, layers: int) -> None:
    """Leave the embeddings and the lowest ``layers`` as they are, which saves their backward pass."""
    encoder = encoder_of(model)
    for part in [encoder.embeddings, *encoder.encoder.layer[:layers]] if layers else []:
        part.requires_grad_(False)


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--task", choices=list(LABELS), required=True)
    parser.add_argument("--base", required=True, help="minilm, mpnet or a folder")
    parser.add_argument("--data", help="folder of the data sets, else HEARSAY_DATA")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, help="highest learning rate")
    parser.add_argument("--limit", type=int, help="tokens a row, post and target")
    parser.add_argument("--layers", type=int, help="keep only the lowest layers")
    parser.add_argument("--freeze", type=int, default=0, help="lowest layers that stay as they are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--balance", type=float, default=0.0,
                        help="0: rows count the same; 1: labels do")
    parser.add_argument("--soft", type=Path, help="soft labels that training.distil wrote")
    parser.add_argument("--dev-rows", type=int, default=300, help="a source, while training")
    parser.add_argument("--evaluations", type=int, default=4)
    parser.add_argument("--steps", type=int, help="end after so many, the rate decayed by then")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def main() -> None:
    """Train, log, and store the model."""
    asked = arguments()
    torch.set_num_threads(asked.threads)
    folder = base_folder(asked.base, asked.out.parent / "bases")
    tokenizer = loaded_tokenizer(folder)
    torch.manual_seed(asked.seed)
    model = loaded_model(folder, LABELS[asked.task], asked.layers)
    # Word vectors hardly move in an epoch, and their gradient costs a sixth of a step.
    encoder_of(model).embeddings.word_embeddings.weight.requires_grad = False
    freeze(model, asked.freeze)
    data = data_folder(asked.data)
    rows = labelled_rows(data, asked.task, "train")
    known = {row.target for row in rows}
    dev = thinned(labelled_rows(data, asked.task, "dev"), asked.dev_rows, seed=0)
    limit = asked.limit or LIMITS[asked.task]
    soft, extra = soft_labels(asked.soft, data, asked.task) if asked.soft else (None, [])
    examples = encoded(tokenizer, mixture(rows, asked.task, asked.seed) + extra, limit, soft)
    judged = encoded(tokenizer, dev, limit)
    segmented = model.config.model_type == "bert"
    rate = asked.rate or RATES["mpnet" if model.config.model_type == "mpnet" else "minilm"]
    settings = Settings(out=asked.out, epochs=asked.epochs, batch=asked.batch, rate=rate,
                        seed=asked.seed, pad=tokenizer.pad_token_id, segmented=segmented,
                        evaluations=asked.evaluations, most=asked.steps)

    def scores_of() -> dict:
        found = logits_of(model, judged, settings.pad, segmented).argmax(axis=1)
        return scores(asked.task, dev, found, known)

    weights = class_weights(examples, model.config.num_labels, asked.balance)
    train(model, examples, settings, loss_under(weights), scores_of)
    model.save_pretrained(asked.out / "model")
    tokenizer.save_pretrained(asked.out / "model")


if __name__ == "__main__":
    main()
