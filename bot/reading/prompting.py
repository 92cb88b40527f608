"""What a model is given to read: whole items of the papers, each paragraph under a label, within a budget of tokens."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil

from bot.reading.items import Item
from bot.types import Query
from corpus.dates import written
from index.types import HeldPaper, HeldParagraph, Passage
from prompts import render

MOST_ITEMS = 16
FIRST_ITEMS = 8  # are grown to their whole items before the others are given any room
SHORT_ITEMS = 3
SHORT_TOKENS = 900  # 1,694 tokens took a model of 1.5 billion parameters 102 s on two busy cores
TOKENS_PER_WORD = 1.35  # word pieces of MiniLM's vocabulary: 1.24 and 1.32 a word on two sets of papers
LINE_TOKENS = 6  # of a paragraph's label, beside its words: "[12.3]"
SAME_SHARE = 0.8  # of runs of words in common from which two texts of one meeting are one: a draft, and it as adopted
TELLING_RUNS = 25  # from which that holds under any heading: "That the report be noted" is said of many things
WITHHELD_AMONG = 3  # the best items: one left out of these may hold the answer
_RUN = 3  # words
_PLAIN = frozenset({"text", "table"})  # types of paragraph that are not named before their words
_DECIDING = frozenset({"resolution", "recommendation", "motion", "vote"})
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs"})  # categories of signs that nobody sees, and a model would read

# A paper that speaks to a program instead of to its readers: no model is shown it.
_TO_A_MACHINE = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|above|previous)\b|"
    r"\b(?:system prompt|language model|AI (?:model|assistant)|chat ?bot|jailbreak)\b|\byou are (?:now )?(?:an? )?(?:AI|assistant)\b|"
    r"<\s*/?\s*(?:system|assistant|user|item|earlier|question|script)\b|\[/?INST\]|<\|",
    re.IGNORECASE | re.DOTALL,
)

ItemsOf = Callable[[Passage], Sequence[Item]]
"""The items that a passage's paragraphs stand in."""


@dataclass(frozen=True, slots=True)
class LabelledParagraph:
    """A paragraph under its label, such as "1.2"; `text` is what is shown of its words."""

    label: str
    paragraph: HeldParagraph
    text: str


