"""One training run: batches in, checkpoints and a log out, resumable at any step."""

import json
import math
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import PreTrainedModel

from .encoding import Example, batch_plan, tensors


@dataclass(frozen=True)
class Settings:
    """What a run depends on; ``minutes`` is the time between two checkpoints.

    ``most`` ends a run early, its rate decayed by then; it may be set on going on.
    """

    out: Path
    epochs: int
    batch: int
    rate: float
    seed: int
    pad: int
    segmented: bool
    minutes: float = 5.0
    warm_up: float = 0.06
    decay: float = 0.01
    evaluations: int = 4
    most: int | None = None


def device() -> torch.device:
    """Return the GPU where one is there, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def computing() -> torch.autocast:
    """Return the context of forward passes: bfloat16 where the device multiplies it itself.

    A CPU without it emulates each product, a hundred times slower than in float32.
    """
    kind = device().type
    able = torch.cpu.get_capabilities()
    native = kind != "cpu" or any(able.get(name) for name in ("amx_bf16", "avx512_bf16", "bf16"))
    return torch.autocast(kind, torch.bfloat16, enabled=native)


def log(folder: Path, record: dict) -> None:
    """Append a record to ``log.ndjson`` and print it."""
    line = json.dumps({"time": time.strftime("%Y-%m-%dT%H:%M:%S"), **record})
    with open(folder / "log.ndjson", "a", encoding="utf-8") as file:
        file.write(line + "\n")
    print(line, flush=True)


def rate_at(step: int, steps: int, settings: Settings) -> float:
    """Return the learning rate: linear warm-up, then linear decay to 0."""
    warm = max(1, round(steps * settings.warm_up))
    share = (step + 1) / warm if step < warm else (steps - step) / max(1, steps - warm)
    return settings.rate * share


def optimiser_of(model: PreTrainedModel, settings: Settings) -> torch.optim.AdamW:
    """Return AdamW over what may change; biases and norms do not decay."""
    free = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    plain = [p for name, p in free if p.ndim < 2]
    decayed = [p for name, p in free if p.ndim >= 2]
    groups = [{"params": decayed, "weight_decay": settings.decay},
              {"params": plain, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=settings.rate, fused=True)


def save_checkpoint(path: Path, model: PreTrainedModel, optimiser: torch.optim.Optimizer,
                    step: int) -> None:
    """Write the checkpoint beside the old one and rename it, so one is always whole."""
    beside = path.with_suffix(".new")
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step},
               beside)
    os.replace(beside, path)


def resumed_step(path: Path, model: PreTrainedModel, optimiser: torch.optim.Optimizer) -> int:
    """Load the checkpoint if there is one; return the step to go on from."""
    if not path.exists():
        return 0
    state = torch.load(path, map_location=device(), weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return state["step"]


class Interruption:
    """Notes SIGTERM and SIGINT, so that a run ends after its step with a checkpoint."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._note)

    def _note(self, *_: object) -> None:
        self.asked = True


def stepped(model: PreTrainedModel, optimiser: torch.optim.Optimizer, batch: list[Example],
            settings: Settings, loss_of: Callable) -> tuple[float, int]:
    """Take one step on ``batch``; return its loss and its tokens, padding included."""
    inputs = {k: v.to(device()) for k, v in
              tensors(batch, settings.pad, settings.segmented).items()}
    with computing():
        logits = model(**inputs).logits
    loss = loss_of(logits.float(), batch)
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return loss.item(), inputs["input_ids"].numel()


def train(model: PreTrainedModel, examples: list[Example], settings: Settings,
          loss_of: Callable[[torch.Tensor, list[Example]], torch.Tensor],
          scores_of: Callable[[], dict]) -> None:
    """Train ``model`` in place to the end of the last epoch, from the checkpoint if any.

    Writes ``checkpoint.pt`` and ``log.ndjson`` under ``settings.out``; raises SystemExit
    143 after a checkpoint when the run was told to stop.
    """
    settings.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    model.to(device())
    optimiser = optimiser_of(model, settings)
    lengths = [len(example.ids) for example in examples]
    plan = [batch for epoch in range(settings.epochs)
            for batch in batch_plan(lengths, settings.batch, settings.seed + epoch)][: settings.most]
    path = settings.out / "checkpoint.pt"
    first = resumed_step(path, model, optimiser)
    log(settings.out, {"event": "start", "step": first, "steps": len(plan)})
    stop, saved, report = Interruption(), time.time(), time.time()
    every = math.ceil(len(plan) / settings.evaluations)
    losses: list[float] = []
    tokens = 0
    for step in range(first, len(plan)):
        for group in optimiser.param_groups:
            group["lr"] = rate_at(step, len(plan), settings)
        model.train()
        loss, seen = stepped(model, optimiser, [examples[i] for i in plan[step]],
                             settings, loss_of)
        losses.append(loss)
        tokens += seen
        if time.time() - report > 60:
            log(settings.out, {"step": step + 1, "loss": round(sum(losses) / len(losses), 4),
                               "tokensPerSecond": round(tokens / (time.time() - report))})
            losses, tokens, report = [], 0, time.time()
        if stop.asked or time.time() - saved > settings.minutes * 60:
            save_checkpoint(path, model, optimiser, step + 1)
            saved = time.time()
        if stop.asked:
            raise SystemExit(143)
        if (step + 1) % every == 0 and step + 1 < len(plan):
            log(settings.out, {"step": step + 1, "dev": scores_of()})
            report = time.time()
    save_checkpoint(path, model, optimiser, len(plan))
    log(settings.out, {"step": len(plan), "dev": scores_of(), "event": "end"})
