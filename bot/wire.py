"""The one place that assembles: settings, index, and whoever reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot.pipeline import Bot
from bot.reading import trained
from bot.reading.items import Items
from bot.reading.ranked import RankedReader
from index import settings
from index.coverage import Wanted
from index.opening import Index

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from bot.llm import Ask
    from bot.reading.reader import Reader
    from bot.types import Answer, Query, Turn

Quoting = Literal["trained", "lexical"]
"""The readers that need no language model."""


def open_bot(home: Path | None = None, *, ask: Ask | None = None, reader: Quoting = "trained") -> Bot:
    """A bot over the index of a home (of the settings where none is given).

    Args:
        home: where the index is.
        ask: a language model that reads, from a prompt to its reply, in place of the one that is configured.
        reader: who reads where no language model does, or where it fails.

    Raises:
        IndexFault: no papers are held there, or the settings are wrong.
        WrongModel: a model is configured and cannot be made.
        NoReader: the rankers that ship with the program cannot be read.
    """
    given = settings.load(home=home)
    held = Index.open(given.home, given.embedder, cleared=given.cleared)
    items = Items(held.reading)
    quoting = quoting_reader(held, items, reader)
    return Bot(held, items, _with_model(given, items, quoting, ask))


def quoting_reader(held: Index, items: Items, reader: Quoting = "trained") -> RankedReader:
    """The built-in reader over an index, or the one by words alone.

    Raises:
        NoReader: the rankers that ship with the program cannot be read.
    """

    def wanted_of(query: Query) -> Wanted:
        return Wanted(held.catalogue, query.text, query.scope, query.others)

    with_network = (lambda: (trained.scorer(), trained.ranker(trained.READ))) if reader == "trained" else None
    return RankedReader(wanted_of, items.paper, trained.ranker(trained.SEEN), with_network)


def as_runnable(bot: Bot) -> Runnable[Turn, Answer]:
    """The bot as a LangChain Runnable, from a `Turn` to an `Answer`."""
    from langchain_core.runnables import RunnableLambda  # noqa: PLC0415 - slow to import, and not always wanted

    return RunnableLambda(bot.answer)


def _with_model(given: settings.Settings, items: Items, quoting: RankedReader, ask: Ask | None) -> Reader:
    """The configured language model as a reader, with the built-in one to fall back on; that alone where none is."""
    if ask is None and not given.model:
        return quoting
    from bot.reading.model import ModelReader  # noqa: PLC0415 - not wanted without a model

    short = given.model_prompt == "short"
    if ask is None:
        from bot.llm import asker  # noqa: PLC0415 - brings LangChain in, which quoting does without
        from bot.reading.replies import FORM, SHORT_FORM  # noqa: PLC0415

        ask = asker(given.model, given.model_url, given.model_seconds, SHORT_FORM if short else FORM)
    return ModelReader(
        ask, items, quoting, quoting.carries, tokens=given.model_tokens, seconds=given.model_seconds, short=short
    )
