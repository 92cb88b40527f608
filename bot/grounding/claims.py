"""Cuts a model's reply into sentences, and each sentence into the parts that each label answers for."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from bot.reading.sentences import sentences

_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_BULLET = re.compile(r"^[ \t]*(?:[-*•+>]|#{1,6}|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*|__")
_LABELS = r"(?:\s*\[[^\[\]\n]{1,40}\])+"
_AFTER_STOP = re.compile(rf"(?P<stop>[.!?])(?P<close>[”\"’)]*)(?P<labels>{_LABELS})(?=\s|$)")
_GROUP = re.compile(_LABELS)
_LABEL = re.compile(r"\[([^\[\]\n]{1,40})\]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence, and the labels that are to carry them; no labels where it names none."""

    text: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a reply: as it would be shown, and its parts in order."""

    text: str
    parts: tuple[Part, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that it names."""
        return tuple(dict.fromkeys(label for part in self.parts for label in part.labels))


def claims(reply: str) -> list[Claim]:
    """The sentences of a reply in order. Thoughts, bullets and emphasis are dropped; labels after a stop go before it."""
    plain = _BULLET.sub("", _EMPHASIS.sub("", _THOUGHT.sub("", html.unescape(reply))))
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Cc") or sign in "\n\t")
    plain = _AFTER_STOP.sub(lambda m: f"{m['close']} {m['labels'].strip()}{m['stop']}", plain)
    return [Claim(" ".join(s.text.split()), _parts(s.text)) for s in sentences(plain) if re.search(r"\w", s.text)]


def _parts(sentence: str) -> tuple[Part, ...]:
    quoted = [match.span() for match in _QUOTED.finditer(sentence)]
    groups = [
        m for m in _GROUP.finditer(sentence) if not any(start < m.end() and m.start() < end for start, end in quoted)
    ]
    found: list[Part] = []
    at = 0
    for group in groups:
        found.append(Part(sentence[at : group.start()], tuple(_named(group[0]))))
        at = group.end()
    left = sentence[at:]
    if not found:
        return (Part(left, ()),)
    if re.search(r"\w", left):  # what follows the last label is that label's too
        found[-1] = Part(f"{found[-1].text} {left}", found[-1].labels)
    return tuple(found)


def _named(group: str) -> list[str]:
    """The labels of a group: "[1][2]" and "[1, 2]" name two."""
    return [piece.strip() for label in _LABEL.findall(group) for piece in re.split(r"[,;]", label) if piece.strip()]
