"""What became of what is quoted: a motion, an amendment or a recommendation is told with the words that end it.

Minutes give a motion whole and say some lines below that it was lost, withdrawn or put off. Quoted without those words it
reads as a decision, so they are quoted too, from the same item: in the same quotation where they run on from it. Where it
is asked what was decided, the resolution that ends a discussion is told too, as a quotation of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.grounding.verify import MOST_WORDS
from bot.query.question import Wants
from bot.query.terms import count
from bot.reading.items import PaperOf
from bot.reading.sentences import opening_of, quotable
from bot.reading.signs import plain, says
from bot.types import MOST_CITATIONS, Evidence, Query, Span
from corpus import lexicon
from index.types import HeldParagraph, same_item

LOOKED_AT = 12  # paragraphs after what was proposed; the names of a recorded vote may stand between
FEWEST_WORDS = 3  # "Motion lost" is short, and "Carried." says too little to be quoted alone
LEAD_IN = 25  # words of a resolution that ends in a colon or a dash: one of more says something by itself

_MATTER = frozenset({"motion", "motions", "amendment", "amendments"})
_INSIDE = _MATTER | frozenset(
    "minute minutes decision decisions resolution resolutions resolved outcome result debate discussion vote votes voting recorded named "
    "the".split()
)
"""Words of a heading inside one matter; any other heading within an item opens another matter."""
_NAME_WORDS = 3  # of such a heading that names its motion: "Motion as amended"
_ASKS_NO_OUTCOME: frozenset[Wants] = frozenset({"who", "why", "meaning", "list", "money", "quantity", "when"})
"""Kinds of question that ask of a text what was said, not what came of it."""
_ASKS_DECISION: frozenset[Wants] = frozenset({"resolved"})
_TALK = frozenset({"text", "question", "reply"})
"""Types of paragraph that tell of a discussion."""


def told_whole(query: Query, evidence: Sequence[Evidence], paper_of: PaperOf) -> list[Evidence]:
    """The evidence, each piece that only proposes followed by, or run on into, the words that tell what became of it."""
    whole = list(evidence)
    for one in evidence:
        if one not in whole:
            continue
        if not proposes_only(query, one):
            _add_resolution(query, one, whole, paper_of)
            continue
        ending = _ending(one, paper_of(one.paper_id))
        if ending is None or _is_quoted(ending, whole):
            continue
        joined = next(((other, longer) for other in whole if (longer := _run_on(other, ending))), None)
        if joined:
            whole[whole.index(joined[0])] = joined[1]
        elif len(whole) < MOST_CITATIONS or whole[-1] is not one:
            whole.insert(whole.index(one) + 1, replace(one, spans=(ending,)))
            del whole[MOST_CITATIONS:]
        elif not any(other.lead.type == "resolution" and other.in_item_of(one) for other in whole):
            whole.remove(one)  # it is not told without what became of it, for which there is no room
    return whole


def _add_resolution(query: Query, one: Evidence, whole: list[Evidence], paper_of: PaperOf) -> None:
    """Adds the resolution that ends the discussion that is quoted, where it is asked for, is not told and there is room."""
    lead = one.lead
    asked = query.question.wants in _ASKS_DECISION and lead.paper.kind == "minutes" and lead.type in _TALK
    told = any(other.lead.type == "resolution" and other.in_item_of(one) for other in whole)
    if not asked or told or len(whole) >= MOST_CITATIONS or _ended(one.text):
        return
    paper = paper_of(one.paper_id)
    resolved = next((p for p, _ in _following(one.spans[-1], paper) if p.type == "resolution"), None)
    if resolved and not _is_quoted(span := _resolution(resolved, paper), whole):
        whole.insert(whole.index(one) + 1, replace(one, spans=(span,)))


def proposes_only(query: Query, one: Evidence) -> bool:
    """Whether evidence from minutes proposes, and does not itself say what came of it."""
    lead = one.lead
    if lead.paper.kind != "minutes" or lead.type in ("resolution", "heading", "attendance", "exempt"):
        return False
    of_amendment = _of_amendment(one)
    if any(_ends(sentence.text, of_amendment=of_amendment) for sentence in quotable(one.text, MOST_WORDS)):
        return False
    if lead.type in ("motion", "recommendation", "vote"):
        return True
    return query.question.wants not in _ASKS_NO_OUTCOME and says(one.text, lexicon.MOVING)


def of_words(like: Evidence, paragraph: HeldParagraph, start: int, end: int) -> Evidence:
    """The characters `start` to `end` of a paragraph as evidence, with the score of other evidence."""
    return replace(like, spans=(Span(paragraph, start, end),))


def _of_amendment(one: Evidence) -> bool:
    """Whether evidence begins with an amendment; else the motion is its matter, and what became of that is told."""
    return says(quotable(one.text, MOST_WORDS)[0].text, {"amendment"})


def _ends(sentence: str, *, of_amendment: bool) -> bool:
    """Whether a sentence tells what became of a matter.

    That it was proposed that a motion be adopted does not; nor does what became of an amendment alone end a motion.
    """
    told = _without(sentence, lexicon.TO_BE_DONE) if says(sentence, lexicon.MOVING) else sentence
    of_whole = says(sentence, lexicon.WHOLE_MOTION) and not says(sentence, lexicon.BECAME_MOTION)
    return _ended(told) and (of_amendment or not says(sentence, {"amendment"}) or of_whole)


def _ended(text: str) -> bool:
    """Whether a text has words that end a matter, one way or the other."""
    return says(text, lexicon.NOT_DONE) or says(_without(text, lexicon.NOTHING_DONE), lexicon.DONE)


def _without(text: str, phrases: frozenset[str]) -> str:
    said = plain(text)
    for phrase in phrases:
        said = said.replace(f" {phrase} ", " ")
    return said


def _ending(one: Evidence, paper: Sequence[HeldParagraph]) -> Span | None:
    """The first words after evidence, in its item, that tell what became of it."""
    of_amendment = _of_amendment(one)
    for paragraph, after in _following(one.spans[-1], paper):
        if paragraph.type == "resolution" and not after:
            return _resolution(paragraph, paper)
        for sentence in quotable(paragraph.text, MOST_WORDS):
            told = sentence.start >= after and count(sentence.text) >= FEWEST_WORDS
            if told and _ends(sentence.text, of_amendment=of_amendment):
                return Span(paragraph, sentence.start, sentence.end)
    return None


def _following(last: Span, paper: Sequence[HeldParagraph]) -> Iterator[tuple[HeldParagraph, int]]:
    """The paragraphs from the one that evidence ends in, as far as its matter goes, and where in each to begin."""
    lead = last.paragraph
    yield lead, last.end
    for paragraph in paper[lead.ordinal + 1 : lead.ordinal + 1 + LOOKED_AT]:
        if not same_item(paragraph, lead) and (paragraph.heading != lead.heading or paragraph.item_number):
            return
        if paragraph.type != "heading":
            yield paragraph, 0
        elif not _is_inside(paragraph.text):
            return


def _is_inside(heading: str) -> bool:
    words = plain(heading).removeprefix(" the ").split()
    return _INSIDE.issuperset(words) or (words[0] in _MATTER and len(words) <= _NAME_WORDS)


def _resolution(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> Span:
    """A resolution as it can be quoted; of a bare lead-in, the first clause that follows it."""
    following = paper[paragraph.ordinal + 1 : paragraph.ordinal + 2]
    bare = paragraph.text.rstrip().endswith((":", "-", "–", "—")) and count(paragraph.text) <= LEAD_IN
    if bare and following and following[0].type == "resolution":
        paragraph = following[0]
    said = quotable(paragraph.text, MOST_WORDS)
    ends = (one for one in said if _ended(one.text))
    start = next(ends, said[0]).start
    return Span(paragraph, start, start + len(opening_of(paragraph.text[start:], MOST_WORDS)))


def _is_quoted(words: Span, evidence: Sequence[Evidence]) -> bool:
    """Whether words are quoted: from this paper, or from another copy of the same meeting's minutes."""
    return any(words.text in span.text and _same_words(words, span) for one in evidence for span in one.spans)


def _same_words(one: Span, other: Span) -> bool:
    ours, theirs = one.paragraph, other.paragraph
    if ours.paper.id == theirs.paper.id:
        return ours.id == theirs.id
    same_meeting = (ours.paper.body, ours.paper.days) == (theirs.paper.body, theirs.paper.days)
    return bool(ours.paper.days) and same_meeting and same_item(ours, theirs)


def _run_on(one: Evidence, ending: Span) -> Evidence | None:
    """The evidence up to the end of the words, where they stand after it in the same paragraph and fit one quotation."""
    *before, last = one.spans
    if last.paragraph.id != ending.paragraph.id or last.start > ending.start:
        return None
    longer = replace(one, spans=(*before, Span(last.paragraph, last.start, ending.end)))
    return longer if count(longer.text) <= MOST_WORDS else None
