"""A citation's passage in its surroundings, the quotation marked."""

from __future__ import annotations

from bot.types import Citation
from index.catalogue import Catalogue
from index.types import HeldParagraph
from pages.drawing.markup import marked, safe

BEFORE = 3
AFTER = 3
"""Paragraphs shown on each side: enough to see who spoke and how it ended, few enough to read on a phone."""

MOST_WORDS = 120
"""Of a paragraph that is not quoted: tables and speeches are cut, at the end away from the quotation."""

NO_LONGER = "This paper is no longer held, or has changed since this was answered: ask again."


def source(catalogue: Catalogue, citation: Citation) -> str:
    """HTML of the paragraphs around a quotation, within its item and under its heading."""
    around = catalogue.neighbours(citation.paragraph, BEFORE, AFTER + citation.quote.count("\n"))
    first = next((n for n, paragraph in enumerate(around) if paragraph.id == citation.paragraph), None)
    if first is None:
        return _note(NO_LONGER)
    around, first = _of_the_item(around, first)
    texts, found = marked([paragraph.text for paragraph in around], citation.quote, first)
    last = max((n for n, text in enumerate(texts) if "<mark>" in text), default=first)
    drawn = [] if found else [_note(NO_LONGER)]
    if around[0].type != "heading" and around[0].heading:
        drawn.append(f'<p class="ma-heading">{safe(around[0].heading)}</p><p>…</p>')
    for n, (paragraph, text) in enumerate(zip(around, texts, strict=True)):
        drawn.append(_drawn(paragraph, text if first <= n <= last else _cut(paragraph.text, keep_end=n < first)))
    return "".join(drawn)


def _of_the_item(around: list[HeldParagraph], first: int) -> tuple[list[HeldParagraph], int]:
    """The paragraphs from the nearest heading before the quotation to the next after it, and its new place."""
    begin, end = first, first + 1
    while begin > 0 and around[begin].type != "heading":
        begin -= 1
    while end < len(around) and around[end].type != "heading":
        end += 1
    return around[begin:end], first - begin


def _drawn(paragraph: HeldParagraph, text: str) -> str:
    name = "ma-heading" if paragraph.type == "heading" else f"ma-{paragraph.type}"
    return f'<p class="{name}">{text}</p>'


def _cut(text: str, *, keep_end: bool) -> str:
    """A paragraph for HTML, shortened where it is long."""
    words = text.split()
    if len(words) <= MOST_WORDS:
        return safe(text)
    if keep_end:
        return f"… {safe(' '.join(words[-MOST_WORDS:]))}"
    return f"{safe(' '.join(words[:MOST_WORDS]))} …"


def _note(text: str) -> str:
    return f'<p class="ma-note">{safe(text)}</p>'
