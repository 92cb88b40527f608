"""The clauses of one resolution are told together, in the order in which they are printed.

Ranked one by one, "(1)" and "(3)" may come before what was said in the debate and "(2)" after it: read aloud, that is another resolution.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.types import Evidence, Query


def together(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence in its order, but for the clauses that one item resolves: they follow each other where the first of them is told.

    Where something else is asked than what was resolved, the clause that answers best goes before the others. A "RESOLVED" that stands
    on a line of its own is not told beside the clauses that it opens.
    """
    told: list[Evidence] = []
    opening = [one for one in evidence if _opens_only(one) and _clauses(one, evidence)]
    for one in evidence:
        if one in told or one in opening:
            continue
        others = [other for other in _clauses(one, evidence) if other not in opening] if _resolves(one) else []
        whole = query.question.wants == "resolved"
        told += sorted([one, *others], key=_printed) if whole else [one, *sorted(others, key=_printed)]
    return told


def _clauses(first: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The other evidence that the item of a piece resolves."""
    return [one for one in evidence if one is not first and _resolves(one) and one.in_item_of(first)]


def _opens_only(one: Evidence) -> bool:
    return _resolves(one) and len(one.text.split()) == 1


def _resolves(one: Evidence) -> bool:
    return one.lead.type == "resolution" and one.lead.paper.kind == "minutes"


def _printed(one: Evidence) -> tuple[int, int]:
    return one.lead.ordinal, one.spans[0].start
