"""Finds the words that a model quotes in the paragraphs that it was shown.

What is found are always the paper's own words. A model's may differ from them in white space, letter case, quotation marks,
dashes, a number or a bullet at the head, and where it leaves words out, it says so with an ellipsis: nothing else is let pass.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import get_args

from bot.query.terms import count
from bot.reading.prompting import LabelledItem, Layout, visible
from bot.reading.sentences import quotable
from bot.types import Span
from corpus.types import ParagraphType
from index.types import HeldParagraph

MOST_WORDS = 100  # of a quotation
FEWEST_WORDS = 3  # of a quotation that may stand several times in its paragraph
MOST_MARKS = 3  # at the head of a quotation: our label, the paragraph's type, a number or a bullet

# Signs that models write for each other.
_SIGNS = str.maketrans(dict.fromkeys('‘’‚‛“”„‟«»`´"', "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_AROUND = " .,;:'-"  # what may stand, or be missing, at a quotation's ends
_ELLIPSIS = "..."
_TYPES = frozenset(get_args(ParagraphType))
_BETWEEN = "\0"  # paragraphs that do not follow each other

Range = tuple[int, int]
"""From the first character to the last, which is not included."""


@dataclass(frozen=True, slots=True)
class _Folded:
    """Paragraphs as one text without what a model may write otherwise, with the paragraph and the character of each sign."""

    text: str
    places: tuple[tuple[int, int], ...]
    paragraphs: tuple[HeldParagraph, ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The words of a range of the text, a span a paragraph."""
        reach: dict[int, Range] = {}
        for sign, (place, at) in zip(self.text[start:end], self.places[start:end], strict=True):
            if sign not in (" ", _BETWEEN):
                reach[place] = (reach.get(place, (at, 0))[0], at + 1)
        return tuple(Span(self.paragraphs[place], *ends) for place, ends in reach.items())


def locate(label: str, words: str, layout: Layout) -> tuple[LabelledItem, tuple[Span, ...]] | None:
    """The item and the paper's own words for what a model quotes under a label, grown to whole sentences; None for no such words.

    Words that do not stand in the paragraph of that label are looked for in the rest of its item, and taken where they stand
    there once.
    """
    item = next((one for one in layout.items if one.label == label.partition(".")[0]), None)
    if item is None:
        return None
    shown = [one.paragraph for one in item.paragraphs]
    named = [one.paragraph for one in item.paragraphs if one.label == label]
    found = _found(words, _folded(named)) or _found(words, _folded(shown), once=True)
    return (item, _bounded(found)) if found else None


def _found(words: str, held: _Folded, *, once: bool = False) -> tuple[Span, ...]:
    for needle in _needles(words):
        found = _parts([needle], held.text, once=once)
        if not found and _ELLIPSIS in needle:
            parts = (part.strip(_AROUND + "[]") for part in needle.split(_ELLIPSIS))
            found = _parts([part for part in parts if part], held.text, once=once)
        if found:
            whole = held.spans(found[0][0], found[-1][1])
            if len(found) == 1 or _count(whole) <= MOST_WORDS:
                return whole
            return max((held.spans(*part) for part in found), key=_count)
    return ()


def _needles(words: str) -> Iterator[str]:
    """What to look for: the words as given, without escapes, and without marks at their head."""
    for given in dict.fromkeys((words, html.unescape(words))):
        left = given
        for _ in range(MOST_MARKS + 1):
            if needle := " ".join("".join(map(_fold, left)).split()).strip(_AROUND):
                yield needle
            head, _, rest = left.strip().partition(" ")
            if not _is_mark(head):
                break
            left = rest


def _is_mark(head: str) -> bool:
    """Whether a word is a label, a type of paragraph, a number or a bullet: "[1.2]", "resolution:", "(3)", "iv.", "•"."""
    bare = head.strip("[](){}.,:;*•·▪–—-")
    if bare == head:
        return False
    return not bare or bare.replace(".", "").isdigit() or len(bare) == 1 or bare in _TYPES or set(bare) <= set("ivx")


def _parts(parts: Sequence[str], text: str, *, once: bool) -> list[Range]:
    """Where parts stand in a text, one after the other; nothing where one does not, or the first might stand elsewhere too."""
    found: list[Range] = []
    for part in parts:
        hits = list(islice(_hits(part, text, found[-1][1] if found else 0), 2))
        only = not found and (once or count(part) < FEWEST_WORDS)
        if not hits or (only and len(hits) > 1):
            return []
        found.append(hits[0])
    return found


def _hits(part: str, text: str, at: int) -> Iterator[Range]:
    """Where a part stands in a text as whole words, from a place on."""
    while (at := text.find(part, at)) >= 0:
        end = at + len(part)
        cut = text[max(at - 1, 0) : at].isalnum() and part[0].isalnum()
        if not cut and not (part[-1].isalnum() and text[end : end + 1].isalnum()):
            yield at, end
        at += 1


def _folded(paragraphs: Sequence[HeldParagraph]) -> _Folded:
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    for place, paragraph in enumerate(paragraphs):
        if place:
            follows = paragraph.ordinal == paragraphs[place - 1].ordinal + 1
            signs.append(" " if follows else _BETWEEN)
            places.append((place, 0))
        for at, sign in enumerate(paragraph.text):
            for plain in _fold(sign):
                if plain != " " or (signs and signs[-1] != " "):
                    signs.append(plain)
                    places.append((place, at))
    return _Folded("".join(signs), tuple(places), tuple(paragraphs))


def _fold(sign: str) -> str:
    """A sign as it is compared: in lower case, a plain quotation mark, dash or space, "" where nobody sees it."""
    if sign.isspace():
        return " "
    return unicodedata.normalize("NFKD", visible(sign).translate(_SIGNS)).casefold()


def _bounded(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans grown to whole sentences, so that no "not" before them is cut off; or cut to those that fit the limit."""
    whole = tuple(_to_sentences(span) for span in spans)
    if _count(whole) <= MOST_WORDS:
        return whole
    begun = (Span(spans[0].paragraph, whole[0].start, spans[0].end), *spans[1:])
    for grown in (begun, spans):
        if _count(words := tuple(_to_words(span) for span in grown)) <= MOST_WORDS:
            return words
    return _opening(whole)


def _to_sentences(span: Span) -> Span:
    touched = [
        one for one in quotable(span.paragraph.text, MOST_WORDS) if one.start < span.end and span.start < one.end
    ]
    return Span(span.paragraph, min(span.start, touched[0].start), max(span.end, touched[-1].end))


def _to_words(span: Span) -> Span:
    """A span without half words and half figures at its ends."""
    text, start, end = span.paragraph.text, span.start, span.end
    start = max((at for at in range(start) if text[at].isspace()), default=-1) + 1
    end = next((at for at in range(end, len(text)) if text[at].isspace()), len(text))
    return Span(span.paragraph, start, end)


def _opening(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The first whole sentences of spans, as many as stay within the limit."""
    kept: list[Span] = []
    for span in spans:
        for one in quotable(span.paragraph.text, MOST_WORDS):
            if one.end <= span.start or one.start >= span.end:
                continue
            joined = kept and kept[-1].paragraph.id == span.paragraph.id
            longer = Span(span.paragraph, kept[-1].start if joined else one.start, one.end)
            held = kept[:-1] if joined else kept
            if kept and _count((*held, longer)) > MOST_WORDS:
                return tuple(kept)
            kept = [*held, longer]
    return tuple(kept)


def _count(spans: Sequence[Span]) -> int:
    return sum(count(span.text) for span in spans)
