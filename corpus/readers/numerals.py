"""Numbers as lists print them: figures, letters, Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_ROMAN = 3999  # beyond it browsers print figures too; a thousand takes a letter of its own
_ALPHABET = 26
_MOST_LETTERS = 30  # word processors repeat a letter no further: z thirty times, at 780, is the last
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def roman(count: int) -> str:
    """Small Roman numerals; figures where there are none: below one, and where thousands alone would fill the line."""
    if not 1 <= count <= _MOST_ROMAN:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def letters(count: int) -> str:
    """Small letters as word processors count with them: a to z, then aa, bb; figures below one and after the last."""
    if not 1 <= count <= _ALPHABET * _MOST_LETTERS:
        return str(count)
    return chr(ord("a") + (count - 1) % _ALPHABET) * ((count - 1) // _ALPHABET + 1)


def ordinal(count: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if count % 100 in _TEENS else _ENDINGS.get(count % 10, "th")
    return f"{count}{ending}"