@dataclass(frozen=True, slots=True)
class LabelledItem:
    """What is shown of an item, in reading order, and the passages that it was found by, the best first."""

    label: str
    paragraphs: tuple[LabelledParagraph, ...]
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Its head and its paragraphs, a line each; a line of its own says where paragraphs are left out."""
        lines = [_head(self.label, self._lead)]
        before = self.paragraphs[0].paragraph.ordinal
        for one in self.paragraphs:
            lines += ["…"] * (one.paragraph.ordinal > before + 1)
            kind = "" if one.paragraph.type in _PLAIN else f"{one.paragraph.type}: "
            lines.append(f"[{one.label}] {kind}{one.text}")
            before = one.paragraph.ordinal
        return "\n".join([*lines, "</item>"])

    @property
    def _lead(self) -> HeldParagraph:
        """The first paragraph of the best passage, where it is shown."""
        found = {paragraph.id for paragraph in self.passages[0].paragraphs}
        shown = [one.paragraph for one in self.paragraphs]
        return next((paragraph for paragraph in shown if paragraph.id in found), shown[0])

    def passage_of(self, paragraph: HeldParagraph) -> Passage:
        """The passage that holds a paragraph; the best one where it stands beside them."""
        holding = (one for one in self.passages if any(held.id == paragraph.id for held in one.paragraphs))
        return next(holding, self.passages[0])


@dataclass(frozen=True, slots=True)
class Layout:
    """The items that a model is shown. `withheld` says that one of the best was left out because it speaks to a program."""

    items: tuple[LabelledItem, ...]
    withheld: bool = False

    @property
    def text(self) -> str:
        """The items as a prompt holds them."""
        return "\n\n".join(item.text for item in self.items)


@dataclass(slots=True)
class _Candidate:
    """An item that may be shown: the passages in it, all its paragraphs in order, and those chosen, by their places."""

    passages: list[Passage]
    paragraphs: list[HeldParagraph]
    chosen: dict[int, str] = field(default_factory=dict)

    @property
    def core(self) -> list[HeldParagraph]:
        """The paragraphs of its passages, those of the best first."""
        return [paragraph for passage in self.passages for paragraph in passage.paragraphs]

    @property
    def paper(self) -> HeldPaper:
        return self.passages[0].paper

    def around(self) -> list[HeldParagraph]:
        """The other paragraphs: what was decided first, then the nearest."""
        found = {paragraph.ordinal for paragraph in self.core}
        others = [one for one in self.paragraphs if one.ordinal not in found]
        return sorted(others, key=lambda one: (one.type not in _DECIDING, min(abs(one.ordinal - at) for at in found)))

    def add(self, passage: Passage, paragraphs: Iterable[HeldParagraph]) -> None:
        """Takes in another passage of the same item."""
        held = {one.ordinal: one for one in (*self.paragraphs, *paragraphs)}
        self.passages.append(passage)
        self.paragraphs = [held[ordinal] for ordinal in sorted(held)]


class _Budget:
    """Tokens that are left for items."""

    def __init__(self, tokens: int) -> None:
        self._left = tokens

    def give(self, candidate: _Candidate, paragraphs: Iterable[HeldParagraph]) -> None:
        """Chooses paragraphs of a candidate for as long as there is room, and a head where it has none yet."""
        head = 0 if candidate.chosen else tokens(_head("", candidate.core[0])) + LINE_TOKENS
        for paragraph in paragraphs:
            text = escaped(paragraph.text)
            needed = head + tokens(text) + LINE_TOKENS
            if needed > self._left:
                return
            candidate.chosen[paragraph.ordinal] = text
            self._left -= needed
            head = 0

    def give_part(self, candidate: _Candidate) -> None:
        """Chooses the beginning of the first paragraph of a candidate that is too long for the budget, which it uses up."""
        room = self._left - tokens(_head("", candidate.core[0])) - 2 * LINE_TOKENS
        words = escaped(candidate.core[0].text).split()
        candidate.chosen[candidate.core[0].ordinal] = " ".join([*words[: max(int(room / TOKENS_PER_WORD), 1)], "…"])
        self._left = 0


def lay_out(passages: Sequence[Passage], items_of: ItemsOf, budget: int, *, short: bool = False) -> Layout:
    """The items of the best passages within a budget of tokens, best first, near-duplicates once.

    The passages themselves come first, then what stands around them in their items, then further passages. `short` is for
    small models: two or three items, and no more than they can read.
    """
    most, room = (SHORT_ITEMS, min(budget, SHORT_TOKENS)) if short else (MOST_ITEMS, budget)
    found = _candidates(passages, items_of, 2 * most)
    refused = [_speaks_to_a_machine(one) for one in found]
    shown = _once(one for one, no in zip(found, refused, strict=True) if not no)[:most]
    left = _Budget(room)
    for one in shown[:FIRST_ITEMS]:
        left.give(one, one.core)
        if one is shown[0] and not one.chosen:
            left.give_part(one)
    for one in shown[:FIRST_ITEMS]:
        left.give(one, one.around() if one.chosen else ())
    for one in shown[FIRST_ITEMS:]:
        left.give(one, (*one.core, *one.around()))
    chosen = [one for one in shown if one.chosen]
    return Layout(tuple(_labelled(place, one) for place, one in enumerate(chosen, 1)), any(refused[:WITHHELD_AMONG]))


def prompt(query: Query, layout: Layout, *, short: bool = False) -> str:
    """The prompt that asks a model to read items for a question."""
    fields = {"items": layout.text, "today": _days(query), "question": escaped(query.text)}
    if short:
        return render("read_short", **fields)
    return render("read", **fields, earlier="\n".join(map(escaped, query.history)))


def again(asked: str, fault: str) -> str:
    """The prompt that asks once more, after a reply that could not be used. `fault` is told as it stands."""
    return render("read_again", prompt=asked, fault=fault)


def tokens(text: str) -> int:
    """About how many tokens a text is to a model."""
    return ceil(len(text.split()) * TOKENS_PER_WORD)


def escaped(text: str) -> str:
    """A text on one line, without signs that nobody sees, its "<", ">" and "&" written so that they close nothing."""
    return html.escape(" ".join(visible(text).split()), quote=False)


def visible(text: str) -> str:
    """A text without control signs and signs of no width; white space stays."""
    return "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in _INVISIBLE)


def _candidates(passages: Sequence[Passage], items_of: ItemsOf, most: int) -> list[_Candidate]:
    """The items of passages, best first; passages of one item make one."""
    found: list[_Candidate] = []
    for passage in passages:
        whole = {p.ordinal: p for item in items_of(passage) for p in (*item.opening, *item.paragraphs)}
        whole |= {p.ordinal: p for p in passage.paragraphs}
        near = (one for one in found if one.paper.id == passage.paper.id)
        same = next((one for one in near if whole.keys() & {p.ordinal for p in one.paragraphs}), None)
        if same is not None:
            same.add(passage, whole.values())
        elif len(found) < most:
            found.append(_Candidate([passage], [whole[ordinal] for ordinal in sorted(whole)]))
    return found


def _speaks_to_a_machine(candidate: _Candidate) -> bool:
    lead = candidate.core[0]
    told = (lead.paper.title, lead.paper.body or "", lead.heading, *(one.text for one in candidate.paragraphs))
    return bool(_TO_A_MACHINE.search(visible("\n".join(told))))


def _once(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Candidates without those that say nearly what a better one says in another paper of its meeting."""
    kept: list[_Candidate] = []
    for one in candidates:
        if not any(_alike(one, other) for other in kept):
            kept.append(one)
    return kept


