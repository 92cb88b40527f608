"""How much of a list an answer gives, and where the rest stands: a part that passes for the whole misleads.

What is quoted runs on into the next citation where a list is asked for and there is room; what is left is counted from the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from bot.followthrough.further import further, place
from bot.followthrough.outcome import proposes_only
from bot.grounding.verify import MOST_WORDS
from bot.query.question import Wants
from bot.query.terms import count, stems
from bot.reading.items import PaperOf
from bot.reading.sentences import sentences
from bot.reading.signs import announces
from bot.rendering.lists import CLAUSES, Listing, asks_for_list, list_of
from bot.types import MOST_CITATIONS, Evidence, Query, Span
from index.types import HeldParagraph

BEGUN = 20  # letters of a thing of a list that must be quoted for it to be shown
_OF_ITEMS: frozenset[Wants] = frozenset({"resolved", "recommended", "promised", "list"})
_NAMES = {"resolution": "clauses", "recommendation": "recommendations", "action": "actions", "attendance": "lines"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A list that an answer quotes of: which citation begins it, and which of its things are quoted."""

    n: int
    listing: Listing
    quoted: tuple[bool, ...]

    @property
    def after(self) -> Listing:
        """The things that follow the last that is quoted."""
        done = max((n for n, quoted in enumerate(self.quoted) if quoted), default=-1)
        return self.listing[done + 1 :]

    @property
    def left(self) -> list[Span]:
        """The things that are not quoted."""
        return [member for member, quoted in zip(self.listing, self.quoted, strict=True) if not quoted]


