"""How a quotation is compared with a paper and with an expected quotation.

The definitions are those of the answers' scorer that the project is measured by: white space, letter case, quote
marks and dashes are folded; a page's own header and footer inside a quotation may be passed over; a quotation of over
100 words proves nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata
import zipfile
from pathlib import Path

MOST_WORDS = 100
_WORD = re.compile(r"\w+")
_FOLDS = ((re.compile("[‘’‛]"), "'"), (re.compile("[“”]"), '"'), (re.compile("[‐-―−]"), "-"), (re.compile(r"\s+"), " "))
_TAG = re.compile(r"<[^>]+>")
_NEGATIONS = frozenset({"no", "not", "none", "never"})


def fold(text: str) -> str:
    """A text in lower case with plain quotes, dashes and spaces."""
    folded = unicodedata.normalize("NFKC", text or "")
    for pattern, plain in _FOLDS:
        folded = pattern.sub(plain, folded)
    return folded.strip().lower()


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def runs_in(quote: list[str], text: list[str], breaks: int = 3, reach: int = 80) -> bool:
    """Whether `quote` stands in `text` in one run, over at most `breaks` gaps of at most `reach` words each."""
    if not quote:
        return False
    starts = (at for at, word in enumerate(text) if quote[0].startswith(word))
    return any(_follows(quote, text, at, breaks, reach) for at in starts)


def _follows(quote: list[str], text: list[str], at: int, breaks: int, reach: int) -> bool:
    done = left = 0
    while done < len(quote):
        if at < len(text) and text[at] == quote[done]:
            at, done = at + 1, done + 1
        elif at + 1 < len(text) and text[at] + text[at + 1] == quote[done]:  # a word cut at a line's end
            at, done = at + 2, done + 1
        else:
            ahead = quote[done : done + 3]
            window = range(at, min(at + reach, len(text)))
            found = next((place for place in window if text[place : place + len(ahead)] == ahead), None)
            if found is None or left == breaks or done < 3:  # noqa: PLR2004 - three words must match before a gap
                return False
            at, left = found, left + 1
    return True


def carries(quote: str, expected: str, most: int | None = MOST_WORDS) -> bool:
    """Whether a quotation holds the expected words: in one run, or 85 % of them in order with all numbers and negations.

    One of over `most` words proves nothing; None for a passage, which was found and not quoted.
    """
    want, have = words(expected), words(quote)
    if most is not None and len(have) > most:
        return False
    if runs_in(want, have, breaks=2, reach=30):
        return True
    lost, at = [], 0
    for word in want:
        if word in have[at:]:
            at = have.index(word, at) + 1
        else:
            lost.append(word)
    enough = len(want) - len(lost) >= 0.85 * len(want)
    return enough and not any(re.search(r"\d", word) or word in _NEGATIONS for word in lost)


_ZIPPED = {
    ".docx": ("word/document.xml", r"</w:p>|<w:br/>|<w:tab/>"),
    ".odt": ("content.xml", r"</text:(?:p|h)>|<text:(?:s|tab|line-break)\b[^>]*/>"),
}
"""Files that are zip archives: the part with the words, and what stands for a gap between words in it."""


def paper_text(path: Path) -> str:
    """The words of a file, read independently of the project's own readers."""
    kind = path.suffix.lower()
    if kind == ".pdf":
        import pymupdf  # noqa: PLC0415 - wanted for PDFs alone, and only where evaluations run

        with pymupdf.open(path) as pdf:  # type: ignore[no-untyped-call]
            return "\n".join(page.get_text() for page in pdf)
    if kind in _ZIPPED:
        part, gaps = _ZIPPED[kind]
        with zipfile.ZipFile(path) as archive:
            xml = archive.read(part).decode("utf-8", "replace")
        return html.unescape(_TAG.sub("", re.sub(gaps, " ", xml)))
    text = path.read_text(encoding="utf-8", errors="replace")
    if kind in (".html", ".htm"):
        return html.unescape(_TAG.sub(" ", re.sub(r"(?is)<(script|style).*?</\1>", " ", text)))
    if kind == ".md":
        return text + "\n" + html.unescape(re.sub(r"<[^>]+>|[*_#`]", "", text))
    return text


class PaperWords:
    """The folded text of papers under one folder, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, tuple[str, list[str]]] = {}

    def hold(self, file: str, quote: str) -> bool:
        """Whether a quotation (its parts, where it has […]) stands verbatim in a file."""
        parts = [part for part in re.split(r"\s*\[(?:…|\.\.\.)\]\s*", quote) if part.strip()]
        if file not in self._held:
            path = self._folder / file
            text = paper_text(path) if path.is_file() else ""
            self._held[file] = (fold(text), words(text))
        text, list_of_words = self._held[file]
        return bool(parts) and all(fold(part) in text or runs_in(words(part), list_of_words) for part in parts)
