"""What evidence must meet, whoever read it: the bodies, the times, the names and the figures that a question names.

Whether words answer is for the reader to judge. But an answer of another body, of another year, or without the name that is
asked about is wrong however well it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answerability.names import SORTS, calls, initials_of, is_of_a_body, is_short_for, is_word, names_body, stands
from bot.answerability.premises import contradicted
from bot.answerability.refusal import Refusal, quoted
from bot.grounding.figures import figures
from bot.query.question import Phrase
from bot.query.scoping import Scoping
from bot.query.terms import MEETING_STEMS, stem, stems
from bot.reading.items import PaperOf
from bot.types import Evidence, Query, Reason
from index.bodies import GENERIC, HEADS, words_of_body
from index.rows import fold_number
from index.scope import Scope
from index.types import HeldPaper, same_item
from index.words import words_of_file

HEAD = 6
"""Paragraphs at the head of a paper, where its body's and its council's names stand."""


Lacking = Callable[[Query, Sequence[Evidence], PaperOf], list[str]]
"""What a question names and evidence, taken together, does not meet: all that it names where there is no evidence."""


def fitting(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> tuple[list[Evidence], Refusal | None]:
    """The evidence that meets what the question names; where it does not, none, and the refusal.

    All pieces together must meet it, and each must meet some of it, or stand in an item with one that does. Where several
    meetings may each have their part of the answer, or it is asked how things stand now, a piece may be of another time, and
    need not repeat the names.
    """
    left = list(evidence)
    over = query.question.over_meetings or query.question.latest
    checks: tuple[tuple[Reason, Lacking], ...] = (
        ("other_body", _bodies),
        ("other_year", _times),
        ("nothing_found", _names),
        ("nothing_found", _figures),
    )
    for reason, lacking in checks:
        asked = lacking(query, [], paper_of)
        if not asked or not left:
            continue
        if lacking(query, left, paper_of):
            return [], Refusal(reason, quoted(lacking(query, left[:1], paper_of)), left[0])
        if lacking is _bodies or not over:
            met = [one for one in left if len(lacking(query, [one], paper_of)) < len(asked)]
            left = [one for one in left if any(map(one.in_item_of, met))]
    if left and not over:
        left = _like_first(query, left)
    refusal = contradicted(query, left, paper_of)
    return ([], refusal) if refusal else (left, None)


def _like_first(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that is of the meetings asked about, by body and by day or month, where the first is.

    Beside a resolution of the meeting that is asked about, one of another meeting reads as if it were of the same.
    """
    scoping = Scoping(query.scope)

    def is_of_them(one: Evidence) -> bool:
        days = one.lead.paper.days
        return of_body(one.lead.paper, query.scope) and (not scoping.of_meetings or scoping.held_then(days))

    return [one for one in evidence if is_of_them(one)] if is_of_them(evidence[0]) else list(evidence)


def of_body(paper: HeldPaper, scope: Scope) -> bool:
    """Whether a paper is of a body or council that a question names, or may be: it names none, or is filed under its name."""
    if scope.is_of_others(paper):
        return False
    if not scope.whose or paper.body is None or paper.body in scope.whose:
        return True
    filed = f"{paper.body} {words_of_file(paper.file)} {paper.title}"
    return any(names_body(filed, body) for body in scope.whose)


