"""The words of one shown string as its glyphs come, in the string's own measure."""

from __future__ import annotations

from typing import NamedTuple

_KERN = 0.1  # ems: a shift within a string that is no wider does not end the word


class Word(NamedTuple):
    """A word within a shown string: where it begins and ends, and whether white space was shown before it."""

    text: str
    start: float
    end: float
    spaced: bool


class Shown:
    """Collects the glyphs and shifts of one string. `x` is how far they have moved on."""

    def __init__(self, size: float, *, spaced: bool) -> None:
        self.words: list[Word] = []
        self.x = 0.0
        self.spaced = spaced
        self._kern = _KERN * abs(size)
        self._text = ""
        self._start = self._end = 0.0

    def glyph(self, text: str, width: float, extra: float) -> None:
        """Show a glyph; white space ends the word."""
        if text.isspace():
            self.close()
            self.spaced = True
        elif text:
            if not self._text:
                self._start = self.x
            self._text += text
            self._end = self.x + width
        self.x += width + extra

    def shift(self, by: float) -> None:
        """Move on without showing; more than a kern ends the word."""
        if abs(by) > self._kern:
            self.close()
        self.x += by

    def close(self) -> None:
        """End the word, if one is open."""
        if self._text:
            self.words.append(Word(self._text, self._start, self._end, self.spaced))
            self._text, self.spaced = "", False
