"""An answer as a row of JSON: the contract that scripts and scorers rely on."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from bot.types import Answer, Citation
from index.types import Passage, Place

PASSAGE_WORDS = 250
_CITED = "n file title body date kind locator label page printed_page quote places council from_picture".split()
_CITATION, _PLACES = TypeAdapter(Citation), TypeAdapter(tuple[Place, ...])


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
    written = _CITATION.dump_python(citation, mode="json") | {"body": citation.body_alone}
    return {name: written[name] for name in _CITED}


def _passage(passage: Passage) -> dict[str, Any]:
    words = passage.text.split()
    return {
        "file": passage.paper.file,
        "locator": passage.paragraphs[0].locator,
        "text": passage.text if len(words) <= PASSAGE_WORDS else " ".join(words[:PASSAGE_WORDS]),
        "score": round(passage.score, 4),
        "places": _PLACES.dump_python(passage.places, mode="json"),
    }
