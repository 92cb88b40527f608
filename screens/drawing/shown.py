"""An answer as HTML, as the reader sees it: its words, small numbered marks that open its sources, what was searched.

Everything is drawn as our own escaped HTML: markdown would run what a paper happens to hold (formulas, links, pictures
from elsewhere), and a screen of many answers stays quick and works by keyboard.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.rendering.days import written
from bot.rendering.export import COMPOSED
from bot.rendering.table import rows_of
from bot.sessions.conversations import Told
from bot.types import Answer, Citation
from corpus.scanned import FROM_PICTURE
from index.types import Days
from screens.drawing import asking, filters
from screens.drawing.links import address, link
from screens.drawing.markup import message, safe

REASONS: dict[str, str] = {
    "nothing_found": "Nothing in the papers held answers this",
    "other_year": "The papers held speak of another year",
    "other_body": "The papers held speak of another body",
    "other_person": "The papers held speak of somebody else",
    "exempt": "This was taken in private",
    "not_held": "The paper that would say so is not held",
    "false_premise": "The papers do not say what the question takes as given",
    "off_topic": "This is not something that committee papers speak of",
    "refused": "This is not something to be asked here",
}
"""Why an answer was declined, as a reader would say it."""

QUOTED = "In quotations, word for word from the papers; no language model wrote any of it."
COUNTED = "Counted from the list of the papers held; no language model wrote any of it."

KIND_OF_ONE: dict[str, str] = {"actions": "action list", "other": "paper"}
"""Kinds of paper that one paper is not called by."""

MOST_LETTERS = 500
"""Of a question as it is shown again; one that is too long to be asked would fill the screen."""

_MARK = re.compile(r"( ?)\[(\d+)\]")
_NEXT_QUOTATION = re.compile(r"(?<=\]) (?=“)")
_ITEM = "- "


@dataclass(frozen=True, slots=True)
class Place:
    """Where a turn stands: its conversation, its number there (from 0), and which of its sources is open."""

    conversation: str
    turn: int
    opened: int | None = None

    def source(self, n: int) -> Mapping[str, str]:
        """The query that opens source `n` of this turn."""
        return {asking.CONVERSATION: self.conversation, asking.SOURCE: f"{self.turn + 1}.{n}"}

    def mark(self, n: int) -> str:
        """The id of the mark of source `n`."""
        return f"mark-{self.turn + 1}-{n}"


def day(when: date | Days | None) -> str:
    """A date as the papers print it; the month where they print no day."""
    return written(when) or "undated"


def where(citation: Citation) -> str:
    """Whose paper it is, and of when."""
    return f"{citation.body or citation.title or citation.file}, {day(citation.days)}"


def details(citation: Citation) -> str:
    """What paper it is, and where in it the words stand."""
    pages = [f"page {citation.page} of the file"] if citation.page else []
    pages += [f"printed page {citation.printed_page}"] if citation.printed_page else []
    pages += [FROM_PICTURE] if citation.from_picture else []
    kind = KIND_OF_ONE.get(citation.kind, citation.kind).capitalize()
    return " · ".join(part for part in [kind, citation.locator, *pages] if part)


def draw_question(question: str, place: Place) -> str:
    """A reader's question as HTML, its beginning where it is long."""
    shown = question if len(question) <= MOST_LETTERS else f"{question[:MOST_LETTERS]} …"
    return f'<h2 class="ma-question" id="turn-{place.turn + 1}">{safe(shown)}</h2>'


def draw_coming(stage: str) -> str:
    """What a reader sees before the answer is there: what is being done, as HTML."""
    return f'<p class="ma-coming" role="status">{safe(stage)}</p>'


def draw_turn(told: Told, place: Place) -> str:
    """The answer of a conversation's turn, or the fault in its way, as HTML."""
    if told.answer is None:
        return draw_fault(told.fault)
    searched = f"Searched {told.answer.searched}."
    if only := filters.told(filters.chosen_of(told.allowed)):
        searched += f" Only: {only}."
    return (
        f"{_chips(told, place)}{_choices(told, place)}{draw_answer(told.answer, place)}"
        f'<p class="ma-searched">{safe(searched)}</p>{_tools(told)}'
    )


def draw_answer(answer: Answer, place: Place) -> str:
    """An answer and the list of its sources as HTML."""
    cited = {str(citation.n): citation for citation in answer.citations}
    body = "".join(_part(part, cited, place) for part in answer.text.split("\n\n") if part.strip())
    if answer.abstained:
        title = REASONS.get(answer.reason or "", REASONS["nothing_found"])
        body = f'<p class="ma-declined-title">{safe(title)}</p>{body}'
    lacking = [_marked(safe(line), cited, place) for line in (answer.missing or "").split("\n") if line]
    missing = "".join(f'<p class="ma-missing">{line}</p>' for line in lacking)
    name = "ma-declined" if answer.abstained else "ma-answer"
    how = f'<p class="ma-how">{safe(how_written(answer))}</p>' if not answer.abstained else ""
    return f'<div class="{name}">{body}</div>{how}{missing}{_sources(answer, place)}'


