"""The words that answer for a question's words: themselves, their abbreviations and expansions, words of like meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.question import Question
from bot.terms import stem, stems

OTHER_FORM = 0.95  # what an abbreviation answers for its expansion, and the other way round
KIN = 0.85  # what a word of like meaning answers for, times how like it is


@dataclass(frozen=True, slots=True)
class OtherForm:
    """Stems that, where all of them stand in a text, answer for others: {"lac"} for {"look", "children"}."""

    stems: frozenset[str]
    answers_for: frozenset[str]


class Vocabulary:
    """Finds a question's stems in texts, each with how well the text's word answers for it (0 to 1)."""

    def __init__(
        self,
        question: Question,
        other_forms: Mapping[str, str] | None = None,
        kin: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        self.wanted = frozenset(word.stem for word in question.terms)
        self._forms = list(self._read_forms(other_forms or {}))
        self._kin: dict[str, dict[str, float]] = {}
        for asked, likes in (kin or {}).items():
            for word, likeness in likes.items():
                answered = self._kin.setdefault(stem(word), {})
                answered[stem(asked)] = max(answered.get(stem(asked), 0.0), KIN * likeness)

    def held(self, text: str) -> dict[str, float]:
        """The question's stems that a text's words answer for."""
        found = stems(text)
        held = dict.fromkeys(self.wanted & found, 1.0)
        for form in self._forms:
            if form.stems <= found:
                raise_to(held, form.answers_for, OTHER_FORM)
        for word in found & self._kin.keys():
            for asked, strength in self._kin[word].items():
                held[asked] = max(held.get(asked, 0.0), strength)
        return held

    def _read_forms(self, other_forms: Mapping[str, str]) -> Iterable[OtherForm]:
        for asked, other in other_forms.items():
            answers_for = stems(asked) & self.wanted
            if answers_for and (words := stems(other)):
                yield OtherForm(words, answers_for)


def raise_to(held: dict[str, float], stems_: Iterable[str], strength: float) -> None:
    """Sets stems to a strength, where they have less."""
    for one in stems_:
        held[one] = max(held.get(one, 0.0), strength)
