"""Runs a sentence-transformers model that was exported to ONNX: the same weights and the same vectors, without torch.

An export is a folder. `model.onnx` takes word pieces and gives unit vectors: pooling and normalising are inside it, as
the model's own modules do them. `tokenizer.json` cuts texts into word pieces, and off at the model's length.
`export.json` says what the export was made of and with, and what `model.onnx` hashes to.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import EmbedderUnavailable
from index.types import Vector

EXPORTER = "1"
"""Raise it whenever `export.py` would make other files of the same weights: earlier ones are then not used."""
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
CARD = "export.json"
IDS, MASK, TYPES = INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUT = "unit_vectors"

# From 1.29 on, official builds of onnxruntime report on every process to Microsoft, unless this is set before they are
# imported: then nothing is gathered, kept or sent (Privacy.md in the package), by processes started from here neither.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

PIECES = 512
"""Word pieces embedded at once, padding counted: two long windows, or a dozen short ones. More fall out of the processor's
caches: a second of its work did 33 windows of papers at 512, 29 at 1,024, 23 at 2,048 and 19 at 4,096, with 200 MB more held."""


class ExportedEmbedder:
    """Meets `Embedder` with the export in a folder, loaded when this is made.

    Raises:
        EmbedderUnavailable: the export is damaged or incomplete, or onnxruntime or tokenizers cannot be imported.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        try:
            card = json.loads((folder / CARD).read_text())
            self.dimensions = int(card["dimensions"])
            check(folder / MODEL, str(card["sha256"]))
            self._session = session(folder / MODEL)
            self._tokenizer = tokenizer(folder / TOKENIZER)
        except EmbedderUnavailable:
            raise
        except Exception as error:  # onnxruntime and tokenizers raise errors of their own, without a common base
            raise EmbedderUnavailable(f"the exported model in {folder} cannot be loaded ({error})") from error

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, one row a text. Texts of like length go together, so that little is padded."""
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        vectors = np.zeros((len(pieces), self.dimensions), dtype=np.float32)
        for batch in _batches([len(ids) for ids in pieces]):
            vectors[batch] = self._run([pieces[place] for place in batch])
        return vectors

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        return np.asarray(self._run([self._tokenizer.encode(text).ids])[0], dtype=np.float32)

    def _run(self, pieces: Sequence[Sequence[int]]) -> Vector:
        """The vectors of texts given in word pieces."""
        longest = max(len(ids) for ids in pieces)
        given: NDArray[np.int64] = np.zeros((len(pieces), longest), dtype=np.int64)
        mask = np.zeros_like(given)
        for row, ids in enumerate(pieces):
            given[row, : len(ids)] = ids
            mask[row, : len(ids)] = 1
        made = self._session.run([OUTPUT], {IDS: given, MASK: mask, TYPES: np.zeros_like(given)})
        return np.asarray(made[0], dtype=np.float32)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts to be embedded together, the longest first, each batch within PIECES."""
    order = sorted(range(len(lengths)), key=lambda place: -lengths[place])
    while order:
        size = max(1, PIECES // lengths[order[0]])
        yield order[:size]
        order = order[size:]


def check(path: Path, expected: str) -> None:
    """Refuse a file that has changed since it was checked against torch: it could give wrong numbers in silence.

    Raises:
        EmbedderUnavailable: its SHA-256 is not the one expected.
    """
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected:
        raise EmbedderUnavailable(f"{path} is damaged (SHA-256 {found[:12]}…, not {expected[:12]}…)")


def session(path: Path) -> Any:
    """A session of onnxruntime over a model, which reports to nobody and leaves memory and processor to others when idle."""
    # Imported here, as an index with another embedder does without it.
    import onnxruntime  # noqa: PLC0415

    onnxruntime.disable_telemetry_events()  # for builds with the older reporting of Windows, which the variable leaves on
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # errors alone: its warnings are on how the exporter named things
    options.enable_cpu_mem_arena = False  # it would keep the memory of the longest batch for good
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads would starve others
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def tokenizer(path: Path) -> Any:
    """The tokenizer in a file, as it was written."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # a hundredth of the work; its threads warn at each fork
    from tokenizers import Tokenizer  # noqa: PLC0415 - see above

    return Tokenizer.from_file(str(path))
