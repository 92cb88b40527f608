import pytest

from index.bodies import canonical_names, initials, named_bodies, same_body

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


@pytest.mark.parametrize(
    "other",
    [
        "Orren-Dale Municipal District",
        "Skerry Municipal District of Orren-Dale",
        "the Municipal District of Orren-Dale",
    ],
)
def test_one_body_under_several_names(other):
    assert same_body("Municipal District of Orren-Dale", other)
    assert same_body(other, "Municipal District of Orren-Dale")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Planning Committee", "Skerry Planning Committee"),  # any council has one
        ("Planning Committee", "Planning Sub-Committee"),
        ("Skerry Parish Council", "Skerry Community Council"),
        ("Municipal District of Orren-Dale", "Municipal District of Dale"),
    ],
)
def test_two_bodies_of_like_names(one, other):
    assert not same_body(one, other)


def test_a_question_that_names_a_body_means_all_its_names():
    names = ["Municipal District of Orren-Dale", "Skerry Municipal District of Orren-Dale", "Skerry Parish Council"]
    assert named_bodies("the Municipal District of Orren-Dale", names) == tuple(names[:2])


def test_a_body_is_known_without_the_place_in_front():
    bodies = [*BODIES, "Orrendale Local Safeguarding Children Board"]
    assert named_bodies("What did the Local Safeguarding Children Board ask?", bodies) == (bodies[-1],)


def test_a_body_has_one_name_for_all_its_spellings():
    printed = [
        "Orrendale Municipal District of Dale",
        "Dale Municipal District",
        "Dale Municipal District",
        "DALE MUNICIPAL DISTRICT",
    ]
    assert set(canonical_names(printed).values()) == {"Dale Municipal District"}


def test_two_committees_keep_their_names():
    printed = ["Planning Committee", "Harbour Committee"]
    assert canonical_names(printed) == {
        "Planning Committee": "Planning Committee",
        "Harbour Committee": "Harbour Committee",
    }
