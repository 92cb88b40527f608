"""Makes the two rankers: over what is seen of paragraphs alone, and with what the network reads in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tqdm import tqdm

from bot.reading import trained
from index.opening import Index
from index.types import HeldParagraph
from training.questions import Asked
from training.ranking import Looking, Plan, read_in, seen, train


def make(home: Path, asked: Sequence[Asked]) -> dict[str, int]:
    """Search for each question in an index, and train both rankers on what is found; how many questions they learned from."""
    looking = Looking(Index.open(home))
    sighted = [looking.sight(one.text) for one in tqdm(asked, desc="searching", disable=None)]
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
    train(read, Plan(), trained.FOLDER / trained.READ)
    return {"questions": len(read)}


def tells(asked: Asked) -> Callable[[HeldParagraph], int]:
    """Which part of a question's evidence a paragraph tells, or -1."""
    file = asked.file.partition("/")[2]
    group = {(place + 1, ordinal): n for n, refs in enumerate(asked.evidence) for place, ordinal in refs}

    def of(paragraph: HeldParagraph) -> int:
        return group.get((paragraph.paper.part, paragraph.ordinal), -1) if paragraph.paper.file == file else -1

    return of
