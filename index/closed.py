"""Papers that are not for publication: what a reader who is not cleared for them may see, decided in one place.

Local Government Act 1972, Schedule 12A. Such a paper says so at its head ("NOT FOR PUBLICATION by virtue of paragraph
3"). An agenda names what is not for publication and is public itself; a report with an exempt appendix is public too.

A reader's connection to the catalogue is given views in the place of its tables of paragraphs, chunks and pages read. Whatever is
asked of it, by whichever screen, search or command, finds the words of open papers, and of closed ones the title and the
notice alone. A paper is shown once it is known to be open, so one added a moment ago is not told of by mistake.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.types import ParagraphType

HEAD = 12
"""Paragraphs in which a paper says so; the longest head of a report seen has nine."""
LONGEST_NOTICE = 60
"""Words of a notice that may be told. A longer one has run together with the text that it should keep."""

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
_TELLING = ("publication", "confidential", "restricted", "exempt", "virtue of")
"""Every notice holds one of these: SQLite looks for them before the grammar above is asked."""

_VIEWS = """
CREATE TEMP TABLE open (paper TEXT PRIMARY KEY);
CREATE TEMP TABLE told (paragraph TEXT PRIMARY KEY);
CREATE TEMP VIEW paragraphs AS SELECT * FROM main.paragraphs AS one
  WHERE EXISTS (SELECT 1 FROM temp.open WHERE open.paper = one.paper)
  OR EXISTS (SELECT 1 FROM temp.told WHERE told.paragraph = one.id);
CREATE TEMP VIEW chunks AS SELECT * FROM main.chunks AS one
  WHERE EXISTS (SELECT 1 FROM temp.open WHERE open.paper = one.paper);
CREATE TEMP VIEW read_pages AS SELECT * FROM main.read_pages AS one
  WHERE EXISTS (SELECT 1 FROM temp.open WHERE open.paper = one.paper);
"""


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph at the head of a paper, as far as it tells whether the paper is closed."""

    id: str
    text: str
    type: ParagraphType
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class ClosedPaper:
    """A paper whose text is kept from a reader: the paragraphs that may be told, and the pages it covers."""

    told: tuple[str, ...]
    pages: range


@dataclass(slots=True)
class Curtain:
    """Keeps the text of closed papers from whoever reads over one connection. `closed` are those papers, by id."""

    db: sqlite3.Connection
    closed: Mapping[str, ClosedPaper] = field(default_factory=dict)
    _generation: int = -1
    _known: frozenset[str] = frozenset()
    _moving: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.db.executescript(_VIEWS)

    def follow(self, generation: int) -> None:
        """Bring what is shown into step with the papers held; called before each reading."""
        if generation == self._generation:
            return
        with self._moving:
            held = frozenset(str(row[0]) for row in self.db.execute("SELECT id FROM main.papers"))
            new = held - self._known
            closed = {paper: one for paper, one in self.closed.items() if paper in held} | self._closed_of(new)
            gone = [(paper,) for paper in self._known - held]
            self.db.executemany("DELETE FROM temp.open WHERE paper = ?", gone)
            told = [(id_,) for paper in new & closed.keys() for id_ in closed[paper].told]
            self.db.executemany("INSERT OR IGNORE INTO temp.told VALUES (?)", told)
            opened = [(paper,) for paper in new if paper not in closed]
            self.db.executemany("INSERT OR IGNORE INTO temp.open VALUES (?)", opened)
            self.closed, self._known, self._generation = closed, held, generation

    def _closed_of(self, papers: frozenset[str]) -> dict[str, ClosedPaper]:
        """Those of these papers that are closed."""
        found = {}
        for paper in self._suspected(papers):
            sql = "SELECT id, text, type, label FROM main.paragraphs WHERE paper = ? AND ordinal < ? ORDER BY ordinal"
            rows = self.db.execute(sql, (paper, HEAD))
            head = [Head(str(id_), str(text), type_, label != "[]") for id_, text, type_, label in rows]
            if is_closed(head):
                found[paper] = ClosedPaper(_told(head), self._pages(paper))
        return found

    def _suspected(self, papers: frozenset[str]) -> list[str]:
        """Those with a word at their head by which a closed one would be known; agendas are never closed."""
        words = " OR ".join(["p.text LIKE ?"] * len(_TELLING))
        sql = (
            "SELECT DISTINCT papers.id FROM json_each(?) wanted CROSS JOIN main.papers ON papers.id = wanted.value "
            f"CROSS JOIN main.paragraphs p ON p.paper = papers.id AND p.ordinal < {HEAD} "
            f"WHERE papers.kind <> 'agenda' AND ({words})"
        )
        values = [json.dumps(sorted(papers)), *(f"%{word}%" for word in _TELLING)]
        return [str(row[0]) for row in self.db.execute(sql, values)]

    def _pages(self, paper: str) -> range:
        first, last = self.db.execute(
            "SELECT min(page), max(page) FROM main.paragraphs WHERE paper = ?", (paper,)
        ).fetchone()
        return range(first, last + 1) if first is not None else range(0)


def is_closed(head: Iterable[Head]) -> bool:
    """Whether a paper that begins so is not for publication."""
    return any(map(_says_so, head))


def _says_so(paragraph: Head) -> bool:
    text = paragraph.text
    if paragraph.numbered or not _SAYS_SO.match(text) or _SAYS_NOT.search(text):
        return False
    return not _OF_AN_APPENDIX.search(text) or bool(_IS_APPENDIX.match(text))


def _told(head: Sequence[Head]) -> tuple[str, ...]:
    """Of a closed paper's head, what may be told: the title, that is the headings down to the notice, and the notice."""
    at = next(n for n, paragraph in enumerate(head) if _says_so(paragraph))
    titles = [one for one in head[:at] if one.type == "heading"]
    if not titles:  # the title follows the notice; a numbered heading is that of an item within
        titles = [one for one in head[at:] if one.type == "heading" and not one.numbered][:1]
    notices = [one for one in head if one.type == "exempt" or _says_so(one)]
    short = [one for one in notices if len(one.text.split()) <= LONGEST_NOTICE]
    return tuple(dict.fromkeys(one.id for one in (*titles, *short)))
