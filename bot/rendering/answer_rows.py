"""An answer as a row of JSON: the contract that scripts and scorers rely on."""

from __future__ import annotations

from typing import Any

from bot.types import Answer, Citation
from index.types import Passage, Place

PASSAGE_WORDS = 250


def answer_row(answer: Answer, question_id: str | None = None) -> dict[str, Any]:
    """One row: `id` (where given), the answer, its citations and the passages that were looked at."""
    named = {} if question_id is None else {"id": question_id}
    return named | {
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason,
        "seconds": round(answer.seconds, 4),
        "citations": [_citation(citation) for citation in answer.citations],
        "passages": [_passage(passage) for passage in answer.passages],
        "mode": answer.mode,
        "missing": answer.missing,
        "searched": answer.searched,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "n": citation.n,
        "file": citation.file,
        "title": citation.title,
        "body": citation.body_alone,
        "date": citation.date.isoformat() if citation.date else None,
        "kind": citation.kind,
        "locator": citation.locator,
        "label": list(citation.label),
        "page": citation.page,
        "printed_page": citation.printed_page,
        "quote": citation.quote,
        "places": [_place(place) for place in citation.places],
        "council": citation.council,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "locator": place.locator, "page": place.page}


def _passage(passage: Passage) -> dict[str, Any]:
    words = passage.text.split()
    return {
        "file": passage.paper.file,
        "locator": passage.paragraphs[0].locator,
        "text": passage.text if len(words) <= PASSAGE_WORDS else " ".join(words[:PASSAGE_WORDS]),
        "score": round(passage.score, 4),
        "places": [_place(place) for place in passage.places],
    }
