"""The built-in reader's weights: a folder in the project with the network in ONNX, its tokenizer and its card."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from bot.reading.encoding import Encoder
from bot.reading.network import Array, Network, Numbers, Scorer

FOLDER = Path(__file__).with_name("weights")
MODEL, TOKENIZER, CARD = "reader.onnx", "tokenizer.json", "card.json"
INPUTS = ("ids", "mask", "types", "shared")
OUTPUTS = ("pieces", "passages")


class NoReader(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The built-in reader cannot be loaded; the message says why."""


def scorer(folder: Path = FOLDER) -> Scorer:
    """The network with its encoder.

    Raises:
        NoReader: a file is missing or damaged, or onnxruntime or tokenizers cannot be imported.
    """
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import, wanted at the first question

        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return Scorer(load(folder), Encoder(tokenizer))
    except NoReader:
        raise
    except Exception as fault:  # tokenizers raises errors of its own, without a common base
        raise NoReader(f"the reader in {folder} cannot be loaded ({fault})") from fault


def load(folder: Path = FOLDER) -> Network:
    """The network alone.

    Raises:
        NoReader: as for `scorer`.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the import: see index.embedders.exported
    try:
        import onnxruntime  # noqa: PLC0415 - as above

        expected = str(json.loads((folder / CARD).read_text(encoding="utf-8"))["sha256"])
        held = (folder / MODEL).read_bytes()
        if hashlib.sha256(held).hexdigest() != expected:
            raise NoReader(f"{folder / MODEL} is not the file that its card names: check it out again")  # noqa: TRY301
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False  # it would keep the memory of the longest batch for good
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads would starve others
        session = onnxruntime.InferenceSession(held, options, providers=["CPUExecutionProvider"])
    except NoReader:
        raise
    except Exception as fault:  # onnxruntime raises errors of its own, without a common base
        raise NoReader(f"the reader in {folder} cannot be loaded ({fault})") from fault
    return _Run(session)


class _Run:
    """Meets `Network` with a session of onnxruntime."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def __call__(self, ids: Numbers, mask: Numbers, types: Numbers, shared: Numbers) -> tuple[Array, Array]:
        given = dict(zip(INPUTS, (ids, mask, types, shared), strict=True))
        pieces, passages = self._session.run(list(OUTPUTS), given)
        return pieces, passages
