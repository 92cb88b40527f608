"""Whether what was only moved, recommended, asked, lost or put off is told as that, and what was resolved alone as resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.grounding.ground import Ground
from bot.grounding.overlap import draws_on, tells
from bot.query.terms import Word, stem, words
from bot.reading.sentences import sentences
from corpus.types import ParagraphType


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


_MUST_SAY: Mapping[ParagraphType, frozenset[str]] = {
    "recommendation": _stems(
        "recommend recommendation propose proposed proposal ask asked request suggest suggested advise invite seek sought"
    ),
    "motion": _stems(
        "move moved motion propose proposed proposal second seconded amendment lost carried defeated withdrawn rejected call called put forward"
    ),
    "question": _stems("ask asked question enquire inquire query enquiry whether wanted wondered sought raised"),
}
OUTCOMES = (
    _stems("rejected refused defeated lost dismissed fell declined opposed disagreed failed"),
    _stems("withdrawn withdrew withdraw"),
    _stems("deferred postponed adjourned"),
    _stems("rescinded revoked overturned cancelled abandoned"),
)
"""Words of one group stand in for each other: a sentence that leaves out "rejected" may say "refused"."""
_DECIDED = frozenset(
    "resolved agreed decided approved adopted endorsed ratified carried passed accepted granted confirmed".split()
)
"""Words that tell something as decided, but not after "to be" and the like."""
_TELLS_DECIDED = _DECIDED | frozenset(
    "resolution decision approval concurred carries agrees approves resolves adopts accepts consented ayes aye yea".split()
)
"""The evidence must have one of these, or be a resolution."""
_NOT_YET = frozenset("to be may might could would will if should for when once any as".split())
_ASSENT = _stems("approved adopted endorsed ratified accepted granted carried passed")
_NO_ASSENT = _stems("noted received considered deferred refused rejected withdrawn lost")
"""What a resolution may say instead: of one that does, nothing is told as approved."""
_UNANIMOUS = _stems("unanimously unanimous")
_ALSO_SAID = _stems("refusal rejection withdrawal deferral")
_LOST = _stems("lost fell declined opposed disagreed failed adjourned")  # "numbers fell" is no refusal
_IN_TWO_WORDS = frozenset({"put off", "held over", "put back", "turned down", "voted down", "thrown out"})
_MATTERS = _stems("motion amendment vote proposal recommendation resolution application appeal")
_CARRIED_OUT = frozenset("out forward over on through".split())


def fault(sentence: str, ground: Ground) -> str:
    """What a sentence says of how it stands with a matter that its evidence does not; "" where nothing."""
    said = words(sentence)
    stems = {word.stem for word in said}
    for kind, wanted in _MUST_SAY.items():
        only = ground.types - {"heading", "attendance"} == {kind} or (kind == "recommendation" and ground.recommends)
        if only and not stems & wanted:
            return f"a {kind} that is not told as one"
    there = words(f"{ground.quoted}\n{ground.above}")
    held = {word.stem for word in there}
    if _unanimous(said) > _unanimous(there):
        return "an ending that the evidence does not tell of"
    plain = frozenset() if held & _MATTERS else _LOST
    for group in OUTCOMES:
        if stems & group - _LOST and not held & (group - plain | _ALSO_SAID):
            return "an ending that the evidence does not tell of"
    if _lost_ending(said, ground.quoted):
        return "leaves out how it ended"
    decided = {word.text.lower() for at, word in enumerate(said) if _decides(said, at)}
    if decided and not tells_decided(ground):
        return "tells as decided what the evidence does not"
    assent = {stem(word) for word in decided} & _ASSENT
    if assent and ground.resolved and held & _NO_ASSENT and not held & _ASSENT:
        return "tells as approved what was not"
    return ""


def _unanimous(said: Sequence[Word]) -> int:
    return sum(word.stem in _UNANIMOUS for word in said)


def tells_decided(ground: Ground) -> bool:
    """Whether the evidence tells of something decided."""
    said = {word.text.lower() for word in words(f"{ground.quoted}\n{ground.above}")}
    return ground.resolved or not _TELLS_DECIDED.isdisjoint(said)


def _lost_ending(said: Sequence[Word], quoted: str) -> bool:
    """Whether the sentence draws on one that ends in a refusal or a delay, and does not say so."""
    stems = frozenset(word.stem for word in said if tells(word.text))
    if {f"{one.text} {other.text}".lower() for one, other in pairwise(said)} & _IN_TWO_WORDS:
        return False
    for sentence in sentences(quoted):
        there = frozenset(word.stem for word in words(sentence.text) if tells(word.text))
        for group in OUTCOMES:
            endings = there & (group if there & _MATTERS else group - _LOST)
            if endings and not stems & (group | _ALSO_SAID) and draws_on(stems, there - group):
                return True
    return False


def _decides(said: Sequence[Word], at: int) -> bool:
    """Whether the word at this place tells something as decided: not "to be approved", not "carried out"."""
    before = {word.text.lower() for word in said[max(0, at - 2) : at]}
    after = {word.text.lower() for word in said[at + 1 : at + 2]}
    return said[at].text.lower() in _DECIDED and not before & _NOT_YET and not after & _CARRIED_OUT
