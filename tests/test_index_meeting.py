from dataclasses import replace
from datetime import date

import pytest
from index_papers import build, paper

from index.catalogue import Catalogue
from index.glossary import entries
from index.holdings import bodies_held, exempt_items, outline, parts
from index.meeting import meeting, meetings_held
from index.topics import over_time
from index.types import Days

TYPES = {"#": "heading", "@": "attendance", "!": "resolution", ">": "action", "~": "exempt"}


def minutes(text, **given):
    """Minutes with a paragraph a line; "# 3. Ferry" is a heading, and "!", "@", ">", "~" begin other types."""
    made = paper("\n".join(line.strip() for line in text.strip().splitlines()), **given)
    typed, heading, number = [], "", ""
    for one in made.paragraphs:
        kind = TYPES.get(one.text[:1], "text")
        words = one.text.lstrip("".join(TYPES)).strip()
        if kind == "heading":
            number = words.partition(".")[0]
        typed.append(replace(one, text=words, type=kind, heading=heading, label=(number,) if number.isdigit() else ()))
        heading = words if kind == "heading" else heading
    return replace(made, paragraphs=tuple(typed))


MARCH = minutes(
    """
    # Present
    @ Councillors Ash and Birch
    # 3. Ferry
    The ferry and the Looked After Boats (LAB) were spoken of.
    The Engineer undertook to report back in June.
    ! RESOLVED: That the ferry run.
    > Action: Engineer to ask the ferrymen.
    # 4. Quay sale
    ~ This item is exempt.
    """
)
AGENDA = minutes("# 3. Ferry\n# 5. Bells", kind="agenda", file="agenda.txt")
APRIL = minutes(
    "# 7. Ferry\nThe ferry ran, and LAB too (LAB).\nThe ferry again.", date=date(2031, 4, 1), file="april.txt"
)


@pytest.fixture
def catalogue(tmp_path):
    made = {"a.txt": MARCH, "agenda.txt": AGENDA, "april.txt": APRIL}
    (tmp_path / "papers").mkdir()
    for name in made:
        (tmp_path / "papers" / name).write_text(name)
    build(tmp_path / "home", lambda _, file: [replace(made[file], file=file)]).add([tmp_path / "papers"])
    with Catalogue(tmp_path / "home") as opened:
        yield opened


def test_meetings_are_listed_the_latest_first_with_the_kinds_of_their_papers(catalogue):
    assert [(one.date, one.papers, one.kinds) for one in meetings_held(catalogue)] == [
        (date(2031, 4, 1), 1, ("minutes",)),
        (date(2031, 3, 4), 2, ("minutes", "agenda")),
    ]


def test_a_meeting_tells_its_agenda_who_was_there_what_was_resolved_and_what_was_promised(catalogue):
    found = meeting(catalogue, "Harbour Committee", date(2031, 3, 4))
    assert found
    assert [paper.kind for paper in found.papers] == ["minutes", "agenda"]
    assert [one.text for one in found.agenda] == ["3. Ferry", "4. Quay sale"]
    assert [one.text for one in found.attendance] == ["Councillors Ash and Birch"]
    assert [one.text for one in found.resolved] == ["RESOLVED: That the ferry run."]
    assert [one.text for one in found.promised] == [
        "The Engineer undertook to report back in June.",
        "Action: Engineer to ask the ferrymen.",
    ]
    assert meeting(catalogue, "Harbour Committee", date(2031, 3, 5)) is None


def test_a_topic_is_found_meeting_by_meeting_with_where_to_begin(catalogue):
    first, second = over_time(catalogue, "the ferry")
    assert (first.days.day, first.passages) == (date(2031, 3, 4), 8)
    assert (second.days.day, second.passages) == (date(2031, 4, 1), 3)
    begin = catalogue.paragraph(first.paragraph)
    assert begin
    assert "ferry" in begin.text.casefold()
    assert over_time(catalogue, "airport") == []
    assert over_time(catalogue, "?") == []


def test_an_abbreviation_is_told_with_where_it_was_first_expanded(catalogue):
    (entry,) = entries(catalogue)
    assert (entry.letters, entry.words) == ("LAB", "Looked After Boats")
    first = catalogue.paragraph(entry.paragraph)
    assert first
    assert first.paper.date == date(2031, 3, 4)


def test_bodies_outlines_parts_and_exempt_items_are_told(catalogue):
    (body,) = bodies_held(catalogue)
    assert (body.name, body.meetings, body.papers, body.last) == ("Harbour Committee", 2, 3, Days.of(date(2031, 4, 1)))
    march = next(one for one in catalogue.papers() if one.file == "a.txt")
    assert [one.text for one in outline(catalogue, march.id)] == ["Present", "3. Ferry", "4. Quay sale"]
    assert parts(catalogue, "a.txt") == [march]
    assert exempt_items(catalogue) == {march.id: 1}


def test_headings_within_an_item_of_a_web_page_are_no_items_and_their_resolutions_are_the_items(tmp_path):
    page = minutes(
        """
        # 59. Ferry landing
        # Decision:
        ! RESOLVED that the landing be mended.
        # 60. Bells
        # Additional documents:
        # Minutes:
        ! RESOLVED that the bells be recast.
        """
    )
    # Headings without a number of their own stand under the item's.
    numbers = {0: "59", 1: "59", 2: "59"}
    labelled = [replace(one, label=(numbers.get(n, "60"),)) for n, one in enumerate(page.paragraphs)]
    made = replace(page, paragraphs=tuple(labelled))
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text("a")
    build(tmp_path / "home", lambda _, file: [replace(made, file=file)]).add([tmp_path / "papers"])
    with Catalogue(tmp_path / "home") as catalogue:
        found = meeting(catalogue, "Harbour Committee", date(2031, 3, 4))
    assert found
    assert [one.text for one in found.agenda] == ["59. Ferry landing", "60. Bells"]
    assert [found.item_of(one) for one in found.resolved] == ["59. Ferry landing", "60. Bells"]
