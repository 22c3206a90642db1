"""The whole recipe: train, stop, go on, distil, export, calibrate, on invented rows."""

import json
import os
import runpy
import signal
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from training.bases import loaded_model, loaded_tokenizer
from training.encoding import Example, encoded
from training.finetune import class_weights, loss_under, smoothed
from training.loop import Settings, train
from training.rows import LABELS, labelled_rows
from training.session import session_logits


def ran(module: str, *words: object) -> None:
    """Run one command of the recipe as the command line does."""
    before = sys.argv
    sys.argv = [module, *map(str, words)]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=False)
    finally:
        sys.argv = before


def last_scores(folder: Path) -> dict:
    """Return the dev scores that end a run's log."""
    lines = (folder / "log.ndjson").read_text(encoding="utf-8").splitlines()
    return json.loads(lines[-1])["dev"]


@pytest.fixture(scope="module")
def stance_run(data: Path, base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trained stance model's run folder."""
    out = tmp_path_factory.mktemp("stance")
    ran("training.finetune", "--task", "stance", "--base", base, "--data", data, "--out", out,
        "--epochs", 24, "--rate", 1e-3, "--limit", 40, "--evaluations", 1)
    return out


def test_a_stance_model_learns_the_invented_sides(stance_run: Path) -> None:
    assert last_scores(stance_run)["mean"] > 80


def test_an_interrupted_run_ends_where_an_unbroken_one_does(
        data: Path, base: Path, tmp_path: Path) -> None:
    def run(out: Path, on_scores: object) -> torch.Tensor:
        torch.manual_seed(1)
        tokenizer, model = loaded_tokenizer(base), loaded_model(base, LABELS["sentiment"])
        examples = encoded(tokenizer, labelled_rows(data, "sentiment", "train"), 40)
        settings = Settings(out=out, epochs=1, batch=32, rate=1e-3, seed=1,
                            pad=tokenizer.pad_token_id, segmented=True, evaluations=2)
        train(model, examples, settings, loss_under([1.0, 1.0, 1.0]), on_scores)
        return model.classifier.weight.detach()

    def interrupt() -> dict:
        os.kill(os.getpid(), signal.SIGTERM)
        return {}

    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        unbroken = run(tmp_path / "unbroken", dict)
        with pytest.raises(SystemExit) as stopped:
            run(tmp_path / "broken", interrupt)
        assert stopped.value.code == 143
        assert (tmp_path / "broken" / "checkpoint.pt").exists()
        resumed = run(tmp_path / "broken", dict)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    assert torch.allclose(resumed, unbroken, atol=1e-6)


def test_rare_labels_weigh_more_where_labels_are_to_count_the_same() -> None:
    examples = [Example([1], [0], label) for label in [0] * 10 + [1] * 80 + [2] * 30]
    plain, even = (class_weights(examples, 3, balance) for balance in (0.0, 1.0))
    assert plain == pytest.approx([1, 1, 1])
    counts = np.sum([smoothed(example.truth, 3) for example in examples], axis=0)
    assert even[0] > even[2] > even[1]
    assert (np.array(even) * counts).sum() == pytest.approx(counts.sum())


def test_the_loss_is_the_mean_cross_entropy_its_labels_weighed() -> None:
    logits = torch.tensor([[2.0, 0.0, -1.0], [0.5, 0.5, 0.0]])
    batch = [Example([1], [0], truth) for truth in ([1.0, 0.0, 0.0], [0.0, 0.5, 0.5])]
    chances = torch.log_softmax(logits, dim=1)
    expected = -(3 * chances[0, 0] + 0.5 * (1 * chances[1, 1] + 2 * chances[1, 2])) / 2
    assert loss_under([3.0, 1.0, 2.0])(logits, batch).item() == pytest.approx(expected.item())


def test_the_exported_file_decides_as_the_trained_weights(
        data: Path, stance_run: Path, tmp_path: Path) -> None:
    out = tmp_path / "stance-small"
    ran("training.export", "--model", stance_run / "model", "--task", "stance", "--data", data,
        "--out", out, "--max-tokens", 40)
    facts = json.loads((out / "hearsay.json").read_text(encoding="utf-8"))
    assert facts["labels"] == ["against", "none", "favor"]
    assert facts["export"]["sameLabelAsTrained"] > 0.95
    ran("training.calibrate", "--task", "stance", "--data", data, "--model", out)
    facts = json.loads((out / "hearsay.json").read_text(encoding="utf-8"))
    assert len(facts["offsets"]) == 3
    assert facts["temperature"] > 0
    assert facts["devScores"]["headline"] > 80
    (out / "hearsay.json").write_text(json.dumps({**facts, "threshold": 0.42}), encoding="utf-8")
    ran("training.calibrate", "--task", "stance", "--data", data, "--model", out, "--keep")
    assert json.loads((out / "hearsay.json").read_text(encoding="utf-8"))["threshold"] == 0.42


def test_fewer_word_pieces_leave_the_answers_on_known_words(
        data: Path, stance_run: Path, tmp_path: Path) -> None:
    for name, extra in (("whole", ()), ("trimmed", ("--vocabulary", 170))):
        ran("training.export", "--model", stance_run / "model", "--task", "stance", "--data", data,
            "--out", tmp_path / name, "--max-tokens", 40, *extra)
    rows = labelled_rows(data, "stance", "dev")
    labels = [session_logits(tmp_path / name, rows, 40).argmax(axis=1)
              for name in ("whole", "trimmed")]
    assert len(loaded_tokenizer(tmp_path / "trimmed")) < len(loaded_tokenizer(tmp_path / "whole"))
    assert np.mean(labels[0] == labels[1]) > 0.9


def test_a_pupil_learns_from_soft_labels_and_unlabelled_texts(
        data: Path, base: Path, stance_run: Path, tmp_path: Path) -> None:
    soft = tmp_path / "soft.ndjson"
    ran("training.distil", "--task", "stance", "--teacher", stance_run / "model", "--data", data,
        "--out", soft, "--unlabelled", 40)
    records = [json.loads(line) for line in soft.read_text(encoding="utf-8").splitlines()]
    assert sum("text" in record for record in records) == 40
    ran("training.finetune", "--task", "stance", "--base", base, "--data", data, "--soft", soft,
        "--out", tmp_path / "pupil", "--epochs", 24, "--rate", 1e-3, "--limit", 40,
        "--evaluations", 1)
    assert last_scores(tmp_path / "pupil")["mean"] > 70


def test_a_tagger_finds_the_invented_quotations(data: Path, base: Path, tmp_path: Path) -> None:
    ran("training.tag", "--base", base, "--data", data, "--out", tmp_path, "--epochs", 4,
        "--rate", 3e-3, "--evaluations", 1)
    assert last_scores(tmp_path)["contentExact"] > 90
    out = tmp_path / "quotation-tagger"
    ran("training.export", "--model", tmp_path / "model", "--task", "tagging", "--data", data,
        "--out", out, "--max-tokens", 256)
    ran("training.tagscores", "--model", out, "--data", data)
    facts = json.loads((out / "hearsay.json").read_text(encoding="utf-8"))
    assert facts["labels"][0] == "O"
    assert facts["devScores"]["contentExact"] > 90
