"""Who said a quotation and when, and as what it was said: the words before it, which must be true of its type.

Only a resolution in minutes is told as resolved. A resolution that recommends (“RESOLVED – To recommend to Council:”) is the
recommendation of the body that passed it; what officers recommended to a body is told as put to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.followthrough.outcome import of_words
from bot.grounding.figures import dates
from bot.grounding.verify import MOST_WORDS
from bot.query.terms import count
from bot.reading.items import PaperOf
from bot.reading.lexical import Window
from bot.rendering.days import on, written
from bot.types import MOST_CITATIONS
from index.types import HeldPaper, HeldParagraph, same_item

CLAUSES_BACK = 12  # how far a clause's lead-in may stand before it

_RECOMMENDS = re.compile(
    r"\W*.{0,60}?\b(?:to recommend|(?:be|is|are) recommended|recommends)\b|"
    r"\W*.{0,200}?\bthat it be recommended\b",  # after who proposed and who seconded it
    re.IGNORECASE | re.DOTALL,
)
_OWN = re.compile(
    r"\W*RECOMMENDED\b"
)  # in capitals a body's own, as RESOLVED is; else mostly what a report recommended
_OPENS = re.compile(r"\W*(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|Resolved|Agreed|Decided|Recommended)\b")
_DECIDES = re.compile(
    r"\b(?:resolved|agreed|decided|approved|adopted|refused|endorsed|appointed|elected)\b", re.IGNORECASE
)
_IN_A_WORD = {"recommendation": "recommended", "motion": "moved", "vote": "the vote"}


def as_recommended(windows: Sequence[Window], paper_of: PaperOf) -> list[Window]:
    """The windows, those marked that give what a body itself recommended to another.

    A clause that does not say so itself is followed by the line that it stands under, which does.
    """
    marked: list[Window] = []
    room = MOST_CITATIONS - len(windows)
    cited = {paragraph.id for window in windows for paragraph in window.paragraphs}
    for window in windows:
        said = _recommending(window, paper_of(window.paper_id))
        marked.append(replace(window, recommends=True) if said else window)
        if said and said.id not in cited and room > 0 and count(said.text) <= MOST_WORDS:
            room -= 1
            cited.add(said.id)
            marked.append(of_words(marked[-1], said, said.text))
    return marked


def lead(window: Window, *, in_full: bool = True) -> str:
    """The words before a quotation: "On 4 March 2031 the Harbour Committee resolved"; the council named too, `in_full`."""
    told = _told(window, in_full=in_full)
    if window.order and window.paragraphs[0].paper.kind == "minutes":
        return f"{window.order.capitalize()}, {told[0].lower()}{told[1:]}"
    return told


def again(window: Window) -> str:
    """The words before a further quotation of the minutes told of just before; "" where it is told as any other is."""
    kind = window.paragraphs[0].type
    if window.paragraphs[0].paper.kind != "minutes" or window.order:
        return ""
    if window.recommends:
        return "The same meeting recommended"
    if kind == "resolution" and not _leads_up(window):
        return "The same meeting resolved"
    return "" if kind in _IN_A_WORD else "The same minutes record"


def as_what(window: Window) -> str:
    """The same in a word or two, where body and day stand beside it: "resolved", "moved", "report", "draft minutes"."""
    first = window.paragraphs[0]
    if first.paper.kind == "minutes":
        decided = first.type == "resolution" and not _leads_up(window)
        said = "recommended" if window.recommends else "resolved" if decided else _IN_A_WORD.get(first.type, "")
        return ", ".join(filter(None, [said, "draft minutes" if first.paper.draft else ""]))
    if first.type == "recommendation":
        return "recommended to it (not in itself a decision)"
    return first.paper.kind if first.paper.kind != "other" else first.paper.title


def _told(window: Window, *, in_full: bool) -> str:
    first = window.paragraphs[0]
    paper = first.paper
    name = paper.body_in_full if in_full else paper.body_alone
    body = f"the {name}" if name else "the meeting"
    when = written(paper.days)
    at = f"{body}{f', {when}' if when else ''}"
    dated = f"{on(paper.days)} {body}" if paper.days else body
    dated = dated[0].upper() + dated[1:]
    if paper.kind == "minutes":
        return _in_minutes(window, at, dated) + (" (draft minutes)" if paper.draft else "")
    if first.type == "recommendation":
        return f"Recommended to {at} (not in itself a decision)"
    return _of_paper(paper, body, when)


def _of_paper(paper: HeldPaper, body: str, when: str) -> str:
    """A report or an agenda by its title, and what the title leaves out of whose it is and of when."""
    title = paper.title or paper.file
    if title.casefold() in {str(name).casefold() for name in (paper.body_alone, paper.body_in_full, paper.council)}:
        kind = "paper" if paper.kind == "other" else paper.kind
        return f"The {kind} of {body}{f', {when}' if when else ''}"
    said = paper.days is not None and any(one.named.is_of(paper.days) for one in dates(title))
    place = ", ".join(filter(None, [body if paper.body else "", "" if said else when]))
    return f"{title} ({place})" if place else title


def _in_minutes(window: Window, at: str, dated: str) -> str:
    kind = window.paragraphs[0].type
    if window.recommends:
        return f"{dated} recommended"
    if kind == "resolution" and not _leads_up(window):
        return f"{dated} resolved"
    told = {"recommendation": f"Recommended at {at}", "motion": f"Moved at {at}", "vote": f"The vote at {at}"}
    return told.get(kind, f"The minutes of {at}, record")


def _leads_up(window: Window) -> bool:
    """Whether a window gives only what was said before the decision that its paragraph ends in."""
    text, said = window.paragraphs[0].text, window.pieces[0]
    decided = _DECIDES.search(text)
    return decided is not None and len(window.paragraphs) == 1 and decided.start() >= text.find(said) + len(said)


def _recommending(window: Window, paper: Sequence[HeldParagraph]) -> HeldParagraph | None:
    """The paragraph that says that a window gives a recommendation of the body's own; None where it gives none."""
    first = window.paragraphs[0]
    if first.paper.kind != "minutes" or first.type not in ("resolution", "recommendation"):
        return None
    if _says_so(first.text):
        return first
    above = _lead_in(first, paper)
    return above if above and _says_so(above.text) else None


def _says_so(text: str) -> bool:
    return bool(_RECOMMENDS.match(text) or _OWN.match(text))


def _lead_in(clause: HeldParagraph, paper: Sequence[HeldParagraph]) -> HeldParagraph | None:
    """The line that a clause stands under: "RESOLVED – To recommend to Council:"; None where there is none."""
    if _OPENS.match(clause.text):
        return None
    for before in reversed(paper[max(0, clause.ordinal - CLAUSES_BACK) : clause.ordinal]):
        if before.type != clause.type or not same_item(before, clause):
            return None
        if before.text.rstrip(" -–—").endswith(":"):
            return before
        if _OPENS.match(before.text):  # its first clause stands beside it; of a resolution, that alone may recommend
            return before if clause.type == "recommendation" else None
    return None
