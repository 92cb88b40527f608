"""Which passages a question is read in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bot_papers import bot_on, paper

from bot.query.question import read
from bot.reading.retrieval import passages_for
from bot.types import Query
from index.types import Filter

DRAFT = "resolution|7|7. Mooring charge|RESOLVED: That the mooring charge be £480 a year."
ADOPTED = DRAFT.replace("480", "420")
MAY, JUNE = date(2031, 5, 6), date(2031, 6, 3)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    held = {
        "draft.txt": replace(paper("draft.txt", "minutes", MAY, DRAFT), draft=True),
        "adopted.txt": paper("adopted.txt", "minutes", MAY, ADOPTED),
        "june.txt": replace(paper("june.txt", "minutes", JUNE, DRAFT), draft=True),
    }
    return bot_on(tmp_path_factory.mktemp("drafts"), held).index


def files(index, question: str, allowed: Filter | None = None) -> set[str]:
    query = Query(read(question), index.scope(question, JUNE), allowed or Filter(), (), JUNE)
    return {passage.paper.file for passage in passages_for(index, query)}


def test_a_draft_gives_way_to_the_minutes_that_were_adopted(index):
    assert files(index, "What is the mooring charge?") == {"adopted.txt", "june.txt"}


def test_a_draft_is_read_where_the_question_speaks_of_it(index):
    assert "draft.txt" in files(index, "What mooring charge do the draft minutes give?")


def test_a_draft_is_read_where_the_reader_leaves_out_the_minutes_adopted(index):
    assert files(index, "What is the mooring charge?", Filter(files=("draft.txt",))) == {"draft.txt"}
