"""The steps of a turn in their order: condense, evidence, quote (or compose), verify."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import cast

from bot.answerability import exempt
from bot.answerability import judging as decline
from bot.answerability import premises as premise
from bot.answerability import wording as declined
from bot.answerability.absent import unheard
from bot.answerability.missing import missing
from bot.answerability.reading import READ_PASSAGES, SURE, NetworkJudge
from bot.answerability.wording import Where
from bot.events import Answered, Event, Reading, Searching, Steps, Writing, Written, last
from bot.followthrough import outcome
from bot.followthrough import replies as replied
from bot.followthrough import supersession as undone
from bot.grounding.compose import Composer, Composition, CompositionFailed
from bot.grounding.compose import Writing as Prose
from bot.grounding.quoted import Quoted
from bot.grounding.verify import verify
from bot.query import ambiguity as ambiguous
from bot.query import holdings, off_topic
from bot.query import refusals as refuse
from bot.query.ambiguity import Several
from bot.query.courtesy import plainly
from bot.query.question import Question
from bot.query.rewriting import background, condense
from bot.query.scoping import Scoping
from bot.query.spelling import Respelt, Spelling, read_as, told_of
from bot.reading import by_period
from bot.reading import lexical as evidence
from bot.reading import retrieval as looking
from bot.reading import selection as quote
from bot.reading.items import Items
from bot.reading.lexical import Asked, Window
from bot.reading.passages import in_order
from bot.reading.retrieval import Sought
from bot.reading.vocabulary import Vocabulary, alike
from bot.reading.weights import Weights
from bot.rendering import attributions as lead
from bot.rendering import comparison
from bot.rendering.continuation import run_on, unshown
from bot.rendering.days import today
from bot.types import Answer, Citation, Turn
from corpus.types import PaperKind
from index.fuse import Weights as SearchWeights
from index.glossary import both_ways, expansion_in
from index.opening import Index
from index.scope import Inferred, Scope
from index.types import Filter, Passage

MOST_CHARACTERS = 2_000  # of a question
SHOWN_PASSAGES = 8  # given with the answer
LATER_PASSAGES = 12  # looked at for what undid a decision
MINUTES: frozenset[PaperKind] = frozenset({"minutes"})
BY_WORDS = SearchWeights(words=1.0, vectors=0.0)  # what undoes a decision names it


class WrongQuestion(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """A question cannot be taken: it is empty, or too long."""


@dataclass(frozen=True, slots=True)
class Bot:
    """Answers turns from one index, whose reader is cleared or not. `composer` is None in quoting mode.

    `today` tells the day that it is, for what a question calls the last meeting. `judge` may veto an answer; None for none.
    """

    index: Index
    items: Items
    composer: Composer | None = None
    today: Callable[[], date] = today
    judge: NetworkJudge | None = None
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

    def _steps(self, turn: Turn, allowed: Filter) -> Steps:
        if refusal := refuse.judge(turn.question, cleared=self.cleared):
            return refuse.told(refusal)
        turn = _plain(turn)
        where = Where(
            holdings.searched(self.index.catalogue, allowed), tuple(self.index.catalogue.meetings(allowed)), allowed
        )
        yield Searching(where.searched)
        scope = self._scope(turn, turn.question)
        shelf = holdings.Shelf(self.index.catalogue, allowed, self.today())
        if listed := holdings.told(shelf, turn.question, scope):
            return replace(listed, searched=where.searched, inferred=scope.told())
        respelt = self._respelt(turn)
        asked, passages, windows = self._read(turn, respelt, allowed, scope)
        yield Reading(len(passages))
        several = looking.several(self.index, asked.question, asked.scoping.scope, allowed)
        several = several or ambiguous.councils(asked.scoping.scope, windows)
        around = in_order(self.index.reading, windows, passages, READ_PASSAGES)
        told = yield from self._told(asked, passages, windows, where, several, around=around)
        told = ambiguous.told(told, asked, several, allowed)
        return replace(
            told,
            text=told_of(respelt) + told.text,
            passages=tuple(around[:SHOWN_PASSAGES]),
            searched=where.searched,
            inferred=(*asked.scoping.scope.told(), *(Inferred(one.key, one.told) for one in respelt)),
        )

    def passages(self, turn: Turn, k: int = SHOWN_PASSAGES, allowed: Filter | None = None) -> list[Passage]:
        """What an answer to this turn would be drawn from, best first."""
        turn = _plain(turn)
        _, passages, windows = self._read(turn, self._respelt(turn), allowed or Filter())
        return in_order(self.index.reading, windows, passages, k)

    def _read(
        self, turn: Turn, respelt: Sequence[Respelt], allowed: Filter, scope: Scope | None = None
    ) -> tuple[Asked, list[Passage], list[Window]]:
        """What windows are scored by, the passages that search finds, and the windows in them, best first.

        `scope` is what the turn says as it is written, where that was read before; other words are read anew.
        """
        written, turn = turn.question, replace(turn, question=read_as(turn.question, respelt))
        question = condense(turn)
        if scope is None or question.text != written.strip():
            scope = self._scope(turn, question.text)
        scope = ambiguous.only(scope, self.index.catalogue.bodies(allowed))
        others = both_ways(question.text, self.index.abbreviations())
        others |= {name.text: name.initials for name in question.phrases if name.initials and not name.is_body}
        passages = looking.passages(self.index, Sought(question, others, scope, background(turn)), allowed)
        others |= _expanded(question, others, passages)
        scoping = Scoping(scope, asks_when=question.wants == "when")
        asked = Asked(question, self._weights(question, scope), Vocabulary(question, others), scoping)
        return asked, passages, evidence.windows(asked, passages, self.items)

    def _scope(self, turn: Turn, text: str) -> Scope:
        """What a text says about where to look, without what the reader said no to."""
        return self.index.scope(text, self.today()).leaving_out(turn.without)

    def _respelt(self, turn: Turn) -> list[Respelt]:
        """What of a question is read otherwise than it is written, as far as the reader did not say no to it."""
        return [one for one in self.spelling.respelt(turn.question) if one.key not in turn.without]

    def _told(
        self,
        asked: Asked,
        passages: Sequence[Passage],
        windows: Sequence[Window],
        where: Where,
        several: Several | None = None,
        *,
        around: Sequence[Passage],
    ) -> Steps:
        """The quotations that carry the question, or why it is declined; `around` are the passages around the best windows."""
        if off_topic.is_off_topic(asked.question.text):
            return self._declined(asked, decline.Decline("off_topic"), [], where)
        if not asked.weights.heard:  # no word of it stands in any paper: what ranks first says nothing of it
            return self._declined(asked, decline.Decline("nothing_found"), [], where)
        if not (chosen := ambiguous.choose(asked, windows, several, self.items.paper)):
            asked, chosen = by_period.choose(asked, passages, windows, self.items)
        if absent := unheard(asked.question, partial(self._heard, asked.scoping.scope.councils)):
            return self._declined(asked, decline.of_unheard(asked, absent, chosen), chosen, where)
        closed = None if self.cleared else exempt.notice(asked, passages, chosen, self.index.catalogue, where.allowed)
        if closed:
            refusal = decline.Decline("exempt", exempt.paragraphs_of_schedule(closed.text), near=True)
            return self._declined(asked, refusal, [closed], where)
        lacks = decline.judge(asked, chosen, self.items.paper) or decline.indistinct(asked, windows, chosen)
        if wrong := premise.judge(asked, windows, lacks, partial(self._later, where.allowed), self.items.paper):
            return self._declined(asked, wrong.refusal, [wrong.told], where)
        if lacks:
            return self._declined(asked, lacks, chosen, where)
        if self.judge and self.judge.sure(asked.question.text, [passage.paragraphs for passage in around]) < SURE:
            return self._declined(asked, decline.Decline("nothing_found"), chosen, where)
        ended = self._ended(asked, chosen, where.allowed)
        quoting = self._quoted(ended)
        quoting = replace(quoting, text=comparison.told(asked, ended, quoting.citations) or quoting.text)
        told = (yield from self._composed(asked.question, ended, quoting)) if self.composer else quoting
        return _noted(told, missing(asked, ended), *unshown(asked, windows, ended, self.items.paper))

    def _ended(self, asked: Asked, chosen: Sequence[Window], allowed: Filter) -> list[Window]:
        """The windows with what became of what they propose, and with what a later meeting undid of it."""
        paper = self.items.paper
        whole = outcome.told_whole(asked.question.wants, replied.with_replies(chosen, paper), paper)
        later, frequencies = partial(self._later, allowed), self.index.catalogue.frequencies
        latest = undone.latest_first(asked, lead.as_recommended(whole, paper), later, paper, frequencies)
        return run_on(asked, latest, paper)

    def _heard(self, councils: Sequence[str], word: str) -> bool:
        """Whether a word, or what other papers have for it, stands in any paper, or in the name of a council of theirs."""
        return word.lower() in " ".join(councils).lower().split() or any(
            self.index.catalogue.frequencies(alike(word)).values()
        )

    def _later(self, allowed: Filter, text: str, when: date) -> list[Passage]:
        """What the papers of meetings after a day say of a matter, by its words alone."""
        after = max(when + timedelta(days=1), allowed.since or date.min)
        if "minutes" not in (allowed.kinds or MINUTES):
            return []
        later = replace(allowed, since=after, kinds=MINUTES)
        return self.index.search(text, later, k=LATER_PASSAGES, weights=BY_WORDS)

    def _weights(self, question: Question, scope: Scope) -> Weights:
        words = {word.stem: word.text for word in question.terms}
        counted = self.index.catalogue.frequencies(list(words.values()))
        by_stem = {stem: counted[text] for stem, text in words.items()}
        return Weights(question, by_stem, self.index.catalogue.size(), scope.called)

    def _quoted(self, chosen: Sequence[Window]) -> Answer:
        citations = quote.cite(chosen, self.index.catalogue.places)
        texts = {c.n: "\n".join(p.text for p in w.paragraphs) for c, w in zip(citations, chosen, strict=True)}
        verify(citations, lambda citation: texts[citation.n])
        return Answer(quote.compose_text(chosen, citations), citations)

    def _composed(self, question: Question, chosen: Sequence[Window], quoting: Answer) -> Steps:
        """The model's prose over the quotations; where nothing of it holds, the quoting answer with the reason."""
        assert self.composer is not None  # noqa: S101 - for the type checker: the caller has looked
        quoted = [
            Quoted(
                citation,
                "recommendation" if window.recommends else window.paragraphs[0].type,
                window.paragraphs[0].heading,
            )
            for citation, window in zip(quoting.citations, chosen, strict=True)
        ]
        yield Writing(len(quoted))
        try:
            written = yield from _sentences(self.composer.writing(question.text, quoted))
        except CompositionFailed as fault:
            return _noted(quoting, f"Answered in quotations alone: {fault}.")
        return _noted(replace(quoting, text=written.text, mode="composing"), written.note)

    def _declined(self, asked: Asked, refusal: decline.Decline, chosen: Sequence[Window], where: Where) -> Answer:
        near: tuple[Citation, ...] = ()
        if refusal.near and refusal.reason != "nothing_found":
            near = quote.cite(chosen[:1], self.index.catalogue.places)
        return Answer(declined.tell(asked, refusal, near, where), near, abstained=True, reason=refusal.reason)


