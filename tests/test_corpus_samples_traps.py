"""The traps' papers are all there, and every trap is well formed and quotes them word for word."""

import json
import re

import pytest
from test_corpus_samples import words_of

from corpus.samples import make_samples, make_traps
from evals.matching import PaperWords

TRAPS = make_traps.TRAPS
PAPERS = TRAPS / "papers"
ROWS = [json.loads(line) for line in (TRAPS / "traps.jsonl").read_text(encoding="utf-8").splitlines()]
FIELDS = {"id", "kind", "question", "must_not", "abstain", "may_decline", "cites", "mode", "facts"}
OPTIONAL = {"was_resolved", "not_by", "history", "note"}


@pytest.fixture(scope="module")
def held():
    return PaperWords(PAPERS)


def test_there_are_traps_of_many_kinds_in_papers_of_every_format():
    assert len(ROWS) >= 40
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert len({row["kind"] for row in ROWS}) >= 20
    assert {file.suffix for file in PAPERS.rglob("*") if file.is_file()} == {".txt", ".md", ".html", ".pdf", ".docx"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_trap_is_well_formed_and_its_quotes_stand_in_the_papers(row, held):
    assert FIELDS <= set(row) <= FIELDS | OPTIONAL
    assert row["mode"] in ("all", "any")
    assert row["cites"]
    assert all(held.hold(cite["file"], cite["quote"]) for cite in row["cites"])
    assert all(len(cite["quote"].split()) <= 100 for cite in row["cites"])
    assert row["facts"]
    for pattern in [*row["must_not"], *row["facts"]]:
        re.compile(pattern)


@pytest.mark.parametrize("row", [row for row in ROWS if row["must_not"]], ids=lambda row: row["id"])
def test_the_words_that_were_not_resolved_stand_in_some_paper(row):
    plain = " ".join(
        (TRAPS / "sources" / source).read_text("utf-8") for source in make_traps.PDFS | make_traps.WORD_FILES
    )
    plain += " ".join(path.read_text("utf-8") for path in PAPERS.rglob("*") if path.suffix in (".txt", ".md", ".html"))
    assert all(re.search(pattern, plain, re.IGNORECASE) for pattern in row["must_not"])


@pytest.mark.parametrize("source", make_traps.PDFS | make_traps.WORD_FILES)
def test_a_committed_paper_of_the_traps_is_what_its_source_makes(source, tmp_path):
    make = make_samples.make_pdf if source in make_traps.PDFS else make_samples.make_word
    paper = PAPERS / (make_traps.PDFS | make_traps.WORD_FILES)[source]
    again = tmp_path / paper.name
    again.write_bytes(make((TRAPS / "sources" / source).read_text(encoding="utf-8")))
    assert words_of(again) == words_of(paper)
