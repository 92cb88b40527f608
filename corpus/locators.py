"""Locators: where a paragraph stands, in the words that a person would say in a meeting."""

from __future__ import annotations

import re

from corpus.parsers.promised import ACTION_LIST
from corpus.types import PaperKind, ParagraphType

_NOUNS: dict[PaperKind, str] = {
    "minutes": "Minute",
    "agenda": "Item",
    "report": "Report paragraph",
    "strategy": "Paragraph",
    "presentation": "Paragraph",
    "actions": "Action",
    "other": "Paragraph",
}
_CLAUSES: dict[ParagraphType, str] = {
    "resolution": "resolution",
    "recommendation": "recommendation",
    "motion": "motion",
    "vote": "vote",
    "action": "action",
    "question": "question",
    "reply": "reply",
    "exempt": "exempt notice",
}
_LONGEST_HEADING = 80


def locate(
    label: tuple[str, ...], *, kind: PaperKind, type_: ParagraphType, heading: str, title: str, own: bool = True
) -> str:
    """The locator of a paragraph: "Minute 251, resolution (1)", "Report paragraph 7.4", "Opening".

    `own` says that the last number is the paragraph's own, not one that it stands under.
    """
    if not label:
        words = heading if len(heading) <= _LONGEST_HEADING else heading[: _LONGEST_HEADING - 1].rsplit(" ", 1)[0] + "…"
        return words.strip(" :*-–") or "Opening"
    if kind == "actions":
        place = _named("Action", label)
        appendix = re.match(r"\W*(appendix \w+)", title, re.IGNORECASE)
        return f"{place}, {appendix[1].title()}" if appendix else place
    first, rest = label[0], list(label[1:])
    if own and not rest and type_ == "recommendation" and not re.match(r"\d", first):
        return f"Recommendation {first}"
    listed = type_ == "action" and own and label == (first,) and first.isdigit() and ACTION_LIST.fullmatch(heading)
    noun = "Action" if listed else _NOUNS[kind]
    place = _named(noun, (first,))
    clause = _CLAUSES.get(type_, "")
    if clause and not own:
        return f"{place}, {clause}"
    worded = next((n for n, number in enumerate(rest) if re.match(r"[A-Za-z]{4,}", number)), None)
    if worded is not None:
        place, rest = f"{place}, {rest[worded]}", rest[worded + 1 :]
    if not rest:
        return place
    plain = "paragraph " if rest[0].isdigit() else ""
    return f"{place}, {clause + ' ' if clause else plain}{' '.join(rest)}"


def _named(noun: str, label: tuple[str, ...]) -> str:
    number = " ".join(label)
    return number if re.match(r"[A-Za-z]{4,}|[Mm]in\.? |[QA]\.?\s?\d", number) else f"{noun} {number}"
