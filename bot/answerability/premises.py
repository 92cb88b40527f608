"""A false premise: a question takes an ending as given ("Why was the grant refused?") that the papers held contradict.

Told only where next to nothing else can be meant: a decision in minutes, in a sentence of its own, on the very thing that the
question names, ends it otherwise (approved, lost, put off, withdrawn), and no paper held, of before or after, speaks of the
ending that the question takes as given. In every doubt the question is answered, or declined, as any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answerability.judging import Decline
from bot.answerability.presupposed import Ending, Premise, endings, presupposed
from bot.followthrough.decided import Decided, decided, without_mover
from bot.followthrough.outcome import AMENDMENT, LOST, WHOLE, of_words
from bot.grounding.polarity import is_negation
from bot.grounding.verify import MOST_WORDS
from bot.query.terms import BUSINESS_STEMS, content, count, stem, stems, words
from bot.reading.items import PaperOf, edge
from bot.reading.lexical import Asked, Window
from bot.reading.sentences import Sentence, quotable
from index.types import HeldParagraph, Passage, same_item

LOOKED_AT = 8  # of the best windows, in whose items a decision is looked for
BESIDE = 3  # paragraphs before a decision that names its matter in one word ("the motion"), where that matter may stand
FEW_FOREIGN = 4  # telling words of a sentence that names nothing of the question's: "The motion was carried, 5 to 4"
LONG = 4  # telling words of a premise, of which one may be lacking

Search = Callable[[str, date], Sequence[Passage]]
"""Passages of minutes for words, from a day on."""

_AGAINST: dict[Ending, frozenset[Ending]] = {
    "won": frozenset({"lost", "put off", "withdrawn"}),
    "lost": frozenset({"won", "put off", "withdrawn"}),
    "put off": frozenset({"won", "lost", "withdrawn"}),
    "withdrawn": frozenset({"won", "lost", "put off"}),
    "not won": frozenset({"won"}),
}
_ASKED_FOR = "approved refused rejected lost carried deferred withdrawn"
_MOTION = frozenset(map(stem, "motion amendment proposal proposition resolution".split()))
_REQUEST = frozenset(map(stem, "application request bid".split()))
_ITEM = frozenset(map(stem, "item matter report decision consideration it this".split()))
_PLANNING = frozenset(map(stem, "planning permission consent licence application appeal development".split()))
_ADVISES = re.compile(r"\b(?:parish|town|community)\b", re.IGNORECASE)  # on what another authority decides
_ADVICE = re.compile(r"\b(?:recommend\w*|proposed|moved)\b", re.IGNORECASE)
_MONEY = re.compile(r"^[£€]?\d[\d,.]*$")


@dataclass(frozen=True, slots=True)
class Contradicted:
    """What a question takes as given, as a clause, and the words of the papers that say otherwise."""

    premise: str
    told: Window

    @property
    def refusal(self) -> Decline:
        """The reason to decline."""
        return Decline("false_premise", self.premise, near=True)


def judge(
    asked: Asked, windows: Sequence[Window], lacks: Decline | None, search: Search, paper_of: PaperOf
) -> Contradicted | None:
    """What the papers held contradict of a question's premise, or None. `lacks` is why it would be declined otherwise."""
    premise = presupposed(asked.question)
    if premise is None or (lacks and lacks.reason != "nothing_found"):
        return None
    seen: list[HeldParagraph] = []
    for window in windows[:LOOKED_AT]:
        lead = window.paragraphs[0]
        if any(one.paper.id == lead.paper.id and same_item(one, lead) for one in seen) or not _asked_of(asked, lead):
            continue
        seen.append(lead)
        item = _item(lead, paper_of(window.paper_id))
        if told := _told(premise, window, item):
            upheld = any(_upholds(premise, p, told) for p in item) or _upheld(premise, told, windows, search)
            return None if upheld else Contradicted(premise.said, told)
    return None


def _asked_of(asked: Asked, lead: HeldParagraph) -> bool:
    """Whether a paragraph stands in minutes of the body and the year that a question names."""
    when, scope, years = lead.paper.days, asked.scoping.scope, asked.question.years
    if lead.paper.kind != "minutes" or (scope.whose and not scope.names(lead.paper)):
        return False
    return not years or (when is not None and str(when.first.year) in years)


def _item(lead: HeldParagraph, paper: Sequence[HeldParagraph]) -> list[HeldParagraph]:
    return list(paper[edge(paper, lead.ordinal, -1) : edge(paper, lead.ordinal, +1) + 1])


def _told(premise: Premise, window: Window, item: Sequence[HeldParagraph]) -> Window | None:
    """The words of an item that end otherwise what the question names; None too where another body decides on it."""
    for at, paragraph in enumerate(item):
        if paragraph.type in ("heading", "recommendation", "motion", "exempt", "reply", "action"):
            continue
        if premise.stems & _PLANNING and (not paragraph.paper.body or _ADVISES.search(paragraph.paper.body)):
            continue
        for sentence in quotable(paragraph.text, MOST_WORDS):
            said = decided(sentence, paragraph)
            if said and said.ending in _AGAINST[premise.ending] and count(sentence.text) <= MOST_WORDS:
                before = _before(item, at, sentence)
                if _of_the_thing(premise, said, paragraph, before):
                    return _quoted(premise, window, paragraph, said, item[max(0, at - BESIDE) : at])
    return None


