"""Small mends to a line's characters that no reader of the paper would see."""

from __future__ import annotations

import re
from string import ascii_uppercase

_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Control characters that nothing prints: bytes of Windows' own encoding, taken for Latin-1 by what wrote the file."""

LIGATURES: dict[int, str] = (
    _WINDOWS
    | str.maketrans(
        {
            "ﬀ": "ff",
            "ﬁ": "fi",
            "ﬂ": "fl",
            "ﬃ": "ffi",
            "ﬄ": "ffl",
            "ﬅ": "st",
            "ﬆ": "st",
            "\u00a0": " ",
            "\u2007": " ",
            "\u2009": " ",
            "\u202f": " ",
            "\u200b": "",  # no width: nothing is seen, and a word would be cut
            "\u2060": "",
            "\ufeff": "",
            "\u00ad": "-",  # a hyphen that is shown: it stands at a line's end, where `clean` mends the word; else see `squeeze`
            "\x00": "",
        }
    )
)
"""Letters drawn in one piece, spaces of odd widths, and marks that are not seen."""

_SPACES = re.compile(r"\s+")
_SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])")  # between letters it only says where a word may be broken
_SPACED_LETTERS = re.compile(r"(?<!\S)[A-Z](?: [A-Z]){3,}(?: :)?(?!\S)")
_SPACED_SHORT = re.compile(r"(?:(?<=\s\s)|^)[A-Z](?: [A-Z]){1,2}(?: :)?(?=\s\s|$)")
_FEWEST_LETTERS = 3  # different ones, a vowel among them: votes ("Y N Y Y") and days ("M T W T F") in a row are no word
_VOWELS = frozenset("AEIOU")


def join_spaced_letters(text: str) -> str:
    """Join capitals set one by one: "M I N U T E S" is MINUTES. Four or more, so that initials stay apart.

    Shorter words are joined beside such a word, where wider gaps part them: "B O A R D   O F   T R A D E".
    """
    joined = _SPACED_LETTERS.sub(lambda match: _joined(match[0]), text)
    return joined if joined == text else _SPACED_SHORT.sub(lambda match: match[0].replace(" ", ""), joined)


def _joined(spaced: str) -> str:
    letters = spaced.replace(" ", "")
    is_list = letters in ascii_uppercase  # "Options A B C D"
    is_word = len(set(letters)) >= _FEWEST_LETTERS and not _VOWELS.isdisjoint(letters)
    return letters if is_word and not is_list else spaced


def squeeze(text: str) -> str:
    """One space for every stretch of white space, and the letters mended."""
    mended = _SOFT_HYPHEN.sub("", text).translate(LIGATURES)
    return _SPACES.sub(" ", join_spaced_letters(mended)).strip()