def how_written(answer: Answer) -> str:
    """Whose words an answer is in, in plain words."""
    if answer.mode == "composing":
        return COMPOSED
    return QUOTED if answer.citations else COUNTED


def draw_fault(fault: str) -> str:
    """What stands in the way of an answer, and what to do, as HTML."""
    return f'<div class="ma-fault" role="alert">{message(fault[:1].upper() + fault[1:])}</div>'


def _part(part: str, cited: Mapping[str, Citation], place: Place) -> str:
    """A paragraph of an answer; a table where every line of it is a row, a list where every line is an item."""
    if rows := rows_of(part):
        drawn = [[_marked(safe(cell), cited, place) for cell in row] for row in rows]
        head = "".join(f'<th scope="col">{cell}</th>' for cell in drawn[0])
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in drawn[1:])
        return f'<table class="ma-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    lines = part.strip("\n").split("\n")
    if len(lines) > 1 and all(line.startswith(_ITEM) for line in lines):
        items = "".join(f"<li>{_marked(safe(line.removeprefix(_ITEM)), cited, place)}</li>" for line in lines)
        return f'<ul class="ma-list">{items}</ul>'
    text = _NEXT_QUOTATION.sub("<br>", safe(part)).replace("\n", "<br>")
    return f"<p>{_marked(text, cited, place)}</p>"


def _marked(text: str, cited: Mapping[str, Citation], place: Place) -> str:
    """References in escaped text as marks that open their sources."""

    def mark(found: re.Match[str]) -> str:
        space, n = found.groups()
        if n not in cited:
            return found[0]
        said = f"Source {n}: {where(cited[n])}, {cited[n].locator}"
        now = ' aria-current="true"' if place.opened == int(n) else ""
        drawn = link("", place.source(int(n)), n, css="ma-mark", label=said, more=f' id="{place.mark(int(n))}"{now}')
        return f"{'&nbsp;' if space else ''}{drawn}"  # a mark stays on the line of the words before it

    return _MARK.sub(mark, text)


def _sources(answer: Answer, place: Place) -> str:
    if not answer.citations:
        return ""
    rows = "".join(f"<li>{_source(citation, place)}</li>" for citation in answer.citations)
    return f'<ol class="ma-sources" aria-label="Sources">{rows}</ol>'


def _source(citation: Citation, place: Place) -> str:
    now = ' aria-current="true"' if place.opened == citation.n else ""
    text = (
        f'<span class="ma-n" aria-hidden="true">{citation.n}</span>'
        f'<span class="ma-where">{safe(where(citation))}</span> '
        f'<span class="ma-details">{safe(details(citation))}</span>'
    )
    return link("", place.source(citation.n), text, css="ma-source-link", more=now)


def _chips(told: Told, place: Place) -> str:
    """What was inferred from the question, each with a link that asks again without it; and what was left out."""
    assert told.answer is not None  # noqa: S101 - for the type checker: the caller has looked
    chips = [
        link(
            "",
            asking.query(told.question, told.allowed, told.without | {one.key}, place.conversation),
            f'{safe(one.words)} <span aria-hidden="true">✕</span>',
            css="ma-chip",
            label=f"Ask again without: {one.words}",
        )
        for one in dict.fromkeys(told.answer.inferred)  # a month of several years is one word
    ]
    drawn = f"<span>Looked first in:</span> {' '.join(chips)}" if chips else ""
    if told.without:
        left = ", ".join(sorted(key.partition(" ")[2] for key in told.without))
        again = link("", asking.query(told.question, told.allowed, (), place.conversation), "Put back", css="ma-again")
        drawn += f' <span class="ma-left-out">Left out: {safe(left)}.</span> {again}'
    return f'<p class="ma-inferred">{drawn}</p>' if drawn else ""


def _choices(told: Told, place: Place) -> str:
    """What a name in the question may mean, each with a link that asks of it alone."""
    assert told.answer is not None  # noqa: S101 - for the type checker: the caller has looked
    chips = []
    for one in told.answer.choices:
        only = replace(told.allowed, bodies=frozenset(one.bodies) or told.allowed.bodies)
        if one.year:
            only = replace(only, since=date(one.year, 1, 1), until=date(one.year, 12, 31))
        asked = asking.query(told.question, only, told.without, place.conversation)
        chips.append(link("", asked, safe(one.name), css="ma-chip", label=f"Ask again, only of: {one.name}"))
    return f'<p class="ma-inferred"><span>Ask only of:</span> {" ".join(chips)}</p>' if chips else ""


def _tools(told: Told) -> str:
    """Copying the answer, and a link that asks the same question in the same papers."""
    assert told.answer is not None  # noqa: S101 - for the type checker: the caller has looked
    sources = "\n".join(f"[{one.n}] {where(one)}, {details(one)} ({one.file})" for one in told.answer.citations)
    text = f"{told.question}\n\n{told.answer.text}{f'{chr(10)}{chr(10)}{sources}' if sources else ''}"
    shared = address("", asking.query(told.question, told.allowed, told.without))
    return (
        '<p class="ma-tools">'
        f'<button type="button" data-copy="{safe(text)}">Copy answer</button>'
        f'<button type="button" data-copy-link="{safe(shared)}">Copy link to this question</button></p>'
    )
