"""What each word of a question weighs: its rarity in the papers held, more for names, less for small talk."""

from __future__ import annotations

import copy
import math
from collections.abc import Collection, Iterable, Mapping

from bot.query.question import Question, is_date_word
from bot.query.terms import BUSINESS_STEMS, MONEY_STEMS, stems

BUSINESS_WEIGHT = 0.25  # words that every paper holds
DATE_WEIGHT = 0.5  # words of dates, which a meeting's own date may answer for
BODY_WORD_WEIGHT = 0.4  # words of a body's name: the body is matched as such
UNHEARD_WEIGHT = 0.4  # words that no paper holds: the papers have other words for it, or nothing
CARRIED_WEIGHT = 0.4  # words that an earlier turn lent
NAME_WEIGHT = 1.4  # names and numbers tell more than their rarity says
LENT_SHARE = 0.4  # of a word that an earlier part of the question lends a later one
OTHER_SHARE = 0.15  # of a word of another part
SHORT_QUESTION = 2  # words apart from names: of so few, the rarer says what is asked about


class Weights:
    """What each term of a question weighs: its rarity in the papers held, more for names, less for small talk.

    `dates` are the stems of its dates: they weigh less as words, since its periods are matched as dates too.
    """

    def __init__(
        self, question: Question, frequencies: Mapping[str, int], size: int, bodies: Iterable[str] = ()
    ) -> None:
        body_words = question.bodies.union(*(stems(body) for body in bodies))
        business = BUSINESS_STEMS | MONEY_STEMS if question.wants == "money" else BUSINESS_STEMS
        self.by_stem: dict[str, float] = {}
        self.dates: set[str] = set()
        self.leaning = bool(question.carried)
        self.heard = {stem for stem, count_ in frequencies.items() if count_}
        for word in question.terms:
            rarity = math.log(1 + (size + 1) / (frequencies.get(word.stem, 0) + 1))
            if is_date_word(word.text) or word.stem in question.dates:
                rarity *= DATE_WEIGHT
                self.dates.add(word.stem)
            elif word.stem in business or word.stem in question.aside:
                rarity *= BUSINESS_WEIGHT
            elif word.stem in body_words:
                rarity *= BODY_WORD_WEIGHT
            elif word.stem in question.names or word.stem in question.numbers:
                rarity *= NAME_WEIGHT
            elif not frequencies.get(word.stem):
                rarity *= UNHEARD_WEIGHT
            if word.stem in question.carried:
                rarity *= CARRIED_WEIGHT
            self.by_stem[word.stem] = rarity
        self.total = math.fsum(self.by_stem.values()) or 1.0
        named = question.names | question.numbers | {stem for phrase in question.phrases for stem in phrase.stems}
        self.topic = self.by_stem.keys() - self.dates - body_words - question.carried - question.aside - business
        self.attributes = frozenset() if question.wants == "meaning" else self.topic - named - question.besides

    def of_part(self, own: Collection[str], lent: Collection[str], dates: Collection[str]) -> Weights:
        """The weights for a part of the question: its own words and dates count whole, those lent to it less."""
        part = copy.copy(self)
        part.dates = self.dates.intersection(dates)
        part.by_stem = {}
        for stem, weight in self.by_stem.items():
            if stem in self.dates:
                share = 1.0 if stem in part.dates else 0.0
            else:
                share = 1.0 if stem in own else LENT_SHARE if stem in lent else OTHER_SHARE
            part.by_stem[stem] = share * weight
        part.total = math.fsum(part.by_stem.values()) or 1.0
        return part

    def coverage(self, placed: Mapping[str, float]) -> float:
        """The share of the question's weight that stands at these places, from 0 to 1."""
        return math.fsum(self.by_stem[s] * nearness for s, nearness in placed.items()) / self.total

    def topic_coverage(self, placed: Mapping[str, float]) -> float:
        """The same over what the question is about: without its dates, bodies, and what an earlier turn lent."""
        return self.share(self.topic, placed)

    def attribute_coverage(self, placed: Mapping[str, float]) -> float:
        """The same over what is asked of it: without names and numbers too. All of it where nothing else is asked."""
        return self.share(self.attributes, placed)

    @property
    def most_telling(self) -> str:
        """The rarest word, names apart, of a short question that papers do hold; "" for a longer one: it may be put otherwise."""
        heard = sorted((s for s in self.attributes if s in self.heard), key=lambda s: -self.by_stem[s])
        return heard[0] if heard and len(heard) <= SHORT_QUESTION and not self.leaning else ""

    def share(self, stems: Iterable[str], placed: Mapping[str, float]) -> float:
        """The share of the weight of some of the question's stems that stands at these places; 1 where they weigh nothing."""
        weights = {stem: self.by_stem[stem] for stem in stems}
        total = math.fsum(weights.values())
        return math.fsum(w * placed.get(stem, 0.0) for stem, w in weights.items()) / total if total else 1.0
