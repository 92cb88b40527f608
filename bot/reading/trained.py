"""The built-in reader's weights: a folder in the project with the network in ONNX, its tokenizer, its rankers and its card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.reading.encoding import Encoder
from bot.reading.network import Array, Network, Numbers, Scorer
from bot.reading.ranker import Ranker
from index.embedders.exported import check, session, tokenizer
from index.errors import EmbedderUnavailable

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = Path(__file__).with_name("weights")
MODEL, TOKENIZER, CARD = "reader.onnx", "tokenizer.json", "card.json"
SEEN, READ = "seen.npz", "read.npz"
"""Rankers: over what is seen alone, and with what the network read."""
INPUTS = ("ids", "mask", "types", "shared")
OUTPUTS = ("pieces", "passages")


class NoReader(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The built-in reader cannot be loaded; the message says why."""


def ranker(name: str, folder: Path = FOLDER) -> Ranker:
    """The ranker SEEN or READ.

    Raises:
        NoReader: its file is missing or of another version.
    """
    try:
        return Ranker.load(folder / name)
    except (OSError, ValueError, KeyError) as fault:
        raise NoReader(f"{folder / name} cannot be read ({fault})") from fault


def scorer(folder: Path = FOLDER) -> Scorer:
    """The network with its encoder.

    Raises:
        NoReader: a file is missing or damaged, or onnxruntime or tokenizers cannot be imported.
    """
    network = load(folder)
    try:
        return Scorer(network, Encoder(uncut(folder / TOKENIZER)))
    except Exception as fault:  # tokenizers raises errors of its own, without a common base
        raise NoReader(f"the reader in {folder} cannot be loaded ({fault})") from fault


def load(folder: Path = FOLDER) -> Network:
    """The network alone.

    Raises:
        NoReader: as for `scorer`.
    """
    try:
        check(folder / MODEL, str(json.loads((folder / CARD).read_text(encoding="utf-8"))["sha256"]))
        return _Run(session(folder / MODEL))
    except EmbedderUnavailable as fault:
        raise NoReader(f"{folder / MODEL} is not the file that its card names: check it out again") from fault
    except Exception as fault:  # onnxruntime raises errors of its own, without a common base
        raise NoReader(f"the reader in {folder} cannot be loaded ({fault})") from fault


def uncut(path: Path) -> Tokenizer:
    """The tokenizer in a file, cutting nothing off and filling nothing up: the encoder does that."""
    made: Tokenizer = tokenizer(path)
    made.no_truncation()
    made.no_padding()
    return made


class _Run:
    """Meets `Network` with a session of onnxruntime."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def __call__(self, ids: Numbers, mask: Numbers, types: Numbers, shared: Numbers) -> tuple[Array, Array]:
        given = dict(zip(INPUTS, (ids, mask, types, shared), strict=True))
        pieces, passages = self._session.run(list(OUTPUTS), given)
        return pieces, passages
