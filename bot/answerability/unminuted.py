"""What is asked and not yet told: a vote that is not minuted, a cost of which only an estimate stands, an ending.

Such questions are near to what the papers do tell, so that their words stand there and the kind of thing too; the words
quoted are then right, and no answer. Where one of them may be the answer, nothing is said here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answerability.counts import uncounted
from bot.answerability.elsewhere import of_others
from bot.answerability.speakers import unreplied
from bot.grounding.verify import MOST_WORDS
from bot.query.terms import stem, stems
from bot.reading.cues import MONEY, VOTED
from bot.reading.lexical import Asked, Window
from bot.reading.sentences import quotable
from corpus.types import ParagraphType
from index.scope import Period

ABOUT = 0.4  # of the thing that a sum is asked for, in or around the words that tell of one
BEARS = 0.7  # of what the sentence that says most of the question says of it: what bears on it as well

_ASKS_FOR_VOTES = re.compile(
    r"\bhow (?:did|do|was|were)\b.{0,120}?\bvot(?:e[ds]?|ing)\b|\bwhat (?:was|were) (?:the )?(?:\w+ )?(?:votes?|voting)\b|"
    r"\b(?:which way|how)\b.{0,60}\b(?:vot(?:e[sd]?|ing)|split)\b|\bhow many\b.{0,60}\bvot(?:e[sd]?|ing)\b|\bwho voted\b|"
    r"\bvote (?:count|numbers?|result|split|figures)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:did|was|were|got|happened|came|went|raised|cost)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:was|were) (?:\w+ ){0,6}?to be\b|\b(?:was|were) to \w+|\b(?:due|going to|expected|planned|meant|supposed|will|would|"
    r"proposed|forecast|is|are|promis\w+|commit\w*|undertake|undertook)\b",
    re.IGNORECASE,
)
_IN_THE_END = re.compile(
    r"\bin the end\b|\bend(?:ed|s)? up\b|\bfinal(?:ly)?\b|\beventual(?:ly)?\b|\bturn(?:ed)? out\b|\bactual(?:ly)?\b|"
    r"\bsaid and done\b|\bc[oa]me to\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_SUM = re.compile(
    r"\b(?:cost(?:s|ing)?|pay|paid|paying|spen[dt]|spending|price[ds]?|fees?|charge[ds]?|sold|fetch(?:ed)?|raised?|brought in|"
    r"bring in|sum|bought|buy|bill|how much)\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_COST = re.compile(
    r"\b(?:cost(?:s|ing)?|pay|paid|paying|spen[dt]|spending|price[ds]?|fee|sell|sold|fetch(?:ed)?|buy|bought)\b",
    re.IGNORECASE,
)
_ASKS_WHAT_WAS_PAID = re.compile(
    r"\bdid\b.{0,80}\b(?:pay|cost|fetch|raise|bring in|spend|sell for)\b|\b(?:was|were) (?:spent|paid|raised|charged)\b",
    re.IGNORECASE,
)
_NOT_YET_SPENT = re.compile(
    r"\b(?:estimat\w*|quot(?:e|es|ed|ation\w*)|would|will|could|may|might|should|to cost|budget\w*|target\w*|put at|up to|"
    r"maximum|expected|forecast\w*|anticipated|propos\w+|hop(?:e|ed|ing)|aim\w*|seek\w*|"
    r"sought|ring[- ]?fenced|earmarked|set aside|tender\w*|awaited|applied|application|bid)\b",
    re.IGNORECASE,
)
_GIVEN_OR_HELD = re.compile(
    r"\b(?:donat\w+|grant\w*|award\w*|contribut\w+|funds?|funding|sponsor\w*|bequest|allocat\w*|balance\w*|reserves?|account|"
    r"rais\w+|saving\w*|income|loans?|shares?)\b",
    re.IGNORECASE,
)
_OF_A_COST = re.compile(
    r"\b(?:cost\w*|pric\w+|pa(?:id|y|ys|ying|yments?|yable)|spen[dt]\w*|expend\w*|expens\w+|charg\w*|fees?|purchas\w+|quot\w+|"
    r"estimat\w+|bills?|invoice\w*|sale|sold|sell|buy\w*|bought|contract\w*|valu\w+|tender\w*|budget\w*|outlay|rate|rent\w*|"
    r"lease|each|per|at|for|refurbish\w*|overspen\w*)\b",
    re.IGNORECASE,
)
_OPENS_WITH_GIFT = re.compile(
    r"\W*(?:(?:an?|the|further) )?(?:shares?|loans?|donations?|grants?|contributions?|funding|balances?)\b(?!.*\b(?:cost|price)\b)",
    re.IGNORECASE,
)
# Sums of one kind, asked for by its name: what papers call it besides. Another sum is not it.
_KINDS = tuple(
    re.compile(rf"\b(?:{kind})\b", re.IGNORECASE)
    for kind in (
        r"grants?|awards?|awarded|granted|fund(?:s|ed|ing)?|bids?|allocat\w+|contribut\w+|subsid\w+",
        r"fine[sd]?|penalt(?:y|ies)",
        r"rents?|rental|leases?|leased|tenanc(?:y|ies)",
        r"salar(?:y|ies)|pay|paid|wages?|remunerat\w+|earn\w*|per hour",
        r"bequests?|bequeathed|legac(?:y|ies)|will",
        r"precepts?|tax",
        r"loans?|lent|borrow\w*|debts?|owe[sd]?|owing",
    )
)
_ASKS_FOR_A_KIND = re.compile(
    r"\b(?:how (?:large|big|high|much|small) (?:is|was|were|are)|what (?:is|was|were|are))\b(?: [\w’'-]+){0,5}? "
    r"(?P<kind>grant|fine|rent|salary|bequest|legacy|precept|loan|debt)s?\b",
    re.IGNORECASE,
)
_SIZE = stems("large big high much small")
_ASKS_WHAT_CAME = re.compile(
    r"^(?:and |but |so )?(?:how many|how much|who|whom|which|what happened|what (?!reasons?\b|grounds?\b)(?:\w+ ){1,3}(?:did|was|were)|"
    r"what (?:came|did .{2,60} (?:find|conclude|show|discover|raise|spend|choose|buy|win|get))|how did .{2,60} go)\b",
    re.IGNORECASE,
)
# What may be said of a thing before it is done.
_ASKS_WHAT_WAS_MEANT = re.compile(
    r"\b(?:agre\w+|decid\w+|resolv\w+|approv\w+|recommend\w*|ask\w*|want\w*|request\w*|say|said|tell|told|suggest\w*|plan\w*|"
    r"propos\w*|estimat\w*|quot\w*|set|allocat\w*|award\w*|author\w*|instruct\w*|volunteer\w*|task\w*|appoint\w*)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:would|will|shall|should|could|might|may|can|if|to be|(?:is|are|was|were|agreed) to|hop(?:e|ed|ing)|"
    r"plan(?:s|ned|ning)?|propos\w+|expect\w*|due|intend\w*|aim\w*|await\w*|scheduled|provisional\w*|actions?|"
    r"to (?:look|get|seek|arrange|send|ask|contact|check|investigate|progress|chase|write))\b|"
    r"\b(?:has been|have been|had been|was|were) (?:set|fixed|arranged|scheduled)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:was|were|has|have|had|been)\s+(?:(?:\w+ly|also|now|then|since|all|been) )*"
    r"(?!(?:set|fixed|arranged|scheduled|agreed|asked|proposed|hoped|expected|planned|estimated|requested|invited|suggested|"
    r"noted|raised|circulated|discussed|reported|advised)\b)"
    r"(?:\w+ed|held|made|sold|bought|paid|spent|given|taken|done|built|sent|met|begun|won|lost|left|come|gone|put|cut|found|"
    r"caught)\b|\bhad to be \w+ed\b|\bleaving\b|\bcost £",
    re.IGNORECASE,
)
_HAPPENED_AT = re.compile(
    r"what happened (?:in|at) (?:(?:the|an?|their|his|her|its|our) )?(?P<event>\w+)", re.IGNORECASE
)
_OTHER_KINDS = frozenset({"when", "outcome", "why", "reply", "resolved", "recommended", "promised"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of sum: the stem that asks for it, and the words that papers have for it."""

    stem: str
    named: re.Pattern[str]


