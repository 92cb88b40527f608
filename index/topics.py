"""A topic over time: at which meetings it was spoken of, how often, and where to begin reading."""

from __future__ import annotations

from dataclasses import dataclass

from index.catalogue import Catalogue
from index.meeting import told_of
from index.types import Days, Filter, HeldPaper
from index.words import content_words, quoted, stems_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting at which a topic was spoken of: in how many passages, in which paper first of all, and from which paragraph."""

    body: str
    days: Days
    passages: int
    paper: str
    paragraph: str
    told: str = ""

    @property
    def of(self) -> str:
        """The body as a reader is told it: with its council, where papers of several are held."""
        return self.told or self.body


def over_time(catalogue: Catalogue, topic: str, chosen: Filter | None = None) -> list[Mention]:
    """The meetings whose papers speak of a topic, the earliest first; all of its telling words must stand in a passage."""
    words = [one for word in content_words(topic) if (one := quoted(word))]
    if not words:
        return []
    sql = (
        "SELECT chunks.paper, count(*), min(chunks.first) FROM chunk_words JOIN chunks ON chunks.rowid = chunk_words.rowid "
        "WHERE chunk_words MATCH ? GROUP BY chunks.paper"
    )
    match = f"{{text heading}} : ({' AND '.join(words)})"
    papers = {paper.id: paper for paper in catalogue.papers(chosen) if paper.days and paper.body}
    held: dict[tuple[Days, str], list[tuple[HeldPaper, int, int]]] = {}
    for id_, count, first in catalogue.db.execute(sql, (match,)):
        paper = papers.get(str(id_))
        if paper and paper.days and paper.body:
            held.setdefault((paper.days, paper.body), []).append((paper, int(count), int(first)))
    return [_mention(catalogue, topic, when, body, found) for (when, body), found in sorted(held.items())]


def _mention(
    catalogue: Catalogue, topic: str, when: Days, body: str, found: list[tuple[HeldPaper, int, int]]
) -> Mention:
    """A meeting's mention: its minutes before its other papers, and of those the one that says most."""
    paper, _, first = max(found, key=lambda one: (one[0].kind == "minutes", not one[0].draft, one[1], one[0].file))
    wanted = set(stems_of(" ".join(content_words(topic))))
    near = catalogue.paragraphs(paper.id, first, first + 12)
    best = max(near, key=lambda one: (len(wanted & set(stems_of(one.text))), -one.ordinal))
    return Mention(body, when, sum(count for _, count, _ in found), paper.id, best.id, told_of([paper]))
