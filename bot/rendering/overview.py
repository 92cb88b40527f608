"""A meeting in short, and a topic over time: lines from the catalogue, with what they quote cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, takewhile

from bot.grounding.verify import MOST_WORDS, verify
from bot.query.terms import count
from bot.reading.sentences import opening_of
from bot.reading.signs import says
from bot.rendering.days import on, written
from bot.rendering.quotations import cite, quoted
from bot.types import MOST_CITATIONS, Answer, Citation, Evidence, Span
from index.bodies import words_of_body
from index.catalogue import Catalogue
from index.meeting import Meeting, MeetingHeld, meeting, meetings_held
from index.topics import Mention, over_time
from index.types import Filter, HeldParagraph, Passage, same_item

MOST_ITEMS = 15
"""Items of a meeting that are listed; how many there are besides is said."""
FEWEST_WORDS = 4
"""Of a resolution that is told: "Resolved:" alone says nothing."""
_OF_COURSE = frozenset({"minutes", "be noted", "apologies", "next meeting", "be received"})
_WHEN = frozenset("in on held from for during".split())
_BEFORE_NAME = frozenset("the a an any our this that".split())
_BEFORE_BODY = frozenset({"by", "our"})  # of what a question calls a body: "the last meeting of our panel"


def discussed(catalogue: Catalogue, topic: str, chosen: Filter) -> Answer | None:
    """Whether a topic was ever spoken of: the first and the latest mention and some between; None where there is none."""
    words = topic.rstrip("?.! ").split()
    topic = " ".join(words[1:] if words and words[0].lower() in _BEFORE_NAME else words)
    mentions = over_time(catalogue, topic, chosen)
    if not mentions:
        return None
    paragraphs = [paragraph for one in _spread(mentions) if (paragraph := _telling(catalogue, one))]
    citations = _cited(catalogue, paragraphs)
    first, last = mentions[0].days, mentions[-1].days
    at = "at one meeting" if len(mentions) == 1 else f"at {len(mentions)} meetings"
    when = on(first) if first == last else f"first {on(first)} and last {on(last)}"
    rest = f" ({len(citations)} of {len(mentions)} shown)" if len(citations) < len(mentions) else ""
    lines = [f"Yes: the papers held speak of “{topic}” {at}, {when}{rest}."]
    lines += [f"{written(c.days) or 'Undated'}, {c.body or c.title}: {quoted(c)}" for c in citations]
    return Answer("\n\n".join(lines), citations)


def summary(
    catalogue: Catalogue, chosen: Filter, bodies: Sequence[str], today: date, *, called: str = ""
) -> Answer | None:
    """The latest meeting, as of today, that the filter allows in short; asked back where several bodies could be meant.

    `called` is what the question calls the body, where that is no whole name: of the bodies held, those are meant whose names have
    these words ("the Village Hall", the Orren Village Hall Committee), and all where none has them.
    """
    held = [one for one in meetings_held(catalogue, chosen) if not bodies or one.body in bodies]
    if not bodies:
        name = takewhile(lambda word: word.lower() not in _WHEN, called.split())
        words = set(words_of_body(" ".join(name))) - _BEFORE_BODY
        held = [one for one in held if words <= set(words_of_body(one.of))] or held
    names = sorted({one.body for one in held})
    if len(names) > 1:
        last = [_latest([one for one in held if one.body == name], today) for name in names]
        lines = "\n".join(f"- {one.of}: {written(one.date)}" for one in last)
        return Answer(f"Which body's meeting is meant? The latest held of each:\n\n{lines}")
    one = _latest(held, today) if held else None
    found = meeting(catalogue, one.body, one.date) if one else None
    return _in_short(catalogue, found) if found else None


def _latest(held: Sequence[MeetingHeld], today: date) -> MeetingHeld:
    """The last meeting of which minutes are held, else the last that has been, else the next one."""
    past = [one for one in held if one.date <= today] or list(held)
    return next((one for one in past if "minutes" in one.kinds), past[0])


def _in_short(catalogue: Catalogue, found: Meeting) -> Answer:
    resolved = [p for p in found.resolved if count(p.text) >= FEWEST_WORDS]
    telling = _in_turn(resolved)[:MOST_CITATIONS]
    citations = _cited(catalogue, sorted(telling, key=lambda p: p.ordinal))
    by_id = {p.id: p for p in telling}
    minutes = next((paper for paper in found.papers if paper.kind == "minutes"), None)
    draft = " (draft minutes)" if minutes and minutes.draft else "" if minutes else " (no minutes are held)"
    shown = f" {len(citations)} of {len(resolved)} resolutions shown." if len(citations) < len(resolved) else ""
    lines = [f"The meeting of the {found.of}, {written(found.date)}{draft}.{shown}"]
    left = list(citations)
    for item in found.agenda[:MOST_ITEMS]:
        mine = [c for c in left if same_item(by_id[c.paragraph], item) or by_id[c.paragraph].heading == item.text]
        left = [c for c in left if c not in mine]
        title = " ".join(item.text.split()).rstrip(":. ")
        lines.append(f"{title}{': resolved ' + ' '.join(map(quoted, mine)) if mine else ''}")
    lines += [f"Resolved: {quoted(c)}" for c in left]
    if len(found.agenda) > MOST_ITEMS:
        lines.append(f"{MOST_ITEMS} of {len(found.agenda)} items shown.")
    return Answer("\n\n".join(lines), citations)


def _in_turn(resolved: Sequence[HeldParagraph]) -> list[HeldParagraph]:
    """Resolutions, the first of each item before the second of any, and what is resolved as a matter of course last."""
    before: Counter[tuple[str, str]] = Counter()
    ranks: dict[str, tuple[bool, int, int]] = {}
    for one in resolved:
        item, of_course = (one.item_number, "" if one.item_number else one.heading), says(one.text, _OF_COURSE)
        ranks[one.id] = of_course, before[item], one.ordinal
        before[item] += not of_course
    return sorted(resolved, key=lambda one: ranks[one.id])


def _spread(mentions: Sequence[Mention]) -> list[Mention]:
    """The first, the latest, and those between that part the time most evenly."""
    if len(mentions) <= MOST_CITATIONS:
        return list(mentions)
    step = (len(mentions) - 1) / (MOST_CITATIONS - 1)
    return [mentions[round(n * step)] for n in range(MOST_CITATIONS)]


def _telling(catalogue: Catalogue, mention: Mention) -> HeldParagraph | None:
    """The paragraph that a mention begins with; what follows, where that is a heading alone."""
    near = catalogue.neighbours(mention.paragraph, 0, 2)
    for before, after in pairwise(near):
        if before.type == "heading" and after.type != "heading" and same_item(before, after):
            return after
    return near[0] if near else None


def _cited(catalogue: Catalogue, paragraphs: Sequence[HeldParagraph]) -> tuple[Citation, ...]:
    """A citation for each paragraph, of its first sentences, as many as may be quoted."""
    spans = [Span(one, 0, one.text.index(said := opening_of(one.text, MOST_WORDS)) + len(said)) for one in paragraphs]
    evidence = [Evidence((span,), 1.0, Passage((span.paragraph,), 1.0)) for span in spans]
    citations = cite(evidence, catalogue.places)
    verify(evidence, citations, catalogue.paragraph)
    return citations
