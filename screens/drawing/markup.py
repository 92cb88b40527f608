"""Words of papers and readers made safe to show: they come from files and links, and may hold markup of any kind."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

# Everything that means something in the markdown of a label: "$" opens a formula, ":" an icon or a colour.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")
_GAP = re.compile(r"\s*\[…\]\s*|\n")
_COMMAND = re.compile(r"`([^`]+)`")


def safe(text: str) -> str:
    """Text for HTML, in an element or in an attribute's quotes."""
    return html.escape(text, quote=True)


def label(text: str) -> str:
    """Text for a button or any other label, where Streamlit reads markdown."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def message(text: str) -> str:
    """A message of ours for HTML; what stands between backticks is a command."""
    return _COMMAND.sub(r"<code>\1</code>", safe(text))


def marked(texts: Sequence[str], quote: str, first: int = 0) -> tuple[list[str], bool]:
    """Paragraphs for HTML with a quotation marked in them, and whether all of it was found.

    The quotation's parts (between "[…]", or on lines of their own) are looked for in their order, from paragraph
    `first` on. Only white space may differ.
    """
    spans: list[tuple[int, int, int]] = []
    place, at = first, 0
    for part in filter(None, (piece.strip() for piece in _GAP.split(quote))):
        found = _find(texts, part, place, at)
        if found is None:
            return [safe(text) for text in texts], False
        spans.append(found)
        place, _, at = found
    return [_marked(text, [span[1:] for span in spans if span[0] == n]) for n, text in enumerate(texts)], bool(spans)


def _find(texts: Sequence[str], part: str, place: int, at: int) -> tuple[int, int, int] | None:
    """Where a part stands next: the paragraph, and its beginning and end there."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in part.split()))
    for n in range(place, len(texts)):
        if found := pattern.search(texts[n], at if n == place else 0):
            return n, found.start(), found.end()
    return None


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += [safe(text[done:start]), "<mark>", safe(text[start:end]), "</mark>"]
        done = end
    return "".join([*pieces, safe(text[done:])])
