"""An answer as plain values, as the session keeps it, and as HTML, as the reader sees it.

Everything is drawn as our own escaped HTML, sources in `<details>`: markdown would run what a paper happens to hold
(formulas, links, pictures from elsewhere), and a screen of many answers stays quick and works by keyboard.
"""

from __future__ import annotations

import re
from typing import TypedDict
from urllib.parse import urlencode

from bot.answer import Bot
from bot.types import Answer, Citation, Turn
from index.types import Filter
from pages.drawing.markup import message, safe
from pages.drawing.source import source

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

KIND_OF_ONE: dict[str, str] = {"actions": "action list", "other": "paper"}
"""Kinds of paper that one paper is not called by."""

MOST_LETTERS = 500
"""Of a question as it is shown again; one that is too long to be asked would fill the screen."""

LINK = "q"
"""The part of the address that asks a question on arrival: /?q=What+was+resolved+on+…"""

_REFERENCE = re.compile(r"( ?)\[(\d+)\]")
_NEXT_QUOTATION = re.compile(r"(?<=\]) (?=“)")


class ShownCitation(TypedDict):
    """A citation, what stands around it already drawn."""

    n: int
    where: str
    details: str
    file: str
    quote: str
    source: str
    elsewhere: list[str]


class ShownAnswer(TypedDict):
    """An answer as the session keeps it."""

    text: str
    citations: list[ShownCitation]
    abstained: bool
    reason: str
    missing: str
    searched: str
    seconds: float


class ShownTurn(TypedDict):
    """A question with its answer, or with the fault that stood in its way; `only` tells the filter it was under."""

    question: str
    answer: ShownAnswer | None
    fault: str
    only: str


def answered(bot: Bot, turn: Turn, allowed: Filter) -> ShownAnswer:
    """The bot's answer to a turn, as plain values."""
    answer = bot.answer(turn, None if allowed.is_empty else allowed)
    return _shown(bot, answer)


def _shown(bot: Bot, answer: Answer) -> ShownAnswer:
    catalogue = bot.index.catalogue
    return ShownAnswer(
        text=answer.text,
        citations=[_citation(citation, source(catalogue, citation)) for citation in answer.citations],
        abstained=answer.abstained,
        reason=answer.reason or "",
        missing=answer.missing or "",
        searched=answer.searched,
        seconds=answer.seconds,
    )


def _citation(citation: Citation, drawn: str) -> ShownCitation:
    when = f"{citation.date.day} {citation.date:%B %Y}" if citation.date else "undated"
    pages = [f"page {citation.page} of the file"] if citation.page else []
    pages += [f"printed page {citation.printed_page}"] if citation.printed_page else []
    kind = KIND_OF_ONE.get(citation.kind, citation.kind)
    return ShownCitation(
        n=citation.n,
        where=f"{citation.body or citation.title or citation.file}, {when}",
        details=" · ".join(part for part in [kind.capitalize(), citation.locator, *pages] if part),
        file=citation.file,
        quote=citation.quote,
        source=drawn,
        elsewhere=[", ".join(filter(None, [p.file, p.locator])) for p in citation.places],
    )


def draw_question(question: str) -> str:
    """A reader's question as HTML, its beginning where it is long."""
    shown = question if len(question) <= MOST_LETTERS else f"{question[:MOST_LETTERS]} …"
    return f'<div class="ma-question">{safe(shown)}</div>'


def draw_turn(turn: ShownTurn, n: int) -> str:
    """The answer of a conversation's turn `n` (from 0), or its fault, as HTML."""
    if turn["answer"] is None:
        return draw_fault(turn["fault"])
    searched = f"Searched {turn['answer']['searched']}."
    if turn["only"]:
        searched += f" Only: {turn['only']}."
    link = ""
    # A link carries neither what was asked before nor the filter: it is offered where it opens the same answer.
    if n == 0 and not turn["only"]:
        link = f' <a href="?{safe(urlencode({LINK: turn["question"]}))}">Link to this question</a>'
    return f'{draw_answer(turn["answer"], f"answer-{n}")}<p class="ma-searched">{safe(searched)}{link}</p>'


def draw_answer(answer: ShownAnswer, at: str) -> str:
    """An answer with its sources as HTML. `at` tells the answers on a page apart: their sources are linked to."""
    numbers = {str(citation["n"]) for citation in answer["citations"]}
    parts = [_NEXT_QUOTATION.sub("<br>", safe(part)) for part in answer["text"].split("\n\n") if part.strip()]
    body = "".join(f"<p>{_linked(part, at, numbers)}</p>" for part in parts)
    if answer["abstained"]:
        title = REASONS.get(answer["reason"], REASONS["nothing_found"])
        body = f'<p class="ma-declined-title">{safe(title)}</p>{body}'
    missing = f'<p class="ma-missing">{safe(answer["missing"])}</p>' if answer["missing"] else ""
    name = "ma-declined" if answer["abstained"] else "ma-answer"
    return f'<div class="{name}">{body}</div>{missing}{_sources(answer, at)}'


def draw_fault(fault: str) -> str:
    """What stands in the way of an answer, and what to do, as HTML."""
    return f'<div class="ma-fault" role="alert">{message(fault[:1].upper() + fault[1:])}</div>'


def _linked(text: str, at: str, numbers: set[str]) -> str:
    """References in escaped text as links to their sources."""

    def link(found: re.Match[str]) -> str:
        space, n = found.groups()
        if n not in numbers:
            return found[0]
        # A reference stays on the line of the words before it.
        return f'{"&nbsp;" if space else ""}<a class="ma-reference" href="#{at}-{n}" aria-label="source {n}">[{n}]</a>'

    return _REFERENCE.sub(link, text)


def _sources(answer: ShownAnswer, at: str) -> str:
    if not answer["citations"]:
        return ""
    rows = "".join(f"<li>{_row(citation, at)}</li>" for citation in answer["citations"])
    return f'<ol class="ma-sources" aria-label="Sources">{rows}</ol>'


def _row(citation: ShownCitation, at: str) -> str:
    elsewhere = "".join(f"<li>{safe(place)}</li>" for place in citation["elsewhere"])
    also = f'<div class="ma-also">The same words stand in:<ul>{elsewhere}</ul></div>' if elsewhere else ""
    return (
        # The link's target lies inside: browsers then open the details that hold it.
        f'<details><summary><span class="ma-n">{citation["n"]}</span>'
        f'<span class="ma-where">{safe(citation["where"])}</span>'
        f'<span class="ma-details">{safe(citation["details"])}</span>'
        f'<span class="ma-file">{safe(citation["file"])}</span></summary>'
        f'<div class="ma-source" id="{at}-{citation["n"]}">{citation["source"]}{also}</div></details>'
    )
