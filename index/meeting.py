"""The meetings held, and one of them: its papers, its agenda, who was there, what was resolved and what was promised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from corpus.types import PaperKind
from index.catalogue import Catalogue
from index.types import Filter, HeldPaper, HeldParagraph, same_item

# What an officer or a member undertakes in the running text, where no action is printed as such.
_UNDERTAKEN = re.compile(
    r"\b(?:undertook|promised|offered) to\b"
    r"|\b(?:would|agreed to|was asked to|were asked to|to) (?:be )?(?:report(?:ed)? back|bring back|brought back|circulated?|"
    r"come back|follow(?:ed)? up|provide (?:an update|a (?:written )?(?:response|report|briefing|note)))\b",
    re.IGNORECASE,
)
_NO_ITEM = re.compile(
    r"^\W*(?:present|in attendance|attendance|apologies|members?|also present|minutes|agenda)\b"
    # What stands under each item on a council's web page of a meeting.
    r"|^\W*(?:decisions?|resolved|resolutions?|(?:additional|supporting|background) (?:documents?|papers?)|(?:view )?recorded votes?"
    r"|decision progress update|recommendations?|reasons?|outcome|discussion|view\b.{0,60}\bfor this item)\W*$"
    r"|^\W*(?:view )?recorded vote for this item\W*$|^\W*reasons? for (?:the )?(?:decision|recommendation)s?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """A meeting whose papers are held, in a list of them."""

    body: str
    date: date
    papers: int
    kinds: tuple[PaperKind, ...]
    told: str = ""

    @property
    def of(self) -> str:
        """The body as a reader is told it: with its council, where papers of several are held."""
        return self.told or self.body


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, as its papers tell it. `agenda` are headings; the rest are paragraphs of the minutes and action lists."""

    body: str
    date: date
    papers: tuple[HeldPaper, ...]
    agenda: tuple[HeldParagraph, ...]
    attendance: tuple[HeldParagraph, ...]
    resolved: tuple[HeldParagraph, ...]
    promised: tuple[HeldParagraph, ...]

    @property
    def of(self) -> str:
        """The body as a reader is told it."""
        return told_of(self.papers)

    def item_of(self, paragraph: HeldParagraph) -> str:
        """The title of the item that a paragraph stands in; that of the nearest heading where the agenda has none."""
        mine = (item for item in self.agenda if item.item_number and item.paper.id == paragraph.paper.id)
        titles = (item.text for item in mine if same_item(item, paragraph))
        return next(titles, paragraph.heading)


def meetings_held(catalogue: Catalogue, chosen: Filter | None = None) -> list[MeetingHeld]:
    """The meetings whose papers are held, the latest first; papers without a body or a date belong to none."""
    dated = [(paper.date, paper.body, paper) for paper in catalogue.papers(chosen) if paper.date and paper.body]
    dated.sort(key=lambda one: (-one[0].toordinal(), one[1], one[2].file))
    found = []
    for (when, body), of in groupby(dated, key=lambda one: one[:2]):
        papers = [paper for _, _, paper in of]
        kinds = tuple(dict.fromkeys(paper.kind for paper in papers))
        found.append(MeetingHeld(body, when, len(papers), kinds, told_of(papers)))
    return found


def told_of(papers: Sequence[HeldPaper]) -> str:
    """The body of a meeting's papers as a reader is told it; a paper that tells no council is of the others' here."""
    return max((paper.body_in_full or "" for paper in papers), key=len, default="")


def names_told(papers: Iterable[HeldPaper]) -> dict[str, str]:
    """The bodies of papers as a reader is told them, by the names that they go by."""
    told: dict[str, str] = {}
    for paper in papers:
        if paper.body:
            told[paper.body] = max(told.get(paper.body, ""), paper.body_in_full or "", key=len)
    return told


def papers_of_months(catalogue: Catalogue, chosen: Filter | None = None) -> list[HeldPaper]:
    """The minutes and agendas of which the month alone is known, the latest first: two of a month may be of two meetings."""
    found = [
        p for p in catalogue.papers(chosen) if p.month and not p.date and p.body and p.kind in ("minutes", "agenda")
    ]
    return sorted(found, key=lambda paper: (paper.month, paper.file), reverse=True)


def meeting(catalogue: Catalogue, body: str, when: date) -> Meeting | None:
    """The meeting of a body on a day; None where none of its papers are held."""
    papers = catalogue.papers(Filter(frozenset([body]), when, when))
    if len({paper.body for paper in papers}) != 1:  # a name alone, that bodies of two councils have come to share
        return None
    order = ("minutes", "agenda", "actions")
    papers.sort(key=lambda p: (order.index(p.kind) if p.kind in order else len(order), p.draft, p.file, p.part))
    minutes = [catalogue.paragraphs(p.id) for p in papers if p.kind == "minutes" and p.id not in catalogue.closed]
    told = [paragraph for of in minutes[:1] for paragraph in of]  # the adopted ones, where drafts are held too
    actions = [
        p for paper in papers if paper.kind == "actions" for p in catalogue.paragraphs(paper.id) if p.type == "action"
    ]
    return Meeting(
        body,
        when,
        tuple(papers),
        _agenda(catalogue, papers, told),
        tuple(p for p in told if p.type == "attendance"),
        tuple(p for p in told if p.type == "resolution"),
        (
            *(p for p in told if p.type == "action" or (p.type in ("text", "reply") and _UNDERTAKEN.search(p.text))),
            *actions,
        ),
    )


def _agenda(
    catalogue: Catalogue, papers: Sequence[HeldPaper], minutes: Sequence[HeldParagraph]
) -> tuple[HeldParagraph, ...]:
    """The items: the numbered headings of the minutes, or of the agenda where no minutes are held."""
    agendas = (catalogue.paragraphs(paper.id) for paper in papers if paper.kind == "agenda")
    for paragraphs in (minutes, *agendas):
        headings = [p for p in paragraphs if p.type == "heading" and not _NO_ITEM.match(p.text)]
        numbered = [p for p in headings if p.label]
        if numbered or headings:
            return _each_once(numbered or headings)
    return ()


def _each_once(headings: Sequence[HeldParagraph]) -> tuple[HeldParagraph, ...]:
    """The headings that begin an item: those within it, that print no number, stand under its own."""
    first: dict[str | tuple[str, ...], HeldParagraph] = {}
    for heading in headings:
        first.setdefault(heading.label or heading.id, heading)
    return tuple(first.values())
