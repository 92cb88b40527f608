"""Chooses the body that met among the names found in a paper, by all the evidence for each at once.

A sum with learned weights, over what is seen of each name: where it stands, how often it is said, what the folder is called.
The weights are learned by `python -m training names` from papers whose bodies are known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from corpus.body_names import Source, folders, is_of_place, names_above_day, names_in
from corpus.dates import find_dates
from corpus.names import is_generic
from corpus.phrases import attendance_lead

WEIGHTS_FILE = Path(__file__).with_suffix(".json")
WEIGHTS: dict[str, float] = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
"""What each column counts, from `body_choice.json`."""

_HEAD = 12  # lines in which a name may stand alone
_OFTEN = 5  # times that a name is said; more tell no more
_DATED = 4  # lines, from a name's own, in which its meeting's day stands
_FOLDERS = 3  # the innermost: those above are the reader's own
_ENDING = 2  # last words of a name, which say what sort of body it is: a folder's name may be made up of initials
_SMALL = frozenset(("of", "the", "and", "for", "a"))
_COMMITTEE = re.compile(
    r"committee|panel|cabinet|commission|forum|working|task|partnership|\bspc\b|group|governors|trust|assoc|society",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Candidate:
    """A name with where it was found; `line` is the first line of the opening that has it."""

    name: str
    sources: set[Source] = field(default_factory=set)
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What names are looked for in: the opening's lines, the whole paper's, and what stands beside them."""

    head: Sequence[str]
    texts: Sequence[str]
    title: str
    file: str
    furniture: Sequence[str]


def choose_body(opening: Opening, first: str | None) -> str | None:
    """The name with the most evidence; None where none has enough. `first` is what `corpus.bodies` takes for it by the lines' wording."""
    found = candidates(opening, first)
    scores = [sum(WEIGHTS[name] * value for name, value in row.items()) for row in rows(opening, found, first)]
    best = max(range(len(found)), key=scores.__getitem__, default=None)
    return found[best].name if best is not None and scores[best] > 0 else None


def candidates(opening: Opening, first: str | None) -> list[Candidate]:
    """The names found, each once whatever the order of its words; the first is the one that the lines' wording tells."""
    found = {frozenset(_words(first)): Candidate(first)} if first else {}
    for one in chain(
        names_in(opening.head, title=opening.title, file=opening.file, furniture=opening.furniture),
        names_above_day(opening.head, opening.texts),
    ):
        held = found.setdefault(frozenset(_words(one.name)), Candidate(one.name))
        held.sources.add(one.source)
        if one.line is not None:
            held.line = one.line if held.line is None else min(held.line, one.line)
    return list(found.values())


def rows(opening: Opening, found: Sequence[Candidate], first: str | None) -> list[dict[str, float]]:
    """What is seen of each candidate, by column; most from 0 to 1."""
    keys = [one.name.casefold() for one in found]
    said = " ".join(opening.texts).casefold()
    heads = [text.strip(" *").casefold() for text in opening.head[:_HEAD]]
    folder = _words(" ".join(folders(opening.file)[:_FOLDERS]))
    days = [bool(find_dates(text)) for text in opening.head]
    there = next((n for n, text in enumerate(opening.head) if attendance_lead(text)), len(opening.head))
    printed = " ".join(opening.head).casefold()
    worded = (first or "").casefold()
    bare = is_generic(worded) and " " in worded  # "Parish Council": the folder may say whose
    words_of_worded = _words(worded)
    committees = [bool(_COMMITTEE.search(key)) for key in keys]
    made = []
    for one, key, committee in zip(found, keys, committees, strict=True):
        words, generic, ending = _words(key), is_generic(one.name), " ".join(key.split()[-_ENDING:])
        made.append(
            {
                "by_wording": float(key == worded and not generic),
                "within_worded": float(words < words_of_worded),
                "completes_worded": float(bare and key != worded and key.endswith(worded)),
                "segment": float("segment" in one.sources),
                "before_meeting": float("before_meeting" in one.sources),
                "run": float("run" in one.sources),
                "above_day": float("above_day" in one.sources),
                "in_folder": len(words & folder) / max(1, len(words)),
                "folder_printed": float("folder" in one.sources and ending in printed),
                "folder_unprinted": float("folder" in one.sources and ending not in printed),
                "all_in_folder": float(words <= folder),
                "early": 0.0 if one.line is None else 1 / (1 + one.line),
                "after_present": float(one.line is not None and one.line > there),
                "said": min(said.count(key), _OFTEN) / _OFTEN,
                "generic": float(generic),
                "committee": float(committee),
                "committee_beside_others": float(committee and not all(committees)),
                "of_place": float(is_of_place(one.name)),
                "one_word": float(len(words) <= 1),
                "comma": float("," in one.name),
                "within_another": float(any(key in other for other in keys if other != key)),
                "holds_another": float(any(other in key for other in keys if other != key)),
                "alone": float(key in heads),
                "dated": float(one.line is not None and any(days[one.line : one.line + _DATED])),
                "any": 1.0,
            }
        )
    return made


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _SMALL
