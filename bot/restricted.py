"""Papers that the public may not read, where their very text is held: it is not quoted to a reader who is not cleared.

Local Government Act 1972, Schedule 12A. Such a paper says so at its head ("NOT FOR PUBLICATION by virtue of paragraph
3"). An agenda names what is not for publication and is public itself; a report with an exempt appendix is public too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.item import PaperOf
from index.types import HeldPaper, HeldParagraph, Passage

HEAD = 12  # paragraphs in which a paper says so; the longest head of a report seen has nine
_SAYS_SO = re.compile(
    r"\W*(?:strictly |private and |official[ -]+sensitive\W+)*(?:"
    r"not for publication\b|confidential\b(?! items?)|restricted\b(?! items?)|"
    r"exempt (?:report|appendix|annex|minutes?|paper|document)\b(?! [a-z])|"
    r"(?:this )?document is restricted\b|by virtue of paragraph(?:s|\(s\))? \d|"
    r"(?:the information in )?this (?:report|paper|document|appendix|annex|minute) (?:is|contains|was)\b.{0,80}"
    r"\b(?:not for publication|exempt|restricted|confidential)\b)",
    re.IGNORECASE,
)
_SAYS_NOT = re.compile(
    r"\bunrestricted\b|\bnot (?:exempt|confidential|restricted)\b|\b(?:no|none|nil|n/a|not applicable)\b\W*$",
    re.IGNORECASE,
)
_OF_AN_APPENDIX = re.compile(r"\b(?:in part|part(?:ly|ially)? exempt|appendi(?:x|ces)|annex(?:es)?)\b", re.IGNORECASE)
_IS_APPENDIX = re.compile(r"\W*(?:exempt |confidential |restricted |this )*(?:appendix|annex)\b", re.IGNORECASE)
_TOLD = ("heading", "exempt")


def public(passages: Sequence[Passage], paper_of: PaperOf) -> list[Passage]:
    """The passages without the text of restricted papers: of those, the headings and the notice alone."""
    restricted = _restricted(passages, paper_of)
    return [kept for passage in passages if (kept := _public(passage, restricted))]


def quotable(passages: Sequence[Passage], paper_of: PaperOf) -> list[Passage]:
    """The passages of papers that are not restricted."""
    restricted = _restricted(passages, paper_of)
    return [passage for passage in passages if passage.paper.id not in restricted]


def is_restricted(paper: HeldPaper, paragraphs: Sequence[HeldParagraph]) -> bool:
    """Whether a paper says at its head that it is not for publication."""
    return paper.kind != "agenda" and any(map(_says_so, paragraphs[:HEAD]))


def _restricted(passages: Sequence[Passage], paper_of: PaperOf) -> set[str]:
    papers = {passage.paper.id: passage.paper for passage in passages}
    return {key for key, paper in papers.items() if is_restricted(paper, paper_of(key))}


def _says_so(paragraph: HeldParagraph) -> bool:
    text = paragraph.text
    if paragraph.label or not _SAYS_SO.match(text) or _SAYS_NOT.search(text):
        return False
    return not _OF_AN_APPENDIX.search(text) or bool(_IS_APPENDIX.match(text))


def _public(passage: Passage, restricted: set[str]) -> Passage | None:
    if passage.paper.id not in restricted:
        return passage
    told = tuple(paragraph for paragraph in passage.paragraphs if paragraph.type in _TOLD)
    return replace(passage, paragraphs=told) if told else None
