"""Small mends to a line's characters that no reader of the paper would see."""

from __future__ import annotations

import re
from string import ascii_uppercase

LIGATURES: dict[int, str] = str.maketrans(
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
        "\u00ad": "-",  # a hyphen that is shown: it stands at a line's end, where `clean` mends the word
        "\x00": "",
    }
)
"""Letters drawn in one piece, spaces of odd widths, and marks that are not seen."""

_SPACES = re.compile(r"\s+")
_SPACED_LETTERS = re.compile(r"(?<!\S)[A-Z](?: [A-Z]){3,}(?!\S)")


def join_spaced_letters(text: str) -> str:
    """Join capitals set one by one: "M I N U T E S" is MINUTES. Four or more, so that initials stay apart."""
    return _SPACED_LETTERS.sub(lambda match: _joined(match[0]), text)


def _joined(spaced: str) -> str:
    letters = spaced.replace(" ", "")
    return spaced if letters in ascii_uppercase else letters  # "Options A B C D" is a list


def squeeze(text: str) -> str:
    """One space for every stretch of white space, and the letters mended."""
    return _SPACES.sub(" ", text.translate(LIGATURES)).strip()
