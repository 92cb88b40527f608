"""What is seen of papers whose bodies and kinds are known, for `training.choosing` to learn from."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from corpus.body_choice import Opening, candidates, rows
from corpus.errors import PaperError
from corpus.identity import names_told, opening_of
from corpus.kind_choice import KINDS, row
from corpus.parse import parts_of
from corpus.readers import READERS, read
from corpus.readers.text import read_text
from corpus.types import Source
from evals.answers import read_rows
from training.choosing import Choice

WORDED = 8
"""Papers of each council of real/ on which the name that the wording tells is learned from."""
_LARGE = 400_000  # bytes
OPENINGS = Path(__file__).parent / "data" / "openings.jsonl"


def bodies(gold: Path) -> Iterator[Choice]:
    """The names found in the first paper of each file of the structure gold; right is what its scorer takes for the body."""
    body_ok = _scorer(gold).body_ok
    for source, told in _known(gold):
        if (body := told[0]["body"]) is not None:
            yield _names(*_told(source), group_of(source.file), partial(body_ok, body))


def worded_bodies(real: Path, known: Path) -> Iterator[Choice]:
    """The names found in some papers of each council of real/, on which the rules of wording were made: theirs are taken for right.

    Those are left out whose bodies the structure gold tells.
    """
    told = {line["file"] for kept in known.glob("*_papers.jsonl") for line in read_rows(kept)}
    every = [path for path in sorted(real.rglob("*")) if path.suffix in READERS and path.stat().st_size < _LARGE]
    random.Random(0).shuffle(every)  # noqa: S311 - no secret
    of_group: Counter[str] = Counter()
    for path in every:
        file = path.relative_to(real.parent).as_posix()
        group = group_of(file)
        if file in told or of_group[group] == WORDED:
            continue
        try:
            source = read(path, file)
        except PaperError:
            continue
        opening, first = _told(source)
        if first is not None:
            of_group[group] += 1
            yield _names(opening, first, group, first.__eq__)


def made_up_bodies() -> Iterator[Choice]:
    """The names found in made-up openings: letterheads of councils over the committees that met, above all."""
    for number, (source, told) in enumerate(_made_up()):
        if body := told.get("body"):
            yield _names(*_told(source), f"made up {number}", body.__eq__)


def made_up_kinds() -> Iterator[Choice]:
    """What is seen of made-up papers of the kinds that the gold has few of: slides, logs of actions, reports on one item."""
    for number, (source, told) in enumerate(_made_up()):
        if kind := told.get("kind"):
            part = parts_of(source)[1][0]
            seen = row(part, opening_of(part), file=source.file, title=source.title, furniture=())
            yield _of_kinds(seen, kind, f"made up {number}")


def kinds(gold: Path) -> Iterator[Choice]:
    """What is seen of each paper of the structure gold, beside each kind that it might be."""
    for source, told in _known(gold):
        cleaned, parts = parts_of(source)
        several = len(parts) > 1
        sure = list(zip(parts, told, strict=False))[: None if len(parts) == len(told) else 1]
        for number, (part, paper) in enumerate(sure):
            seen = row(
                part,
                opening_of(part),
                file="" if number else source.file,
                title="" if number else source.title,
                furniture=() if several else cleaned.furniture,
            )
            yield _of_kinds(seen, paper["kind"], group_of(source.file))


def group_of(file: str) -> str:
    """The folder of a body's papers."""
    return "/".join(file.split("/")[:2])


def _of_kinds(seen: dict[str, float], known: str | list[str], group: str) -> Choice:
    values, many = list(seen.values()), len(seen)
    beside = np.zeros((len(KINDS), len(KINDS) * many), dtype=np.float32)
    for place in range(len(KINDS)):
        beside[place, place * many : (place + 1) * many] = values
    right = np.array([kind in ([known] if isinstance(known, str) else known) for kind in KINDS])
    return Choice(group, tuple(f"{kind}: {name}" for kind in KINDS for name in seen), beside, right, one_is_right=True)


def _told(source: Source) -> tuple[Opening, str | None]:
    """Where the body of a source's first paper may be named, and the name that the wording tells."""
    cleaned, parts = parts_of(source)
    texts = [block.text for block in parts[0]]
    furniture = cleaned.furniture if len(parts) == 1 else ()
    return names_told(opening_of(parts[0]), texts, file=source.file, title=source.title, furniture=furniture)


def _names(opening: Opening, first: str | None, group: str, right: Callable[[str], bool]) -> Choice:
    found = candidates(opening, first)
    made = rows(opening, found, first)
    columns = tuple(made[0]) if made else ()
    seen = np.array([[one[name] for name in columns] for one in made], dtype=np.float32)
    return Choice(group, columns, seen, np.array([right(one.name) for one in found], dtype=bool))


def _known(gold: Path) -> Iterator[tuple[Source, list[dict[str, Any]]]]:
    for kept in sorted(gold.glob("*_papers.jsonl")):
        for line in read_rows(kept):
            yield read(gold.parent / line["file"], line["file"]), line["papers"]


def _made_up() -> Iterator[tuple[Source, dict[str, str]]]:
    for line in read_rows(OPENINGS):
        file = line.get("file", "opening.txt")
        text = read_text(line["opening"].encode(), file)
        yield Source(file, "", text.text, text.lines), line


def _scorer(gold: Path) -> ModuleType:
    told = spec_from_file_location("score_structure", gold / "score_structure.py")
    if told is None or told.loader is None:
        raise FileNotFoundError(f"{gold} has no score_structure.py: name the gold's folder with --gold")
    scorer = module_from_spec(told)
    sys.path.insert(0, str(gold))  # it imports its neighbour
    told.loader.exec_module(scorer)
    return scorer
