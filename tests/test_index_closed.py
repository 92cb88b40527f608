"""The words of a paper that is not for publication reach no reader who is not cleared, by whichever way is asked."""

import json
import re
from dataclasses import asdict, replace
from datetime import date

import pytest
from bot_papers import chunk, paper
from fpdf import FPDF
from scripted_reader import PlainReader

from bot.followthrough.suggestions import followups
from bot.query.spelling import Spelling
from bot.query.starters import starters
from bot.types import Turn
from index import Index
from index.__main__ import main
from index.build import Build
from index.closed import Head, is_closed
from index.embedders.words import WordsEmbedder
from index.glossary import abbreviations, entries
from index.holdings import exempt_items, outline
from index.meeting import meeting
from index.original import original_of, page_picture
from index.people import people
from index.topics import over_time
from index.types import Filter

DAY = date(2031, 3, 4)
NOTICE = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"
OPEN = """
attendance|||Present: Councillor Rowan Thorn (Chair)
heading|12||12. Quay wall
text|12|12. Quay wall|The Maritime and Coastal Forum (MCF) spoke of the quay wall.
resolution|12|12. Quay wall|RESOLVED: That the quay wall be mended at a cost of four thousand pounds.
"""
REPORT = f"""
heading|||Lease of the ice house
exempt|||{NOTICE}
heading|1||1. Offer of Glacier Holdings
text|1.1|1. Offer of Glacier Holdings|1.1 Glacier Holdings offered £9,100 a year for the quay wall and the ice house.
text|1.2|1. Offer of Glacier Holdings|1.2 The Quayside Vendor Zone (QVZ) would be let to Pelagia Marchbanks.
"""
MINUTES = f"""
text|||{NOTICE}
attendance|||Present: Councillor Zephyr Quillfeather (Chair)
heading|13||13. Dismissal of the Wharfinger
resolution|13|13. Dismissal of the Wharfinger|RESOLVED: That the Wharfinger be dismissed over the quay wall.
"""
PAPERS = {
    "a-exempt.txt": paper("a-exempt.txt", "minutes", DAY, MINUTES, "Private minutes"),
    "lease.txt": paper("lease.txt", "report", DAY, REPORT, "Lease of the ice house"),
    "minutes.txt": paper("minutes.txt", "minutes", DAY, OPEN, "Minutes of March"),
}
SECRET = re.compile("glacier|9,100|qvz|vendor|pelagia|marchbanks|zephyr|quillfeather|wharfinger|dismiss", re.IGNORECASE)
BODY = "Harbour Committee"


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in PAPERS:
        (folder / name).write_text(name)
    assert not Build(tmp_path / "home", WordsEmbedder(), lambda _, file: [PAPERS[file]], chunk).add([folder]).refused
    return tmp_path / "home"


@pytest.fixture
def index(home):
    with Index.open(home, "words") as opened:
        yield opened


def _bot(index):
    from bot.pipeline import Bot  # noqa: PLC0415 - one test alone wants it
    from bot.reading.items import Items  # noqa: PLC0415

    return Bot(index, Items(index.reading), PlainReader())


