"""What a question takes as given of how a matter ended, where a decision on the same matter says the contrary.

"Why was the lido grant refused?" takes a refusal as given. Only where what was found tells that the lido grant was approved, and
nothing found that it was refused, is the question told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.answerability.refusal import Refusal
from bot.query.terms import content, plain, stems, words
from bot.reading.items import PaperOf
from bot.reading.sentences import sentences
from bot.types import Evidence, Query, Span
from corpus.lexicon_questions import NO_PREMISE, NOT_DECIDING, OUTCOMES, SPEAK_AS_BODY
from index.types import same_item

_ENDING = {form: ending for ending, forms in OUTCOMES.items() for form in forms}
_FORMS = {ending: set(" ".join(forms).split()) for ending, forms in OUTCOMES.items()}
_OF_ENDINGS = stems(" ".join(_ENDING)) - {"grant"}  # which is a thing, too
_OUTCOME = rf"(?P<outcome>{'|'.join(_ENDING)})\b"
_DONE = rf"(?P<outcome>{'|'.join(form for form in _ENDING if form.endswith(('ed', 'wn', 'lost')))})\b"
_BODY = rf"(?:(?:the|our) )?(?:[\w’'&-]+ ){{0,6}}?(?:{'|'.join(sorted(SPEAK_AS_BODY))})"
_OWN = rf"(?! by (?!{_BODY}\b|\d|a majority))"  # "refused by Natural Heritage" is no decision of the body's own
_THING = r"(?P<thing>(?:(?!\b(?:was|were|that)\b)[^,;:.?])+?)"


def _forms(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


_ASKED = _forms(
    rf"\b(?:after|before|when|since|because) {_THING} (?:was|were) (?:not )?(?:\w+ly )?{_DONE}{_OWN}",
    rf"\b(?:was|were)(?:n['’]t| not)? {_THING} (?:not )?(?:\w+ly )?{_DONE}{_OWN}",
    rf"\bdid {_BODY} (?:not )?{_OUTCOME} (?!(?:to|for|on|about|with) ){_THING}(?:[,;?]|$)",
    rf"\bfor (?:not )?(?:the )?{_OUTCOME}(?: of)? {_THING}(?:[,;?]|$)",
)
_DECIDED = _forms(
    rf"\bthat {_THING} be (?:not )?(?:\w+ly )?{_DONE}{_OWN}",
    rf"(?:^|, ){_THING} (?:was|were) (?:not )?(?:\w+ly )?{_DONE}{_OWN}",
    rf"\b(?:agreed|resolved|decided)\b\W+(?:\w+ly )?(?:not )?to {_OUTCOME} {_THING}(?:[.;:]|$)",
    rf"^{_BODY} (?:\w+ly )?{_OUTCOME} {_THING}(?:[.;:]|$)",
)
_NOT = re.compile(r"\bnot\b|n['’]t\b", re.IGNORECASE)
_LEAD = re.compile(r"^.*\bvote |^consideration of |^(?:the|an?|its|their) ", re.IGNORECASE)
_JOINS = re.compile(r"\s(?:of|for|to|on|from|at|in|with|by|about)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a thing is said to have ended: a key of `OUTCOMES`."""

    thing: str
    ending: str

    @property
    def called(self) -> str:
        """What the thing is called, without what leads to it."""
        return _LEAD.sub("", self.thing)

    @property
    def noun(self) -> str:
        """The stem of the noun that the thing is called by: of "the grant of £400", grant."""
        found = words(_JOINS.split(self.called, maxsplit=1)[0])
        return found[-1].stem if found else ""


def contradicted(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> Refusal | None:
    """The refusal of a question that takes an ending as given where what was found tells of another; else None."""
    asked = presupposed(query.text)
    matter = _matter(query, asked) if asked else frozenset()
    if asked is None or not matter:
        return None
    contrary: Evidence | None = None
    for one in (one for one in evidence if one.lead.paper.kind == "minutes"):
        for span, about in _decisions(one, paper_of):
            told = _ended(span.text, _DECIDED)
            if not matter <= about:
                continue
            if (told.ending == asked.ending) if told else not _FORMS[asked.ending].isdisjoint(plain(span.text).split()):
                return None
            if told and _is_of(told, matter, asked):
                contrary = contrary or replace(one, spans=(span,))
    return Refusal("false_premise", _clause(asked), contrary) if contrary else None


def presupposed(text: str) -> Ended | None:
    """How a question takes it that something ended; None where it asks that, or speaks of no ending."""
    return None if NO_PREMISE.search(plain(text)) else _ended(text, _ASKED)


def _ended(text: str, forms: Sequence[re.Pattern[str]]) -> Ended | None:
    """The first ending told in a text in one of these forms; what is not approved is refused."""
    for found in filter(None, (form.search(text) for form in forms)):
        ending = _ENDING[found["outcome"].lower()]
        if _NOT.search(found[0]):
            return Ended(found["thing"].strip(), "refused") if ending == "approved" else None
        return Ended(found["thing"].strip(), ending)
    return None


def _matter(query: Query, asked: Ended) -> frozenset[str]:
    """The stems of what is said to have ended, by which one matter is told from another."""
    question = query.question
    telling = frozenset(word.stem for word in question.telling) - question.dates - question.bodies
    return (telling & stems(asked.thing)) - _OF_ENDINGS


def _is_of(told: Ended, matter: frozenset[str], asked: Ended) -> bool:
    """Whether what ended is what is asked about: called by the same noun, and by all of its words or by none: "the grant of £400"."""
    own = {word.stem for word in content(told.called) if word.text.isalpha()}
    return told.noun in stems(asked.thing) and (matter <= own or own <= {told.noun})


def _decisions(one: Evidence, paper_of: PaperOf) -> Iterator[tuple[Span, frozenset[str]]]:
    """The sentences of evidence's item that may decide, each with the stems of its paragraph, of its heading and of the line before."""
    item = [line for line in paper_of(one.paper_id) if same_item(line, one.lead)]
    for before, line in pairwise([item[0], *item]):
        if line.type not in ("resolution", "vote", "text"):
            continue
        about = stems(f"{before.text}\n{line.heading}\n{line.text}")
        for said in sentences(line.text):
            if not NOT_DECIDING.search(plain(said.text)):
                yield Span(line, said.start, said.end), about


def _clause(asked: Ended) -> str:
    """What is taken as given, as it follows "do not say that"."""
    thing = _JOINS.split(asked.thing, maxsplit=1)[0]
    return f"{asked.thing} {'were' if thing.endswith('s') and not thing.endswith('ss') else 'was'} {asked.ending}"
