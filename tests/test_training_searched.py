"""Examples of passages that search finds: those that tell, those that do not, and papers that hold nothing of the matter."""

from __future__ import annotations

import itertools
import random

import pytest
from bot_papers import PAPERS, bot_on

from index.opening import Index
from training import searched
from training.examples import Shown
from training.papers import Chunked
from training.questions import Asked
from training.ranking import Looking
from training.searched import Searched

QUAY = "What was resolved about the quay wall?"


def by_chance() -> random.Random:
    return random.Random(1)  # noqa: S311 - nothing is kept secret by it


@pytest.fixture
def looking(tmp_path) -> Looking:
    bot_on(tmp_path)
    return Looking(Index.open(tmp_path / "home", "words"))


@pytest.fixture
def papers() -> dict[str, list[Chunked]]:
    return {f"more/{name}": [Chunked(made, ())] for name, made in PAPERS.items()}


def asked(*evidence: tuple[int, int], text: str = QUAY, style: str = "plain") -> Asked:
    return Asked(text, style, "harbour", "more/march.txt", (tuple(evidence),) if evidence else ())


def test_what_tells_is_parted_from_what_else_was_found(looking, papers):
    [found] = searched.own(looking, [asked((0, 5))], papers, by_chance())
    assert all(0 in one.tells for one in found.telling)
    assert found.telling
    assert found.others
    assert {number for one in found.others for number in one.tells} == {-1}


def test_a_question_whose_evidence_search_did_not_find_is_left_out(looking, papers):
    assert list(searched.own(looking, [asked((0, 999))], papers, by_chance())) == []


def test_a_broad_question_is_shown_nothing_of_other_papers_as_beside_the_point(looking, papers, monkeypatch):
    monkeypatch.setattr(searched, "OF_MEETING", 0.0)
    [found] = searched.own(looking, [asked((0, 5), style="vague")], papers, by_chance())
    assert {one.header.split(" | ")[1] for one in found.others} <= {"4 March 2031"}


def test_a_question_to_papers_of_others_is_shown_what_has_little_of_it(looking):
    [found] = searched.absent(looking, ["What was resolved about the swimming pool?"])
    assert found.absent
    assert not found.telling
    assert {number for one in found.others for number in one.tells} == {-1}


def test_what_has_most_of_a_question_may_answer_it_and_is_not_shown_as_what_does_not(looking):
    told = [one.header for found in searched.absent(looking, ["slipway tolls"]) for one in found.others]
    assert not any("Slipway tolls" in header for header in told)


def test_a_question_is_put_of_a_meeting_of_another_file(papers):
    texts = list(searched.of_other_meetings([asked()] * 20, papers, by_chance()))
    assert texts
    assert not any("March 2031" in text for text in texts)


def test_names_and_figures_keep_a_question_to_its_own_papers():
    plain, figure, named = asked(), asked(text="Who spent £40?"), asked(text="What did Marta Oake say?")
    assert searched.nameless([plain, figure, named]) == [plain]


def test_examples_mix_what_answers_and_what_cannot(tmp_path):
    shown = Shown("head", (("text", "words"),), (-1,))
    tells = Shown("head", (("text", "words"),), (0,))
    found = [
        Searched("own?", (tells, tells, tells), (shown,) * 12),
        Searched("absent?", (), (shown,) * 12, absent=True),
    ]
    searched.write(found, tmp_path / "found.jsonl")
    assert searched.kept(tmp_path / "found.jsonl") == found
    made = list(itertools.islice(searched.mixed(found, 1), 200))
    sizes = {(one.question, one.answerable, len(one.passages)) for one in made}
    assert sizes == {("own?", True, searched.SHOWN), ("absent?", False, searched.SHOWN_ABSENT)}
    share = sum(one.question == "absent?" for one in made) / len(made)
    assert share == pytest.approx(searched.ABSENT_SHARE, abs=0.1)