def _before(item: Sequence[HeldParagraph], at: int, sentence: Sentence) -> str:
    """What stands before a sentence in its item, from the ending before it on, and not far off."""
    text = item[at].text[: sentence.start]
    for paragraph in reversed(item[max(0, at - BESIDE) : at]):
        if paragraph.type in ("resolution", "vote"):
            break
        text = f"{paragraph.text}\n{text}" if paragraph.type != "heading" else text
    return text


def _of_the_thing(premise: Premise, said: Decided, paragraph: HeldParagraph, before: str) -> bool:
    """Whether a decision is on the very thing that the question names, and not on what merely stands under its heading."""
    if said.head in _MOTION or premise.head in _MOTION:
        # The motion must be the one: the words that it was moved in say of it what the question says, and say no nowhere.
        if said.head not in _MOTION or premise.head not in _MOTION:
            return False
        if (said.head == stem("amendment")) != (premise.head == stem("amendment")):
            return False
        return _covers(premise, f"{before}\n{said.sentence.text}") and not _denies(before)
    if not _covers(premise, f"{paragraph.heading}\n{before}\n{said.sentence.text}"):
        return False
    if _covers(premise, said.sentence.text) and said.head == premise.head:
        return True
    general = _REQUEST | (_ITEM if said.ending in ("put off", "withdrawn") else frozenset())
    if said.head != premise.head and said.head not in general and not _of_money(premise, said):
        return False
    return _plain(premise, said) and (_covers(premise, paragraph.heading) or not _denies(before))


def _of_money(premise: Premise, said: Decided) -> bool:
    """Whether a sum is granted where the question is of a grant: "£400 be granted to the lido"."""
    return bool(_MONEY.match(said.thing.split()[0])) and premise.head in stems(said.sentence.text)


def _plain(premise: Premise, said: Decided) -> bool:
    """Whether what is decided on is called by nothing that the question lacks: "the grant", "a grant of £400"."""
    own = {word.stem for word in content(said.thing) if not word.text[0].isdigit()}
    return own <= premise.stems | _REQUEST | _ITEM | BUSINESS_STEMS | {premise.head}


def _covers(premise: Premise, text: str, *, but: str = "") -> bool:
    wanted = premise.stems - {but} or premise.stems
    missing = wanted - stems(text)
    return not missing or (len(wanted) > LONG and len(missing) == 1 and not any(map(str.isdigit, "".join(missing))))


def _denies(text: str) -> bool:
    return any(is_negation(word.text.lower()) or word.text.lower() == "against" for word in words(text))


def _quoted(
    premise: Premise, window: Window, paragraph: HeldParagraph, said: Decided, before: Sequence[HeldParagraph]
) -> Window:
    """The decision, after the words of its paragraph or of those before it that say what it is on, where they fit."""
    text = paragraph.text[: said.sentence.end]
    whole = of_words(window, paragraph, text if count(text) <= MOST_WORDS else said.sentence.text)
    whole = replace(whole, recommends=False)
    lead: list[HeldParagraph] = []
    for earlier in reversed(before):
        if _covers(premise, whole.text) or earlier.type in ("heading", "resolution", "vote"):
            break
        lead.insert(0, earlier)
        joined = "\n".join([*(one.text for one in lead), *whole.pieces])
        if count(joined) > MOST_WORDS:
            break
        if _covers(premise, joined):
            return replace(whole, paragraphs=(*lead, paragraph), pieces=(*(one.text for one in lead), *whole.pieces))
    return whole


def _upheld(premise: Premise, told: Window, windows: Sequence[Window], search: Search) -> bool:
    """Whether any paper held, of whatever day, speaks of the ending that the question takes as given."""
    found = search(" ".join([*sorted(premise.stems), _ASKED_FOR]), date.min)
    passages = [window.passage.paragraphs for window in windows] + [passage.paragraphs for passage in found]
    for paragraphs in passages:
        text = "\n".join(f"{p.heading}\n{p.text}" for p in paragraphs)
        if _covers(premise, text, but=premise.head) and any(_upholds(premise, p, told) for p in paragraphs):
            return True
    return False


def _upholds(premise: Premise, paragraph: HeldParagraph, told: Window) -> bool:
    """Whether a paragraph may say of the thing what the question takes as given; what is only advised or moved does not."""
    if paragraph.type in ("recommendation", "motion", "heading"):
        return False
    return any(
        _may_say(premise, sentence.text, paragraph)
        for sentence in quotable(paragraph.text, MOST_WORDS)
        if sentence.text not in told.text
    )


def _may_say(premise: Premise, text: str, paragraph: HeldParagraph) -> bool:
    if _ADVICE.search(without_mover(text)) and not re.search(r"\bRESOLVED\b|\bagreed\b|\bwas\b", text):
        return False
    if AMENDMENT.search(text) and not WHOLE.search(text) and premise.head != stem("amendment"):
        return False
    if premise.stems <= stems(text) and paragraph.type == "resolution" and premise.ending == "won":
        return not endings(text) & _AGAINST["won"]
    said = endings(text)
    wanted = {"lost", "put off", "withdrawn", "undone"} if premise.ending == "not won" else {premise.ending, "undone"}
    if premise.ending in ("lost", "not won") and not said and re.search(LOST, text, re.IGNORECASE):
        return True
    if not said & wanted:
        return False
    foreign = {word.stem for word in content(text)} - premise.stems - BUSINESS_STEMS - _REQUEST - _ITEM
    return bool(premise.stems & stems(text)) or len(foreign) <= FEW_FOREIGN
