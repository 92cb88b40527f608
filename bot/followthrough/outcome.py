"""What became of what is quoted: a motion, an amendment or a recommendation is told with the words that end it.

Minutes give a motion whole and say some lines below that it was lost, withdrawn or put off. Quoted without those words it
reads as a decision, so they are quoted too, from the same item: in the same quotation where they run on from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.grounding.verify import MOST_WORDS
from bot.query.question import Wants
from bot.query.terms import count
from bot.reading.items import PaperOf
from bot.reading.lexical import Window
from bot.reading.sentences import quotable
from bot.types import MOST_CITATIONS
from index.types import HeldParagraph, same_item

LOOKED_AT = 12  # paragraphs after what was proposed; the names of a recorded vote may stand between
FEWEST_WORDS = 3  # "Motion lost" is short, and "Carried." says too little to be quoted alone

# Words that propose. Of running text only the verbs count: "the proposed budget" proposes nothing.
_PROPOSES = re.compile(
    r"\b(?:moved|proposed|recommend(?:ed|s|ing)) (?:by|that|to|an?)\b|\b(?:proposed|moved),? (?:and )?seconded\b|"
    r"\bcalled[ -]in by\b|\bhad been called in\b|\bnotice of (?:the following )?motion\b|"
    r"\b(?:motion|amendment|proposition) (?:was|had been) (?:moved|proposed|seconded|tabled|submitted|put)\b",
    re.IGNORECASE,
)
LOST = (
    r"\b(?:lost|defeated|withdr(?:ew|awn)|rejected|declined|deferred|dropped|adjourned|rescinded|held over|refused)\b|"
    r"\b(?:motion|amendment|proposal|proposition|recommendation|it) (?:therefore |accordingly )?(?:fell|falls|lapsed)\b|"
    r"\bnot (?:be )?(?:carried|approved|supported|agreed|adopted|accepted|pursued|seconded|confirmed)\b|\bno(?:t a)? seconder\b|"
    r"\b(?:refer(?:red)?|taken|sent|brought|remitted) back\b|\bstood referred\b|\breferred,? (?:\w+ ){0,3}to the\b|"
    r"\bcasting vote\b|\b(?:lie|lay|left) on the table\b|\bruled out of order\b|\bno power\b|"
    r"\b(?:could|can) ?not (?:legally |lawfully )?be (?:carried out|considered|accepted|taken|put|done)\b|\bno (?:decision|further discussion)\b"
)
_WON = (
    r"\b(?:carried(?! (?:out|over|forward|on))|unanimous(?:ly)?|nem\.? con)\b|\bresolved\b|\bagreed\b(?! (?:with|that (?:there|it) (?:was|were)))|"
    r"\b(?:was|were|be) (?:duly |unanimously )?(?:approved|adopted|accepted|endorsed|noted)\b|\bmembers noted\b"
)
_ENDS = re.compile(f"{LOST}|{_WON}", re.IGNORECASE)
AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:(?:substantive|original|amended) (?:motion|proposal)|motion as amended)\b", re.IGNORECASE)
# Headings inside one matter; any other heading within an item opens another matter.
_INSIDE = re.compile(
    r"\W*(?:minutes?|decisions?|resolutions?|resolved|outcome|result|debate|discussion|(?:recorded |named )?vot(?:es?|ing)|"
    r"(?:the )?(?:motion|amendment)s?(?: \w+){0,2})\W*",
    re.IGNORECASE,
)
# Kinds of question that ask of a text what was said, not what came of it.
_ASKS_NO_OUTCOME: frozenset[Wants] = frozenset({"who", "why", "meaning", "list", "money", "share", "quantity", "when"})


@dataclass(frozen=True, slots=True)
class _Ending:
    """The words that tell what became of a matter: a stretch of a paragraph."""

    paragraph: HeldParagraph
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


def told_whole(wants: Wants, chosen: Sequence[Window], paper_of: PaperOf) -> list[Window]:
    """The chosen windows, each that only proposes followed by, or run on into, the words that tell what became of it."""
    whole = list(chosen)
    for window in chosen:
        if window not in whole or not proposes_only(wants, window):
            continue
        ending = _ending(window, paper_of(window.paper_id))
        if ending is None or _quoted(ending, whole):
            continue
        joined = next(((w, longer) for w in whole if (longer := _run_on(w, ending))), None)
        if joined:
            whole[whole.index(joined[0])] = joined[1]
        elif len(whole) < MOST_CITATIONS:
            whole.insert(whole.index(window) + 1, of_words(window, ending.paragraph, ending.text))
    return whole


def proposes_only(wants: Wants, window: Window) -> bool:
    """Whether a window of minutes proposes, and does not itself say what came of it."""
    lead = window.paragraphs[0]
    if lead.paper.kind != "minutes" or lead.type in ("resolution", "heading", "attendance", "exempt"):
        return False
    if _ends(window.text, of_amendment=_of_amendment(window)):
        return False
    if lead.type in ("motion", "recommendation", "vote"):
        return True
    return wants not in _ASKS_NO_OUTCOME and bool(_PROPOSES.search(window.text))


def of_words(like: Window, paragraph: HeldParagraph, words: str) -> Window:
    """A window of these words of a paragraph, with the score of another window."""
    return replace(like, paragraphs=(paragraph,), pieces=(words,), own={}, around={}, subject={})


def _of_amendment(window: Window) -> bool:
    """Whether a window begins with an amendment; else the motion is its matter, and what became of that is told."""
    return bool(AMENDMENT.search(quotable(window.text, MOST_WORDS)[0].text))


def _ends(text: str, *, of_amendment: bool) -> bool:
    """Whether a text tells what became of a matter; what became of an amendment alone does not end a motion."""
    return any(_ends_it(sentence.text, of_amendment=of_amendment) for sentence in quotable(text, MOST_WORDS))


def _ends_it(sentence: str, *, of_amendment: bool) -> bool:
    """Whether a sentence tells what became of a matter: that it was proposed that a motion be adopted does not."""
    proposed = _PROPOSES.search(sentence)
    if not any(not proposed or not found[0].lower().startswith("be ") for found in _ENDS.finditer(sentence)):
        return False
    return of_amendment or not AMENDMENT.search(sentence) or bool(WHOLE.search(sentence))


def _ending(window: Window, paper: Sequence[HeldParagraph]) -> _Ending | None:
    """The first words after a window, in its item, that tell what became of it."""
    of_amendment = _of_amendment(window)
    for paragraph, after in _following(window, paper):
        if paragraph.type == "resolution" and not after:
            return _resolution(paragraph, paper)
        for sentence in quotable(paragraph.text, MOST_WORDS):
            if (
                sentence.start >= after
                and _ends_it(sentence.text, of_amendment=of_amendment)
                and count(sentence.text) >= FEWEST_WORDS
            ):
                return _Ending(paragraph, sentence.start, sentence.end)
    return None


def _following(window: Window, paper: Sequence[HeldParagraph]) -> Iterator[tuple[HeldParagraph, int]]:
    """The paragraphs from a window's last one on, as far as its matter goes, and where in each to begin."""
    last = window.paragraphs[-1]
    yield last, _stands(window) + len(window.pieces[-1])
    for paragraph in paper[last.ordinal + 1 : last.ordinal + 1 + LOOKED_AT]:
        if not same_item(paragraph, last) and not (paragraph.heading == last.heading and not paragraph.item_number):
            return
        if paragraph.type == "heading":
            if not _INSIDE.fullmatch(paragraph.text):
                return
            continue
        yield paragraph, 0