def _alike(one: _Candidate, other: _Candidate) -> bool:
    """Whether two candidates are one text in two papers of a kind, of one meeting."""
    mine, theirs = one.paper, other.paper
    if mine.id == theirs.id or (mine.body, mine.days, mine.kind) != (theirs.body, theirs.days, theirs.kind):
        return False
    runs, others = _runs(one.core), _runs(other.core)
    fewer = min(len(runs), len(others))
    titled = one.core[0].heading.casefold() == other.core[0].heading.casefold()
    return (titled or fewer >= TELLING_RUNS) and len(runs & others) >= SAME_SHARE * fewer


def _runs(paragraphs: Iterable[HeldParagraph]) -> set[tuple[str, ...]]:
    """The runs of words of paragraphs; a text that is shorter than a run is one."""
    words = [word.casefold().strip(".,;:") for paragraph in paragraphs for word in paragraph.text.split()]
    return set(zip(*(words[at:] for at in range(_RUN)), strict=False)) or {tuple(words)}


def _labelled(place: int, candidate: _Candidate) -> LabelledItem:
    held = [one for one in candidate.paragraphs if one.ordinal in candidate.chosen]
    labelled = (
        LabelledParagraph(f"{place}.{at}", one, candidate.chosen[one.ordinal]) for at, one in enumerate(held, 1)
    )
    return LabelledItem(str(place), tuple(labelled), tuple(candidate.passages))


def _head(label: str, lead: HeldParagraph) -> str:
    paper = lead.paper
    day = paper.days.day if paper.days else None
    facts = {
        "label": f"[{label}]",
        "body": paper.body_in_full or "",
        "date": written(day, paper.month),
        "kind": paper.kind,
        "status": "draft" if paper.draft else "adopted" if paper.kind == "minutes" else "",
        "paper": paper.title,
        "heading": lead.heading,
        "place": lead.locator,
    }
    attributes = (f'{name}="{escaped(value).replace(chr(34), "&quot;")}"' for name, value in facts.items() if value)
    return f"<item {' '.join(attributes)}>"


def _days(query: Query) -> str:
    """What day it is, and which days the question means by words such as "last month"."""
    told = [f"Today is {written(query.today, None)}."] if query.today else []
    for period in query.scope.periods:
        if period.exact != "open" and not any(sign.isdigit() for sign in period.words):
            first, last = (written(day, None) for day in (period.since, period.until))
            told.append(f"By “{escaped(period.words)}” it means {first}{'' if first == last else f' to {last}'}.")
    return " ".join(told)