def run_on(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> list[Evidence]:
    """The evidence, the list that the first is cut in followed by what is left of it, in place of what ranks below it.

    Nothing makes room for it where evidence tells what became of other evidence.
    """
    shown = next((one for one in _lists(evidence, paper_of) if one.n == 1 and any(one.quoted) and one.after), None)
    if shown is None or not (asks_for_list(query.question) or _resolved_short(query, evidence[0], shown)):
        return list(evidence)
    ids = {member.paragraph.id for member in shown.listing}
    own = [one for one in evidence if any(paragraph.id in ids for paragraph in one.paragraphs)]
    others = [one for one in evidence if one not in own]
    bound = any(one.order or proposes_only(query, one) for one in evidence)
    spans = own[-1].spans
    if len(spans) > 1 and announces(spans[-1].text):  # what only leads up to the rest is quoted with it
        own[-1] = replace(own[-1], spans=spans[:-1])
    left = _left(own, shown.after, paper_of(own[-1].paper_id))
    rest = islice(_packed(own[-1], left), max(0, MOST_CITATIONS - len(evidence if bound else own)))
    return [*own, *rest, *others][:MOST_CITATIONS]


def _resolved_short(query: Query, first: Evidence, shown: _Shown) -> bool:
    """Whether what was resolved is asked for, and all clauses of the resolution that the first is of have room."""
    return (
        query.question.wants in ("resolved", "recommended")
        and first.lead.type in CLAUSES
        and len(shown.listing) <= MOST_CITATIONS
    )


def unshown(query: Query, found: Sequence[Evidence], quoted: Sequence[Evidence], paper_of: PaperOf) -> list[str]:
    """A line for each list that is quoted in part where that would pass for the whole, and for what was found besides.

    `found` is evidence that belongs to the answer too, and had no room in it.
    """
    lists = [one for one in _lists(quoted, paper_of) if one.left and _is_wanted(query, quoted, one)]
    told = {one.n: _told(one) for one in lists}
    for n, one in enumerate(quoted, 1):
        if n not in told and _is_cut(one.spans[-1]):
            told[n] = f"The words quoted go on in {place(one.paragraphs[-1:])} [{n}]."
    return [*(told[n] for n in sorted(told)), *further(query, found, quoted, several=asks_for_list(query.question))]


def _lists(evidence: Sequence[Evidence], paper_of: PaperOf) -> list[_Shown]:
    """The lists that evidence quotes of, each once."""
    found: dict[tuple[str, int], _Shown] = {}
    for n, one in enumerate(evidence, 1):
        paper = paper_of(one.paper_id)
        for span in one.spans:
            listing = list_of(span.paragraph, span.start, paper)
            key = (listing[0].paragraph.id, listing[0].start) if listing else ("", 0)
            if listing and key not in found:
                found[key] = _Shown(n, listing, tuple(_is_quoted(member, evidence) for member in listing))
                break
    return list(found.values())


def _is_wanted(query: Query, quoted: Sequence[Evidence], shown: _Shown) -> bool:
    """Whether an answer that gives a part of a list would pass for the whole of it.

    It does where a list is asked for, where several clauses are quoted as if they were all, and where a question is about
    the whole item whose first clause is quoted.
    """
    one, several = quoted[shown.n - 1], sum(shown.quoted) > 1
    if asks_for_list(query.question) or shown.listing[0].paragraph.type not in CLAUSES:
        return asks_for_list(query.question) and (shown.n == 1 or several)
    # Of what a later meeting decided instead, any clause may be the one that matters.
    undoes = one.order == "later" or any(other.order == "earlier" for other in quoted)
    asked = {word.stem for word in query.question.telling}
    above, own = asked & stems(f"{one.lead.heading} {one.lead.paper.title}"), asked & stems(one.text)
    whole = undoes or (bool(above) and len(above) >= len(own))
    return several or (shown.n == 1 and query.question.wants in _OF_ITEMS and whole)


def _told(shown: _Shown) -> str:
    """The line on what of a list is not quoted."""
    left, done, kind = shown.left, sum(shown.quoted), shown.listing[0].paragraph.type
    where = place([thing.paragraph for thing in left])
    if not done:
        return f"The list goes on in {where} [{shown.n}]."
    others = "the other stands" if len(left) == 1 else "the others stand"
    return f"{done} of {done + len(left)} {_NAMES.get(kind, 'in the list')} shown; {others} in {where} [{shown.n}]."


def _left(own: Sequence[Evidence], after: Sequence[Span], paper: Sequence[HeldParagraph]) -> Sequence[Span]:
    """The things of a list that are not quoted yet; where each has paragraphs of its own, with what stands between them."""
    first, cited = after[0].paragraph, [paragraph for one in own for paragraph in one.paragraphs]
    if any(paragraph.id == first.id for paragraph in cited):
        return after
    begin = max((p.ordinal for p in cited if p.ordinal < first.ordinal), default=first.ordinal - 1) + 1
    return [Span(p, 0, len(p.text)) for p in paper[begin : after[-1].paragraph.ordinal + 1] if p.type != "heading"]


def _packed(like: Evidence, left: Sequence[Span]) -> Iterator[Evidence]:
    """Things of a list in quotations as long as may be, as far as none is too long; each clause is one of its own."""
    spans: list[Span] = []
    for thing in takewhile(lambda thing: count(thing.text) <= MOST_WORDS, left):
        before = spans[-1] if spans else thing
        goes_on = before.paragraph.id == thing.paragraph.id
        longer = [*spans[:-1], Span(thing.paragraph, before.start, thing.end)] if goes_on else [*spans, thing]
        apart = not goes_on and thing.paragraph.type in CLAUSES
        if spans and (apart or sum(count(span.text) for span in longer) > MOST_WORDS):
            yield replace(like, spans=tuple(spans))
            longer = [thing]
        spans = longer
    if spans:
        yield replace(like, spans=tuple(spans))


def _is_quoted(member: Span, evidence: Sequence[Evidence]) -> bool:
    enough = min(member.end, member.start + BEGUN) - 1
    return any(
        span.paragraph.id == member.paragraph.id and span.start <= member.start and span.end >= enough
        for one in evidence
        for span in one.spans
    )


def _is_cut(last: Span) -> bool:
    """Whether the last words quoted break off inside a sentence, which was too long to be quoted whole."""
    return any(
        one.start < last.end < one.end and count(one.text) > MOST_WORDS for one in sentences(last.paragraph.text)
    )
