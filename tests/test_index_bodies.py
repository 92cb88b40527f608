import pytest

from index.bodies import initials, named_bodies

BODIES = [
    "Better Harbours Select Commission",
    "Cabinet",
    "Municipal District of Orren-Dale",
    "Planning Committee",
    "Planning Sub-Committee",
    "Skerry Parish Council",
    "Tern Island Community Council",
    "Young People and Families Partnership",
]


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("What did the Better Harbours Select Commission resolve?", "Better Harbours Select Commission"),
        ("what did better harbours resolve?", "Better Harbours Select Commission"),
        ("What did the BHSC resolve?", "Better Harbours Select Commission"),
        ("What did the Commission resolve?", "Better Harbours Select Commission"),
        ("What did the Partnership ask for?", "Young People and Families Partnership"),
        ("What did the Young People & Families Partnership ask for?", "Young People and Families Partnership"),
        ("What did Orren-Dale members agree?", "Municipal District of Orren-Dale"),
        ("what did skerry decide about the pond?", "Skerry Parish Council"),
        ("What did Skerry's parish council decide?", "Skerry Parish Council"),
        ("What did the Cabinet decide?", "Cabinet"),
        ("What did the Planning Sub-Committee decide?", "Planning Sub-Committee"),
        ("What did the planning committee decide?", "Planning Committee"),
    ],
)
def test_a_body_is_known_by_its_names(question, body):
    assert named_bodies(question, BODIES) == (body,)


@pytest.mark.parametrize(
    "question",
    [
        "What was said about planning?",  # a subject, not the Planning Committee
        "What did the cabinet member for roads answer?",
        "How did council tax change?",
        "What did the committee decide?",  # two bodies may be meant
        "What did the council decide?",
        "Which bhsc is it?",  # initials are written in capitals
        "",
    ],
)
def test_what_names_no_one_body_names_none(question):
    assert named_bodies(question, BODIES) == ()


def test_two_bodies_may_be_named():
    assert named_bodies("Did Skerry and the Cabinet agree?", BODIES) == ("Cabinet", "Skerry Parish Council")


def test_two_spellings_of_one_body_are_both_meant():
    spellings = ["Municipal District of Orren-Dale", "Orren-Dale Municipal District"]
    assert named_bodies("the Municipal District of Orren-Dale", spellings) == tuple(spellings)


def test_initials_are_made_with_and_without_and():
    assert initials("Safety and Harbours Board (SHaB)") == ("SHaB", "SHB", "SAHB")
    assert initials("Cabinet") == ()
