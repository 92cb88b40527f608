"""What is learned from: the papers, the questions and claims that were written on them, the packaged encoder."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from bot.reading.encoding import MOST_PIECES, Encoder
from bot.reading.trained import uncut
from evals.answers import read_rows
from index.embedders.default import packaged
from training.papers import Chunked, load
from training.questions import Asked, placed, quoted

DATA = Path(__file__).with_name("data")
SEED = 1
CHECKPOINT = "checkpoint.pt"
"""In the folder of a part of the training."""


def papers(shared: Path, work: Path, *, without: Collection[str]) -> dict[str, list[Chunked]]:
    """The papers of shared/more, those of some bodies (by their folders) left out."""
    return {file: held for file, held in load(shared / "more", work).items() if file.split("/")[1] not in without}


def questions(shared: Path, held: Mapping[str, Sequence[Chunked]]) -> list[Asked]:
    """The questions on these papers: those of shared/training, then our own."""
    theirs = quoted(read_rows(shared / "training" / "questions.jsonl"), held)
    return [*theirs, *placed(read_rows(DATA / "questions.jsonl"), held)]


def claim_rows() -> list[dict[str, Any]]:
    """Sentences about paragraphs, carried and invented."""
    return read_rows(DATA / "claims.jsonl")


def order(asked: Sequence[Asked], seed: int) -> list[int]:
    """The places of the questions in an order left to chance."""
    places = list(range(len(asked)))
    random.Random(seed).shuffle(places)  # noqa: S311 - nothing is kept secret by it
    return places


def encoder_folder() -> Path:
    """The folder of the packaged encoder's weights.

    Raises:
        EmbedderUnavailable: the package is not installed.
    """
    return Path(packaged().model)


def tokenizer() -> Tokenizer:
    """The packaged encoder's tokenizer, cutting nothing off."""
    return uncut(encoder_folder() / "tokenizer.json")


def encoder(most: int = MOST_PIECES) -> Encoder:
    """An encoder of questions with passages of at most so many word pieces."""
    return Encoder(tokenizer(), most)
