"""A sentence of minutes that decides: how it ends its matter, and what it calls that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answerability.presupposed import BASE, MOTION, PAST, Ending, endings, head, of_a_body
from bot.grounding.polarity import is_negation
from bot.query.terms import words
from bot.reading.sentences import Sentence
from corpus.dates import find_dates
from index.types import HeldParagraph

_ALREADY = re.compile(
    r"\b(?:reported|reminded|advised|informed|explained|said|stated|asked|told|previous(?:ly)?|already|earlier|last|recalled|"
    r"heard|understood|clarified|if|whether|would|should|could|may|might|unless|until|recommend\w*|moved|proposed|seconded|had)\b",
    re.IGNORECASE,
)
_LEAD = r"^\W*(?:\(?\w{1,4}[).]\s+)?"
_RESOLVED = r"(?:unanimously |further )?(?:RESOLVED|agreed|decided)\b(?: unanimously)?[\s:,–—-]*"
_OPENING = rf"{_LEAD}(?:(?:it was|the (?:\w+ ){{1,4}}|members|councillors) )?{_RESOLVED}"
_BODY = r"(?:the (?:\w+ ){0,4}(?:council|committee|cabinet|board|panel|commission|executive|trustees)|members|councillors|(?:it|the meeting))"
_NP = r"(?P<np>[^.;:]+?)"
_WORD = rf"(?P<word>{PAST})\b"
_DECISIONS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:{_OPENING}|{_LEAD})that\s+{_NP}\s+be\s+(?P<no>not )?(?:\w+ly |hereby )?{_WORD}",
        rf"{_OPENING}(?P<no>not )?(?:to )(?P<word>{BASE})\s+{_NP}(?:[.;:]|$)",
        rf"{_LEAD}to (?P<word>{BASE})\s+{_NP}(?:[.;:]|$)",
        rf"{_LEAD}{_BODY} (?:\w+ly )?{_WORD}\s+{_NP}(?:[.;:]|$)",
        rf"{_LEAD}{_NP}\s+(?:was|were)\s+(?:therefore |then |duly |\w+ly |declared )*(?P<no>not )?(?:\w+ly )?{_WORD}",
        rf"{_LEAD}(?P<np>(?:[^.;:]*\b)?{MOTION}(?: as amended)?)[\s:,–—-]+(?:therefore |accordingly )?(?P<word>fell|lapsed|carried|lost|defeated|withdrawn)\b",
    )
)
# Forms that decide in a resolution alone, or after that word itself: "To approve …" is an agenda's too.
_TO_BE_DONE = (0, 2)
_DETERMINER = re.compile(r"\b(?:the|an?|this|that|its|their)\s+(?=[^,]*$)", re.IGNORECASE)
_BEFORE_VOTE = re.compile(r"^(?:on|upon|after|following)\b.*?(?:vote|hands|division)\b,?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decided:
    """A sentence that decides: how it ends its matter, and what it calls that."""

    sentence: Sentence
    ending: Ending
    thing: str
    head: str


def decided(sentence: Sentence, paragraph: HeldParagraph) -> Decided | None:
    """A sentence as a decision, where it is one, of one ending, and not told of another time."""
    text = sentence.text
    if _ALREADY.search(without_mover(text)) or find_dates(text[: len(text) // 2]):
        return None
    for number, form in enumerate(_DECISIONS):
        match = form.search(text)
        if match is None or (
            number in _TO_BE_DONE and paragraph.type != "resolution" and not re.match(_OPENING, text, re.IGNORECASE)
        ):
            continue
        if not of_a_body(text[match.end("word") :], at_once=True):
            return None
        ending = next(iter(endings(match["word"])), "lost" if match["word"].lower() in ("fell", "lapsed") else None)
        no = bool(match.groupdict().get("no"))
        if no and ending != "won":
            return None
        ending = "lost" if no else ending
        denied = sum(is_negation(word.text.lower()) for word in words(text))
        if ending is None or endings(text) - {ending} or denied > no:
            return None
        thing = _BEFORE_VOTE.sub("", match["np"])
        return Decided(sentence, ending, thing, _head(thing))
    return None


def without_mover(text: str) -> str:
    """A sentence without who moved it, which says nothing of another time: "(Proposed Cllr Ash, seconded Cllr Bell)"."""
    return re.sub(
        r"\(?\b(?:proposed|moved|seconded)(?: by)?:? (?:Cllr|Councillor|Mrs?|Ms|Dr)\b[^.;)]*\)?",
        "",
        text,
        flags=re.IGNORECASE,
    )


def _head(thing: str) -> str:
    """The noun that a thing is called by, whatever stands before it: of "Upon discussion the motion", motion."""
    found = head(thing)
    if found:
        return found
    last = _DETERMINER.split(thing)[-1]
    return head(last)
