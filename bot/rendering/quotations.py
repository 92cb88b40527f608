"""The answer in the papers' own words: a citation for each quotation, and who said it and when.

Only a resolution in minutes is told as resolved; what was recommended, moved, voted down or deferred is told as that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.rendering.attributions import again, lead
from bot.types import Citation, Evidence, Reading
from index.types import HeldParagraph, Place

PlacesOf = Callable[[HeldParagraph], tuple[Place, ...]]
"""Where a paragraph's text stands again."""


def cite(evidence: Sequence[Evidence], places_of: PlacesOf) -> tuple[Citation, ...]:
    """A citation for each piece of evidence, numbered from 1."""
    return tuple(
        replace(
            citation_of(one.lead, one.text, n, places_of(one.lead)),
            from_picture=any(paragraph.from_picture for paragraph in one.paragraphs),
        )
        for n, one in enumerate(evidence, 1)
    )


def citation_of(first: HeldParagraph, quote: str, n: int = 1, places: tuple[Place, ...] = ()) -> Citation:
    """The citation, numbered n, of words that begin in a paragraph."""
    paper = first.paper
    return Citation(
        n=n,
        paragraph=first.id,
        file=paper.file,
        title=paper.title,
        body=paper.body_in_full,
        date=paper.date,
        kind=paper.kind,
        locator=first.locator,
        label=first.label,
        page=first.page,
        printed_page=first.printed_page,
        quote=quote,
        places=places,
        month=paper.month,
        council=paper.council,
        alone=paper.body_alone,
        from_picture=first.from_picture,
    )


def quoted(citation: Citation) -> str:
    """A citation's words in quotation marks, on one line, with its number: "“(1) That the quay wall be mended.” [2]"."""
    return f"“{' '.join(citation.quote.split())}” [{citation.n}]"


def compose_text(evidence: Sequence[Evidence], citations: Sequence[Citation]) -> str:
    """The answer: for each paper who said it and when, then the quotations with their numbers.

    The council is named where its body first is, and each time where several councils' papers are quoted.
    """
    lines: list[str] = []
    before: Evidence | None = None
    named: set[str | None] = set()
    several = len({one.lead.paper.council for one in evidence}) > 1
    for one, citation in zip(evidence, citations, strict=True):
        body = one.lead.paper.body
        if before and lead(one) == lead(before):
            lines[-1] += f" {quoted(citation)}"
        else:
            same = again(one) if before and before.paper_id == one.paper_id and not before.order else ""
            lines.append(f"{same or lead(one, in_full=several or body not in named)}: {quoted(citation)}")
        before = one
        named.add(body)
    return "\n\n".join(lines)


def written_text(reading: Reading, evidence: Sequence[Evidence], citations: Sequence[Citation]) -> str:
    """What the reader wrote, each sentence with the numbers of its quotations, then each quotation of which it leaves something unsaid.

    That is one that no sentence rests on: what became of a decision, which we add. "" where no sentence can be told, because it
    rests on words that are not quoted.
    """
    lines: list[str] = []
    unsaid = {*range(len(evidence))}
    for sentence in reading.sentences:
        rests_on = [_place(reading.evidence[place], evidence) for place in sentence.evidence]
        if None not in rests_on:
            places = [place for place in dict.fromkeys(rests_on) if place is not None]
            lines.append(f"{sentence.text} {''.join(f'[{citations[place].n}]' for place in places)}")
            unsaid.difference_update(places)
    if not lines:
        return ""
    unsaid.update(place for one in reading.unsaid if (place := _place(reading.evidence[one], evidence)) is not None)
    rest = compose_text([evidence[place] for place in sorted(unsaid)], [citations[place] for place in sorted(unsaid)])
    return "\n\n".join(filter(None, (" ".join(lines), rest)))


def _place(words: Evidence, evidence: Sequence[Evidence]) -> int | None:
    """The place of the evidence that holds words; None where none does."""
    return next((place for place, one in enumerate(evidence) if one.holds(words)), None)
