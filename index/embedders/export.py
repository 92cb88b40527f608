"""Exports a sentence-transformers model to ONNX: `python -m index.embedders.export MODEL SHA256 FOLDER`.

Pooling and normalising go into the graph as the model's own modules do them, and the tokenizer is written with the
model's length, so nothing of a model's configuration is assumed. An export is taken only when it gives torch's vectors.
Run in a process of its own: what an export imports takes a gigabyte of memory, which no program that embeds should keep.
"""

from __future__ import annotations

import hashlib
import json
import sys
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from index.embedders.exported import CARD, EXPORTER, INPUTS, MODEL, OUTPUT, TOKENIZER, ExportedEmbedder
from index.embedders.sentence import SentenceEmbedder, check_weights, load_model
from index.errors import EmbedderUnavailable, IndexFault

TOLERANCE = 1e-5
"""Most by which a number of a vector may differ from torch's: 3e-7 was measured over 4,000 windows of papers."""
LIBRARIES = ("torch", "sentence-transformers", "transformers", "tokenizers", "onnx", "onnxscript", "onnxruntime")

CHECKED = (
    "",
    "Quay",
    "What was resolved on the quay wall?",
    "RESOLVED – That the report be noted, and the “café” licence (£1,250) be granted; Cllr Ó Briain abstaining.",
    "The Committee considered the report of the Harbour Engineer on the state of the quay wall. " * 8,
    "The Harbour Engineer was asked to bring a further report in the autumn, with the costs of each part. " * 40,
)
"""What an export is tried on: nothing, a word, a question, signs beyond ASCII, a long text, one too long to be read whole."""


def export(model: str, sha256: str, folder: Path) -> None:
    """Write the export of a model, whose weights hash to this, into a folder that is empty.

    Raises:
        EmbedderUnavailable: the model cannot be loaded, or the export's vectors are not torch's.
    """
    check_weights(Path(model), sha256)
    loaded = load_model(model, attention="eager")
    _write_graph(loaded, folder / MODEL)
    _write_tokenizer(loaded, folder / TOKENIZER)
    card = {
        "weights": sha256,
        "exporter": EXPORTER,
        "dimensions": int(loaded.get_embedding_dimension() or 0),
        "sha256": hashlib.sha256((folder / MODEL).read_bytes()).hexdigest(),
        "made with": {name: version(name) for name in LIBRARIES},
    }
    (folder / CARD).write_text(json.dumps(card, indent=1))
    difference = difference_between(SentenceEmbedder("original", model), ExportedEmbedder("exported", folder))
    if not difference <= TOLERANCE:
        raise EmbedderUnavailable(f"the exported model's vectors differ from PyTorch's by {difference:.1e}")


def difference_between(one: SentenceEmbedder, other: ExportedEmbedder) -> float:
    """The most by which two embedders' numbers differ, over questions and passages."""
    passages = np.abs(one.embed_passages(CHECKED) - other.embed_passages(CHECKED)).max()
    questions = max(np.abs(one.embed_query(text) - other.embed_query(text)).max() for text in CHECKED)
    return float(max(passages, questions))


def _write_graph(loaded: Any, path: Path) -> None:
    """Write the whole model, from word pieces to unit vectors, for any number of texts of any length."""
    import torch  # noqa: PLC0415 - seconds to import, and this module is imported for its constants too

    class Whole(torch.nn.Module):
        """The model as a function of arrays: sentence-transformers' own takes and gives dictionaries."""

        def __init__(self) -> None:
            super().__init__()
            self.model = loaded

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            given = dict(zip(INPUTS, (input_ids, attention_mask, token_type_ids), strict=True))
            vectors = self.model(given)["sentence_embedding"]
            return torch.nn.functional.normalize(vectors, dim=1)

    sample = loaded.tokenizer(["A quay.", "The quay wall was mended."], padding=True, return_tensors="pt")
    axes = {0: torch.export.Dim("texts"), 1: torch.export.Dim("pieces", max=loaded.max_seq_length)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on names of axes and on torch's own deprecations
        program = torch.onnx.export(
            Whole().eval(),
            tuple(sample[name] for name in INPUTS),
            dynamo=True,
            verbose=False,
            input_names=list(INPUTS),
            output_names=[OUTPUT],
            dynamic_shapes=dict.fromkeys(INPUTS, axes),
        )
    assert program is not None  # noqa: S101 - for the type checker: the newer exporter always gives one
    program.save(str(path), external_data=False)


def _write_tokenizer(loaded: Any, path: Path) -> None:
    """Write the model's tokenizer, cutting off where the model stops reading; padding is left to who embeds."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - see above

    tokenizer = Tokenizer.from_str(loaded.tokenizer.backend_tokenizer.to_str())
    tokenizer.no_padding()
    tokenizer.enable_truncation(loaded.max_seq_length)
    tokenizer.save(str(path))


def main(model: str, sha256: str, folder: str) -> int:
    """Export; 1 with the reason on standard error where that fails."""
    try:
        export(model, sha256, Path(folder))
    except (IndexFault, ImportError, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