WAYS = {
    "people": lambda index: people(index.catalogue),
    "abbreviations": lambda index: (abbreviations(index.catalogue), index.abbreviations(), entries(index.catalogue)),
    "a topic over time": lambda index: over_time(index.catalogue, "quay wall"),
    "a topic of closed words": lambda index: over_time(index.catalogue, "dismissal"),
    "a meeting": lambda index: meeting(index.catalogue, BODY, DAY),
    "paragraphs": lambda index: [index.catalogue.paragraphs(one.id) for one in index.catalogue.papers()],
    "outlines": lambda index: [outline(index.catalogue, one.id) for one in index.catalogue.papers()],
    "a printed number": lambda index: [index.catalogue.with_label(number) for number in ("1", "1.1", "13")],
    "exempt items": lambda index: [index.catalogue.exempt(file) for file in PAPERS],
    "search": lambda index: index.search("quay wall ice house Glacier Holdings Wharfinger dismissed", k=50),
    "search within a filter": lambda index: index.search("ice house", Filter(files=frozenset(["lease.txt"])), k=50),
    "starters": lambda index: starters(index.catalogue),
    "slips of the pen": lambda index: [
        one.read for one in Spelling(index.catalogue).respelt("Did Quilfeather see Pelagia Marchbank, the wharfingr?")
    ],
    "an answer": lambda index: replace(_bot(index).answer(Turn("What was resolved on the quay wall?")), searched=""),
    "follow-ups": lambda index: followups(
        _bot(index), [one.id for p in index.search("quay wall mended", k=1) for one in p.paragraphs], []
    ),
    "whether it was ever spoken of": lambda index: _bot(index).answer(Turn("Was the quay wall ever discussed?")),
    "a meeting in short": lambda index: _bot(index).answer(Turn("Summarise the meeting of 4 March 2031")),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_to_the_words_of_a_closed_paper(index, way):
    assert not SECRET.findall(repr(WAYS[way](index)))


def test_a_cleared_reader_is_told_of_all_of_them(home):
    with Index.open(home, "words", cleared=True) as index:
        told = repr([WAYS[way](index) for way in ("people", "abbreviations", "paragraphs", "search")])
        assert {word.lower() for word in SECRET.findall(told)} >= {
            "glacier",
            "9,100",
            "qvz",
            "quillfeather",
            "wharfinger",
        }


def test_a_closed_paper_is_told_of_by_its_title_and_its_notice_alone(index):
    catalogue = index.catalogue
    lease = next(one for one in catalogue.papers() if one.file == "lease.txt")
    assert [one.text for one in catalogue.paragraphs(lease.id)] == ["Lease of the ice house", NOTICE]
    assert lease.paragraphs == 2
    assert exempt_items(catalogue)[lease.id] == 1
    answer = _bot(index).answer(Turn("What was offered for the lease of the ice house?"))
    assert (answer.abstained, answer.reason) == (True, "exempt")
    assert "paragraph 3" in answer.text


def test_a_word_that_only_closed_papers_hold_counts_as_one_that_no_paper_holds(index):
    assert index.catalogue.frequencies(["Glacier", "Glacier Holdings", "mended", "lease"]) == {
        "Glacier": 0,
        "Glacier Holdings": 0,
        "mended": 1,
        "lease": 1,  # of the title, which is told
    }
    known, unknown = (_bot(index).answer(Turn(f"Who is {name}?")) for name in ("Quillfeather", "Featherquill"))
    assert known.text.replace("Quillfeather", "Featherquill") == unknown.text


def test_the_public_minutes_are_shown_where_private_ones_lie_beside_them(index):
    found = meeting(index.catalogue, BODY, DAY)
    assert found
    assert [one.text for one in found.agenda] == ["12. Quay wall"]
    assert len(found.resolved) == 1


def test_a_paper_is_closed_from_the_moment_that_it_is_added(index, tmp_path):
    assert len(people(index.catalogue)) == 1
    more = tmp_path / "more"
    more.mkdir()
    (more / "later.txt").write_text("later")
    later = paper("later.txt", "minutes", date(2032, 1, 1), MINUTES.replace("Quillfeather", "Marchbanks"))
    Build(tmp_path / "home", WordsEmbedder(), lambda *_: [later], chunk).add([more])
    assert len(index.catalogue.papers()) == 4
    assert not SECRET.findall(repr(people(index.catalogue)))
    Build(tmp_path / "home", WordsEmbedder()).remove(["later.txt"])
    assert len(index.catalogue.closed) == 2


def test_the_command_line_keeps_them_too(home, capsys, monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    main(["search", "Glacier Holdings quay wall", "--home", str(home), "--json"])
    main(["list", "--home", str(home), "--json"])
    assert not SECRET.findall(capsys.readouterr().out)
    monkeypatch.setenv("MATTERS_CLEARED", "true")
    main(["search", "Glacier Holdings quay wall", "--home", str(home), "--json"])
    assert "9,100" in json.dumps(json.loads(capsys.readouterr().out), ensure_ascii=False)


def test_a_pack_with_a_closed_paper_is_not_given_whole_and_its_closed_pages_are_not_drawn(tmp_path):
    made = FPDF()
    made.set_font("Helvetica", size=12)
    for words in ("Quay wall", "Ice house"):
        made.add_page()
        made.cell(0, 10, words)
    folder = tmp_path / "papers"
    folder.mkdir()
    made.output(str(folder / "pack.pdf"))
    public, closed = (
        replace(one, file="pack.pdf", part=n, paragraphs=tuple(replace(p, page=n) for p in one.paragraphs))
        for n, one in enumerate((PAPERS["minutes.txt"], PAPERS["lease.txt"]), 1)
    )
    Build(tmp_path / "home", WordsEmbedder(), lambda *_: [public, closed], chunk).add([folder])
    with Index.open(tmp_path / "home", "words") as index:
        assert original_of(index.catalogue, "pack.pdf").path is None
        assert page_picture(index.catalogue, "pack.pdf", 1)
        assert page_picture(index.catalogue, "pack.pdf", 2) is None
    with Index.open(tmp_path / "home", "words", cleared=True) as index:
        assert original_of(index.catalogue, "pack.pdf").path
        assert page_picture(index.catalogue, "pack.pdf", 2)


def test_a_notice_that_has_run_together_with_its_paper_is_not_told(tmp_path):
    text = f"heading|||Lease\nexempt|||{NOTICE}. {'Glacier Holdings offered much. ' * 20}"
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    Build(tmp_path / "home", WordsEmbedder(), lambda *_: [paper("a.txt", "report", DAY, text)], chunk).add([folder])
    with Index.open(tmp_path / "home", "words") as index:
        held = index.catalogue.papers()[0]
        assert [asdict(one)["text"] for one in index.catalogue.paragraphs(held.id)] == ["Lease"]


@pytest.mark.parametrize(
    ("head", "closed"),
    [
        ("CONFIDENTIAL", True),
        ("This report is not for publication", True),
        ("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A", True),
        ("Appendix 2 is not for publication", False),
        ("This report is public but Appendix 2 is exempt", False),
        ("Confidential or exempt information: None", False),
        ("Unrestricted", False),
    ],
)
def test_a_paper_is_closed_by_what_it_says_at_its_head(head, closed):
    assert is_closed([Head("a-1-0", "Ice house", "heading"), Head("a-1-1", head, "text")]) is closed
