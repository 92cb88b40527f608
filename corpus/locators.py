"""Locators: where a paragraph stands, in the words that a person would say in a meeting."""

from __future__ import annotations

import re

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


def locate(label: tuple[str, ...], *, kind: PaperKind, type_: ParagraphType, heading: str, title: str) -> str:
    """The locator of a paragraph: "Minute 251, resolution (1)", "Report paragraph 7.4", "Opening"."""
    if not label:
        words = heading if len(heading) <= _LONGEST_HEADING else heading[: _LONGEST_HEADING - 1].rsplit(" ", 1)[0] + "…"
        place = words.strip(" :*-–") or "Opening"
        return place
    if kind == "actions":
        place = _named("Action", label)
        appendix = re.match(r"\W*(appendix \w+)", title, re.IGNORECASE)
        return f"{place}, {appendix[1].title()}" if appendix else place
    first, rest = label[0], label[1:]
    if not rest and type_ == "recommendation" and not re.match(r"\d", first):
        return f"Recommendation {first}"
    place = _named("Minute" if kind == "minutes" else _NOUNS[kind], (first,))
    if not rest:
        return place
    clause = _CLAUSES.get(type_, "paragraph")
    return f"{place}, {clause} {' '.join(rest)}" if type_ in _CLAUSES else f"{place}, {' '.join(rest)}"


def _named(noun: str, label: tuple[str, ...]) -> str:
    number = " ".join(label)
    return number if re.match(r"[A-Za-z]{4,}", number) else f"{noun} {number}"
