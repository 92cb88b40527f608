"""A meeting in short, and a topic over time: lines from the catalogue, with what they quote cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from bot.grounding.verify import MOST_WORDS, verify
from bot.query.terms import count
from bot.reading.lexical import Window
from bot.reading.runs import FEWEST_WORDS
from bot.reading.selection import cite
from bot.reading.sentences import quotable
from bot.rendering.days import on, written
from bot.types import MOST_CITATIONS, Answer, Citation
from index.bodies import words_of_body
from index.catalogue import Catalogue
from index.meeting import Meeting, MeetingHeld, meeting, meetings_held
from index.topics import Mention, over_time
from index.types import Filter, HeldParagraph, Passage, same_item

MOST_ITEMS = 15
"""Items of a meeting that are listed; how many there are besides is said."""
_OF_COURSE = re.compile(r"\bminutes\b|\bbe noted\b|\bapologies\b|\bnext meeting\b|\bbe received\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:in|on|held|from|for|during)\b", re.IGNORECASE)
_BEFORE_NAME = frozenset({"by", "our"})  # of what a question calls a body: "the last meeting of our panel"
_LITTLE_WORDS = re.compile(r"^(?:the|a|an|any|our|this|that)\s+|[?.!]+$", re.IGNORECASE)


def discussed(catalogue: Catalogue, topic: str, chosen: Filter) -> Answer | None:
    """Whether a topic was ever spoken of: the first and the latest mention and some between; None where there is none."""
    topic = _LITTLE_WORDS.sub("", topic.strip())
    mentions = over_time(catalogue, topic, chosen)
    if not mentions:
        return None
    shown = _spread(mentions)
    paragraphs = [paragraph for one in shown if (paragraph := _telling(catalogue, one))]
    citations = _cited(catalogue, paragraphs)
    first, last = mentions[0].days, mentions[-1].days
    at = "at one meeting" if len(mentions) == 1 else f"at {len(mentions)} meetings"
    when = on(first) if first == last else f"first {on(first)} and last {on(last)}"
    rest = f" ({len(citations)} of {len(mentions)} shown)" if len(citations) < len(mentions) else ""
    lines = [f"Yes: the papers held speak of “{topic}” {at}, {when}{rest}."]
    lines += [f"{written(c.days) or 'Undated'}, {c.body or c.title}: {_quoted(c)}" for c in citations]
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
        words = set(words_of_body(_WHEN.split(called)[0])) - _BEFORE_NAME
        held = [one for one in held if words <= set(words_of_body(one.of))] or held
    if not held:
        return None
    names = sorted({one.body for one in held})
    if len(names) > 1:
        last = [_latest([one for one in held if one.body == name], today) for name in names]
        lines = "\n".join(f"- {one.of}: {written(one.date)}" for one in last)
        return Answer(f"Which body's meeting is meant? The latest held of each:\n\n{lines}")
    one = _latest(held, today)
    found = meeting(catalogue, one.body, one.date)
    return _in_short(catalogue, found) if found else None


def _latest(held: Sequence[MeetingHeld], today: date) -> MeetingHeld:
    """The last meeting of which minutes are held, else the last that has been, else the next one."""
    past = [one for one in held if one.date <= today] or list(held)
    return next((one for one in past if "minutes" in one.kinds), past[0])


def _in_short(catalogue: Catalogue, found: Meeting) -> Answer:
    resolved = [p for p in found.resolved if count(p.text) >= FEWEST_WORDS]
    items = found.agenda
    telling = _in_turn(resolved)[:MOST_CITATIONS]
    citations = _cited(catalogue, sorted(telling, key=lambda p: p.ordinal))
    by_id = {p.id: p for p in telling}
    minutes = next((paper for paper in found.papers if paper.kind == "minutes"), None)
    draft = " (draft minutes)" if minutes and minutes.draft else "" if minutes else " (no minutes are held)"
    shown = f" {len(citations)} of {len(resolved)} resolutions shown." if len(citations) < len(resolved) else ""
    lines = [f"The meeting of the {found.of}, {written(found.date)}{draft}.{shown}"]
    left = list(citations)
    for item in items[:MOST_ITEMS]:
        mine = [c for c in left if same_item(by_id[c.paragraph], item) or by_id[c.paragraph].heading == item.text]
        left = [c for c in left if c not in mine]
        lines.append(f"{_short(item.text)}{': resolved ' + ' '.join(map(_quoted, mine)) if mine else ''}")
    lines += [f"Resolved: {_quoted(c)}" for c in left]
    if len(items) > MOST_ITEMS:
        lines.append(f"{MOST_ITEMS} of {len(items)} items shown.")
    return Answer("\n\n".join(lines), citations)


def _in_turn(resolved: Sequence[HeldParagraph]) -> list[HeldParagraph]:
    """Resolutions, the first of each item before the second of any, and what is resolved as a matter of course last."""
    before: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[bool, int, HeldParagraph]] = []
    for paragraph in resolved:
        item = (paragraph.item_number, "" if paragraph.item_number else paragraph.heading)
        of_course = bool(_OF_COURSE.search(paragraph.text))
        ranked.append((of_course, before[item], paragraph))
        before[item] += not of_course
    return [paragraph for *_, paragraph in sorted(ranked, key=lambda one: (one[0], one[1], one[2].ordinal))]


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
    windows = [Window((p,), (_opening(p.text),), Passage((p,), 1.0), 0.0, {}, {}, {}) for p in paragraphs]
    citations = cite(windows, catalogue.places)
    texts = {p.id: p.text for p in paragraphs}
    verify(citations, lambda citation: texts[citation.paragraph])
    return citations


def _opening(text: str) -> str:
    """A paragraph's first sentences, verbatim, as many as may be quoted."""
    end = 0
    sentences = quotable(text, MOST_WORDS)
    for sentence in sentences:
        if end and count(text[sentences[0].start : sentence.end]) > MOST_WORDS:
            break
        end = sentence.end
    return text[sentences[0].start : end] if sentences else text


def _quoted(citation: Citation) -> str:
    return f"“{' '.join(citation.quote.split())}” [{citation.n}]"


def _short(heading: str) -> str:
    return " ".join(heading.split()).rstrip(":. ")
