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
_ALPHABET = 26
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def roman(count: int) -> str:
    """Small Roman numerals; figures below one, for which there are none."""
    if count < 1:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def letters(count: int, *, by_place: bool = False) -> str:
    """Small letters as word processors count with them: a to z, then aa, bb; or, by place, aa, ab. Figures below one."""
    if count < 1:
        return str(count)
    if by_place:
        more, last = divmod(count - 1, _ALPHABET)
        return (letters(more, by_place=True) if more else "") + chr(ord("a") + last)
    return chr(ord("a") + (count - 1) % _ALPHABET) * ((count - 1) // _ALPHABET + 1)


def ordinal(count: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if count % 100 in _TEENS else _ENDINGS.get(count % 10, "th")
    return f"{count}{ending}"
