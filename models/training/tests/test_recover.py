"""What a shipped file keeps of the weights that it was made from."""

from pathlib import Path

import numpy as np
import torch

from training.bases import loaded_model, loaded_tokenizer
from training.encoding import encoded
from training.logits import logits_of
from training.rows import LABELS, labelled_rows
from training.session import session_logits

from .test_recipe import ran


def test_recovered_weights_answer_as_the_file_does(data: Path, base: Path, tmp_path: Path) -> None:
    torch.manual_seed(1)
    trained, shipped, recovered = (tmp_path / name for name in ("trained", "shipped", "recovered"))
    model = loaded_model(base, LABELS["stance"])
    for parameter in model.parameters():
        # Training moves every bias; those of an untrained model are all one and the same zero.
        parameter.data += 0.02 * torch.randn(parameter.shape)
    model.save_pretrained(trained)
    loaded_tokenizer(base).save_pretrained(trained)
    ran("training.export", "--model", trained, "--task", "stance", "--data", data,
        "--out", shipped, "--max-tokens", 40)
    ran("training.recover", shipped, "--out", recovered)
    rows = labelled_rows(data, "stance", "dev")[:40]
    tokenizer = loaded_tokenizer(recovered / "model")
    model = loaded_model(recovered / "model", LABELS["stance"])
    found = logits_of(model, encoded(tokenizer, rows, 40), tokenizer.pad_token_id, True)
    wanted = session_logits(shipped, rows, 40)
    assert np.abs(found - wanted).max() < 0.2 * np.abs(wanted).max()


def test_the_mean_of_models_has_the_mean_of_their_weights(base: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for seed, folder in enumerate(folders):
        torch.manual_seed(seed)
        loaded_model(base, LABELS["stance"]).save_pretrained(folder)
        loaded_tokenizer(base).save_pretrained(folder)
    ran("training.soup", *folders, "--out", tmp_path / "mean")
    one, two, mean = (loaded_model(folder, LABELS["stance"]).classifier.weight
                      for folder in (*folders, tmp_path / "mean" / "model"))
    assert torch.allclose(mean, (one + two) / 2, atol=1e-6)
    assert not torch.allclose(one, two)
