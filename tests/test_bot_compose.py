import pytest

from bot.compose import CompositionFailed, ModelComposer, check
from bot.types import Citation

QUOTE = "RESOLVED: That Marta Oake mend the quay by May 2031 at a cost of £4,200."


def citation(n=1, quote=QUOTE):
    return Citation(n, f"x-1-{n}", "a.txt", "Minutes", None, None, "minutes", "Minute 3", ("3",), None, None, quote)


def checked(reply, kind="resolution"):
    return check(reply, [citation()], [kind])


def test_a_carried_sentence_is_kept():
    assert (
        checked("It was resolved to mend the quay for £4,200 [1].").text
        == "It was resolved to mend the quay for £4,200 [1]."
    )


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ("The quay will cost £4,300 [1].", "a figure that the quotation lacks"),
        ("The quay will be mended by Ines Thorn [1].", "a name that the quotation lacks"),
        ("The quay will be mended [2].", "unknown label 2"),
        ("The quay will be mended.", "no quotation named"),
    ],
)
def test_what_no_quotation_carries_is_removed_and_told(reply, fault):
    kept = checked(f"The quay will be mended [1]. {reply}")
    assert kept.text == "The quay will be mended [1]."
    assert kept.removed == (f"{fault}: {reply}",)


def test_a_recommendation_is_not_told_as_resolved():
    with pytest.raises(CompositionFailed, match="told as decided"):
        checked("It was agreed to mend the quay [1].", kind="recommendation")


def test_nothing_carried_fails():
    with pytest.raises(CompositionFailed):
        checked("I cannot help with that.")


def test_the_model_sees_the_quotations_with_their_labels_and_types():
    seen = []
    ModelComposer(lambda prompt: seen.append(prompt) or "Mend it [1].")("What of the quay?", [citation()], ["motion"])
    assert f"[1] (motion) “{QUOTE}”" in seen[0]


def test_a_model_that_does_not_answer_costs_no_traceback():
    def unreachable(_):
        raise ConnectionError("refused")

    with pytest.raises(CompositionFailed, match="did not answer"):
        ModelComposer(unreachable)("What of the quay?", [citation()], ["resolution"])
