"""`python -m training reader`, `export`, `ranking`: make the built-in reader's weights from questions on papers."""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from training import data
from training.bodies import HELD_OUT
from training.examples import Claim, Example, Examples, claims
from training.questions import Asked

_log = logging.getLogger(__name__)

WORK = Path(".training")
PIECES = 256
"""Word pieces of a passage in training. The program reads up to 384: the network reads longer passages as well as these."""
STEPS = 2_300
"""Of four questions and five claims: six in seven of the questions, once each. The others are for the rankers to learn from."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 when it is done."""
    parser = argparse.ArgumentParser(prog="python -m training", description="Make the built-in reader's weights.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with more/ and training/")
    parser.add_argument(
        "--work", type=Path, default=WORK, help="folder for what is made on the way (default: .training)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    reader = commands.add_parser("reader", help="train the network; goes on where it was cut off")
    reader.add_argument("--steps", type=int, default=STEPS)
    reader.set_defaults(run=_reader)
    export = commands.add_parser("export", help="write the trained network into bot/reading/weights")
    export.set_defaults(run=_export)
    ranking = commands.add_parser("ranking", help="train the rankers on what search finds in an index of more/")
    ranking.add_argument("--home", type=Path, required=True, help="home with the whole of more/ indexed")
    ranking.add_argument(
        "--elsewhere",
        type=Path,
        nargs="*",
        default=[],
        help="homes whose papers answer none of the questions, to learn when not to be sure",
    )
    ranking.add_argument("--most", type=int, default=1_600, help="questions to learn from")
    ranking.set_defaults(run=_ranking)
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("corpus").setLevel(logging.ERROR)
    given.run(given)
    return 0


def _reader(given: argparse.Namespace) -> None:
    from training.model import fresh  # noqa: PLC0415 - torch and transformers take seconds to import
    from training.reader import Plan, train  # noqa: PLC0415

    papers = data.papers(given.shared, given.work, without=HELD_OUT)
    asked = data.questions(given.shared, papers)
    made = Examples(papers, asked)
    said = list(claims(data.claim_rows(), papers))
    plan = Plan(steps=given.steps)
    _log.info("%d questions, %d claims, %s", len(asked), len(said), asdict(plan))
    train(
        fresh(data.encoder_folder()),
        (_examples(made, asked, plan.seed), _claims(said, plan.seed)),
        data.encoder(PIECES),
        plan,
        given.work / "reader",
    )


def _export(given: argparse.Namespace) -> None:
    from bot.reading.trained import FOLDER  # noqa: PLC0415
    from training.export import card_of, export, samples  # noqa: PLC0415
    from training.model import trained  # noqa: PLC0415

    network, step = trained(data.encoder_folder(), given.work / "reader" / "checkpoint.pt")
    encoder = data.encoder()
    difference = export(network, data.tokenizer(), samples(encoder), FOLDER, card_of(step))
    print(json.dumps({"difference": round(difference, 4)}))


def _ranking(given: argparse.Namespace) -> None:
    from training.rankers import make  # noqa: PLC0415

    papers = data.papers(given.shared, given.work, without=HELD_OUT)
    asked = data.questions(given.shared, papers)
    unread = data.order(asked, data.SEED)[4 * STEPS :]
    print(
        json.dumps(
            make(given.home, [asked[number] for number in unread[: given.most]], papers, data.SEED, given.elsewhere)
        )
    )


def _examples(made: Examples, asked: Sequence[Asked], seed: int) -> Iterator[Example]:
    """An example of each question in an order left to chance, and again in another."""
    for again in itertools.count():
        rng = random.Random(seed + again)  # noqa: S311 - nothing is kept secret by it
        for number in data.order(asked, seed + again):
            example = made.make(asked[number], number, rng)
            if example.passages and example.answerable == bool(asked[number].evidence):
                yield example


def _claims(said: Sequence[Claim], seed: int) -> Iterator[Claim]:
    for again in itertools.count():
        yield from random.Random(seed + again).sample(said, len(said))  # noqa: S311 - as above


if __name__ == "__main__":
    sys.exit(main())
