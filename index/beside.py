"""Tells the council of papers that print none, from the papers that were added beside them.

An inference, and kept as one, apart from what is printed. Papers of the same folder and the same body (or of none), of which
all that print a council print one, are that council's; so is there a parish's council that is called by the first of its
places. Nothing is told across folders; where a folder holds papers of two councils, nothing is told of the others in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from corpus.places import place_of, shortens, sorts_of
from index.bodies import GENERIC, SUBJECTS, same_body, words_of_body
from index.councils import canonical_councils, own_body
from index.writing import Writer

MISPRINTED = 0.8
"""Of the letters in order: a place that a scan, or a tired clerk, has spelt a little otherwise ("Orrendaie", "Orrendale")."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a paper prints, by its id: its folder (with the root that it was added from), its body, its council."""

    id: str
    folder: str
    body: str | None
    council: str | None


def tell_beside(writer: Writer) -> None:
    """Remark the council of each paper that its neighbours tell, and forget what they tell no more."""
    sql = (
        "SELECT papers.id, named.root, named.file, papers.body, papers.council, papers.beside FROM papers "
        "JOIN (SELECT text, root, min(file) AS file FROM files GROUP BY text) AS named ON named.text = papers.text"
    )
    rows = writer.db.execute(sql).fetchall()
    printed = [
        Printed(id_, f"{root}\n{PurePosixPath(file).parent}", body, own) for id_, root, file, body, own, _ in rows
    ]
    told = councils_beside(printed)
    changed = [(told.get(id_), id_) for id_, *_, before in rows if told.get(id_) != before]
    if changed:
        with writer.transaction():
            writer.db.executemany("UPDATE papers SET beside = ? WHERE id = ?", changed)


def councils_beside(papers: Iterable[Printed]) -> dict[str, str]:
    """The council of each paper, by id, that the papers in its folder tell and it does not print itself."""
    folders: dict[str, list[Printed]] = defaultdict(list)
    for paper in papers:
        folders[paper.folder].append(paper)
    told: dict[str, str] = {}
    for beside in folders.values():
        told |= _in_a_folder(beside)
    return told


def _in_a_folder(papers: list[Printed]) -> dict[str, str]:
    counted = Counter(paper.council for paper in papers if paper.council)
    names = canonical_councils(counted)
    whole = {one: [other for other in names.values() if shortens(one, other)] for one in counted}
    short = {one: others[0] for one, others in whole.items() if len(set(others)) == 1}
    told = {paper.id: short[paper.council] for paper in papers if paper.council in short}
    misprints = _misprints(papers, counted, names)
    found = {names[name] for name in counted.keys() - misprints - short.keys()}
    if len(found) != 1:
        return told
    (council,) = found
    theirs = {own_body(paper.body, council) for paper in papers if paper.council and paper.body}
    for paper in papers:
        if paper.council is not None and paper.council not in misprints:
            continue
        if not paper.body or any(same_body(own_body(paper.body, council), body) for body in theirs):
            told[paper.id] = council
    return told


def _misprints(papers: list[Printed], counted: Mapping[str, int], names: Mapping[str, str]) -> set[str]:
    """The councils that are the folder's commonest, spelt a little otherwise, in papers of a body with a name of its own."""
    usual = max(counted, key=lambda name: (counted[name], name), default="")
    bodies = {paper.body for paper in papers if paper.council == usual and paper.body}
    return {
        paper.council
        for paper in papers
        if paper.council
        and paper.body
        and names[paper.council] != names[usual]
        and counted[paper.council] < counted[usual]
        and sorts_of(paper.council) == sorts_of(usual)
        and _alike(place_of(paper.council), place_of(usual))
        # "Planning Committee" may be any council's; the Municipal District of Dale is one.
        and set(words_of_body(paper.body)) - GENERIC - SUBJECTS
        and any(same_body(paper.body, body) for body in bodies)
    }


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() >= MISPRINTED
