"""Quoting mode: chooses windows, makes citations of them, and tells who said it and when, in the papers' own words.

Only a resolution in minutes is told as resolved; what was recommended, moved, voted down or deferred is told as that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answerability.elsewhere import of_body
from bot.query.question import Question
from bot.reading.cues import answers, decides, wanted_types
from bot.reading.lexical import Asked, Window
from bot.reading.meaning import defines
from bot.reading.weights import Weights
from bot.rendering.attributions import again, lead
from bot.types import MOST_CITATIONS, Citation
from index.types import HeldParagraph, Place

PLAIN_CITATIONS = 3  # for a question that asks one thing of one meeting

# A further quotation must come near the first, and say something of the question that those before it do not.
NEAR_FIRST = 0.72
NEAR_FIRST_ACROSS = 0.6
NEAR_FIRST_IN_ITEM = 0.78  # in the same item, even where it says nothing new of the question: its next step, mostly
SECOND_SHARE = 0.3  # of what is asked besides, that a window must say over those chosen
ALSO = 0.90  # where a list, or two things, are asked for: as good as the first, though it says the same words of the question
ALIKE = 0.97  # of the best: windows of one list that differ by their length alone
NEW_SHARE = 0.10  # of the question's weight
SHORT_RESOLUTION = 3  # further clauses; at 0 one of the five papers' questions is lost, and two rewordings
TOPICAL = 0.3  # of the topic, in a further meeting's resolution or its heading; at 0 "what was resolved on dogs" tells of dates

PlacesOf = Callable[[HeldParagraph], tuple[Place, ...]]


def choose(asked: Asked, found: Sequence[Window]) -> list[Window]:
    """The windows to quote, the one that carries most first.

    Where none of them holds the kind of thing that is asked for, a sum or a name, they are chosen among those near that do.
    """
    chosen = _chosen(asked, found)
    if not chosen or any(holds(asked, window) for window in chosen):
        return chosen
    near = [w for w in found if w.score >= NEAR_FIRST * found[0].score and holds(asked, w)]
    return _chosen(asked, near) or chosen


def holds(asked: Asked, window: Window) -> bool:
    """Whether a window holds the kind of thing that is asked for."""
    if asked.question.wants == "meaning":
        return defines(asked.question, window.text)
    return answers(asked.question.wants, window.paragraphs, asked.fresh(window.text))


def _chosen(asked: Asked, found: Sequence[Window]) -> list[Window]:
    if not found:
        return []
    question, weights = asked.question, asked.weights
    first = decided(question, _from_start(question, found), found)
    chosen = [first, *_siblings(question, first, found, weights)][:MOST_CITATIONS]
    if first is not found[0] and len(chosen) < MOST_CITATIONS and not repeats(found[0], chosen):
        chosen.append(found[0])
    if second := _besides(asked, chosen, found):
        chosen = [*chosen[: MOST_CITATIONS - 1], second]
    most = MOST_CITATIONS if question.over_meetings or question.wants == "list" else PLAIN_CITATIONS
    near = NEAR_FIRST_ACROSS if question.over_meetings else NEAR_FIRST
    for window in found:
        if len(chosen) >= most or window.score < near * found[0].score:
            break
        if repeats(window, chosen) or _of_others_beside(asked, window, first):
            continue
        if _adds(asked, window, chosen):
            chosen.append(_best_of_item(window, found, chosen))
    return chosen


def _of_others_beside(asked: Asked, window: Window, first: Window) -> bool:
    """Whether a window is of another body than the question names, where the first is of that one."""
    scope = asked.scoping.scope
    return (
        bool(scope.bodies)
        and of_body(first.paragraphs[0].paper, scope)
        and not of_body(window.paragraphs[0].paper, scope)
    )


def _from_start(question: Question, found: Sequence[Window]) -> Window:
    """The best window; where a list is asked for, the earliest of its item that says about as much: it is told from its start."""
    best = found[0]
    if question.wants != "list":
        return best
    alike = (w for w in found if w.score >= ALIKE * best.score and w.in_item_of(best))
    return min(alike, key=lambda w: w.paragraphs[0].ordinal, default=best)


def decided(question: Question, best: Window, found: Sequence[Window]) -> Window:
    """The window of the type asked for in the best window's item; the best itself where the item has none.

    A resolution seldom repeats what it is about: that stands in the lines before it.
    """
    wanted = wanted_types(question.wants)
    if not wanted or best.paragraphs[0].type in wanted or decides(question.wants, best.paragraphs[0], best.text):
        return best
    same = (w for w in found if w.in_item_of(best))
    return next((w for w in same if w.paragraphs[0].type in wanted), best)


def _siblings(question: Question, first: Window, found: Sequence[Window], weights: Weights) -> list[Window]:
    """The other clauses of the same resolution or recommendation, where the question asks about its item as a whole.

    It does when it asks for a list, or when the item's subject says as much of the question as the clause itself. What was
    resolved is told whole, where it is short.
    """
    lead = first.paragraphs[0]
    if lead.type not in ("resolution", "recommendation"):
        return []
    clauses = sorted(
        (
            window
            for window in found
            if window.in_item_of(first) and window.paragraphs[0].type == lead.type and not repeats(window, [first])
        ),
        key=lambda window: window.paragraphs[0].ordinal,
    )
    if question.wants == "list" or weights.coverage(first.subject) >= weights.coverage(first.own):
        return clauses
    return clauses if question.wants == "resolved" and len(clauses) <= SHORT_RESOLUTION else []


def _besides(asked: Asked, chosen: Sequence[Window], found: Sequence[Window]) -> Window | None:
    """The window that says what is asked besides, where those chosen do not: of the same item if any, then the best."""
    wanted, share = asked.question.besides, asked.weights.share
    near = [w for w in found if w.score >= NEAR_FIRST_ACROSS * found[0].score and not repeats(w, chosen)]
    if not wanted or not near:
        return None
    said = {stem for window in chosen for stem in window.own}
    first = chosen[0]
    best = max(near, key=lambda w: (share(wanted, w.own), w.paper_id == first.paper_id, w.score))
    return best if share(wanted, best.own) >= share(wanted, dict.fromkeys(said, 1.0)) + SECOND_SHARE else None


def repeats(window: Window, chosen: Sequence[Window]) -> bool:
    """Whether a window shares a paragraph with a chosen one, or says the same words."""
    held = {paragraph.id for other in chosen for paragraph in other.paragraphs}
    return any(p.id in held for p in window.paragraphs) or any(window.text == other.text for other in chosen)


def _adds(asked: Asked, window: Window, chosen: Sequence[Window]) -> bool:
    """Whether a window says more of the question, or goes on where the first stands, or tells of another meeting."""
    first = chosen[0]
    if window.in_item_of(first):
        return window.score >= NEAR_FIRST_IN_ITEM * first.score
    if window.score >= ALSO * first.score and (asked.question.wants == "list" or asked.question.besides):
        return True
    said = {stem for other in chosen for stem in other.own}
    new = {stem: strength for stem, strength in window.own.items() if stem not in said}
    if asked.weights.coverage(new) >= NEW_SHARE:
        return True
    if window.paper_id in {other.paper_id for other in chosen}:
        return False
    if asked.question.broad:
        return _topical(asked, window)
    return asked.question.across or (
        asked.of_any_time and window.paragraphs[0].type == "resolution" and _topical(asked, window)
    )


def _topical(asked: Asked, window: Window) -> bool:
    """Whether a window's own words, or its heading, speak of what is asked about: in a clerk's report, what stands beside it may not."""
    said = {**asked.vocabulary.held(window.paragraphs[0].heading), **window.own}
    return asked.weights.topic_coverage(said) >= TOPICAL


def _best_of_item(window: Window, found: Sequence[Window], chosen: Sequence[Window]) -> Window:
    """The best window of another item that one is quoted from: a reason for refusing is not told without the refusal."""
    if window.in_item_of(chosen[0]):
        return window
    same = (w for w in found if w.in_item_of(window))
    return next((w for w in same if not repeats(w, chosen)), window)


def cite(windows: Sequence[Window], places_of: PlacesOf) -> tuple[Citation, ...]:
    """A citation for each window, numbered from 1."""
    return tuple(
        citation_of(window.paragraphs[0], window.text, n, places_of(window.paragraphs[0]))
        for n, window in enumerate(windows, 1)
    )


def citation_of(first: HeldParagraph, quote: str, n: int = 1, places: tuple[Place, ...] = ()) -> Citation:
    """The citation, numbered n, of words that begin in a paragraph."""
    paper = first.paper
    return Citation(
        n=n,
        paragraph=first.id,
        file=paper.file,
        title=paper.title,
        body=paper.body_in_full,
        date=paper.date,
        kind=paper.kind,
        locator=first.locator,
        label=first.label,
        page=first.page,
        printed_page=first.printed_page,
        quote=quote,
        places=places,
        month=paper.month,
        council=paper.council,
        alone=paper.body_alone,
    )


def compose_text(windows: Sequence[Window], citations: Sequence[Citation]) -> str:
    """The answer: for each paper who said it and when, then the quotations with their numbers.

    The council is named where its body first is, and each time where several councils' papers are quoted.
    """
    lines: list[str] = []
    before: Window | None = None
    named: set[str | None] = set()
    several = len({window.paragraphs[0].paper.council for window in windows}) > 1
    for window, citation in zip(windows, citations, strict=True):
        quoted, body = f"“{' '.join(citation.quote.split())}” [{citation.n}]", window.paragraphs[0].paper.body
        if before and lead(window) == lead(before):
            lines[-1] += f" {quoted}"
        else:
            same = again(window) if before and before.paper_id == window.paper_id and not before.order else ""
            lines.append(f"{same or lead(window, in_full=several or body not in named)}: {quoted}")
        before = window
        named.add(body)
    return "\n\n".join(lines)
