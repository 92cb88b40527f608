"""The words that answer for a question's words: themselves, their abbreviations and their expansions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.query.question import Question
from bot.query.terms import stems

OTHER_FORM = 0.95  # what an abbreviation answers for its expansion, and the other way round

# Words of one office, or of one act of filling it, as papers of different councils have them.
ALIKE = (
    "chair chairman chairperson chairwoman chairing convener convenor cathaoirleach",
    "deputy vice leas",
    "elected appointed co-opted",
)


@dataclass(frozen=True, slots=True)
class OtherForm:
    """Stems that, where all of them stand in a text, answer for others: {"lac"} for {"look", "children"}."""

    stems: frozenset[str]
    answers_for: frozenset[str]


def alike(word: str) -> tuple[str, ...]:
    """A word and the words that papers of other councils have for the same office or act."""
    stem = stems(word)
    return (
        word,
        *(other for group in ALIKE if stem & stems(group) for other in group.split() if stems(other) != stem),
    )


class Vocabulary:
    """Finds a question's stems in texts, each with how well the text's word answers for it (0 to 1)."""

    def __init__(self, question: Question, other_forms: Mapping[str, str] | None = None) -> None:
        self.wanted = frozenset(word.stem for word in question.terms)
        self._forms = list(self._read_forms(question, other_forms or {}))
        self._held: dict[str, Mapping[str, float]] = {}  # texts of overlapping items are read once for a question

    def held(self, text: str) -> Mapping[str, float]:
        """The question's stems that a text's words answer for."""
        if text not in self._held:
            self._held[text] = self._read(text)
        return self._held[text]

    def _read(self, text: str) -> dict[str, float]:
        found = stems(text)
        held = dict.fromkeys(self.wanted & found, 1.0)
        for form in self._forms:
            if form.stems <= found:
                held = dict.fromkeys(form.answers_for, OTHER_FORM) | held
        return held

    def _read_forms(self, question: Question, other_forms: Mapping[str, str]) -> Iterable[OtherForm]:
        for word in question.terms:
            others = (stems(other) for other in alike(word.text)[1:])
            yield from (OtherForm(other, frozenset({word.stem})) for other in others if not other & self.wanted)
        for asked, other in other_forms.items():
            answers_for = stems(asked) & self.wanted
            if answers_for and (words := stems(other)):
                yield OtherForm(words, answers_for)
