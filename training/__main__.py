"""`python -m training reader`, `search`, `further`, `export`, `ranking`, `names`, `kinds`, `outlines`: make the built-in weights from what is known of papers."""

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
from typing import TYPE_CHECKING

from tqdm import tqdm

from training import data
from training.bodies import HELD_OUT
from training.examples import Claim, Example, Examples, claims
from training.questions import Asked

if TYPE_CHECKING:
    from training.choosing import Choice
    from training.model import ReaderNetwork
    from training.reader import Plan
    from training.searched import Papers

_log = logging.getLogger(__name__)

WORK = Path(".training")
FOUND = "found.jsonl"
"""What `search` writes, and `further` learns from."""
MOST_ABSENT = 800
"""Questions that are put to each home that answers none of them, and to other meetings of those that were trained on."""
FURTHER_STEPS = 3_500
"""Of two questions, and of five claims each other step."""
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
    search = commands.add_parser("search", help="search for the questions that the network was trained on")
    _add_homes(search)
    search.set_defaults(run=_search)
    further = commands.add_parser(
        "further", help="train the network on, on what `search` found; goes on where it was cut off"
    )
    further.add_argument("--steps", type=int, default=FURTHER_STEPS)
    further.set_defaults(run=_further)
    export = commands.add_parser("export", help="write the network, the mean of its parts, into bot/reading/weights")
    export.set_defaults(run=_export)
    ranking = commands.add_parser("ranking", help="train the rankers on what search finds in an index of more/")
    _add_homes(ranking)
    ranking.add_argument("--most", type=int, default=1_600, help="questions to learn from")
    ranking.set_defaults(run=_ranking)
    for name, run in (("names", _names), ("kinds", _kinds), ("outlines", _outlines)):
        chosen = commands.add_parser(name, help=f"learn papers' {name}, from papers of which they are known")
        chosen.add_argument("--gold", type=Path, help="folder of the structure gold (default: the shared structure/)")
        chosen.set_defaults(run=run)
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("corpus").setLevel(logging.ERROR)
    given.run(given)
    return 0


def _add_homes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--home", type=Path, required=True, help="home with the whole of more/ indexed")
    command.add_argument(
        "--elsewhere",
        type=Path,
        nargs="*",
        default=[],
        help="homes whose papers answer none of the questions, to learn when not to be sure",
    )


def _reader(given: argparse.Namespace) -> None:
    from training.model import fresh  # noqa: PLC0415 - torch and transformers take seconds to import
    from training.reader import Plan  # noqa: PLC0415

    papers = data.papers(given.shared, given.work, without=HELD_OUT)
    asked = data.questions(given.shared, papers)
    plan = Plan(steps=given.steps)
    examples = _examples(Examples(papers, asked), asked, plan.seed)
    _train(fresh(data.encoder_folder()), examples, papers, plan, given.work / "reader")


def _search(given: argparse.Namespace) -> None:
    from index.opening import Index  # noqa: PLC0415
    from training import searched  # noqa: PLC0415
    from training.ranking import Looking  # noqa: PLC0415

    papers = data.papers(given.shared, given.work, without=HELD_OUT)
    asked = data.questions(given.shared, papers)
    learned = [asked[number] for number in data.order(asked, data.SEED)[: 4 * STEPS]]
    plain = searched.nameless(learned)
    rng, looking = random.Random(data.SEED), Looking(Index.open(given.home))  # noqa: S311 - as below
    found = searched.own(looking, learned, papers, rng)
    absent = [searched.absent(looking, searched.of_other_meetings(plain, papers, rng))]
    for number, home in enumerate(given.elsewhere):
        texts = [one.text for one in plain[number :: len(given.elsewhere)]]
        absent.append(searched.absent(Looking(Index.open(home)), texts))
    every = itertools.chain(found, *(itertools.islice(each, MOST_ABSENT) for each in absent))
    count = searched.write(tqdm(every, desc="searching", disable=None), given.work / FOUND)
    print(json.dumps({"questions": count}))


def _further(given: argparse.Namespace) -> None:
    from training import searched  # noqa: PLC0415
    from training.model import trained  # noqa: PLC0415 - as above
    from training.reader import Plan  # noqa: PLC0415

    papers = data.papers(given.shared, given.work, without=HELD_OUT)
    plan = Plan(given.steps, examples=2, rate=5e-5, heads_rate=4e-4, warm=0.04, claims_each=2)
    network, _ = trained(data.encoder_folder(), given.work / "reader" / data.CHECKPOINT)
    examples = searched.mixed(searched.kept(given.work / FOUND), plan.seed)
    _train(network, examples, papers, plan, given.work / "further")


def _names(given: argparse.Namespace) -> None:
    from corpus.body_choice import WEIGHTS_FILE  # noqa: PLC0415 - as above
    from training import identities  # noqa: PLC0415

    worded = identities.worded_bodies(given.shared / "real", _gold(given))
    _choose(list(identities.bodies(_gold(given))), [*identities.made_up_bodies(), *worded], WEIGHTS_FILE)


def _kinds(given: argparse.Namespace) -> None:
    from corpus.kind_choice import WEIGHTS_FILE  # noqa: PLC0415 - as above
    from training import identities  # noqa: PLC0415

    _choose(list(identities.kinds(_gold(given))), list(identities.made_up_kinds()), WEIGHTS_FILE)


def _outlines(given: argparse.Namespace) -> None:
    from corpus.outline.search import WEIGHTS_FILE  # noqa: PLC0415
    from training.outlines import Outlines, kept  # noqa: PLC0415

    outlines = Outlines(_gold(given))
    known, made_up = list(outlines.known()), list(outlines.made_up())
    weights = outlines.learn([*known, *made_up, *kept(given.shared / "real", known)])
    WEIGHTS_FILE.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    told = {
        name: "{} of {}".format(*outlines.score(papers, weights))
        for name, papers in (("known", known), ("made_up", made_up))
    }
    print(json.dumps({"weights": len(weights), **told}))


def _gold(given: argparse.Namespace) -> Path:
    return Path(given.gold or given.shared / "structure")


def _choose(known: list[Choice], besides: list[Choice], kept: Path) -> None:
    """Keeps the weights learned from all, and says how those did that were learned without a body's papers."""
    from training import choosing  # noqa: PLC0415 - as above

    tried = [right for one, right in choosing.left_out([*known, *besides]) if one in known]
    kept.write_text(json.dumps(choosing.learn([*known, *besides]), indent=1) + "\n", encoding="utf-8")
    print(json.dumps({"papers": len(known), "right_on_bodies_left_out": round(sum(tried) / len(tried), 3)}))


def _train(network: ReaderNetwork, examples: Iterator[Example], papers: Papers, plan: Plan, folder: Path) -> None:
    from training.reader import train  # noqa: PLC0415 - as above

    said = list(claims(data.claim_rows(), papers))
    _log.info("%d claims, %s", len(said), asdict(plan))
    train(network, (examples, _claims(said, plan.seed)), data.encoder(plan.pieces), plan, folder)


def _export(given: argparse.Namespace) -> None:
    from bot.reading.trained import FOLDER  # noqa: PLC0415
    from training.export import card_of, export, samples  # noqa: PLC0415
    from training.model import averaged, trained  # noqa: PLC0415

    kept = [place for part in ("reader", "further") if (place := given.work / part / data.CHECKPOINT).is_file()]
    parts = [trained(data.encoder_folder(), place) for place in kept]
    steps = sum(step for _, step in parts)
    network = averaged([network for network, _ in parts])
    difference = export(network, data.tokenizer(), samples(data.encoder()), FOLDER, card_of(steps))
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
