"""The sample papers are all there, and every question on them is well formed and quotes them word for word."""

import html
import json
import re
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from corpus.samples import make_samples

SAMPLES = Path(make_samples.__file__).parent
PAPERS = SAMPLES / "papers"
QUESTIONS = [json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
FIELDS = {"id", "kind", "question", "history", "abstain", "cites", "mode", "facts", "locator", "note"}


def words_of(path):
    if path.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
        text = re.sub(r"\n.*\nPage \d+\n?", "\n", text)
    elif path.suffix == ".docx":
        document = Document(path)
        rows = [" ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
        text = "\n".join([paragraph.text for paragraph in document.paragraphs] + rows)
    else:
        text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return folded(re.sub(r"-\n", "", text) if path.suffix == ".pdf" else text)


def folded(text):
    return " ".join(re.findall(r"\w+", text.lower()))


@pytest.fixture(scope="module")
def held():
    return {path.relative_to(PAPERS).as_posix(): words_of(path) for path in PAPERS.rglob("*") if path.is_file()}


def test_the_papers_are_all_there(held):
    assert len(held) == 20
    assert {Path(file).suffix for file in held} == {".txt", ".md", ".html", ".pdf", ".docx"}
    assert {file.split("/")[0] for file in held} == {"cabinet", "scrutiny", "planning", "partnership"}
    assert all(len(words.split()) > 200 for words in held.values())


def test_the_pack_has_the_pages_that_its_agenda_promises():
    pack = next(PAPERS.rglob("Public reports pack*.pdf"))
    pages = [page.extract_text() for page in PdfReader(pack).pages]
    assert len(pages) == 17
    starts = {7: "Bus Punctuality: Service X4", 11: "Libraries: First-Year Review", 15: "ACTION LOG", 17: "Restricted"}
    assert all(title in pages[number - 1] for number, title in starts.items())


def test_the_draft_minutes_print_another_charge_than_the_adopted_ones(held):
    draft, adopted = (held[f"cabinet/{name} minutes 07022024 1000 Cabinet.txt"] for name in ("DRAFT", "Printed"))
    assert "a charge of 480 a year be made" in draft
    assert "a charge of 420 a year be made" in adopted


@pytest.mark.parametrize("source", make_samples.PDFS)
def test_a_committed_pdf_is_what_its_source_makes(source, tmp_path):
    text = (SAMPLES / "sources" / source).read_text(encoding="utf-8")
    again = tmp_path / "again.pdf"
    again.write_bytes(make_samples.make_pdf(text))
    assert again.read_bytes() == make_samples.make_pdf(text)
    assert words_of(again) == words_of(PAPERS / make_samples.PDFS[source])


@pytest.mark.parametrize("source", make_samples.WORD_FILES)
def test_a_committed_word_file_is_what_its_source_makes(source, tmp_path):
    text = (SAMPLES / "sources" / source).read_text(encoding="utf-8")
    again = tmp_path / "again.docx"
    again.write_bytes(make_samples.make_word(text))
    assert again.read_bytes() == make_samples.make_word(text)
    assert words_of(again) == words_of(PAPERS / make_samples.WORD_FILES[source])


def test_there_are_questions_of_every_kind():
    kinds = [question["kind"] for question in QUESTIONS]
    assert len(kinds) >= 60
    assert sum(question["abstain"] for question in QUESTIONS) >= 15
    assert kinds.count("trap") >= 8
    assert len({question["id"] for question in QUESTIONS}) == len(kinds)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_a_question_is_well_formed_and_its_quotes_stand_in_the_papers(question, held):
    assert set(question) <= FIELDS
    assert question["mode"] in ("all", "any")
    assert question["abstain"] == (not question["cites"])
    assert all(isinstance(asked, str) for asked in question.get("history", []))
    quoted = " ".join(cite["quote"] for cite in question["cites"])
    assert all(re.search(fact, quoted, re.IGNORECASE) for fact in question["facts"])
    re.compile(question.get("locator", ""))
    for cite in question["cites"]:
        assert folded(cite["quote"]) in held[cite["file"]]
        assert len(cite["quote"].split()) <= 100
