"""The words that answer for a question's words: themselves, their abbreviations and their expansions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.question import Question
from bot.terms import stems

OTHER_FORM = 0.95  # what an abbreviation answers for its expansion, and the other way round


@dataclass(frozen=True, slots=True)
class OtherForm:
    """Stems that, where all of them stand in a text, answer for others: {"lac"} for {"look", "children"}."""

    stems: frozenset[str]
    answers_for: frozenset[str]


class Vocabulary:
    """Finds a question's stems in texts, each with how well the text's word answers for it (0 to 1)."""

    def __init__(self, question: Question, other_forms: Mapping[str, str] | None = None) -> None:
        self.wanted = frozenset(word.stem for word in question.terms)
        self._forms = list(self._read_forms(other_forms or {}))

    def held(self, text: str) -> dict[str, float]:
        """The question's stems that a text's words answer for."""
        found = stems(text)
        held = dict.fromkeys(self.wanted & found, 1.0)
        for form in self._forms:
            if form.stems <= found:
                held = dict.fromkeys(form.answers_for, OTHER_FORM) | held
        return held

    def _read_forms(self, other_forms: Mapping[str, str]) -> Iterable[OtherForm]:
        for asked, other in other_forms.items():
            answers_for = stems(asked) & self.wanted
            if answers_for and (words := stems(other)):
                yield OtherForm(words, answers_for)
