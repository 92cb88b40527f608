"""Actions in minutes."""

import pytest
from test_corpus_parse import find, minutes

from corpus.parsers.promised import promises


@pytest.mark.parametrize(
    "text",
    [
        "Clerk to write to the County Council.",
        "Cllr. A. Reed and the Clerk to review the Standing Orders.",
        "AR to create a page for the standards.",
        "Mr. T Lowe-Hale to contact the Borough Council for an update.",
    ],
)
def test_who_is_to_do_what_is_an_action(text):
    assert promises(text)
    assert find(minutes(f"4. PIER\n\nThe pier was spoken of.\n\n{text}\n\n5. NEXT"), text[:20]).type == "action"


@pytest.mark.parametrize(
    "text",
    ["Clerk to the Council", "Cllr Reed to be included.", "The report to Cabinet was noted.", "AR said to wait."],
)
def test_other_words_with_to_are_no_action(text):
    assert not promises(text)


def test_an_action_behind_a_full_stop():
    assert find(minutes("4. PIER\n\nAction. Ann Reed agreed to pass on the complaint."), "Ann Reed").type == "action"
