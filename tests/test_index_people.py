from dataclasses import replace
from datetime import date

import pytest
from index_papers import build, paper

from index.catalogue import Catalogue
from index.people import named, people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Councillors Ash, Birch (Chair), Elm and Fern-Oak",
            [("Ash", "Councillor"), ("Birch", "Chair"), ("Elm", "Councillor"), ("Fern-Oak", "Councillor")],
        ),
        (
            "Cllr R. Ash (Chairman), Cllr. C. Birch, and Mrs N. Reed, Clerk.",
            [("R. Ash", "Chair"), ("C. Birch", "Councillor"), ("N. Reed", "Clerk")],
        ),
        ("Councillor A. Ash, An Cathaoirleach.", [("A. Ash", "Chair")]),
        (
            "Director, Shared Services (Ms. C. Reed), Clerk (Mr. K. Sedge)",
            [("C. Reed", "Director, Shared Services"), ("K. Sedge", "Clerk")],
        ),
        ("PRESENT\tJo Ash\tJA\tMary Birch\tMB", [("Jo Ash", ""), ("Mary Birch", "")]),
        (
            "Attendance: Cllr Jo Ash JA Chair Cllr Gail Birch GB Vice Chair",
            [("Jo Ash", "Chair"), ("Gail Birch", "Vice-Chair")],
        ),
        (
            "Present: Councillors: J. Ash, M. O’Birch, S. McElm",
            [("J. Ash", "Councillor"), ("M. O’Birch", "Councillor"), ("S. McElm", "Councillor")],
        ),
        ("Jane Ash (Clerk), Tom Birch (Council Officer)", [("Jane Ash", "Clerk"), ("Tom Birch", "Council Officer")]),
        ("Two members of the public attended.", []),
        ("Members present: Councillor Ash. Apologies: Councillor Birch", [("Ash", "Councillor")]),
        ("Also present: Wickering County Council, Highways Department", []),
    ],
)
def test_a_list_of_attendance_names_people_and_their_offices(text, found):
    assert named(text) == found


def test_who_took_the_chair_is_read_from_the_text():
    assert named("Councillor Ash in the Chair", listed=False) == [("Ash", "Chair")]
    assert named("Councillor Ash spoke of the ferry.", listed=False) == []


def test_one_persons_forms_are_one_person(tmp_path):
    first = paper("Councillors Rowan Ash and Birch\nThe quay.")
    second = paper("Councillor Ash in the Chair\nCouncillors R. Ash and T. Birch", date=date(2031, 4, 1))
    made = {
        name: replace(one, paragraphs=tuple(replace(p, type="attendance") for p in one.paragraphs))
        for name, one in (("1.txt", first), ("2.txt", second))
    }
    (tmp_path / "papers").mkdir()
    for name in made:
        (tmp_path / "papers" / name).write_text(name)
    build(tmp_path / "home", lambda _, file: [replace(made[file], file=file)]).add([tmp_path / "papers"])
    with Catalogue(tmp_path / "home") as catalogue:
        ash, birch = people(catalogue)
    assert (ash.name, ash.bodies) == ("Rowan Ash", ("Harbour Committee",))
    assert set(ash.offices) == {"Councillor", "Chair"}
    assert [one.date for one in ash.appearances] == [date(2031, 3, 4), date(2031, 4, 1)]
    assert (birch.name, len(birch.appearances)) == ("T. Birch", 2)
