"""The steps of a turn in their order: route, understand, retrieve, read, judge, follow through, render, verify."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from itertools import zip_longest

from bot.answerability import absent, constraints, elsewhere, exempt
from bot.answerability.missing import missing
from bot.answerability.refusal import Refusal
from bot.answerability.wording import Where, tell
from bot.events import Answered, Event, Searching, Steps, last
from bot.events import Reading as ReadingNow
from bot.followthrough import clauses, outcome, replies, supersession
from bot.grounding.verify import verify
from bot.query import ambiguity, holdings, off_topic, refusals
from bot.query.courtesy import plainly
from bot.query.parts import Part, by_body, by_period
from bot.query.rewriting import background, condense
from bot.query.spelling import Respelt, Spelling, read_as, told_of
from bot.reading.items import Items
from bot.reading.reader import Reader
from bot.reading.retrieval import expanded, others_of, passages_for
from bot.rendering import attributions, comparison, continuation, quotations
from bot.rendering.days import today
from bot.types import MOST_CITATIONS, Answer, Citation, Evidence, Query, Reading, Turn
from corpus.lexicon import alike
from corpus.types import PaperKind
from index.coverage import Wanted
from index.fuse import Weights as SearchWeights
from index.opening import Index
from index.scope import Inferred, Scope
from index.types import Filter, Passage

MOST_CHARACTERS = 2_000  # of a question
SHOWN_PASSAGES = 8  # given with the answer
LATER_PASSAGES = 12  # looked at for what undid a decision
PART_PASSAGES = 12  # found for each period or body that is asked about
MINUTES: frozenset[PaperKind] = frozenset({"minutes"})
SURE = 0.45  # from which a reader's word is taken that it has found an answer; docs/evaluation.md has the curve
BY_WORDS = SearchWeights(words=1.0, vectors=0.0)  # what undoes a decision names it


class WrongQuestion(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """A question cannot be taken: it is empty, or too long."""


@dataclass(frozen=True, slots=True)
class Found:
    """A question with the passages found for it and what was read in them."""

    query: Query
    passages: tuple[Passage, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class Bot:
    """Answers turns from one index, whose reader is cleared or not.

    `today` tells the day that it is, for what a question calls the last meeting. `sure` is how sure the reader of passages
    must be that they answer.
    """

    index: Index
    items: Items
    reader: Reader
    today: Callable[[], date] = today
    sure: float = SURE
    spelling: Spelling = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "spelling", Spelling(self.index.catalogue))  # it keeps the names that it reads

    @property
    def cleared(self) -> bool:
        """Whether the reader may see papers that are not for publication."""
        return self.index.catalogue.cleared

    def answer(self, turn: Turn, allowed: Filter | None = None) -> Answer:
        """The answer to a turn from the papers that the reader's filter allows: the last of its `events`.

        Raises:
            WrongQuestion: the question is empty, or longer than MOST_CHARACTERS.
            UnverifiedQuotation: a quotation is not verbatim (a fault of the program; nothing is shown).
        """
        return last(self.events(turn, allowed))

    def events(self, turn: Turn, allowed: Filter | None = None) -> Iterator[Event]:
        """What happens on the way to the answer to a turn, and then the answer.

        Raises:
            WrongQuestion: as for `answer`.
            UnverifiedQuotation: as for `answer`.
        """
        began = time.perf_counter()
        _check(turn.question)
        answer = yield from self._steps(turn, allowed or Filter())
        yield Answered(replace(answer, seconds=time.perf_counter() - began))

    def passages(self, turn: Turn, k: int = SHOWN_PASSAGES, allowed: Filter | None = None) -> list[Passage]:
        """What an answer to this turn would be drawn from, best first."""
        turn = _plain(turn)
        query = self._query(turn, self._respelt(turn), allowed or Filter())
        return list(self._read(query, passages_for(self.index, query)).passages[:k])

    def _steps(self, turn: Turn, allowed: Filter) -> Steps:
        if refusal := refusals.judge(turn.question, cleared=self.cleared):
            return refusals.told(refusal)
        turn = _plain(turn)
        held = self.index.catalogue
        where = Where(holdings.searched(held, allowed), tuple(held.meetings(allowed)), allowed)
        yield Searching(where.searched)
        scope = self._scope(turn, turn.question)
        shelf = holdings.Shelf(held, allowed, self.today())
        if listed := holdings.told(shelf, turn.question, scope):
            return replace(listed, searched=where.searched, inferred=scope.told())
        respelt = self._respelt(turn)
        query = self._query(turn, respelt, allowed, scope)
        several = ambiguity.several_of(query.text, query.scope, held.bodies(allowed))
        parts = by_body(query, several) if several else by_period(query)
        passages = passages_for(self.index, query)
        if self.reader.by_model:  # it is asked once, and reads the passages of all parts together
            passages, parts = self._of_all(passages, parts), []
        yield ReadingNow(len(passages), self.reader.by_model)
        found = self._read(query, passages)
        told = ambiguity.told(self._answered(found, parts, where), query, several)
        return replace(
            told,
            text=told_of(respelt) + told.text,
            passages=found.passages[:SHOWN_PASSAGES],
            searched=where.searched,
            inferred=(*query.scope.told(), *(Inferred(one.key, one.told) for one in respelt)),
        )

    def _query(self, turn: Turn, respelt: Sequence[Respelt], allowed: Filter, scope: Scope | None = None) -> Query:
        """The turn's question, standing alone. `scope` is what the turn says as it is written, where that was read before."""
        written, turn = turn.question, replace(turn, question=read_as(turn.question, respelt))
        question = condense(turn)
        if scope is None or question.text != written.strip():
            scope = self._scope(turn, question.text)
        return Query(
            question,
            ambiguity.only(scope, self.index.catalogue.bodies(allowed)),
            allowed,
            turn.history,
            self.today(),
            others_of(question, self.index.abbreviations()),
            background(turn),
        )

    def _read(self, query: Query, passages: Sequence[Passage]) -> Found:
        """What is read in the passages found for a question; those that answer come first."""
        query = replace(query, others={**query.others, **expanded(query, passages)})
        reading = self.reader.read(query, passages)
        first = {id(one): one for one in (*reading.passages, *(one.passage for one in reading.evidence))}
        return Found(query, (*first.values(), *(one for one in passages if id(one) not in first)), reading)

    def _scope(self, turn: Turn, text: str) -> Scope:
        """What a text says about where to look, without what the reader said no to."""
        return self.index.scope(text, self.today()).leaving_out(turn.without)

    def _respelt(self, turn: Turn) -> list[Respelt]:
        """What of a question is read otherwise than it is written, as far as the reader did not say no to it."""
        return [one for one in self.spelling.respelt(turn.question) if one.key not in turn.without]

    def _answered(self, found: Found, parts: Sequence[Part], where: Where) -> Answer:
        """The quotations that carry the question, or why it is declined."""
        query = found.query
        if off_topic.is_off_topic(query.text):
            return self._declined(query, Refusal("off_topic"), where)
        if refusal := absent.absent(query, self._heard(query), found.reading.evidence):
            return self._declined(query, refusal, where)
        chosen, refusal = self._judged(found) if not parts else self._of_parts(found, parts)
        if notice := self._exempt(found, chosen):
            return self._declined(query, notice, where)
        if not chosen or refusal:
            return self._declined(query, refusal or Refusal("nothing_found"), where)
        return self._quoted(query, found.reading, chosen)

    def _judged(self, found: Found) -> tuple[list[Evidence], Refusal | None]:
        """The evidence to quote, of what was read, that meets what the question names; else why there is none."""
        reading = found.reading
        if not reading.evidence:
            return [], Refusal(reading.reason or "nothing_found")
        if refusal := elsewhere.away(found.query, reading.evidence):
            return [], refusal
        fitting, refusal = constraints.fitting(found.query, reading.evidence, self.items.paper)
        if not fitting:
            return [], refusal
        if reading.sure < self.sure:
            return [], Refusal("nothing_found")
        return fitting, None

    def _of_parts(self, found: Found, parts: Sequence[Part]) -> tuple[list[Evidence], Refusal | None]:
        """The evidence for each of several periods or bodies, in the order named; for the whole where no part has any."""
        told: list[Evidence] = []
        room = max(1, MOST_CITATIONS // len(parts))
        for part in parts:
            chosen, _ = self._judged(self._read(part.query, passages_for(self.index, part.query, PART_PASSAGES)))
            told += [one for one in chosen[:room] if not _repeats(one, told)]
        return (told[:MOST_CITATIONS], None) if told else self._judged(found)

    def _of_all(self, passages: Sequence[Passage], parts: Sequence[Part]) -> list[Passage]:
        """The passages found for a question, and for each of its parts, in turns and each once."""
        found = [list(passages), *(passages_for(self.index, part.query, PART_PASSAGES) for part in parts)]
        turns = (one for turn in zip_longest(*found) for one in turn if one is not None)
        return list({one.paragraphs[0].id: one for one in turns}.values())

    def _exempt(self, found: Found, chosen: Sequence[Evidence]) -> Refusal | None:
        """That what is asked for was dealt with in private, for a reader who is not cleared."""
        if self.cleared:
            return None
        query = found.query
        wanted = Wanted(self.index.catalogue, query.text, query.scope, query.others)
        notice = exempt.notice(query, wanted, found.passages, chosen, self.index.catalogue)
        return Refusal("exempt", exempt.paragraphs_of_schedule(notice.text), notice) if notice else None

    def _heard(self, query: Query) -> Callable[[str], bool]:
        """Whether a word, or what other papers have for it, stands in any paper, or in the name of a council of theirs."""
        councils = set(" ".join(query.scope.councils).lower().split())
        counted = self.index.catalogue.frequencies
        return lambda word: word.lower() in councils or any(counted([word, *alike(word)]).values())

    def _quoted(self, query: Query, reading: Reading, chosen: Sequence[Evidence]) -> Answer:
        """The answer over the evidence, with what became of what it proposes and with what a later meeting undid of it."""
        paper, held = self.items.paper, self.index.catalogue
        quoted = list(chosen[:MOST_CITATIONS])
        whole = outcome.told_whole(query, replies.with_replies(clauses.together(query, quoted), paper), paper)
        later = partial(self._later, query.allowed)
        told = attributions.as_recommended(whole, paper)
        told = supersession.latest_first(query, told, later, paper, held.frequencies)
        if not reading.sentences:  # a list that runs on would stand beside a reader's own words, and in none of them
            told = continuation.run_on(query, told, paper)
        citations = quotations.cite(told, held.places)
        verify(told, citations, held.paragraph)
        others = continuation.unshown(query, chosen, told, paper)
        notes = [reading.missing, missing(query, told) or "", *others, reading.note]
        lacks = "\n".join(filter(None, notes)) or None
        if reading.sentences:
            text = quotations.written_text(reading, told, citations)
            if text:
                return Answer(text, citations, missing=lacks, mode="composing")
        text = comparison.told(query, told, citations) or quotations.compose_text(told, citations)
        return Answer(text, citations, missing=lacks)

    def _later(self, allowed: Filter, text: str, when: date) -> list[Passage]:
        """What the papers of meetings after a day say of a matter, by its words alone."""
        after = max(when + timedelta(days=1), allowed.since or date.min)
        if "minutes" not in (allowed.kinds or MINUTES):
            return []
        later = replace(allowed, since=after, kinds=MINUTES)
        return self.index.search(text, later, k=LATER_PASSAGES, weights=BY_WORDS)

    def _declined(self, query: Query, refusal: Refusal, where: Where) -> Answer:
        near: tuple[Citation, ...] = ()
        if refusal.near:
            near = quotations.cite([refusal.near], self.index.catalogue.places)
            verify([refusal.near], near, self.index.catalogue.paragraph)
        return Answer(tell(query, refusal, near, where), near, abstained=True, reason=refusal.reason)


def _repeats(one: Evidence, told: Sequence[Evidence]) -> bool:
    """Whether evidence shares a paragraph with what is told already."""
    held = {paragraph.id for other in told for paragraph in other.paragraphs}
    return any(paragraph.id in held for paragraph in one.paragraphs)


def _plain(turn: Turn) -> Turn:
    """The turn with its questions as they are without courtesies."""
    return replace(turn, question=plainly(turn.question), history=tuple(map(plainly, turn.history)))


def _check(question: str) -> None:
    if not any(map(str.isalnum, question)):
        raise WrongQuestion("the question is empty: ask something, for example “What was resolved on libraries?”")
    if len(question) > MOST_CHARACTERS:
        raise WrongQuestion(f"the question has {len(question):,} characters: ask in at most {MOST_CHARACTERS:,}")
