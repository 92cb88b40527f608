import os
import subprocess
import sys

import numpy as np
import pytest
from exported_model import tiny

from index.embedders import exported
from index.embedders.exported import CARD, MODEL, ExportedEmbedder
from index.errors import EmbedderUnavailable

TEXTS = ["quay", "slipway wall quay", "beacon", "wall wall", "quay beacon"]


@pytest.fixture
def model(tmp_path):
    return ExportedEmbedder("tiny", tiny(tmp_path / "tiny"))


def test_passages_come_in_the_order_given_whatever_their_length(model, monkeypatch):
    alone = np.stack([model.embed_query(text) for text in TEXTS])
    monkeypatch.setattr(exported, "PIECES", 4)
    assert np.allclose(model.embed_passages(TEXTS), alone, atol=1e-6)


def test_a_long_text_is_embedded_alone(model, monkeypatch):
    monkeypatch.setattr(exported, "PIECES", 1)
    assert model.embed_passages(TEXTS).shape == (5, model.dimensions)


def test_a_text_is_read_as_far_as_the_model_reads(model):
    assert np.array_equal(model.embed_query("quay wall quay beacon"), model.embed_query("quay wall quay"))


def test_no_texts_give_no_vectors(model):
    assert model.embed_passages([]).shape == (0, model.dimensions)


def test_a_damaged_export_is_refused(tmp_path):
    folder = tiny(tmp_path)
    whole = (folder / MODEL).read_bytes()
    (folder / MODEL).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(EmbedderUnavailable, match="damaged"):
        ExportedEmbedder("tiny", folder)


@pytest.mark.parametrize("card", ["", "{}", None])
def test_an_export_without_its_card_is_refused(tmp_path, card):
    folder = tiny(tmp_path)
    (folder / CARD).unlink()
    if card is not None:
        (folder / CARD).write_text(card)
    with pytest.raises(EmbedderUnavailable, match="cannot be loaded"):
        ExportedEmbedder("tiny", folder)


def test_the_runtime_keeps_and_sends_no_reports(tmp_path):
    folder, cache = tiny(tmp_path / "tiny"), tmp_path / "cache"
    cache.mkdir()
    code = f"from pathlib import Path; from index.embedders.exported import *; ExportedEmbedder('x', Path({str(folder)!r}))"
    given = {name: value for name, value in os.environ.items() if name not in ("ORT_DISABLE_TELEMETRY", "CI")}
    subprocess.run(
        [sys.executable, "-c", code], env=given | {"XDG_CACHE_HOME": str(cache), "HOME": str(cache)}, check=True
    )
    assert list(cache.iterdir()) == []
