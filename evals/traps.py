"""What was not resolved, and might be told as if it had been: motions lost, amended or put off, recommendations, drafts.

A trap is a question with the words that were never resolved (`must_not`), and the quotations and facts that tell what
became of them. An answer tells a trap wrongly in one of three ways, each of which a reader would take for a decision:

- told as resolved: a statement whose lead says that something was decided stands over those words, and the statement
  does not itself say what became of them (where `not_by` names a body, only a lead that names that body counts);
- half told: those words are quoted, under whatever lead, and nothing in the answer says what became of them;
- affirmed: the answer begins with "Yes".

Words that were resolved in their day (`was_resolved`: later rescinded, superseded or called in) can only be half told.
Declining tells nothing wrongly, but answers a trap rightly only where the papers leave it open (`may_decline`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.answers import Run, generate, index_papers, read_rows, write_rows
from evals.matching import PaperWords, carries
from evals.scoring import judge

Row = Mapping[str, Any]

TRAPS = Path("corpus/samples/traps")
DECIDED = re.compile(
    r"\b(resolved|agreed|decided|approved|adopted|carried|determined|granted|accepted)\b", re.IGNORECASE
)
# A lead that denies or only asks for a decision says nothing of one.
UNDECIDED = re.compile(
    r"\b(not|never|nothing)\b(?:\W+\w+){0,3}\W+(resolved|agreed|decided|approved|adopted|carried|accepted)\b"
    r"|\b(resolved|agreed|decided) to (recommend|consult|refer|defer)\b|\b(recommended|asked|moved|proposed|draft)\b",
    re.IGNORECASE,
)
QUOTED = re.compile("“(.*)”", re.DOTALL)
# A quotation that says itself that it recommends can tell nobody that it was decided; but it may still be half told.
RECOMMENDS = re.compile(r"\brecommend", re.IGNORECASE)
YES = re.compile(r"\s*yes\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one trap went: how it was told wrongly ("" where it was not), and whether it was answered rightly."""

    id: str
    kind: str
    wrongly: str
    right: bool
    declined: bool
    told: str


def traps(folder: Path, *, rescore: bool = False) -> tuple[dict[str, float], list[str]]:
    """Answers the traps in quoting mode and counts what was told wrongly; the figures, and a line a fault.

    `rescore` reads the answers kept by the last run again.
    """
    run = Run(TRAPS / "traps.jsonl", TRAPS / "papers", folder)
    rows = read_rows(run.questions)
    kept = folder / "answers.jsonl"
    if not rescore:
        folder.mkdir(parents=True, exist_ok=True)
        index_papers(run)
        write_rows(kept, generate(run, rows))
    outcomes = weigh(rows, read_rows(kept), PaperWords(run.papers))
    return figures_of(outcomes), faults_of(outcomes)


def weigh(rows: Iterable[Row], answers: Iterable[Row], papers: PaperWords) -> list[Outcome]:
    """The outcome of every trap."""
    by_id = {answer["id"]: answer for answer in answers}
    return [_outcome(row, by_id[row["id"]], papers) for row in rows]


def figures_of(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """How many traps there are, how many were told wrongly, answered rightly, and declined."""
    return {
        "traps": len(outcomes),
        "told_wrongly": sum(bool(outcome.wrongly) for outcome in outcomes),
        "answered_right": sum(outcome.right for outcome in outcomes),
        "declined": sum(outcome.declined for outcome in outcomes),
    }


def faults_of(outcomes: Sequence[Outcome]) -> list[str]:
    """A line for each trap told wrongly or missed, those told wrongly first, and a count of these by kind."""
    wrongly = [outcome for outcome in outcomes if outcome.wrongly]
    missed = [outcome for outcome in outcomes if not (outcome.wrongly or outcome.right)]
    lines = [f"{o.id} ({o.kind}): told wrongly, {o.wrongly}: {o.told!r}" for o in wrongly]
    lines += [f"{o.id} ({o.kind}): {'declined' if o.declined else 'beside the point'}: {o.told!r}" for o in missed]
    for name, fallen in (("told wrongly", wrongly), ("missed", missed)):
        kinds = Counter(outcome.kind for outcome in fallen)
        lines.append(f"{name}, by kind: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    return lines


def told_wrongly(trap: Row, answer: Row) -> str:
    """How an answer tells what was not resolved as if it had been; "" where it does not."""
    if answer.get("abstained"):
        return ""
    text = answer.get("answer") or ""
    if trap["must_not"] and YES.match(text):
        return "affirmed"
    if not trap.get("was_resolved") and any(_told_as_resolved(trap, block) for block in text.split("\n\n")):
        return "told as resolved"
    quotes = [citation.get("quote") or "" for citation in answer.get("citations") or []]
    untrue = any(_untrue(trap, words) for words in [text, *quotes])
    return "half told" if untrue and not _says_what_became(trap, text, quotes) else ""


def _told_as_resolved(trap: Row, block: str) -> bool:
    lead = QUOTED.sub(" ", block)
    by = trap.get("not_by")
    decided = bool(DECIDED.search(lead)) and not UNDECIDED.search(lead)
    named = not by or by.lower() in lead.lower()
    plain = _untrue(trap, block) and not RECOMMENDS.search(block)
    return decided and named and plain and not _says_what_became(trap, block, [])


def _untrue(trap: Row, words: str) -> bool:
    return any(re.search(pattern, words, re.IGNORECASE) for pattern in trap["must_not"])


def _says_what_became(trap: Row, text: str, quotes: Sequence[str]) -> bool:
    said = [text, *quotes]
    if any(re.search(fact, words, re.IGNORECASE) for fact in trap["facts"] for words in said):
        return True
    return any(carries(quote, want["quote"]) for quote in quotes for want in trap["cites"])


def _outcome(trap: Row, answer: Row, papers: PaperWords) -> Outcome:
    wrongly = told_wrongly(trap, answer)
    declined = bool(answer.get("abstained"))
    correct = judge(trap, answer, papers).figures["correct"] == [True]
    right = not wrongly and (correct or (declined and bool(trap["may_decline"])))
    return Outcome(trap["id"], trap["kind"], wrongly, right, declined, (answer.get("answer") or "")[:160])
