"""What int8 may cost: little beside float, and nothing in company."""

from pathlib import Path

import numpy as np
import pytest
import torch

from training.bases import loaded_model, loaded_tokenizer
from training.encoding import Example, encoded, tensors
from training.export import exported_float
from training.quantise import quantised, rounded_weights
from training.rows import LABELS, labelled_rows
from training.session import opened


@pytest.fixture(scope="module")
def files(base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The float file of an untrained model, and its int8 file."""
    folder = tmp_path_factory.mktemp("int8")
    torch.manual_seed(1)
    exported_float(loaded_model(base, LABELS["stance"]), folder / "float.onnx", "logits", 0)
    quantised(folder / "float.onnx", folder / "int8.onnx")
    return folder / "float.onnx", folder / "int8.onnx"


@pytest.fixture(scope="module")
def examples(base: Path, data: Path) -> list[Example]:
    """Texts of many lengths."""
    return encoded(loaded_tokenizer(base), labelled_rows(data, "stance", "dev")[:24], 40)


def logits(file: Path, examples: list[Example], size: int) -> np.ndarray:
    """Return logits [rows, labels] of batches of ``size``."""
    session = opened(file)
    names = [given.name for given in session.get_inputs()]
    found = []
    for start in range(0, len(examples), size):
        inputs = tensors(examples[start : start + size], 0, True)
        found.append(session.run(["logits"], {name: inputs[name].numpy() for name in names})[0])
    return np.concatenate(found)


def test_weights_keep_to_seven_bits_and_a_scale_a_channel() -> None:
    weights = np.array([[1.0, -0.02], [-0.5, 0.01]], np.float32)
    values, scales = rounded_weights(weights)
    assert values.tolist() == [[64, -64], [-32, 32]]
    assert np.allclose(values * scales, weights, atol=1e-6)


def test_a_text_answers_alone_as_in_a_padded_batch(files: tuple, examples: list) -> None:
    alone, together = logits(files[1], examples, 1), logits(files[1], examples, 24)
    assert np.allclose(alone, together, atol=1e-5)


def test_int8_stays_near_float(files: tuple, examples: list) -> None:
    whole, small = logits(files[0], examples, 8), logits(files[1], examples, 8)
    assert np.abs(whole - small).mean() < 0.1 * np.abs(whole - whole.mean(axis=0)).mean() + 1e-3
    assert files[1].stat().st_size < 0.6 * files[0].stat().st_size