def untold(asked: Asked, chosen: Sequence[Window]) -> str:
    """What the question asks for and nothing chosen tells, in words for the reader; "" where it may be told."""
    if unvoted(asked, chosen):
        return "how the vote went"
    if unpaid(asked, chosen):
        return "what it came to"
    if meant_only(asked, chosen):
        return "what came of it: it tells of what was to be done"
    if things := uncounted(asked, chosen):
        return f"how many {things}"
    said = unreplied(asked, chosen)
    return f"what was said by {said}" if said else ""


def unvoted(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether it is asked how a vote went, and no words chosen tell of a vote."""
    if not _ASKS_FOR_VOTES.search(asked.question.text):
        return False
    types = {paragraph.type for window in chosen for paragraph in window.paragraphs}
    return not types & {"vote", "motion"} and not any(VOTED.search(window.text) for window in chosen)


def unpaid(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether a cost is asked for, and the sums chosen are of what is given for it or held.

    Or, where it is asked what it was in the end, of what was thought to come.
    """
    text = asked.question.text
    sums = [said for said in _sentences(chosen) if MONEY.search(asked.fresh(said))]
    if _IN_THE_END.search(text) and _ASKS_FOR_A_SUM.search(text):
        return all(_NOT_YET_SPENT.search(said) or _is_given(said) for said in sums)
    if asked.question.wants != "money":
        return False
    if kind := _kind(text):
        return not any(_tells_sum(asked, kind, window) for window in chosen)
    if _ASKS_WHAT_WAS_PAID.search(text) and not _TO_COME.search(text) and all(map(_NOT_YET_SPENT.search, sums)):
        return True
    if not _ASKS_FOR_A_COST.search(text):
        return False
    return bool(sums) and all(_is_given(said) for said in sums)


def _kind(question: str) -> _Kind | None:
    """The kind of sum that a question asks for by its name; None where it asks for none."""
    asks = _ASKS_FOR_A_KIND.search(question)
    return next((_Kind(stem(asks["kind"]), kind) for kind in _KINDS if asks and kind.fullmatch(asks["kind"])), None)


def _tells_sum(asked: Asked, kind: _Kind, window: Window) -> bool:
    """Whether a window tells of a sum of a kind for what the question names, and not of another body's."""
    if of_others(asked, [window]) and not asked.question.names <= window.placed.keys():
        return False
    thing = asked.weights.attributes - _SIZE - {kind.stem}
    if asked.weights.share(thing, window.placed) < ABOUT:
        return False
    sums = [said for said in _sentences([window]) if MONEY.search(said)]
    return bool(kind.named.search(window.text)) and any(
        kind.named.search(said) or not _OF_A_COST.search(said) for said in sums
    )


def _is_given(said: str) -> bool:
    """Whether a sentence with a sum is of what is given, lent or held, and not of a price."""
    return bool(_OPENS_WITH_GIFT.match(said) or (_GIVEN_OR_HELD.search(said) and not _OF_A_COST.search(said)))


def too_early(asked: Asked, chosen: Sequence[Window]) -> Period | None:
    """The day or month on which something happened that is asked about, where all that was chosen was written before it."""
    question, periods = asked.question, asked.scoping.scope.periods
    if question.wants in ("when", "outcome", "promised") or not _of_the_past(question.text) or len(periods) != 1:
        return None
    period = periods[0]
    from_then = rf"\b(?:from|until|till|since|by|before|to|after|for)\s+(?:the )?{re.escape(period.words)}"
    if period.exact not in ("day", "month") or re.search(from_then, question.text, re.IGNORECASE):
        return None
    held = [window.paragraphs[0].paper.days for window in chosen]
    return period if held and all(when is not None and when.last < period.since for when in held) else None


def meant_only(asked: Asked, chosen: Sequence[Window]) -> bool:
    """Whether it is asked what came of something, and every sentence that bears on it tells of what was to be done."""
    question = asked.question
    if question.wants in _OTHER_KINDS and not _HAPPENED_AT.match(question.text):
        return False
    if not _ASKS_WHAT_CAME.search(question.text) or not _of_the_past(question.text):
        return False
    if _ASKS_WHAT_WAS_MEANT.search(question.text):
        return False
    bearing = _bearing(asked, chosen)
    return bool(bearing) and all(_MEANT.search(said) and not _DONE.search(said) for said in bearing)


def _of_the_past(question: str) -> bool:
    return bool(_PAST.search(question)) and not _TO_COME.search(question)


def _bearing(asked: Asked, chosen: Sequence[Window]) -> list[str]:
    """The sentences that say most of the question, or nearly as much; none where one of them is of a resolution or a vote.

    Where it is asked what happened at an event, those that name the event.
    """
    happened = _HAPPENED_AT.match(asked.question.text)
    event = stems(happened["event"]) if happened else frozenset()
    said = [
        (asked.weights.coverage(asked.vocabulary.held(text)), kind, text)
        for kind, text in _typed(chosen)
        if event <= stems(text)
    ]
    best = max((share for share, _, _ in said), default=0.0)
    bearing = [(kind, text) for share, kind, text in said if share >= BEARS * best > 0]
    return [] if any(kind in ("resolution", "vote") for kind, _ in bearing) else [text for _, text in bearing]


def _typed(chosen: Sequence[Window]) -> list[tuple[ParagraphType, str]]:
    return [
        (paragraph.type, said.text)
        for window in chosen
        for paragraph, piece in zip(window.paragraphs, window.pieces, strict=True)
        for said in quotable(piece, MOST_WORDS)
    ]


def _sentences(chosen: Sequence[Window]) -> list[str]:
    return [text for _, text in _typed(chosen)]
