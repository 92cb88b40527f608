"""Examples as the program meets them: questions with the passages that its own search finds for them.

The first part of a training shows passages around the answer, and one or two that look like it. Most of what search finds is
neither. And a network that has always been shown papers on the matter asked about takes the nearest resolution for an answer
where no paper has a word of it: so it is also shown questions put to papers of other councils, and of other meetings.
"""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.query.question import read
from bot.reading.encoding import header_of
from index.coverage import Wanted, place_stems
from index.types import Passage
from training.examples import BROAD, Example, Shown, of_meeting
from training.papers import Chunked
from training.questions import Asked
from training.rankers import tells
from training.ranking import Looking, Tells

PASSAGES = 14
"""Found for a question."""
OF_MEETING = 0.6
"""Share of the questions without a figure that are put of their meeting."""
COVERED = 0.75
"""Share of a question that stands in a passage, by what its words tell, from which papers of others may answer it after all."""
TELLING, SHOWN, SHOWN_ABSENT = 2, 6, 4
"""Passages of an example: those that tell, all, and all where none answers because other papers are asked."""
NEAREST = 8
"""Of the passages that tell nothing, those that an example is chosen from."""
ABSENT_SHARE = 0.28
"""Of the examples."""

Papers = Mapping[str, Sequence[Chunked]]


@dataclass(frozen=True, slots=True)
class Searched:
    """A question, and of the passages found for it those that tell something of the answer, and the others, the best first.

    `absent` says that the papers searched are not those that answer it.
    """

    question: str
    telling: tuple[Shown, ...]
    others: tuple[Shown, ...]
    absent: bool = False


def own(looking: Looking, asked: Sequence[Asked], papers: Papers, rng: random.Random) -> Iterator[Searched]:
    """What is found for questions among papers that hold their own, where search finds what answers.

    A broad question that names no meeting may be answered by papers of other bodies: these are not shown as others.
    """
    for one in asked:
        named = _has_figure(one.text)
        text = one.text
        if not named and rng.random() < OF_MEETING:
            text, named = of_meeting(text, papers[one.file][_place(one)].paper, rng), True
        broad = not named and one.style in BROAD
        mine = one.file.partition("/")[2]
        telling, others = [], []
        for passage in looking.search(text, PASSAGES)[1]:
            shown = _shown(passage, tells(one))
            if any(number >= 0 for number in shown.tells):
                telling.append(shown)
            elif not broad or passage.paper.file == mine:
                others.append(shown)
        if bool(telling) == bool(one.evidence) and (telling or others):
            yield Searched(text, tuple(telling), tuple(others))


def absent(looking: Looking, texts: Iterable[str]) -> Iterator[Searched]:
    """What is found for questions among papers that are not those that answer them, less what might answer all the same."""
    for text in texts:
        query, passages = looking.search(text, PASSAGES)
        wanted = looking.wanted(query)
        wanted.read(paragraph.text for passage in passages for paragraph in passage.paragraphs)
        others = [_shown(one, lambda _: -1) for one in passages if _covered(one, wanted) < COVERED]
        if others:
            yield Searched(text, (), tuple(others), absent=True)


def nameless(asked: Iterable[Asked]) -> list[Asked]:
    """The questions that name nobody and no figure, so that they can be put to any papers."""
    return [one for one in asked if not _has_figure(one.text) and not read(one.text).names]


def of_other_meetings(asked: Iterable[Asked], papers: Papers, rng: random.Random) -> Iterator[str]:
    """The questions, each put of a meeting of another file's."""
    files = sorted(file for file, held in papers.items() if held)
    for one in asked:
        file = rng.choice(files)
        text = of_meeting(one.text, rng.choice(papers[file]).paper, rng)
        if file != one.file and text != one.text:
            yield text


def mixed(found: Sequence[Searched], seed: int) -> Iterator[Example]:
    """Examples of what was found, the absent among them in their share, without end."""
    rng = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    kinds = [[one for one in found if one.absent == kind] for kind in (False, True)]
    own_, absent_ = (itertools.cycle(rng.sample(kind, len(kind))) for kind in kinds)
    while True:
        one = next(absent_ if kinds[1] and rng.random() < ABSENT_SHARE else own_)
        telling = rng.sample(one.telling, min(TELLING, len(one.telling)))
        nearest = one.others[:NEAREST]
        room = (SHOWN_ABSENT if one.absent else SHOWN) - len(telling)
        yield Example(one.question, (*telling, *rng.sample(nearest, min(room, len(nearest)))))


def write(found: Iterable[Searched], path: Path) -> int:
    """Keeps what was found, a line each; how many."""
    with path.open("w", encoding="utf-8") as file:
        return sum(bool(file.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")) for one in found)


def kept(path: Path) -> list[Searched]:
    """What was found, as it was kept."""
    with path.open(encoding="utf-8") as file:
        return [_searched(json.loads(line)) for line in file]


def _searched(row: Mapping[str, Any]) -> Searched:
    telling, others = (
        tuple(Shown(one["header"], tuple(map(tuple, one["paragraphs"])), tuple(one["tells"])) for one in row[name])
        for name in ("telling", "others")
    )
    return Searched(row["question"], telling, others, row["absent"])


def _shown(passage: Passage, tells_of: Tells) -> Shown:
    first = passage.paragraphs[0]
    return Shown(
        header_of(first.paper, first.paper.body_alone, first.heading),
        tuple((one.type, one.text) for one in passage.paragraphs),
        tuple(tells_of(one) for one in passage.paragraphs),
    )


def _covered(passage: Passage, wanted: Wanted) -> float:
    """The share of a question that stands in a passage or its headings."""
    held: dict[str, float] = {}
    for paragraph in passage.paragraphs:
        place_stems(held, wanted.held(f"{paragraph.text} {paragraph.heading}"), 1.0)
    return wanted.share(held)


def _place(asked: Asked) -> int:
    return next((place for refs in asked.evidence for place, _ in refs), 0)


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))
