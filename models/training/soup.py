"""The mean of models that one run led to from another: ``python -m training.soup RUN/model … --out DIR``.

Weights that were trained on from the same weights lie in one basin, and their mean is often better
than each. Source: Wortsman et al., Model soups, 2022.
"""

import argparse
import json
from pathlib import Path

import torch
from transformers import AutoModelForSequenceClassification

from .bases import loaded_model, loaded_tokenizer


def averaged(folders: list[Path]) -> AutoModelForSequenceClassification:
    """Return the model whose every weight is the mean of those in ``folders``."""
    labels = list(json.loads((folders[0] / "config.json").read_text())["id2label"].values())
    models = [loaded_model(folder, labels) for folder in folders]
    states = [model.state_dict() for model in models]
    mean = {name: torch.stack([state[name].float() for state in states]).mean(dim=0)
            for name in states[0]}
    models[0].load_state_dict(mean)
    return models[0]


def main() -> None:
    """Write the mean and the first model's tokenizer to ``OUT/model``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+", help="folders of trained weights")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    averaged(asked.models).save_pretrained(asked.out / "model")
    loaded_tokenizer(asked.models[0]).save_pretrained(asked.out / "model")


if __name__ == "__main__":
    main()