def _sentences(writing: Prose) -> Generator[Event, None, Composition]:
    """A composition, its sentences told as events while it is written."""
    while True:
        try:
            yield Written(next(writing))
        except StopIteration as end:
            return cast("Composition", end.value)


def _noted(answer: Answer, *notes: str | None) -> Answer:
    """An answer with further lines on what it lacks."""
    return replace(answer, missing="\n".join(filter(None, [answer.missing, *notes])) or None)


def _expanded(question: Question, others: Mapping[str, str], passages: Sequence[Passage]) -> dict[str, str]:
    """What the question's abbreviations stand for in the passages found, where no paper says it in brackets."""
    letters = [
        word.text for word in question.terms if word.text.isupper() and word.text.isalpha() and word.text not in others
    ]
    texts = [passage.text for passage in passages] if letters else []
    return {one: words for one in letters if len(one) > 1 and (words := expansion_in(one, texts))}


def _plain(turn: Turn) -> Turn:
    """The turn with its questions as they are without courtesies."""
    return replace(turn, question=plainly(turn.question), history=tuple(map(plainly, turn.history)))


def _check(question: str) -> None:
    if not any(map(str.isalnum, question)):
        raise WrongQuestion("the question is empty: ask something, for example “What was resolved on libraries?”")
    if len(question) > MOST_CHARACTERS:
        raise WrongQuestion(f"the question has {len(question):,} characters: ask in at most {MOST_CHARACTERS:,}")
