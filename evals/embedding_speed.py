"""How fast texts are embedded, in torch and from the export, in full and in 8-bit numbers; and how long a cold question takes.

Rounds alternate between embedders, so that what else the machine does weighs on all alike; ratios say more than figures.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from index.embedders.default import packaged
from index.embedders.exported import CARD, MODEL, TOKENIZER, ExportedEmbedder
from index.embedders.sentence import SentenceEmbedder
from index.types import Embedder

ROUNDS = 3
QUESTION = "What was resolved about the annual report?"


@dataclass(frozen=True, slots=True)
class _Timed:
    """Seconds that an embedder took, round by round, by the clock and of the processors."""

    taken: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def run(self, embedder: Embedder, texts: Sequence[str]) -> None:
        """One round."""
        begun, worked = perf_counter(), process_time()
        embedder.embed_passages(texts)
        self.taken.append(perf_counter() - begun)
        self.worked.append(process_time() - worked)


def embedding_speed(texts: Sequence[str], rounds: int = ROUNDS) -> dict[str, float]:
    """Chunks a second of each embedder over the same texts, as many times torch's, and milliseconds for a question.

    `_to_torch` compares by the clock, `_work_to_torch` by the processors' time, which other programs weigh on less.
    `int8_cosine` is the mean cosine of 8-bit vectors with full ones, and `int8_same_top_10` the share of texts whose
    ten nearest texts are the same in the same order: what keeps 8-bit numbers out of the index.
    """
    model = packaged()
    exported = model.loaded()
    with tempfile.TemporaryDirectory() as place:
        embedders: dict[str, Embedder] = {"torch": SentenceEmbedder("torch", model.model), "onnx": exported}
        if isinstance(exported, ExportedEmbedder):
            embedders["int8"] = quantised(exported.folder, Path(place))
        timed = {name: _Timed() for name in embedders}
        for one in embedders.values():
            one.embed_query(QUESTION)
        for _ in range(rounds):
            for name, one in embedders.items():
                timed[name].run(one, texts)
        torch = timed["torch"]
        figures = {f"{name}_chunks_a_second": round(len(texts) / min(one.taken), 2) for name, one in timed.items()}
        for name in embedders.keys() - {"torch"}:
            figures[f"{name}_to_torch"] = round(min(torch.taken) / min(timed[name].taken), 2)
            figures[f"{name}_work_to_torch"] = round(min(torch.worked) / min(timed[name].worked), 2)
        figures |= {f"{name}_question_ms": _question_ms(one) for name, one in embedders.items()}
        return figures | (_agreement(exported, embedders["int8"], texts) if "int8" in embedders else {})


def cold(home: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds that a question takes in a process of its own, on an indexed home: by the clock, and of work."""
    figures: dict[str, float] = {}
    for name, command in (("ask", ["bot", "ask"]), ("search", ["index", "search"])):
        taken, worked = [], []
        for _ in range(rounds):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            begun = perf_counter()
            given = [sys.executable, "-m", *command, QUESTION, "--home", str(home), "--json"]
            subprocess.run(given, stdout=subprocess.DEVNULL, check=True, env=os.environ)
            taken.append(perf_counter() - begun)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            worked.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        figures |= {f"cold_{name}_seconds": round(min(taken), 2), f"cold_{name}_work": round(min(worked), 2)}
    return figures


def quantised(export: Path, place: Path) -> ExportedEmbedder:
    """The export with weights and sums in 8-bit numbers, written to another folder."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 - slow to import

    quantize_dynamic(export / MODEL, place / MODEL, weight_type=QuantType.QInt8, per_channel=True)
    (place / TOKENIZER).write_bytes((export / TOKENIZER).read_bytes())
    card = json.loads((export / CARD).read_text())
    card["sha256"] = hashlib.sha256((place / MODEL).read_bytes()).hexdigest()
    (place / CARD).write_text(json.dumps(card))
    return ExportedEmbedder("int8", place)


def _question_ms(embedder: Embedder) -> float:
    taken = []
    for _ in range(20):
        begun = perf_counter()
        embedder.embed_query(QUESTION)
        taken.append(perf_counter() - begun)
    return round(float(np.median(taken)) * 1000, 1)


def _agreement(full: Embedder, small: Embedder, texts: Sequence[str]) -> dict[str, float]:
    """How near 8-bit vectors are to full ones, and whether they rank alike."""
    whole, less = full.embed_passages(texts), small.embed_passages(texts)
    ranked = [np.argsort(-(made @ made.T), axis=1, kind="stable")[:, 1:11] for made in (whole, less)]
    return {
        "int8_cosine": round(float((whole * less).sum(axis=1).mean()), 4),
        "int8_same_top_10": round(float((ranked[0] == ranked[1]).all(axis=1).mean()), 3),
    }
