"""Tells bodies apart by their councils, and the councils that a question names.

A body goes by its name alone while the papers held leave no doubt whose it is; where two councils have a body of one name,
by its name and its council's: "Planning Committee of Orren Council". So whatever compares bodies compares councils too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.places import SORTS, place_of, same_council, shortens, sorts_of
from index.bodies import canonical_names
from index.types import HeldPaper, in_full

_OWN = re.compile(rf"(?:(?:full|{'|'.join(sorted(SORTS))}|and|meeting of the|the)\s+)*council", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of the papers held: `councils` has the council of each, by the name that the body goes by, where it is known.

    `named` has, by any name that is printed for a body, those that it may mean; `printed` what is printed for each.
    """

    councils: Mapping[str, str]
    named: Mapping[str, frozenset[str]]
    printed: Mapping[str, frozenset[str]]

    def meant(self, names: Iterable[str]) -> set[str]:
        """The bodies that these names may mean: one mostly, several where two councils have one of the name."""
        return {body for name in names for body in ([name] if name in self.printed else self.named.get(name, [name]))}


def tell_apart(papers: Sequence[HeldPaper]) -> tuple[list[HeldPaper], Bodies]:
    """The papers with bodies and councils by the one name that each goes by, and those names."""
    counted = Counter(paper.council for paper in papers if paper.council)
    councils = canonical_councils(counted)
    several = len(set(councils.values())) > 1
    owned = [replace(p, council=councils[p.council]) if p.council else p for p in papers]
    alone = _alone(owned)
    names = canonical_names(one for one in alone if one)
    sharing: dict[str, set[str]] = defaultdict(set)
    for paper, one in zip(owned, alone, strict=True):
        if one and paper.council:
            sharing[names[one]].add(paper.council)
    told = [
        replace(paper, body=_name(names[one], paper.council, sharing), alone=names[one], of_several=several)
        if one
        else replace(paper, of_several=several)
        for paper, one in zip(owned, alone, strict=True)
    ]
    return told, _listed(papers, told)


def _alone(papers: Sequence[HeldPaper]) -> list[str | None]:
    """Each paper's body, without the council's place where the council's other papers leave it out."""
    own = [own_body(paper.body, paper.council) if paper.body else None for paper in papers]
    theirs: dict[str, set[str]] = defaultdict(set)
    for paper, body in zip(papers, own, strict=True):
        if paper.council and body:
            theirs[paper.council].add(body.casefold())
    return [
        rest
        if body and p.council and (rest := _without_place(body, p.council)).casefold() in theirs[p.council]
        else body
        for p, body in zip(papers, own, strict=True)
    ]


def own_body(body: str, council: str | None) -> str:
    """A body's name: its council's where it is the whole council that met ("Full Council", "Town Council")."""
    if council and (
        same_council(body, council)
        or shortens(body, council)
        or (_OWN.fullmatch(body) and sorts_of(body) <= sorts_of(council))
    ):
        return council
    return body


def _without_place(body: str, council: str) -> str:
    place = r"\W+".join(map(re.escape, place_of(council)))
    return re.sub(rf"^{place}(?:['’]s)?\s+(?:(?:{'|'.join(SORTS)}|council)\s+)*", "", body, flags=re.IGNORECASE) or body


def _name(alone: str, council: str | None, sharing: Mapping[str, set[str]]) -> str:
    return in_full(alone, council) if council and len(sharing[alone]) > 1 else alone


def _listed(printed: Sequence[HeldPaper], told: Sequence[HeldPaper]) -> Bodies:
    named: dict[str, set[str]] = defaultdict(set)
    under: dict[str, set[str]] = defaultdict(set)
    for before, paper in zip(printed, told, strict=True):
        if paper.body and before.body:
            under[paper.body].add(before.body)
            for name in (before.body, paper.body_alone, paper.body_in_full):
                named[name or paper.body].add(paper.body)
    several = any(paper.of_several for paper in told)
    councils = {p.body: p.council for p in told if p.body and p.council} if several else {}
    frozen = ({name: frozenset(of) for name, of in each.items()} for each in (named, under))
    return Bodies(councils if several else {}, *frozen)


def canonical_councils(printed: Mapping[str, int]) -> dict[str, str]:
    """One name for every council, by each name printed for it: the commonest, and of those the longest.

    "Cork Council" is the City's or the County's where only one of them is held, and else neither's.
    """
    groups: list[list[str]] = []
    for name in sorted(printed, key=lambda one: (not sorts_of(one), -printed[one], one)):
        fitting = [group for group in groups if same_council(group[0], name)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    chosen: dict[str, str] = {}
    for group in groups:
        best = min(group, key=lambda one: (-printed[one], sum(c.isupper() for c in one), -len(one), one))
        chosen |= dict.fromkeys(group, best)
    return chosen
