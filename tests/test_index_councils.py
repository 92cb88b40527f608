"""Bodies of two councils that have the same name: Orren's, and Marl's. Each paper is told by its own."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from index_papers import build, folder, parse

from index.beside import Printed, councils_beside
from index.catalogue import Catalogue
from index.councils import canonical_councils
from index.holdings import bodies_held
from index.meeting import meeting
from index.opening import Index
from index.scope import Shared, read
from index.types import Filter, in_full

ORREN, MARL = "Orren Borough Council", "Marl District Council"
PLANNING = [f"Planning Committee of {MARL}", f"Planning Committee of {ORREN}"]


def of_council(path, file):
    """Test papers with a council after their body: "Planning Committee@Orren Borough Council;2031-03-04;minutes"."""
    made = []
    for paper in parse(path, file):
        body, _, council = (paper.body or "").partition("@")
        made.append(replace(paper, body=body or None, council=council or None))
    return made


def held(tmp_path, **texts):
    for name, text in texts.items():
        at, _, file = name.rpartition("__")
        folder(tmp_path / "papers" / at, **{file: text})
    build(tmp_path / "home", of_council).add([tmp_path / "papers"])
    return Catalogue(tmp_path / "home")


@pytest.fixture
def two(tmp_path):
    with held(
        tmp_path,
        orren__a=f"Planning Committee@{ORREN};2031-03-04;minutes\nRESOLVED that the quay wall be refused.",
        orren__b=f"Cabinet@{ORREN};2031-03-05;minutes\nThe tide.",
        marl__c=f"Planning Committee@{MARL};2031-03-04;minutes\nRESOLVED that the quay wall be approved.",
        marl__d=f"Marl District Council@{MARL};2031-04-04;minutes\nThe precept.",
        parish__e="Thorle Parish Council@Thorle Parish Council;2031-05-04;minutes\nThe swings.",
    ) as catalogue:
        yield catalogue


def scope(catalogue, question):
    return read(question, catalogue.bodies(), catalogue.meetings(), date(2031, 6, 1), catalogue.councils)


def test_committees_of_one_name_are_two_bodies(two):
    assert two.bodies() == ["Cabinet", "Marl District Council", *PLANNING, "Thorle Parish Council"]
    assert [paper.file for paper in two.papers(Filter(bodies=frozenset(PLANNING[1:])))] == ["orren/a.txt"]
    assert [(paper.body_alone, paper.council) for paper in two.papers() if paper.file == "orren/a.txt"] == [
        ("Planning Committee", ORREN)
    ]


def test_a_name_that_two_councils_bodies_have_allows_both(two):
    allowed = Filter(bodies=frozenset(["Planning Committee"]))
    assert [paper.file for paper in two.papers(allowed)] == ["marl/c.txt", "orren/a.txt"]


def test_a_reader_is_told_the_council_where_there_are_several(two):
    assert [paper.body_in_full for paper in two.papers()][:4] == [
        *PLANNING,
        f"Cabinet of {ORREN}",
        "Marl District Council",
    ]


def test_with_one_council_nothing_is_told_of_it(tmp_path):
    with held(
        tmp_path, a=f"Cabinet@{ORREN};2031-03-05;minutes\nThe tide.", b="Panel;2031-03-06;minutes\nThe quay."
    ) as one:
        assert [paper.body_in_full for paper in one.papers()] == ["Cabinet", "Panel"]
        assert one.councils == {}
        assert read("What did Orren decide?", one.bodies(), one.meetings(), date(2031, 6, 1), one.councils).whose == ()


def test_a_body_named_alone_is_told_to_be_shared(two):
    found = scope(two, "What did the Planning Committee resolve?")
    assert (set(found.bodies), found.councils) == (set(PLANNING), ())
    assert found.shared == (Shared("Planning Committee", tuple(PLANNING)),)


@pytest.mark.parametrize(
    "question", ["What did the Orren planning committee resolve?", "What did Orren's Planning Committee resolve?"]
)
def test_a_council_named_beside_tells_which_body_is_meant(two, question):
    found = scope(two, question)
    assert (found.bodies, found.councils, found.shared) == ((PLANNING[1],), (ORREN,), ())


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("What did Orren decide on the quay?", ("Cabinet", PLANNING[1])),
        ("What has Marl District Council agreed?", ("Marl District Council", PLANNING[0])),
        ("what has marl agreed?", ("Marl District Council", PLANNING[0])),
        ("What did Marl's full council agree?", ("Marl District Council",)),
        ("What did the Thorle parish council settle?", ("Thorle Parish Council",)),
        ("What did Thorle settle?", ("Thorle Parish Council",)),
        ("What did Marl Police say?", ()),
        ("What did Nether Marl say?", ()),
        ("What did Cllr Marl say?", ()),
        ("What did the Marl town council say?", ()),
    ],
)
def test_a_councils_name_stands_for_all_its_bodies(two, question, bodies):
    assert scope(two, question).whose == bodies


def test_a_body_that_the_council_named_does_not_have_is_not_anothers(two):
    assert scope(two, "What did the Marl cabinet resolve?").bodies == ()


def test_what_a_council_named_left_out_leaves(two):
    found = scope(two, "What did Orren decide on the quay?")
    assert [one.key for one in found.told()] == [f"council {ORREN}", "kind minutes"]
    assert found.leaving_out({f"council {ORREN}"}).whose == ()


def test_a_paper_without_a_council_takes_that_of_its_body_beside_it(tmp_path):
    with held(
        tmp_path,
        orren__a=f"Planning Committee@{ORREN};2031-03-04;minutes\nThe quay.",
        orren__b="Planning Committee;2031-04-04;minutes\nThe tide.",
        orren__c="Cabinet;2031-04-04;minutes\nThe tide.",
        other__d="Planning Committee;2031-04-04;minutes\nThe weir.",
    ) as catalogue:
        assert {paper.file: (paper.council, paper.beside) for paper in catalogue.papers()} == {
            "orren/a.txt": (ORREN, False),
            "orren/b.txt": (ORREN, True),
            "orren/c.txt": (None, False),
            "other/d.txt": (None, False),
        }


def test_what_the_papers_beside_told_is_forgotten_with_them(tmp_path):
    texts = {
        "orren__a": f"Planning Committee@{ORREN};2031-03-04;minutes\nThe quay.",
        "orren__b": "Planning Committee;2031-04-04;minutes\nThe tide.",
    }
    held(tmp_path, **texts).close()
    build(tmp_path / "home", of_council).remove(["orren/a.txt"])
    with Catalogue(tmp_path / "home") as catalogue:
        assert [paper.council for paper in catalogue.papers()] == [None]


def test_a_folder_of_two_councils_tells_nothing():
    papers = [
        Printed("1", "x", "Planning Committee", ORREN),
        Printed("2", "x", "Planning Committee", MARL),
        Printed("3", "x", "Planning Committee", None),
    ]
    assert councils_beside(papers) == {}


def test_the_whole_councils_papers_are_its_own_however_its_name_is_shortened(tmp_path):
    with held(
        tmp_path,
        a="Orren Town Council@Orren Town Council;2031-03-04;minutes\nThe quay.",
        b="Town Council;2031-04-04;minutes\nThe tide.",
    ) as catalogue:
        assert catalogue.bodies() == ["Orren Town Council"]


def test_a_misprint_of_a_scan_is_no_second_council():
    papers = [Printed(str(n), "x", "Municipal District of Dale", "Limmerton City Council") for n in range(3)]
    papers.append(Printed("9", "x", "Municipal District of Dale", "Limmerlon City Council"))
    assert councils_beside(papers) == {"9": "Limmerton City Council"}
    alike = [replace(paper, body="Planning Committee") for paper in papers]
    assert councils_beside(alike) == {}


def test_one_council_printed_in_two_ways_goes_by_the_commoner():
    printed = {"London Borough of Orren": 3, "Orren Council": 1, "Cork City Council": 1, "Cork County Council": 2}
    assert canonical_councils(printed)["Orren Council"] == "London Borough of Orren"
    assert canonical_councils(printed | {"Cork Council": 1})["Cork Council"] == "Cork Council"
    assert in_full("Cabinet", "London Borough of Orren") == "Cabinet of the London Borough of Orren"


def test_a_place_that_two_councils_are_called_by_is_shared(tmp_path):
    with held(
        tmp_path,
        a="Audit Committee@Cork City Council;2031-03-04;minutes\nThe quay.",
        b="Audit Committee@Cork County Council;2031-04-04;minutes\nThe tide.",
    ) as catalogue:
        assert [one.name for one in scope(catalogue, "What did Cork agree?").shared] == ["Cork"]
        assert scope(catalogue, "What did Cork County Council agree?").whose == (
            "Audit Committee of Cork County Council",
        )


def test_a_body_held_is_told_with_the_names_printed_for_it(two):
    told = {body.name: body.also for body in bodies_held(two)}
    assert told[PLANNING[0]] == ()


def test_a_catalogue_without_councils_is_brought_up_when_it_is_opened(tmp_path):
    held(tmp_path, a=f"Cabinet@{ORREN};2031-03-05;minutes\nThe tide.").close()
    with closing(sqlite3.connect(tmp_path / "home" / "catalogue.sqlite")) as db:
        db.executescript(
            "ALTER TABLE papers DROP COLUMN council; ALTER TABLE papers DROP COLUMN beside; "
            "ALTER TABLE paragraphs DROP COLUMN from_picture; DROP TABLE read_pages; "
            "UPDATE meta SET value = '3' WHERE key = 'version';"
        )
    with Catalogue(tmp_path / "home") as opened:
        assert [(paper.body, paper.council) for paper in opened.papers()] == [("Cabinet", None)]


def test_the_same_words_of_two_councils_are_two_passages(tmp_path):
    words = (
        "RESOLVED that the public be excluded while the tender for the harbour lights and the weir is considered here"
    )
    for at, council in (("orren", ORREN), ("marl", MARL)):
        folder(tmp_path / "papers" / at, z=f"Planning Committee@{council};2031-05-06;minutes\n{words}")
    build(tmp_path / "home", of_council).add([tmp_path / "papers"])
    with Index.open(tmp_path / "home", "words") as index:
        found = index.search("tender for the harbour lights")
        assert {passage.paper.file for passage in found if "excluded" in passage.text} == {"orren/z.txt", "marl/z.txt"}


def test_an_old_link_to_a_meeting_leads_there_while_the_day_tells_whose_it_was(two):
    assert meeting(two, "Planning Committee", date(2031, 3, 4)) is None
    assert meeting(two, PLANNING[1], date(2031, 3, 4)).of == PLANNING[1]
    assert meeting(two, "Cabinet", date(2031, 3, 5)).of == f"Cabinet of {ORREN}"


def test_a_parishs_council_is_called_by_the_first_of_its_places_in_its_folder():
    papers = [
        Printed("1", "x", "Orren Parish Council", "Orren Parish Council"),
        Printed("2", "x", "Orren and Marl Parish Council", "Orren and Marl Parish Council"),
        Printed("3", "y", "Orren Parish Council", "Orren Parish Council"),
    ]
    assert councils_beside(papers) == {"1": "Orren and Marl Parish Council"}
