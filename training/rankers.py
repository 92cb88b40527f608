"""Makes the two rankers: over what is seen of paragraphs alone, and with what the network reads in them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tqdm import tqdm

from bot.query import question
from bot.reading import trained
from index.opening import Index
from index.types import HeldParagraph
from training.examples import asked_of_meeting
from training.papers import Chunked
from training.questions import Asked
from training.ranking import Found, Looking, Plan, read_in, seen, train


def make(
    home: Path,
    asked: Sequence[Asked],
    papers: Mapping[str, Sequence[Chunked]],
    seed: int,
    elsewhere: Sequence[Path] = (),
) -> dict[str, int]:
    """Search for each question in an index, and train both rankers on what is found; how many questions they learned from.

    `papers` are those of the questions: some of these are put of their meeting, as in the training of the network. `elsewhere`
    are homes with papers of other councils, which answer none of the questions that name nothing.
    """
    looking, rng = Looking(Index.open(home)), random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    texts = [asked_of_meeting(one, papers, rng) for one in asked]
    sighted = [looking.sight(text) for text in tqdm(texts, desc="searching", disable=None)]
    pairs = list(zip(asked, sighted, strict=True))
    train(
        [seen(at, tells(one), answerable=bool(one.evidence)) for one, at in pairs],
        Plan(),
        trained.FOLDER / trained.SEEN,
    )
    scorer, ranker = trained.scorer(), trained.ranker(trained.SEEN)
    read = [
        read_in(at, tells(one), scorer, ranker, answerable=bool(one.evidence))
        for one, at in tqdm(pairs, desc="reading", disable=None)
    ]
    plain = [one.text for one in asked if not any(map(str.isdigit, one.text)) and not question.read(one.text).names]
    unanswered: list[Found] = []
    for number, other in enumerate(elsewhere):
        strange = Looking(Index.open(other))
        unanswered += [
            read_in(strange.sight(text), lambda _: -1, scorer, ranker, answerable=False)
            for text in tqdm(plain[number :: len(elsewhere)], desc="searching elsewhere", disable=None)
        ]
    train(read, Plan(), trained.FOLDER / trained.READ, unanswered)
    return {"questions": len(read), "elsewhere": len(unanswered)}


def tells(asked: Asked) -> Callable[[HeldParagraph], int]:
    """Which part of a question's evidence a paragraph tells, or -1."""
    file = asked.file.partition("/")[2]
    group = {(place + 1, ordinal): n for n, refs in enumerate(asked.evidence) for place, ordinal in refs}

    def of(paragraph: HeldParagraph) -> int:
        return group.get((paragraph.paper.part, paragraph.ordinal), -1) if paragraph.paper.file == file else -1

    return of
