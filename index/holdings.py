"""What there is to say of the papers held besides their words: exempt items, pages that are pictures, whole outlines."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import PaperError
from corpus.picture import pages_without_text
from corpus.readers import may_have_pages
from index.bodies import initials
from index.catalogue import Catalogue, meetings_of
from index.original import original_of
from index.types import Days, HeldPaper


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a paper, for its outline: which paragraph it is, and its words."""

    paragraph: str
    ordinal: int
    text: str


def exempt_items(catalogue: Catalogue) -> dict[str, int]:
    """How many paragraphs of each paper (by id) say that something is exempt; papers without any are left out."""
    sql = "SELECT paper, count(*) FROM paragraphs WHERE type = 'exempt' GROUP BY paper"
    return {str(paper): int(count) for paper, count in catalogue.db.execute(sql)}


def textless_pages(catalogue: Catalogue, file: str) -> tuple[int, ...]:
    """The pages of a file held on which no letter stands, those read from their pictures left out.

    None where it is no PDF, or is not there any more.
    """
    path = original_of(catalogue, file).path if may_have_pages(file) else None
    try:
        empty = pages_without_text(path) if path else ()
    except PaperError:
        return ()
    sql = (
        "SELECT page FROM read_pages JOIN papers ON papers.id = read_pages.paper JOIN files USING (text) WHERE file = ?"
    )
    read = {int(row[0]) for row in catalogue.db.execute(sql, (file,))}
    return tuple(page for page in empty if page not in read)


def outline(catalogue: Catalogue, paper_id: str) -> list[Heading]:
    """The headings of a paper in reading order."""
    sql = "SELECT id, ordinal, text FROM paragraphs WHERE paper = ? AND type = 'heading' ORDER BY ordinal"
    return [Heading(str(id_), int(n), str(text)) for id_, n, text in catalogue.db.execute(sql, (paper_id,))]


def parts(catalogue: Catalogue, file: str) -> list[HeldPaper]:
    """The papers of a file, in their order: one mostly, several where it is a pack."""
    return sorted((paper for paper in catalogue.papers() if paper.file == file), key=lambda paper: paper.part)


@dataclass(frozen=True, slots=True)
class BodyHeld:
    """A body whose papers are held, with what else it is called."""

    name: str
    also: tuple[str, ...]
    meetings: int
    papers: int
    first: Days | None
    last: Days | None


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def bodies_held(catalogue: Catalogue) -> list[BodyHeld]:
    """The bodies whose papers are held, in the order of the alphabet."""
    papers = [paper for paper in catalogue.papers() if paper.body]
    found = []
    for name in sorted({paper.body for paper in papers if paper.body}, key=str.casefold):
        mine = [paper for paper in papers if paper.body == name]
        days = [when for _, when in meetings_of(mine)]
        printed = sorted(catalogue.printed(name))
        # The same name with another apostrophe, or in capitals, is no other name.
        also = tuple(
            {
                _plain(other): other
                for other in (*initials(mine[0].body_alone or name), *printed)
                if _plain(other) not in (_plain(name), _plain(mine[0].body_alone or name))
            }.values()
        )
        found.append(BodyHeld(name, also, len(days), len(mine), days[0] if days else None, days[-1] if days else None))
    return found
