"""What each rule of ranking and answering earns: the figures with the rule switched off, beside those with all rules on.

A rule is a named constant of the bot; switched off, it has the value that does nothing. Runs take the indexes of earlier
`python -m evals answers` runs as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.answerability import judging as decline
from bot.answerability import unminuted as untold
from bot.followthrough import outcome
from bot.followthrough import replies as replied
from bot.followthrough import supersession as undone
from bot.query import scoping
from bot.reading import by_period, cues, vocabulary, weights
from bot.reading import lexical as evidence
from bot.reading import selection as quote
from bot.rendering import attributions as lead
from evals.answers import Run, evaluate
from index import coverage

FIGURES = ("correct", "wrong", "cited", "first", "abstained")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, the constant (or function) that it hangs on, where that is, and the value that switches it off."""

    name: str
    module: Any
    constant: str
    off: Any


RULES = (
    Rule("the item's opening counts", evidence, "OPENING", 0.0),
    Rule("headings count", evidence, "HEADING", 0.0),
    Rule("search's own rank counts", evidence, "RETRIEVAL_WEIGHT", 0.0),
    Rule("names weigh more", weights, "NAME_WEIGHT", 1.0),
    Rule("the business of meetings weighs less", weights, "BUSINESS_WEIGHT", 1.0),
    Rule("words of bodies' names weigh less", weights, "BODY_WORD_WEIGHT", 1.0),
    Rule("words that no paper holds weigh less", weights, "UNHEARD_WEIGHT", 1.0),
    Rule("idle paragraphs cost", evidence, "IDLE_PRICE", 0.0),
    Rule("the latest word is preferred where asked for", evidence, "LATEST_BONUS", 0.0),
    Rule("the type asked for ranks up", cues, "TYPE_BONUS", 0.0),
    Rule("telling wording ranks up", cues, "WORDING_BONUS", 0.0),
    Rule("questions put at meetings rank down", cues, "ASKING_PENALTY", 0.0),
    Rule("what lacks the thing asked for ranks down", cues, "LACKING_PENALTY", 0.0),
    Rule("the meeting asked about ranks up", scoping, "DATE_BONUS", 0.0),
    Rule("the body asked about ranks up", scoping, "BODY_BONUS", 0.0),
    Rule("numbers asked about rank up", scoping, "NUMBER_BONUS", 0.0),
    Rule("abbreviations answer for expansions", vocabulary, "OTHER_FORM", 0.0),
    Rule("an item is followed further", quote, "NEAR_FIRST_IN_ITEM", 9.0),
    Rule(
        "what became of a motion is told with it", outcome, "told_whole", lambda _wants, chosen, _paper_of: list(chosen)
    ),
    Rule(
        "what a later meeting undid is told after it", undone, "latest_first", lambda _asked, chosen, *_: list(chosen)
    ),
    Rule(
        "a body's own recommendation is told as one", lead, "as_recommended", lambda windows, _paper_of: list(windows)
    ),
    Rule("declining for want of words", decline, "ENOUGH_TOPIC", 0.0),
    Rule("declining for want of what is asked of it", decline, "ENOUGH_ATTRIBUTE", 0.0),
    Rule("the best chunks are looked at again", coverage, "LOOKED_AT", 0),
    Rule("what says what a thing is ranks up", evidence, "DEFINES_BONUS", 0.0),
    Rule("declining where many places answer alike", decline, "DISTINCT", -1.0),
    Rule("draft minutes rank below the adopted", evidence, "DRAFT_PRICE", 0.0),
    Rule("the line of an agenda ranks down", cues, "AGENDA_PENALTY", 0.0),
    Rule("a declared interest ranks down", cues, "INTEREST_PENALTY", 0.0),
    Rule("when a body is to meet ranks down", cues, "MEETING_PENALTY", 0.0),
    Rule("a short resolution is told whole", quote, "SHORT_RESOLUTION", 0),
    Rule("a further meeting's resolution speaks of the matter itself", quote, "TOPICAL", 0.0),
    Rule("lists of those present rank down", cues, "FURNITURE_PENALTY", 0.0),
    Rule("what is asked besides is quoted too", quote, "SECOND_SHARE", 9.0),
    Rule("each period is quoted for what is asked of it", by_period, "by_facet", lambda *_: []),
    Rule("words of other periods count less for a period", weights, "OTHER_SHARE", 1.0),
    Rule("a second window as good is quoted for a period", by_period, "AS_GOOD", 9.0),
    Rule("a period's own words count over those around them", by_period, "OWN_WORDS", 0.0),
    Rule("a list, and what is asked besides, take what is as good", quote, "ALSO", 9.0),
    Rule("a list is told from its start", quote, "ALIKE", 1.0),
    Rule(
        "a question that was put is told with its reply",
        replied,
        "with_replies",
        lambda chosen, _paper_of: list(chosen),
    ),
    Rule("offices are known by their other names", vocabulary, "ALIKE", ()),
    Rule("no vote is told where none is minuted", untold, "unvoted", lambda _asked, _chosen: False),
    Rule("no cost is told where only a guess or a gift stands", untold, "unpaid", lambda _asked, _chosen: False),
    Rule("what was to be done is not what came", untold, "meant_only", lambda _asked, _chosen: False),
    Rule("a number of other things is no count", untold, "uncounted", lambda _asked, _chosen: ""),
    Rule("the meeting, or a figure, stands for the rarest word", decline, "_vouched", lambda _asked, _chosen: False),
    Rule("to be asked is no reply", untold, "unreplied", lambda _asked, _chosen: ""),
    Rule("what was written before a day does not tell of it", decline, "too_early", lambda _asked, _chosen: None),
)


@contextmanager
def switched_off(rule: Rule) -> Iterator[None]:
    """The bot without one rule."""
    on = getattr(rule.module, rule.constant)
    setattr(rule.module, rule.constant, rule.off)
    try:
        yield
    finally:
        setattr(rule.module, rule.constant, on)


def ablate(runs: Sequence[Run]) -> list[tuple[str, dict[str, float]]]:
    """The mean figures over several runs with all rules on, then with each switched off."""
    rows = [("all rules", _figures(runs))]
    for rule in RULES:
        with switched_off(rule):
            rows.append((rule.name, _figures(runs)))
    return rows


def table(rows: Sequence[tuple[str, dict[str, float]]]) -> str:
    """The figures as a markdown table: those of all rules, then what switching a rule off changes."""
    (_, whole), *others = rows
    lines = [f"| | {' | '.join(FIGURES)} |", f"|---|{'---|' * len(FIGURES)}"]
    lines.append(f"| **all rules** | {' | '.join(f'{whole[name]:.3f}' for name in FIGURES)} |")
    for label, figures in others:
        changes = " | ".join(f"{figures[name] - whole[name]:+.3f}" for name in FIGURES)
        lines.append(f"| without: {label} | {changes} |")
    return "\n".join(lines)


def _figures(runs: Sequence[Run]) -> dict[str, float]:
    measured = [evaluate(run, as_indexed=True)[0] for run in runs]
    return {name: sum(figures[name] for figures in measured) / len(measured) for name in FIGURES}