def _bodies(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> list[str]:
    """The bodies and councils asked about, where all evidence is of others and names none of them."""
    scope = query.scope
    held = stems(" ".join((*scope.called, *scope.whose, "council"))) | SORTS | query.question.carried
    others = (one for one in query.question.phrases if is_of_a_body(one) and not held.issuperset(one.stems))
    lacking = [phrase.text for phrase in others if not any(_is_of(phrase, one, paper_of) for one in evidence)]
    if lacking or not (scope.whose or scope.councils):
        return lacking
    for one in evidence:
        paper, there = one.lead.paper, f"{_said(one)}\n{_head(one, paper_of)}"
        if of_body(paper, scope) or _calls(query, paper) or any(names_body(there, name) for name in scope.called):
            return []
    return list(scope.bodies or scope.councils)


def _calls(query: Query, paper: HeldPaper) -> bool:
    """Whether the question calls a paper's body by its sort, beside those that it names, or by initials that others have too.

    "Scrutiny" is the Roads Scrutiny Commission, "the Cultural SPC" the Cultural Strategic Policy Committee.
    """
    body, scope = paper.body or "", query.scope
    if any(is_short_for(word.text, body) for word in query.question.terms):
        return True
    sorts = stems(" ".join(word for word in words_of_body(body) if word in GENERIC and word not in HEADS))
    return not scope.is_of_others(paper) and bool(sorts & stems(query.text) - stems(" ".join(scope.called)))


def _is_of(phrase: Phrase, one: Evidence, paper_of: PaperOf) -> bool:
    """Whether evidence names a body, or its paper is that body's; where the paper tells none, any words of the paper may."""
    paper = one.lead.paper
    if paper.body and calls(phrase, paper.body_alone or paper.body, _head(one, paper_of)):
        return True
    texts = [_said(one), _head(one, paper_of)] if paper.body else _whole(one, paper_of)
    return any(stands(phrase, text) for text in texts)


def _times(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> list[str]:
    """The periods and years that the question names, where the evidence is of none of them and its items speak of none."""
    periods = query.scope.periods
    words = " ".join(period.words for period in periods)
    years = [year for year in sorted(query.question.years) if year not in words]
    scoping, asks_when = Scoping(query.scope), query.question.wants == "when"
    for one in evidence:
        held, around = one.lead.paper.days, _around(one, paper_of)
        if held is None or scoping.date_fit(held, around) > 0 or any(year in around for year in years):
            return []
        if str(held.first.year) in years or (asks_when and any(held.last >= period.since for period in periods)):
            return []  # when something came of a matter, later papers say
        planned = [year for year in query.question.years if int(year) > held.last.year and _is_planned(query, year)]
        if any(year in text for year in planned for text in _whole(one, paper_of)):
            return []
    return [*dict.fromkeys(period.words for period in periods), *years]


def _is_planned(query: Query, year: str) -> bool:
    """Whether a year may be one that papers look ahead to, "by 2051", and no meeting's, as in "resolved in 2051"."""
    before = query.text.partition(year)[0].rstrip().lower()
    return not (before.endswith((" in", " during", " since", " of")) and stems(query.text) & MEETING_STEMS)


def _names(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> list[str]:
    """The names of the question, bodies apart, that stand nowhere in the papers of the evidence."""
    question = query.question
    texts = [text for one in evidence for text in _whole(one, paper_of)]
    held = frozenset[str]().union(*map(stems, texts))
    told = {one for phrase in question.phrases for one in phrase.stems} | stems(" ".join(query.scope.called))
    around = "\n".join(_around(one, paper_of) for one in evidence)
    lacking = [
        phrase.text
        for phrase in question.phrases
        if not is_of_a_body(phrase) and not question.carried.intersection(phrase.stems)
        if not any(stands(phrase, text) for text in texts) and not _otherwise(query, phrase.text, held)
        if not stems(around).issuperset(phrase.stems) and not is_word(initials_of(phrase.text), around)
    ]
    for word in question.terms:
        asked = word.stem in question.names - question.carried - told
        if asked and word.stem not in held and not _otherwise(query, word.text, held):
            lacking += [] if any(is_short_for(word.text, text) for text in texts) else [word.text]
    return lacking


def _otherwise(query: Query, name: str, held: frozenset[str]) -> bool:
    """Whether papers hold what a name stands for, or what it is shortened to."""
    return name in query.others and stems(query.others[name]) <= held


def _figures(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> list[str]:
    """The figures of the question that stand nowhere in the items of the evidence, and number none of them."""
    question = query.question
    asked = [word for word in question.terms if word.stem in question.numbers - question.carried]
    if not asked:
        return []
    held: set[str] = set()
    for one in evidence:
        around, paper = _around(one, paper_of), one.lead.paper
        held |= stems(around) | {found.figure.value for found in figures(around)}
        held |= {stem(fold_number(part)) for paragraph in one.paragraphs for part in paragraph.label}
        held |= {str(paper.date.day)} if paper.date else set()
    met = [one for one in figures(question.text) if one.figure.value in held]
    return [w.text for w in asked if w.stem not in held and not any(one.start <= w.start < one.end for one in met)]


def _said(one: Evidence) -> str:
    """The words of evidence, with the headings that they stand under and the paper's title."""
    headings = dict.fromkeys(paragraph.heading for paragraph in one.paragraphs)
    return "\n".join((one.text, *headings, one.lead.paper.title))


def _filed(paper: HeldPaper) -> str:
    """What a paper is filed under."""
    names = (paper.title, paper.body_in_full, paper.council, words_of_file(paper.file))
    return "\n".join(filter(None, names))


def _head(one: Evidence, paper_of: PaperOf) -> str:
    """What the paper of evidence is filed under, and its first lines without a number, which say whose it is."""
    head = [line.text for line in paper_of(one.paper_id)[:HEAD] if not line.label]
    return "\n".join((_filed(one.lead.paper), *head))


def _around(one: Evidence, paper_of: PaperOf) -> str:
    """The words of the item that evidence stands in, with its headings."""
    item = [line.text for line in paper_of(one.paper_id) if same_item(line, one.lead)]
    return "\n".join((*item, one.passage.text, _said(one)))


def _whole(one: Evidence, paper_of: PaperOf) -> list[str]:
    """The words of the paper that evidence stands in, a text a paragraph, and what it is filed under."""
    return [*(line.text for line in paper_of(one.paper_id)), _said(one), _filed(one.lead.paper)]
