"""Scores answer rows against question rows whose supporting quotations are known.

The figures: see `Figures`' names in docs/evaluation.md; `wrong` (answered, and not correctly) matters most.
"""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.matching import PaperWords, carries, words

CITED_FIRST = 5  # an expected quotation must be among the first five citations

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one question went: figures by name (a list of hits for `verbatim`), and what fell short in words."""

    id: str
    figures: dict[str, list[bool]]
    faults: tuple[str, ...]


def score(
    questions: Iterable[Row], answers: Iterable[Row], papers: PaperWords
) -> tuple[dict[str, float], list[Verdict]]:
    """The aggregate figures over all questions, and a verdict for each."""
    by_id = {row["id"]: row for row in answers}
    rows = list(questions)
    verdicts = [judge(question, by_id.get(question["id"]), papers) for question in rows]
    pooled: dict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        for name, hits in verdict.figures.items():
            pooled[name].extend(hits)
    figures = {name: round(sum(hits) / len(hits), 3) for name, hits in sorted(pooled.items()) if hits}
    answered = [by_id[row["id"]] for row in rows if row["id"] in by_id]
    return figures | _sizes(rows, answered), verdicts


def judge(question: Row, answer: Row | None, papers: PaperWords) -> Verdict:
    """The figures of one question; a missing answer is not correct."""
    if answer is None:
        return Verdict(question["id"], {"missing": [True], "correct": [False], "wrong": [False]}, ("no answer row",))
    citations = answer.get("citations") or []
    stands = [papers.hold(c.get("file", ""), c.get("quote") or "") for c in citations]
    faults = [f"not verbatim: {c.get('quote', '')[:80]!r}" for c, ok in zip(citations, stands, strict=True) if not ok]
    figures: dict[str, list[bool]] = {"missing": [False], "verbatim": stands}
    declined = bool(answer.get("abstained"))
    if question["abstain"]:
        figures |= {"abstained": [declined], "correct": [declined], "wrong": [not declined]}
        if not declined:
            faults.append(f"should decline: {answer.get('answer', '')[:100]!r}")
        return Verdict(question["id"], figures, tuple(faults))
    return _judge_answerable(question, answer, figures, faults)


def _judge_answerable(question: Row, answer: Row, figures: dict[str, list[bool]], faults: list[str]) -> Verdict:
    citations = answer.get("citations") or []
    declined = bool(answer.get("abstained"))
    matches = [[c for c in citations[:CITED_FIRST] if _meets(c, want)] for want in question["cites"]]
    cited = not matches or (any(matches) if question["mode"] == "any" else all(matches))
    facts = all(re.search(fact, answer.get("answer", ""), re.IGNORECASE) for fact in question["facts"])
    figures |= {"overabstain": [declined], "cited": [cited], "facts": [facts]}
    if question["cites"]:
        figures["first"] = [bool(citations) and any(_meets(citations[0], want) for want in question["cites"])]
    if question.get("locator") and cited:
        locators = [c.get("locator") or "" for match in matches for c in match]
        figures["located"] = [any(re.search(question["locator"], place, re.IGNORECASE) for place in locators)]
        if not figures["located"][0]:
            faults.append(f"located {locators} wants /{question['locator']}/")
    correct = cited and facts and not declined
    figures |= {"correct": [correct], "wrong": [not correct and not declined]}
    if not correct:
        short = ["declined"] * declined + ["not cited"] * (not cited) + ["facts missing"] * (not facts)
        faults.append(f"{', '.join(short)} | {answer.get('answer', '')[:110]!r}")
    return Verdict(question["id"], figures, tuple(faults))


def _meets(citation: Row, want: Row) -> bool:
    files = {citation.get("file")} | {place.get("file") for place in citation.get("places") or []}
    return want["file"] in files and carries(citation.get("quote") or "", want["quote"])


def _sizes(questions: Sequence[Row], answers: Sequence[Row]) -> dict[str, float]:
    answerable = {row["id"] for row in questions if not row["abstain"]}
    counted = [answer for answer in answers if answer["id"] in answerable]
    seconds = sorted(float(answer["seconds"]) for answer in answers if "seconds" in answer)
    sizes: dict[str, float] = {"questions": len(questions), "citations": 0.0, "words": 0.0}
    if counted:
        sizes["citations"] = round(statistics.mean(len(answer.get("citations") or []) for answer in counted), 1)
        sizes["words"] = statistics.median(len(words(answer.get("answer", ""))) for answer in counted)
    if seconds:
        sizes["p50_s"] = round(statistics.median(seconds), 3)
        sizes["p95_s"] = round(seconds[min(len(seconds) - 1, int(0.95 * len(seconds)))], 3)
    return sizes
