"""The kind of a paper, chosen by its opening's wording, its file's name and how the whole of it speaks."""

from __future__ import annotations

import pytest

from corpus.kind_choice import KINDS, WEIGHTS, row
from corpus.parse import parse
from corpus.readers.text import read_text
from corpus.types import Source

CALLED = (
    "May 8, 2031||Village of Orren Falls|Marl County||This regular Board meeting was called to order by President Hay at 7:02 p.m."
    "||All present joined in the Pledge of Allegiance.||A quorum was established.||PRESIDENT HAY: No report."
    "||Reed moved to pay the bills, seconded by Low. Motion carried.||Hay thanked the crew. The meeting adjourned at 8 p.m."
)
MET = (
    "Orren User Group - Agenda||25th meeting||19 June 2031, 14:00||Attendees||Ann Hay (Chair)||Bob Reed||1. The Chair opened the meeting"
    " and thanked all who had come.||2. The actions and minutes of the last meeting were agreed.||3. Bob Reed reported that the data had"
    " been sent. It was noted that more was asked for, and the Chair said that she had written."
)
NOTICE = (
    "NOTICE OF SPECIAL BOARD MEETING||Wednesday, January 17, 2031||The Board will meet at 6 p.m.||1. Call to order||2. Approval of agenda"
    "||3. Public comment||4. To consider the budget||5. Adjournment"
)


def kind(text: str, file: str = "paper.txt") -> str:
    read = read_text(text.replace("|", "\n").encode(), file)
    return parse(Source(file, "", read.text, read.lines))[0].kind


@pytest.mark.parametrize(
    ("text", "wanted"), [(CALLED, "minutes"), (MET, "minutes"), (NOTICE, "agenda")], ids=["called", "met", "notice"]
)
def test_how_a_paper_speaks_tells_its_kind(text, wanted):
    assert kind(text) == wanted


def test_a_file_s_name_alone_does_not_settle_the_kind():
    report = "Flood defences||Report of the Engineer||1. Purpose||1.1 To set out the defences.||2. Recommendation||2.1 That it be noted."
    assert kind(report, "minutes and papers.txt") == "report"


def test_every_column_has_a_weight_for_every_kind():
    columns = row([], [], file="", title="", furniture=())
    assert set(WEIGHTS) == {f"{kind}: {name}" for kind in KINDS for name in columns}
