import sqlite3

import pytest
from index_papers import build, folder, parse

from index import Index
from index.check import check
from index.derived import DerivedVectors
from index.embedders.words import WordsEmbedder
from index.errors import DamagedIndex, EmptyIndex


class StillVectors(DerivedVectors):
    """Chroma that is always in step: what is checked here is the catalogue."""

    def stamp(self):
        return None

    def sync(self, db, generation, embedder):
        del db, generation, embedder
        return True


class OtherEmbedder(WordsEmbedder):
    name = "other"


@pytest.fixture
def home(tmp_path):
    build(tmp_path / "home").add([folder(tmp_path / "papers", a="The quay.", b="The slipway.")])
    return tmp_path / "home"


def look(home, embedder=None, *, repair=False):
    findings = check(home, embedder or WordsEmbedder(), StillVectors(home), repair=repair)
    findings.faults = [fault for fault in findings.faults if "Chroma" not in fault]
    findings.repaired = [done for done in findings.repaired if "Chroma" not in done]
    return findings


def spoil(home, sql):
    with sqlite3.connect(home / "catalogue.sqlite") as db:
        db.execute(sql)


def test_a_sound_home_is_found_sound(home):
    findings = look(home)
    assert findings.sound
    assert findings.advice == []
    assert findings.counts["papers"] == 2


def test_full_text_out_of_step_is_built_anew(home):
    spoil(home, "INSERT INTO chunk_words (rowid, text) VALUES (99, 'lantern')")
    assert not look(home).sound
    assert look(home, repair=True).sound
    assert look(home).faults == []


def test_missing_vectors_are_embedded(home):
    spoil(home, "DELETE FROM embeddings")
    assert look(home).faults == ["2 chunks lack vectors"]
    assert look(home, repair=True).sound
    assert look(home).faults == []


def test_vectors_of_nothing_are_taken_out(home):
    spoil(home, "INSERT INTO embeddings VALUES ('astray', 'words', x'00000000')")
    assert not look(home).sound
    assert look(home, repair=True).sound
    assert look(home).faults == []


def test_another_embedder_embeds_everything_anew(home):
    assert "not of 'other'" in look(home, OtherEmbedder()).faults[0]
    assert look(home, OtherEmbedder(), repair=True).sound
    with Index.open(home, OtherEmbedder()) as index:
        assert index.search("slipway", k=1)[0].text == "The slipway."
    assert look(home, OtherEmbedder()).faults == []


def test_a_scrub_cut_off_is_done(home):
    spoil(home, "INSERT INTO meta VALUES ('scrub', 'wanted')")
    assert not look(home).sound
    assert look(home, repair=True).sound


def test_a_damaged_file_is_told(home):
    path = home / "catalogue.sqlite"
    content = bytearray(path.read_bytes())
    content[9000:30000] = b"\xff" * 21000
    path.write_bytes(content)
    with pytest.raises(DamagedIndex, match="add the papers again"):
        look(home)


def test_what_an_older_parser_made_is_told_as_advice(home):
    spoil(home, "UPDATE texts SET fingerprint = 'older'")
    assert "add their folders again" in look(home).advice[0]


def test_an_add_cut_off_is_told_as_advice(tmp_path):
    def stopped(path, file):
        if file == "b.txt":
            raise KeyboardInterrupt
        return parse(path, file)

    papers = folder(tmp_path / "papers", a="The quay.", b="The slipway.")
    build(tmp_path / "home", stopped).add([papers])
    assert str(papers) in look(tmp_path / "home").advice[0]


def test_an_empty_home_is_told(tmp_path):
    with pytest.raises(EmptyIndex):
        look(tmp_path)
    assert not (tmp_path / "catalogue.sqlite").exists()


def test_chroma_out_of_step_is_found_and_mended(home):
    derived = DerivedVectors(home)
    assert check(home, WordsEmbedder(), derived).faults == ["Chroma's vectors are out of step"]
    assert check(home, WordsEmbedder(), derived, repair=True).sound
    assert check(home, WordsEmbedder(), DerivedVectors(home)).faults == []


def test_a_change_of_embedder_that_was_cut_off_is_finished(home):
    class Stopping(OtherEmbedder):
        def embed_passages(self, texts):
            del texts
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look(home, Stopping(), repair=True)
    spoil(home, "INSERT INTO embeddings SELECT digest, 'other', vector FROM embeddings LIMIT 1")
    spoil(home, "UPDATE meta SET value = 'other' WHERE key = 'embedder'")
    assert look(home, OtherEmbedder(), repair=True).sound
    assert look(home, OtherEmbedder()).faults == []
