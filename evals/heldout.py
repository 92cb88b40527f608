"""Questions on real papers of bodies that no model was trained on: how answering does elsewhere.

The papers are not part of the project, so the questions name their quotations by place: a file, the characters `start` to
`end` (not included) of the text that our readers give for it, and a digest of the words there. The words are read from the
papers where they lie beside the project. Of the ten bodies, failures on five may be looked at (`look`); of the other five
nothing but figures is read (`never`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from corpus.readers import read
from evals.answers import DEFAULT, ReaderChoice, Run, evaluate, read_rows, write_rows
from evals.matching import words
from evals.scoring import Verdict

Row = Mapping[str, Any]

SETS = ("look", "never")
QUESTIONS = Path(__file__).with_name("questions")
PAPERS = Path("../shared/more")
_DIGEST = 16  # hexadecimal digits: 64 bits tell a slipped place from the right one


class NoPapers(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The papers that the questions are on do not lie beside the project."""


class OtherWords(Exception):  # noqa: N818 - the same
    """A reader gives a paper's text otherwise than it did when the places were written down."""


def heldout(
    name: str,
    papers: Path,
    runs: Path,
    *,
    rescore: bool = False,
    as_indexed: bool = False,
    choice: ReaderChoice = DEFAULT,
) -> tuple[dict[str, float], list[Verdict]]:
    """Answers and scores the set of this name as `evaluate` does, on an index of the whole folder of papers.

    Raises:
        NoPapers: the folder is not there.
        OtherWords: a quotation no longer stands where the set says.
    """
    if not papers.is_dir():
        raise NoPapers(f"skipped: the held-out questions are on papers in {papers}, which is not there")
    folder = runs / f"answers-heldout_{name}{choice.suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    questions = folder / "questions.jsonl"
    write_rows(questions, with_quotes(read_rows(QUESTIONS / f"heldout_{name}.jsonl"), papers))
    return evaluate(Run(questions, papers, folder), rescore=rescore, as_indexed=as_indexed, choice=choice)


def with_quotes(rows: Iterable[Row], papers: Path) -> list[dict[str, Any]]:
    """The questions with the words of their quotations (`quote`) in place of where these stand. Each paper is read once.

    Raises:
        OtherWords: a quotation no longer stands where its row says.
    """

    @cache
    def text_of(file: str) -> str:
        return read(papers / file, file).text

    return [
        {**row, "cites": [_quoted(row["id"], cite, text_of(cite["file"])) for cite in row["cites"]]} for row in rows
    ]


def digest(quote: str) -> str:
    """A digest of a quotation's folded words; white space, letter case and quote marks make no difference."""
    return hashlib.sha256(" ".join(words(quote)).encode()).hexdigest()[:_DIGEST]


def _quoted(id_: str, cite: Row, text: str) -> dict[str, str]:
    quote = " ".join(text[cite["start"] : cite["end"]].split())
    if digest(quote) != cite["digest"]:
        place = f"{cite['file']}, characters {cite['start']} to {cite['end']}"
        raise OtherWords(f"{id_}: {place} hold other words than when the question was written: mend the place")
    return {"file": cite["file"], "quote": quote}
