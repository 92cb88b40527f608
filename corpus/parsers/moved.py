"""Motions in minutes: who proposed and seconded, whether it was carried, and the set forms that say so.

"Proposed by: Councillor Reed / Seconded by: Councillor Lowe / And Resolved: / “That ...”" is a decision whole, in English
or Irish, on one line or on four; so is "“That ...”" with "All in favour" under it. What is only proposed stays a motion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.parsers.walk import Piece
from corpus.types import ParagraphType

PROPOSAL = re.compile(
    r"\W*(?:on the (?:proposal|motion|proposition) of\b.*\b(?:agreed|resolved|decided|adopted|approved)\b|(?:proposed by|it was proposed)\b.*\bresolved\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A proposal with what became of it, in one paragraph."""
MOTION = re.compile(
    r"\W{0,40}(?:motion\b|a motion was (?:made|moved)\b|amendment\b|notices? of motion\b.{0,40}\b(?:submitted|by)\b|.*\b(?:motion|amendment|moved|tabled)\b[^.]*:\W*$"
    r"|.{0,200}\b(?:proposed|moved|nominated)\b.{0,220}\bseconded\b|.{0,80}\bseconded by\b.{0,80}\b(?:moved|proposed)\b|.{0,80}\bproposed an amendment\b"
    r"|(?:[I1l|!]|We) will+ move\b|on the (?:proposal|proposition) of\b|proposed by\b|seconded by\b|(?:this|the) (?:amended )?motion was (?:proposed|seconded|moved)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A motion as moved, or who moved and seconded it. A reader of pictures takes the "I" of "I will move" for 1, l, | or !."""
MOVED_HERE = re.compile(
    r"\W*(?:(?:this|the) (?:amended )?(?:motion|amendment) was|notices? of motion\b|(?:[I1l|!]\s+|We )?will+ move|(?:proposed|seconded|moved) by)\b",
    re.IGNORECASE,
)
"""A motion of this meeting, wherever it stands; others within a question or a reply are told of."""
MOTION_HEAD = re.compile(
    r"\W*(?:notices? of motion|motion|amendment(?! (?:to|of)\b(?! (?:the |this )?motion)))", re.IGNORECASE
)
PUT_TO_VOTE = re.compile(
    r"\bvote (?:would|will|should|was to) be (?:taken|held)\b|\b(?:put|go) to (?:a|the) vote\b.*:\W*$",
    re.IGNORECASE | re.DOTALL,
)
LOST = re.compile(r"\b(?:lost|defeated|fell|withdrawn|not seconded|no seconder|rejected)\b", re.IGNORECASE)
_OUTCOME = r"(?:agreed|carried|approved|adopted|accepted|passed)"
CARRIED = re.compile(
    r"\b(?:was|were|and) (?:unanimously )?(?:agreed|resolved|approved|adopted|accepted|appointed)\b|\ball (?:were )?(?:agreed|in favour)\b"
    r"|\b(?:duly|unanimously) (?:re-?)?(?:elected|appointed|co-opted|agreed|carried)\b"
    rf"|[,.;:–—-]\s*(?:and )?(?:unanimously )?{_OUTCOME}(?: unanimously| by all(?: present)?)?\s*(?:[.;]|$)|\b(?:agreed|carried) (?:unanimously|by all)\b"
    r"|\bno (?:other|further) nominations\b.{0,60}\b(?:elected|appointed|accepted)\b|\bvoted unanimously\b"
    r"|\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|majority) (?:votes? |members )?in favour\b(?!.{0,40}\bagainst\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Of a motion that was moved: that it was carried."""
ELECTED = re.compile(
    r"\W*(?!.{0,120}\b(?:last|previous) (?:meeting|year)\b)(?:.{0,160}\b(?:cathaoirleach|mayor|provost|convener|chair\w*|president|director|administrator|secretary|clerk|officer|manager)\b(?: of services?)?,? (?:then )?declared .{3,90}\b(?:re-?)?(?:elected|appointed|co-opted)\b"
    r"|(?:all (?:were )?(?:agreed|in favour)[.,;:]\s*)?(?-i:[A-Z]).{2,60} (?:was |were )?duly (?:re-?)?(?:elected|appointed|co-opted)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""That someone was declared elected, here and now."""
_MOVER = re.compile(
    r"\W*(?:proposed|seconded|moved|proposer|seconder)\b\s*(?:by\b\s*[:;–—-]*|[:;–—-]+|(?=(?:cllr|councillor|cmhlr|mr|mrs|ms)\b))\s*(?-i:[A-ZÁÉÍÓÚ]).{2,90}|\W*mo[l1i]ta ag\b.{3,80}|\W*cui\w{3,8} \S{1,3}\b.{3,80}",
    re.IGNORECASE,
)
_IRISH_RESOLVED = r"agus an c[il1]nn\w{3,6}"
_AND_RESOLVED = re.compile(
    rf"\W*(?:and (?:it was )?(?:unanimously )?(?:resolved|agreed)|{_IRISH_RESOLVED})\b\W*", re.IGNORECASE
)
_MOVED_TEXT = re.compile(r"\W*that\b", re.IGNORECASE)
_CARRIED_ALONE = re.compile(
    rf"\W*(?:(?:this|the (?:motion|proposal)) was )?(?:all (?:were )?(?:agreed|in favour)|(?:unanimously )?{_OUTCOME}(?: unanimously| by all(?: present)?)?|unanimous(?:ly)?|it was unanimously agreed)\W*",
    re.IGNORECASE,
)
_NAMES_ONLY = 16  # words: more than who proposed and who seconded


def resolves(text: str) -> bool:
    """Whether a line says only that what stands around it was resolved: "And Resolved:", "Agus an Cinneadh:"."""
    return bool(_AND_RESOLVED.fullmatch(text))


def carries(text: str) -> bool:
    """Whether a line says only that what stands above it was carried: "All in favour", "Carried unanimously"."""
    return bool(_CARRIED_ALONE.fullmatch(text))


def moves(text: str) -> bool:
    """Whether a line says only who proposed or seconded, in English or Irish."""
    return len(text.split()) <= _NAMES_ONLY and bool(_MOVER.fullmatch(text)) and not text.rstrip().endswith(":")


def settled(pieces: Sequence[Piece], types: Sequence[ParagraphType]) -> list[ParagraphType]:
    """The types, of what was carried by a line under it: movers and motion are the resolution that they became."""
    found = list(types)
    for n, piece in enumerate(pieces):
        if resolves(piece.words):
            found[n] = "resolution"
            for m in _movers_above(pieces, n):
                found[m] = "resolution"
        elif carries(piece.words) and n and _MOVED_TEXT.match(pieces[n - 1].words):
            movers = list(_movers_above(pieces, n - 1))
            if movers and found[n - 1] in ("motion", "text", "resolution"):
                for m in (n - 1, *movers):
                    found[m] = "resolution"
                found[n] = "vote"
    return found


def _movers_above(pieces: Sequence[Piece], n: int) -> Sequence[int]:
    """Indexes of the lines directly above that say who proposed and who seconded."""
    above: list[int] = []
    while n and moves(pieces[n - 1].words) and not pieces[n - 1].own:
        n -= 1
        above.append(n)
    return above
