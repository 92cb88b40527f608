"""Trains the built-in reader: two cores in an evening. Seeded, and resumed from its last checkpoint where it was cut off."""

from __future__ import annotations

import itertools
import json
import logging
import math
import random
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from bot.reading.encoding import Encoder
from training import data
from training.batches import batch_of, claims_cost, cost
from training.examples import Claim, Example
from training.model import ReaderNetwork

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a training goes. `examples` are taken a step; the rate of learning rises over `warm` of all steps, and falls to zero."""

    steps: int
    examples: int = 4
    rate: float = 8e-5
    heads_rate: float = 6e-4
    warm: float = 0.06
    decay: float = 0.01
    seed: int = 20261129
    pool: int = 16  # batches whose examples are sorted by length together
    keep_each: int = 200  # steps between two checkpoints
    told_each: int = 25  # steps between two lines of the log
    claims: int = 5  # taken at once
    claims_each: int = 1  # steps between two times
    pieces: int = (
        256  # of a passage; the program reads up to 384, and the network reads longer passages as well as these
    )


def train(
    network: ReaderNetwork,
    source: tuple[Iterator[Example], Iterator[Claim]],
    encoder: Encoder,
    plan: Plan,
    folder: Path,
) -> None:
    """Train a network in place on examples and claims, with a log and checkpoints in a folder."""
    examples, claims = source
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    optimiser = _optimiser(network, plan)
    begun = _resume(network, optimiser, folder)
    network.train()
    started, costs = time.time(), deque[tuple[float, float]](maxlen=plan.told_each)
    for step, batch in enumerate(_sorted_batches(examples, plan)):
        if step < begun:
            continue
        if step >= plan.steps:
            break
        share = _share(step / plan.steps, plan.warm)
        for group, rate in zip(optimiser.param_groups, (plan.rate, plan.heads_rate), strict=True):
            group["lr"] = rate * share
        of_claims = itertools.islice(claims, 0 if step % plan.claims_each else plan.claims)
        costs.append(_step(network, batch, list(of_claims), encoder))
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        if (step + 1) % plan.told_each == 0:
            _tell(step + 1, costs, time.time() - started, folder)
        if (step + 1) % plan.keep_each == 0 or step + 1 == plan.steps:
            _keep(network, optimiser, step + 1, plan, folder)


def _step(
    network: ReaderNetwork, examples: Sequence[Example], claims: Sequence[Claim], encoder: Encoder
) -> tuple[float, float]:
    """Adds the gradients of a batch of questions and of claims, if there are any; what each cost."""
    batch = batch_of(examples, encoder)
    with torch.autocast("cpu", torch.bfloat16):
        pieces, passages = network(batch.ids, batch.mask, batch.types, batch.shared)
    of_questions = cost(pieces, passages, batch)
    of_questions.backward()
    if not claims:
        return float(of_questions.detach()), math.nan
    with torch.autocast("cpu", torch.bfloat16):
        of_claims = claims_cost(network, claims, encoder)
    of_claims.backward()
    return float(of_questions.detach()), float(of_claims.detach())


def _tell(step: int, costs: Sequence[tuple[float, float]], seconds: float, folder: Path) -> None:
    of_questions, of_claims = (round(float(np.nanmean(each)), 4) for each in zip(*costs, strict=True))
    told = {"step": step, "questions": of_questions, "claims": of_claims, "seconds": round(seconds)}
    with (folder / "log.jsonl").open("a") as log:
        log.write(json.dumps(told) + "\n")


def _optimiser(network: ReaderNetwork, plan: Plan) -> torch.optim.AdamW:
    body = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=plan.decay, fused=True)


def _share(done: float, warm: float) -> float:
    return done / warm if done < warm else 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm)))


def _sorted_batches(source: Iterator[Example], plan: Plan) -> Iterator[Sequence[Example]]:
    """Batches of examples of like length, in an order left to chance."""
    rng = random.Random(plan.seed)  # noqa: S311 - nothing is kept secret by it
    while True:
        pool = [next(source) for _ in range(plan.pool * plan.examples)]
        pool.sort(key=_length)
        batches = [pool[at : at + plan.examples] for at in range(0, len(pool), plan.examples)]
        rng.shuffle(batches)
        yield from batches


def _length(example: Example) -> int:
    return max(sum(len(text) for _, text in passage.paragraphs) for passage in example.passages)


def _keep(network: ReaderNetwork, optimiser: Any, step: int, plan: Plan, folder: Path) -> None:
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "plan": asdict(plan)}
    torch.save(state, folder / "checkpoint.tmp")
    (folder / "checkpoint.tmp").replace(folder / data.CHECKPOINT)


def _resume(network: ReaderNetwork, optimiser: Any, folder: Path) -> int:
    place = folder / data.CHECKPOINT
    if not place.is_file():
        return 0
    state = torch.load(place, weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    _log.info("going on after step %d", state["step"])
    return int(state["step"])
