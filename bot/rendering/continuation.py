"""How much of a list an answer gives, and where the rest stands: a part that passes for the whole misleads.

What is quoted runs on into the next citation where a list is asked for and there is room; what is left is counted from the paper
where its marks can be counted, and else told to go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.followthrough.further import further, place
from bot.followthrough.outcome import of_words, proposes_only
from bot.grounding.verify import MOST_WORDS
from bot.query.question import Wants
from bot.query.terms import count
from bot.reading.cues import announces
from bot.reading.items import PaperOf
from bot.reading.lexical import Asked, Window
from bot.reading.runs import Span, joined
from bot.reading.sentences import quotable, sentences
from bot.rendering.lists import CLAUSES, UNANNOUNCED, Listing, Member, asks_for_list, list_of
from bot.types import MOST_CITATIONS

_OF_ITEMS: frozenset[Wants] = frozenset({"resolved", "recommended", "promised", "list"})
BEGUN = 20  # letters of a thing of a list that must be quoted for it to be shown

_NAMES = {"resolution": "clauses", "recommendation": "recommendations", "action": "actions", "attendance": "lines"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """A list that an answer quotes of: which citation begins it, and which of its things are quoted."""

    n: int
    listing: Listing
    quoted: tuple[bool, ...]

    @property
    def after(self) -> tuple[Member, ...]:
        """The things that follow the last that is quoted."""
        done = max((n for n, quoted in enumerate(self.quoted) if quoted), default=-1)
        return self.listing.members[done + 1 :]

    @property
    def left(self) -> list[Member]:
        """The things that are not quoted."""
        return [member for member, quoted in zip(self.listing.members, self.quoted, strict=True) if not quoted]


def run_on(asked: Asked, windows: Sequence[Window], paper_of: PaperOf) -> list[Window]:
    """The windows, the list that the first is cut in followed by what is left of it, in place of what ranks below it.

    Nothing makes room for it where a window tells what became of another.
    """
    if not windows or not asks_for_list(asked.question):
        return list(windows)
    shown = next((one for one in _lists(windows, paper_of) if one.n == 1), None)
    if shown is None or not any(shown.quoted) or not shown.after or not _goes_on(shown, windows[0]):
        return list(windows)
    own = [window for window in windows if _of_list(window, shown)]
    others = [window for window in windows if window not in own]
    kept = (
        len(windows)
        if any(window.order or proposes_only(asked.question.wants, window) for window in windows)
        else len(own)
    )
    rest = _rest(own[-1], shown, paper_of)[: max(0, MOST_CITATIONS - kept)]
    return [*own[:-1], _without_lead_in(own[-1]), *rest, *others][:MOST_CITATIONS]


def unshown(asked: Asked, found: Sequence[Window], quoted: Sequence[Window], paper_of: PaperOf) -> list[str]:
    """A line for each list that is quoted in part where that would pass for the whole, and for what was found besides."""
    lists = [one for one in _lists(quoted, paper_of) if one.left and _is_wanted(asked, quoted[one.n - 1], one)]
    told = {one.n: _told(one) for one in lists}
    cut = [n for n, window in enumerate(quoted, 1) if _is_cut(window) and n not in told]
    told |= {n: f"The words quoted go on in {place(quoted[n - 1].paragraphs[-1:])} [{n}]." for n in cut}
    return [*(told[n] for n in sorted(told)), *further(asked, found, quoted, several=asks_for_list(asked.question))]


def _lists(windows: Sequence[Window], paper_of: PaperOf) -> list[_Shown]:
    """The lists that windows quote of, each once."""
    found: dict[tuple[str, int], _Shown] = {}
    for n, window in enumerate(windows, 1):
        paper = paper_of(window.paper_id)
        for paragraph, start, _ in window.spans:
            listing = list_of(paragraph, start, paper)
            key = (listing.members[0].paragraph.id, listing.members[0].start) if listing else ("", 0)
            if listing and key not in found:
                found[key] = _Shown(n, listing, tuple(_is_quoted(member, windows) for member in listing.members))
                break
    return list(found.values())


def _is_wanted(asked: Asked, window: Window, shown: _Shown) -> bool:
    """Whether an answer that gives a part of a list would pass for the whole of it.

    It does where a list is asked for, where several things of it are quoted as if they were all, and where a question is
    about the whole item whose first clause is quoted.
    """
    several, clauses = sum(shown.quoted) > 1, shown.listing.members[0].paragraph.type in CLAUSES
    if not _goes_on(shown, window):
        return False
    if asks_for_list(asked.question):
        return shown.n == 1 or several
    if not clauses:
        return several and shown.n == 1 and announces(window.paragraphs[0].text) and shown.listing.counted
    if several:
        return True
    coverage = asked.weights.coverage
    undoes = not window.own  # what a later meeting decided instead: any clause of it may be the one that matters
    whole = undoes or (bool(window.subject) and coverage(window.subject) >= coverage(window.own))
    return shown.n == 1 and asked.question.wants in _OF_ITEMS and whole


def _goes_on(shown: _Shown, window: Window) -> bool:
    """Whether what follows what is quoted is surely of the list: whole sentences after a lead-in may be talk that follows it.

    They are of it where their number is certain, or where the quotation was as long as it may be.
    """
    if shown.listing.counted or not shown.after or shown.listing.members[0].paragraph.type in UNANNOUNCED:
        return True
    following = shown.after[0].paragraph.text
    return not following.rstrip().endswith(".") or count(window.text) + count(following) > MOST_WORDS


def _without_lead_in(window: Window) -> Window:
    """A window without the line that it ends in and that only leads up to what follows: that is quoted with it."""
    if len(window.paragraphs) == 1 or not announces(window.pieces[-1]):
        return window
    return replace(window, paragraphs=window.paragraphs[:-1], pieces=window.pieces[:-1])


def _told(shown: _Shown) -> str:
    members, left = shown.listing.members, shown.left
    where = place([member.paragraph for member in left])
    done = sum(shown.quoted)
    if not shown.listing.counted or not done:
        return f"The list goes on in {where} [{shown.n}]."
    name = _NAMES.get(members[0].paragraph.type, "in the list")
    verb = "stands" if len(left) == 1 else "stand"
    return f"{done} of {len(members)} {name} shown; the other{'' if len(left) == 1 else 's'} {verb} in {where} [{shown.n}]."


def _rest(like: Window, shown: _Shown, paper_of: PaperOf) -> list[Window]:
    """What is left of a list after what is quoted, in quotations as long as may be; each clause is one of its own."""
    paper, after = paper_of(like.paper_id), shown.after
    first, last = after[0], after[-1]
    begin = first.paragraph.ordinal
    while begin and paper[begin - 1].ordinal > _quoted_up_to(like, shown) and first.start == 0:
        begin -= 1
    units: list[Span] = []
    for paragraph in paper[begin : last.paragraph.ordinal + 1]:
        since = first.start if paragraph.id == first.paragraph.id else 0
        until = last.end if paragraph.id == last.paragraph.id else len(paragraph.text)
        said = [one for one in quotable(paragraph.text, MOST_WORDS) if since <= one.start < until]
        units += [(paragraph, one.start, one.end) for one in said if paragraph.type != "heading"]
    return _packed(like, units)


def _quoted_up_to(like: Window, shown: _Shown) -> int:
    """The ordinal of the last paragraph of the last thing that is quoted."""
    done = [
        member.paragraph.ordinal for member, quoted in zip(shown.listing.members, shown.quoted, strict=True) if quoted
    ]
    return max([*done, *(p.ordinal for p in like.paragraphs if p.ordinal < shown.after[0].paragraph.ordinal - 1)])


def _packed(like: Window, units: Sequence[Span]) -> list[Window]:
    """Windows of sentences in a row, none longer than a quotation may be, and no two clauses in one."""
    packed: list[list[Span]] = []
    words = 0
    for unit in units:
        paragraph, start, end = unit
        length = count(paragraph.text[start:end])
        before = packed[-1][-1][0] if packed else None
        apart = before is not None and paragraph.type in CLAUSES and before.id != paragraph.id
        if before is None or apart or words + length > MOST_WORDS or paragraph.ordinal > before.ordinal + 1:
            packed.append([])
            words = 0
        packed[-1].append(unit)
        words += length
    return [_window(like, run) for run in packed]


def _window(like: Window, run: Sequence[Span]) -> Window:
    spans = joined(run)
    pieces = tuple(paragraph.text[start:end] for paragraph, start, end in spans)
    first = of_words(like, run[0][0], pieces[0])
    return replace(first, paragraphs=tuple(paragraph for paragraph, _, _ in spans), pieces=pieces)


def _of_list(window: Window, shown: _Shown) -> bool:
    ids = {member.paragraph.id for member in shown.listing.members}
    return any(paragraph.id in ids for paragraph in window.paragraphs)


def _is_quoted(member: Member, windows: Sequence[Window]) -> bool:
    enough = min(member.end, member.start + BEGUN)
    return any(
        paragraph.id == member.paragraph.id and start <= member.start and end >= enough - 1
        for window in windows
        for paragraph, start, end in window.spans
    )


def _is_cut(window: Window) -> bool:
    """Whether the last words quoted break off inside a sentence, which was too long to be quoted whole."""
    paragraph, _, end = window.spans[-1]
    return any(one.start < end < one.end and count(one.text) > MOST_WORDS for one in sentences(paragraph.text))
