import json
import os
from pathlib import Path

import numpy as np
import pytest
from exported_model import tiny

from index.build import parse_file, split
from index.embedders import default
from index.embedders.default import DAY, PackagedEmbedder, export_folder
from index.embedders.export import TOLERANCE
from index.embedders.exported import MODEL, ExportedEmbedder
from index.embedders.sentence import SentenceEmbedder
from index.errors import EmbedderUnavailable
from index.windows import windows_of


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def exporter(monkeypatch):
    class Exporter:
        made = 0
        fault = ""

        def __call__(self, _, folder):
            self.made += 1
            if not self.fault:
                tiny(folder)
            return self.fault

    made = Exporter()
    monkeypatch.setattr(default, "_run", made)
    return made


def loaded():
    return PackagedEmbedder("model").loaded()


def test_the_model_is_exported_once(exporter):
    assert isinstance(loaded(), ExportedEmbedder)
    assert isinstance(loaded(), ExportedEmbedder)
    assert exporter.made == 1
    assert [path.name for path in export_folder().parent.iterdir()] == [export_folder().name]


def test_the_export_is_kept_in_the_home_folder_where_no_cache_is_named(monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert Path.home() in export_folder().parents


def test_a_damaged_export_is_made_again(exporter):
    loaded()
    (export_folder() / MODEL).write_bytes(b"cut off")
    assert isinstance(loaded(), ExportedEmbedder)
    assert exporter.made == 2


def test_an_export_that_another_process_made_meanwhile_is_taken(exporter, monkeypatch):
    run = exporter.__call__

    def beaten(model, folder):
        tiny(export_folder())
        return run(model, folder)

    monkeypatch.setattr(default, "_run", beaten)
    assert isinstance(loaded(), ExportedEmbedder)


def test_where_nothing_can_be_written_torch_embeds_with_one_warning(cache, exporter, caplog):
    cache.write_text("a file where the folder should be")
    model = PackagedEmbedder("model")
    assert isinstance(model.loaded(), SentenceEmbedder)
    assert model.loaded() is model.loaded()
    assert exporter.made == 0
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "PyTorch embeds instead" in caplog.text


def test_without_the_exporters_libraries_torch_embeds(exporter, monkeypatch, caplog):
    find = default.importlib.util.find_spec
    monkeypatch.setattr(default.importlib.util, "find_spec", lambda name: None if name == "onnxscript" else find(name))
    assert isinstance(loaded(), SentenceEmbedder)
    assert "without onnxscript" in caplog.text
    assert exporter.made == 0


def test_a_failed_export_is_not_tried_again_on_the_same_day(exporter, caplog):
    exporter.fault = "the exported model's vectors differ"
    assert isinstance(loaded(), SentenceEmbedder)
    assert isinstance(loaded(), SentenceEmbedder)
    assert exporter.made == 1
    assert caplog.text.count("vectors differ") == 2


def test_a_failed_export_that_cannot_be_remembered_is_told_and_tried_again(exporter, monkeypatch, caplog):
    def failing(model, folder):
        export_folder().with_name(f"{export_folder().name}.failed").mkdir(
            exist_ok=True
        )  # a remark cannot be written there
        return exporter(model, folder)

    exporter.fault = "the exported model's vectors differ"
    monkeypatch.setattr(default, "_run", failing)
    assert isinstance(loaded(), SentenceEmbedder)
    assert "cannot be kept" in caplog.text
    assert "each start tries again" in caplog.text
    assert "vectors differ" in caplog.text


def test_a_failed_export_is_tried_again_the_next_day(exporter):
    exporter.fault = "the exported model's vectors differ"
    loaded()
    remark = export_folder().with_name(f"{export_folder().name}.failed")
    os.utime(remark, times=(remark.stat().st_mtime - DAY - 1,) * 2)
    exporter.fault = ""
    assert isinstance(loaded(), ExportedEmbedder)
    assert not remark.exists()


@pytest.mark.usefixtures("exporter")
def test_what_an_export_cut_off_left_is_taken_away():
    left = export_folder().parent / "making-left"
    left.mkdir(parents=True)
    os.utime(left, times=(left.stat().st_mtime - DAY - 1,) * 2)
    loaded()
    assert not left.exists()


def test_a_model_that_cannot_be_exported_says_why(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    assert "not the file expected" in default._run(str(tmp_path), tmp_path)


def test_a_missing_package_names_the_install_line(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EmbedderUnavailable, match="pip install"):
        default.packaged()


@pytest.mark.embedder
def test_the_real_export_ranks_as_torch_does():
    samples = Path(__file__).parent.parent / "corpus/samples"
    papers = [paper for path in sorted((samples / "papers").rglob("*.*")) for paper in parse_file(path, path.name)]
    windows = [window for paper in papers for chunk in split(paper) for window in windows_of(chunk)]
    texts = [*windows, *(" ".join(window.split()[:9]) for window in windows)][:300]
    questions = [json.loads(line)["question"] for line in (samples / "questions.jsonl").read_text().splitlines()][:40]
    model = default.packaged()
    exported, torch = model.loaded(), SentenceEmbedder("torch", model.model)
    assert isinstance(exported, ExportedEmbedder)
    one, other = exported.embed_passages(texts), torch.embed_passages(texts)
    assert len(texts) >= 200
    assert np.abs(one - other).max() < TOLERANCE
    for question in questions:
        mine, theirs = one @ exported.embed_query(question), other @ torch.embed_query(question)
        ranked = np.argsort(-mine, kind="stable")
        # Texts alike to the last digits may change places; no others.
        assert (np.diff(theirs[ranked]) < TOLERANCE).all()