def _stands(window: Window) -> int:
    """Where a window's last piece begins in its paragraph."""
    return max(0, window.paragraphs[-1].text.find(window.pieces[-1]))


def _resolution(paragraph: HeldParagraph, paper: Sequence[HeldParagraph]) -> _Ending:
    """A resolution as it can be quoted; of a bare lead-in, the first clause that follows it."""
    following = paper[paragraph.ordinal + 1 : paragraph.ordinal + 2]
    bare = paragraph.text.rstrip().endswith((":", "-", "–", "—")) and count(paragraph.text) <= MOST_WORDS // 4
    if bare and following and following[0].type == "resolution":
        paragraph = following[0]
    said = quotable(paragraph.text, MOST_WORDS)
    first = next((n for n, sentence in enumerate(said) if _ENDS.search(sentence.text)), 0)
    end, words = said[first].end, count(said[first].text)
    for sentence in said[first + 1 :]:
        words += count(sentence.text)
        if words > MOST_WORDS:
            break
        end = sentence.end
    return _Ending(paragraph, said[first].start, end)


def _quoted(ending: _Ending, windows: Sequence[Window]) -> bool:
    """Whether words are quoted already."""
    return any(
        paragraph.id == ending.paragraph.id and ending.text in piece
        for window in windows
        for paragraph, piece in zip(window.paragraphs, window.pieces, strict=True)
    )


def _run_on(window: Window, ending: _Ending) -> Window | None:
    """The window up to the end of the words, where they stand after it in the same paragraph and fit one quotation."""
    if window.paragraphs[-1].id != ending.paragraph.id or _stands(window) > ending.start:
        return None
    longer = ending.paragraph.text[_stands(window) : ending.end]
    if count(window.text) - count(window.pieces[-1]) + count(longer) > MOST_WORDS:
        return None
    return replace(window, pieces=(*window.pieces[:-1], longer))
